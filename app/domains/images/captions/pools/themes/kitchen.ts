import type { SceneThemes } from "../../theme";

export const kitchen: SceneThemes = {
  view: "a clean kitchen counter | pots on a stove | a bowl of fruit | an open fridge | a set breakfast table | copper pans on a wall",
  general: {
    who: "a home cook | a food blogger | a host | a housekeeper\n many: roommates | a family | friends at a dinner party\n child: a little helper",
    doing: `
      cooking | preparing a meal | making {dish} | setting the table | tasting the sauce | trying a new recipe | having a snack | looking into the fridge | eating {dish} | reading a recipe | making tea | unpacking groceries | waiting for dinner | eating {dessert}
      many: cooking together | having a meal | chatting at the kitchen table
      hands: stirring a pot | chopping {produce} | holding a wooden spoon | peeling {produce} | pouring milk
      baby: eating mashed {produce} | sitting in a high chair | playing with a spoon | trying {produce} for the first time | waiting for lunch | making a mess with porridge`,
    thing: "a wooden spoon | {produce} | a cutting board | a saucepan | an apron | a kettle | a cookbook | {dish} | a frying pan | a fruit bowl | a mug | a spice jar | a grater",
    place: "in the kitchen | at home in the kitchen | at the kitchen table | at the kitchen counter | in a modern kitchen | in a rustic kitchen | at the stove | in a country kitchen",
    idea: "cooking | food | nutrition | a recipe | home life | family time | taste | hunger | a healthy diet | domestic life | dinner | hobbies",
    wear: "in {a color} apron | in {a color} {garment} | wearing oven gloves",
  },
  topics: {
    5: {
      suits: "child-old",
      who: "a hobby baker | a cake decorator\n old: a {grandmother} with a family recipe\n many: hobby bakers | siblings",
      doing: `
        baking | baking {dessert} | making {dessert} | cutting out cookies | decorating {dessert} | licking the batter | weighing flour | waiting for {dessert} to rise | taking {dessert} out of the oven | icing {dessert}
        many: baking Christmas cookies
        hands: kneading dough | cracking an egg | rolling out dough | sifting flour | whisking eggs | piping cream`,
      thing: "a rolling pin | dough | {dessert} | a cookie cutter | a whisk | flour | a mixing bowl | a baking tray | a muffin tin | sprinkles | vanilla",
      place: "at a floury table | in front of the oven | next to the mixer | at the baking table",
      idea: "baking | homemade sweets | pastry | a family recipe | sugar | dough | a rainy day | Easter",
    },
    20: {
      suits: "child-old",
      who: "a late riser | an early bird | a breakfast guest\n many: sleepy roommates\n two: a couple in pajamas\n group: a family at breakfast",
      doing: `
        having breakfast | eating cereal | making pancakes | buttering toast | reading the newspaper over breakfast | making a smoothie | eating oatmeal | frying eggs | squeezing oranges | spreading jam on a bagel | waiting for the toaster
        many: having brunch | sharing pancakes
        hands: holding a mug of tea | pouring cereal | holding a slice of toast | drinking orange juice`,
      thing: "a bowl of cereal | toast | scrambled eggs | orange juice | pancakes | a toaster | granola | jam | a blender | a newspaper | yogurt | avocado toast | muesli",
      place: "at the breakfast table | at the breakfast bar | by the kitchen window | on the balcony",
      idea: "breakfast | morning | vitamins | brunch | a fresh start | wake-up time | cereal | smoothies",
      wear: "in pajamas | in a bathrobe | in {a color} robe",
    },
    31: {
      suits: "child-old",
      who: "a cleaner | a housekeeper | a plumber | a homemaker\n women: a maid\n men: a handyman\n many: a cleaning team | flatmates",
      doing: `
        cleaning | washing the dishes | wiping the counter | doing the laundry | mopping the floor | repairing the sink | loading the dishwasher | disinfecting surfaces | polishing the stove | taking out the trash | sorting waste | fixing a leaking pipe
        many: sharing the housework
        hands: scrubbing a pan | holding a spray bottle | drying plates | wearing rubber gloves | wringing out a cloth`,
      thing: "rubber gloves | a sponge | detergent | a mop | a spray bottle | a dishwasher | a bucket | a broom | a vacuum cleaner | dirty dishes | a wrench | a recycling bin",
      place: "at the sink | next to the dishwasher | in the laundry room | under the sink | on the tiled floor",
      idea: "housework | hygiene | cleaning | chores | plumbing | recycling | spring cleaning | disinfection | order",
      wear: "in rubber gloves | in overalls",
    },
    39: {
      suits: "young-old",
      who: "a chef | a sous chef | a head chef | a kitchen assistant | a caterer | a pizza maker | a sushi chef\n many: chefs | kitchen staff | culinary students",
      doing: `
        plating {dish} | cooking in a restaurant | garnishing {dish} | flambéing a dish | preparing sushi | seasoning {dish} | checking the orders | filleting {fish} | running a busy kitchen | making pizza | teaching a cooking class
        hands: holding a chef's knife | tossing a pan | slicing {fish} | sprinkling salt | ringing the service bell`,
      thing: "a chef's knife | a plate of {dish} | a grill | a wok | a chef's hat | truffles | a ladle | a pizza oven | a service bell | a meat tenderizer",
      place: "in a restaurant kitchen | in a commercial kitchen | at the pass | in a catering kitchen | at a culinary school",
      idea: "gastronomy | haute cuisine | catering | fine food | a Michelin star | kitchen work | a culinary career | flavor",
      wear: "in a chef's hat | in a white chef's jacket | in a toque",
    },
    40: {
      suits: "child-old",
      who: "a nutritionist | a vegan | a dietician | a food blogger | a vegetarian | a health coach\n many: vegans | health-conscious friends",
      doing: `
        making a salad | preparing vegetables | eating {produce} | washing {produce} | choosing healthy food | cutting {produce} | mixing a green smoothie | cooking vegetarian {dish} | planning a diet | preparing lunch boxes | counting calories | filming a vegan recipe
        many: preparing a salad
        hands: slicing {produce} | holding {produce} | chopping herbs | tossing a salad | squeezing a lemon | rinsing {produce}`,
      thing: "a salad bowl | {produce} | olive oil | a kitchen knife | quinoa | a green smoothie | herbs | a blender | tofu | a lunch box | chickpeas",
      place: "at a table full of vegetables | behind a pile of {produce} | at a wooden chopping board | in a bright white kitchen",
      idea: "healthy eating | vegan food | dieting | vitamins | clean eating | vegetables | detox | fiber | wellness | weight loss | organic cooking | nutrition",
    },
  },
};
