import type { SceneThemes } from "../../theme";

export const park: SceneThemes = {
  view: "an empty park bench | autumn leaves on a path | a deserted playground | a pond with ducks | a fountain | an old oak",
  general: {
    who: "a park visitor | a jogger | a nature lover\n many: friends | neighbors | a family\n young: a student\n old: a retiree",
    doing: `
      enjoying a sunny day | sitting | relaxing | listening to music | feeding the ducks | reading in the sun | talking on the phone | taking a break | looking at the trees | spending time outdoors | blowing soap bubbles | enjoying fresh air | using {a device}
      many: having a chat | taking a selfie | playing cards | enjoying the weekend
      many face: laughing in the sun
      body: strolling | walking under {tree} | lying on the lawn | climbing a tree | standing under {a tree}
      hands: holding {a drink} | holding a balloon | collecting leaves | holding {flower}
      baby: sitting up | sleeping in a stroller | touching the grass | looking at {flower} | learning to walk`,
    thing: "a bench | a book | a blanket | {a device} | a balloon | {a drink} | soap bubbles | a fountain | {tree} | a kite | a newspaper | leaves",
    place: "in the park | on a park bench | in a city park | in the garden | outdoors | on the lawn | under {a tree} | in the public garden | by the pond | in {coin} Park | in the backyard",
    idea: "leisure | fresh air | the outdoors | relaxation | happiness | sunshine | a weekend | an active lifestyle | friendship | a break | nature\n old: retirement",
  },
  topics: {
    8: {
      who: "a dog owner | a dog walker | a dog trainer | a veterinarian | an animal shelter volunteer\n many: dog owners | volunteers | dog lovers",
      doing: `
        playing with {a breed} | petting {a breed} | walking {a breed} | training {a breed} | cuddling {a breed} | brushing {a breed} | teaching {a breed} to sit | feeding {a breed} | kissing {a breed} | resting next to {a breed} | playing fetch with {a breed}
        hands: holding {a breed} | throwing a stick for {a breed} | holding a leash | giving {a breed} a treat
        body: running with {a breed} | standing next to {a breed} | kneeling beside {a breed}
        baby: looking at {a breed} | sitting next to {a breed} | touching {a breed}`,
      suits: "",
      thing: "a leash | {breed} | a dog bowl | a tennis ball | a collar | a dog treat | a chew toy | a muzzle | a poop bag",
      place: "at the dog park | in the dog run | on a dog walk | at the animal shelter | at the vet | at dog school",
      idea: "pets | animal love | loyalty | dog training | companionship | adoption | a best friend | obedience | veterinary care",
    },
    18: {
      suits: "child-old",
      who: "a picnicker | a barbecue host | a grill master\n many: picnickers | a family at a picnic | friends at a barbecue",
      doing: `
        having a picnic | eating {produce} outdoors | grilling {dish} | enjoying a barbecue | unpacking a picnic basket | eating {dish} on a blanket | lying on a picnic blanket | eating watermelon | spreading out a blanket
        many: sharing a picnic | toasting with lemonade | having a garden party
        hands: turning sausages | holding a sandwich | pouring lemonade | cutting a watermelon`,
      thing: "a picnic basket | a checkered blanket | a barbecue grill | sandwiches | lemonade | watermelon | paper plates | a cooler | {produce} | skewers | corn on the cob",
      place: "at a picnic | on a picnic blanket | at a garden party | at the barbecue area | under the cherry trees",
      idea: "a picnic | a barbecue | summer food | a garden party | togetherness | grilling | outdoor dining",
    },
    47: {
      suits: "",
      who: "a {mother} | a kindergarten teacher | a soccer {mother}\n child: a playful {girl} | a little adventurer | a wild {girl} | a little soccer player\n two: a {mother} and child | a {mother} and toddler | siblings\n group: a family | a family of four\n group child: playmates | kids\n many: parents | friends",
      doing: `
        playing soccer | flying a kite | enjoying a day off | having fun outdoors
        child teenager: playing on the playground | riding on a swing | playing tag | blowing bubbles | having fun on the seesaw
        child: playing with {a toy} | going down the slide | climbing on the jungle gym | learning to ride a bike | hanging upside down | playing in the sandbox | swinging high | catching a butterfly | playing hopscotch
        adult-old: pushing a stroller | watching the children | playing with the kids | giving a piggyback ride | pushing a swing
        many: playing together | having a family outing | playing football | enjoying a family day
        hands: throwing a ball | holding {a toy} | tying a child's shoelaces | throwing leaves in the air
        body: running across the grass | jumping in puddles | spinning around
        baby: sitting on a swing | playing in the sandbox | going for a ride in the stroller | taking {her} first steps`,
      thing: "a swing | a slide | a soccer ball | a stroller | a kite | a seesaw | a sandbox | {toy} | a tricycle | a jungle gym | bubbles | a climbing frame",
      place: "on the playground | at the adventure playground | on a family outing | at summer camp | on the merry-go-round\n baby child: in the sandbox | on the swing",
      idea: "childhood | family fun | play | an outing | growing up | siblings | imagination | children's day | adventure | freedom",
    },
    61: {
      suits: "teenager-old",
      who: "a runner | a jogger | a marathon runner | a sprinter | a triathlete\n many: runners | joggers | marathon runners | a running group",
      doing: `
        jogging | running | stretching before a run | checking a fitness tracker | training for a marathon | resting after a run | running a half marathon | warming up for a race | listening to music while jogging
        many: running side by side | finishing a race
        body: running uphill | sprinting | stretching {her} legs | crossing the finish line
        hands: tying running shoes | checking a smartwatch | drinking water after a run`,
      thing: "running shoes | a fitness tracker | a starting number | a water bottle | earbuds | a finish line | a medal | a stopwatch | a smartwatch",
      place: "on the running track | at the marathon | on a jogging trail | at the finish line | on a forest path | at kilometer {#2-42}",
      idea: "running | a marathon | jogging | cardio | stamina | heart rate | a race | a personal best | athletics",
      wear: "in running gear | in {a color} running shirt | in sneakers",
    },
    62: {
      suits: "young-old",
      who: "women: a bride | a bridesmaid | a maid of honor\n men: a groom | a best man\n a wedding planner | a wedding guest\n two: a bride and groom | newlyweds | a wedding couple | a just married couple\n group: wedding guests | a bridal party",
      doing: `
        celebrating a wedding | saying yes | reading wedding vows | waiting for the ceremony | getting married | attending a wedding | posing for wedding photos | planning a wedding
        face: crying happy tears
        two: exchanging rings | kissing under an arch | cutting the wedding cake | dancing the first waltz
        group: throwing rice | toasting the newlyweds
        hands: holding a bridal bouquet | showing a wedding ring | throwing the bouquet | adjusting the veil
        body: walking down the aisle`,
      thing: "a bridal bouquet | a wedding ring | a veil | a wedding cake | rose petals | a wedding dress | a boutonniere | champagne glasses | an invitation | a flower arch",
      place: "at the wedding | at the wedding ceremony | in the castle park | under a floral arch | at the wedding reception | in front of the chapel | at Villa {coin}",
      idea: "marriage | a wedding | love | commitment | a ceremony | engagement | a bouquet | vows | romance | tradition",
      wear: "women: in a wedding dress | in white lace | wearing a veil\n men: in a tuxedo | in {a color} suit\n in festive clothes",
    },
    63: {
      suits: "child-old",
      who: "a gardener | a landscape gardener | a florist | a horticulturist | a hobby gardener\n many: gardeners | community garden volunteers",
      doing: `
        gardening | planting {flower} | watering {flower} | pruning roses | harvesting {produce} | mowing the lawn | raking leaves | growing {produce} | sowing seeds | repotting {flower} | pulling weeds | building a greenhouse
        hands: holding a watering can | digging with a spade | trimming a hedge | pushing a wheelbarrow | holding seedlings`,
      thing: "a watering can | a spade | {flower} | a wheelbarrow | garden shears | a flower pot | seedlings | compost | a lawn mower | a greenhouse | a hose | a raised bed",
      place: "in the vegetable garden | in a community garden | in the flower bed | in the greenhouse | in a rose garden | at the garden center | on an allotment",
      idea: "gardening | horticulture | compost | self-sufficiency | growth | landscaping | planting | a hobby | a passion for plants",
      wear: "in gardening gloves | in rubber boots | in a straw hat | in dungarees",
    },
  },
};
