import type { SceneThemes } from "../../theme";

export const cafe: SceneThemes = {
  view: "empty tables | a coffee bar | chairs on a terrace | a set table by the window | a chalkboard menu | pastries behind glass",
  general: {
    who: "a guest | a regular customer | a diner | a food lover | a restaurant visitor\n many: guests | friends over lunch",
    doing: `
      waiting for the food | ordering lunch | enjoying a meal | eating {dish} | looking out of the window | reading the menu | having {a drink} | enjoying a break | tasting {dish} | paying the bill | having dessert | eating {dessert}
      many: chatting at a table | having lunch | catching up | sharing {dish}
      many face: laughing at the table
      teenager-old: working on a laptop | meeting a client
      hands: holding {a drink} | typing on a phone | stirring {a drink}`,
    thing: "a menu | {dish} | {dessert} | {a drink} | a laptop | a smartphone | a napkin | a candle | a book | a straw | cutlery | a bill",
    place: "in a cafe | at the cafe | in a restaurant | at a table by the window | at a sidewalk cafe | in a cozy bistro | on a restaurant terrace | at Café {family} | at the {coin} Bistro",
    idea: "lunch | food | friendship | conversation | leisure | a coffee break | brunch | hospitality\n young-old: small business | remote work",
  },
  topics: {
    3: {
      suits: "young-old",
      who: "a bartender | a mixologist | a sommelier | a bar owner\n women: a barmaid\n many: bartenders | friends at happy hour | bar guests",
      doing: `
        mixing a cocktail | enjoying happy hour | ordering drinks | celebrating after work | tasting whiskey | flirting at the bar | garnishing a cocktail | polishing glasses | watching the game
        many: toasting with cocktails | drinking shots
        hands: shaking a cocktail | holding a martini | pouring gin | raising a glass | squeezing a lime`,
      thing: "a cocktail shaker | a martini | an ice cube | a bar stool | a bottle of whiskey | a lime | a neon light | a tumbler | a coaster",
      place: "at the bar | in a cocktail lounge | behind the bar | in a rooftop bar | at a pub | in the hotel bar | at {coin}'s Bar",
      idea: "happy hour | cocktails | alcohol | nightlife | mixology | a date | celebration",
      wear: "in {a color} vest\n men: in {a color} bow tie\n women: in {a color} cocktail dress",
    },
    9: {
      suits: "teenager-old",
      who: "a barista | a coffee lover | a coffee shop owner | a freelancer | a roaster\n many: baristas | coffee shop owners",
      doing: `
        drinking coffee | making coffee | steaming milk | smelling fresh coffee | ordering a cappuccino | roasting coffee beans | working remotely over a latte | serving an espresso | enjoying a flat white
        many: meeting for coffee
        hands: holding a coffee mug | pouring latte art | grinding beans | handing over a paper cup | warming {her} hands on a cup`,
      thing: "a cup of coffee | an espresso machine | a cappuccino | coffee beans | a paper cup | a milk jug | latte art | a croissant | a macchiato | a coffee grinder",
      place: "in a coffee shop | at the coffee counter | in a roastery | next to the espresso machine | at the {coin} Coffee House | at a corner cafe",
      idea: "coffee | caffeine | espresso | a morning ritual | aroma | barista training | a startup | takeaway",
      wear: "in {a color} apron | in a denim apron",
    },
    46: {
      suits: "child-old",
      who: "women: a waitress\n a head waiter | a chef de rang | a birthday guest | a restaurant critic\n many: dinner guests | members of the {family} family | a birthday party",
      doing: `
        having dinner | celebrating a birthday | enjoying a romantic dinner | serving {dish} | taking an order | eating {dish} with chopsticks | blowing out candles | opening a birthday gift | photographing {dish}
        many: clinking glasses | having a family dinner | celebrating New Year
        hands: carrying plates | holding chopsticks | cutting a steak | pouring wine for a guest`,
      thing: "a birthday cake | chopsticks | a plate of {dish} | a tablecloth | balloons | a candlestick | a serving tray\n young-old: a wine glass",
      place: "in an elegant restaurant | at a fine dining restaurant | at the {family} family restaurant | at a long dinner table | in a sushi bar | at Trattoria {family}",
      idea: "dinner | a birthday | fine dining | anniversary | gastronomy | a family reunion | cuisine | service",
      wear: "in {a color} suit\n women: in {a color} evening dress",
    },
    50: {
      suits: "child-old",
      who: "a baker | a pastry chef | a confectioner | a bakery owner | a shop assistant\n many: bakers | bakery staff",
      doing: `
        selling bread | choosing {dessert} | eating {dessert} | decorating {dessert} | taking bread out of the oven | buying rolls | shaping dough | wrapping {dessert} | licking icing sugar off a spoon | opening the bakery
        hands: holding a baguette | carrying a tray of {dessert} | kneading dough | dusting flour over {dessert}`,
      thing: "a loaf of bread | a baguette | {dessert} | a tray of {dessert} | flour | a rolling pin | sourdough | a paper bag | a cake stand | pretzels",
      place: "in a bakery | in a pastry shop | at the bakery counter | in front of the bread shelf | in an artisan bakery | at {family} Bakery",
      idea: "bread | pastry | craft | a family business | gluten | confectionery | sweets | an early shift | handmade",
      wear: "in a baker's hat | in a flour-dusted apron",
    },
    56: {
      suits: "young-old",
      who: "a winemaker | a brewer | a wine lover | a beer brewer | a winery owner\n many: wine lovers | brewers | Oktoberfest visitors",
      doing: `
        tasting wine | drinking red wine | enjoying a glass of rosé | drinking craft beer | attending a wine tasting | tapping a beer keg | comparing vintages | sniffing a Riesling | choosing a bottle
        many: toasting with beer | sharing a bottle of Chardonnay
        hands: holding a wine glass | swirling a glass of Merlot | uncorking a bottle | pouring beer`,
      thing: "a bottle of wine | a beer mug | a corkscrew | a cheese platter | an oak barrel | grapes | a decanter | hops | a pint of ale | olives",
      place: "in a wine bar | in the wine cellar | in a beer garden | at a brewery | at the {family} winery | at a vineyard tasting room",
      idea: "wine | craft beer | vintage | a tasting | viticulture | connoisseurs | brewing | a toast",
    },
  },
};
