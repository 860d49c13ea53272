import type { SceneThemes } from "../../theme";

export const street: SceneThemes = {
  view: "a deserted street | a row of old houses | traffic lights | city lights | a narrow alley | parked cars | a wall covered with graffiti",
  general: {
    who: "a pedestrian | a passerby | a city dweller | a tourist | a street musician | {occupation}\n many: pedestrians | tourists | neighbors\n child: a schoolchild\n young: a student",
    doing: `
      exploring the city | waiting at the crosswalk | enjoying city life | looking around | waiting for a friend | listening to music | talking on the phone | enjoying a day downtown | checking messages | taking a selfie | looking for the right address | resting | leaning against a wall
      many: meeting downtown | hanging out | sightseeing | chatting | joking around
      body: crossing the road | walking along | standing on the corner | running to catch a tram | climbing the stairs
      hands: holding an umbrella | carrying a backpack | pointing at a landmark | hailing a taxi`,
    thing: "a smartphone | a backpack | an umbrella | a street lamp | a map | headphones | a crosswalk | a takeaway cup | a camera | a tote bag | a bench | a mural",
    place: "on the street | in the city | downtown | in the old town | on a busy road | on the sidewalk | in a narrow alley | in front of a brick wall | outside an apartment building | in a residential neighborhood | on {coin} Street | on the corner of {coin} Avenue | in the business district",
    idea: "city life | urban lifestyle | travel | communication | youth culture | diversity | independence | downtown | technology | architecture | street photography",
  },
  topics: {
    2: {
      who: "a cyclist | a bike courier | a commuter on a bicycle | a skateboarder | a bicycle mechanic\n many: cyclists | bike messengers | skateboarders",
      doing: `
        riding a bicycle | cycling to work | commuting by bike | repairing a flat tire | unlocking a bike | riding an electric scooter | skateboarding | delivering food by bike | checking the brakes | waiting in the bike lane
        body: pushing a bike | standing next to a bicycle | doing a skateboard trick
        hands: holding the handlebars | fastening a helmet | carrying a skateboard | pumping up a tire`,
      thing: "a bicycle | a helmet | a scooter | a skateboard | a bike lock | a delivery bag | a bell | a pannier | a cargo bike",
      place: "in the bike lane | at a skate park | at the bicycle stand | outside a bike shop | on a cycle path",
      idea: "cycling | green mobility | delivery | ecology | skateboarding | zero emissions | sustainable transport",
      wear: "in a bike helmet | in a reflective vest",
    },
    7: {
      who: "a vendor | a market trader | a fruit seller | a fishmonger | a customer | a street food cook\n many: market traders | vendors | shoppers",
      doing: `
        buying {produce} | selling {produce} | choosing fresh vegetables | bargaining with a vendor | arranging a stall | weighing {produce} | tasting street food | eating {dish} from a paper plate | grilling {dish} | shopping for groceries
        many: comparing prices | queuing at a stall
        hands: holding a basket of {produce} | picking {produce} | counting change | packing vegetables into a bag | carrying a crate`,
      thing: "a wicker basket | a market stall | a crate of {produce} | a scale | a shopping cart | spices | a food truck | {produce} | a canvas bag",
      place: "at the farmers market | at a street market | at a fruit stand | by a food truck | in a covered bazaar | at the fish market | at a stall on {coin} Square",
      idea: "street food | trade | organic produce | bargain | local farming | small business | groceries | tradition",
      wear: "in an apron | in a headscarf | in a sun-bleached cap",
    },
    13: {
      suits: "teenager-old",
      who: "a clubber | a night owl | a DJ | a street performer | a partygoer | a drummer\n many: partygoers | clubbers | festival fans",
      doing: `
        enjoying the nightlife | going out | waiting outside a club | listening to a street concert | celebrating the festival | watching the fireworks | singing along | queueing for a show | heading to a party
        many: partying all night | celebrating carnival
        body: dancing in the street | walking through neon light
        hands: holding a sparkler | filming with a phone | raising a glass | waving a flag`,
      thing: "a neon sign | a sparkler | a disco ball | a microphone | confetti | a ticket | a mask | fireworks | a loudspeaker | a {instrument}",
      place: "under neon lights | outside a nightclub | at a street festival | in the nightlife district | at an open-air concert | in front of a jazz bar",
      idea: "nightlife | carnival | party | music | celebration | neon | festival season | entertainment | youth",
      wear: "in a leather jacket | in a denim vest\n women: in sequins | in a glittering dress",
    },
    32: {
      suits: "young-old",
      who: "a driver | a taxi driver | a car owner | a mechanic | a motorcyclist | a police officer | a firefighter | a truck driver\n many: police officers | firefighters | motorists",
      doing: `
        driving {a vehicle} | sitting behind the wheel | repairing {a vehicle} | charging an electric car | waiting in a traffic jam | washing {a vehicle} | checking the engine | parking | calling roadside assistance | directing traffic | refueling {a vehicle}
        body: standing next to {a vehicle} | leaning on {a vehicle} | changing a tire
        hands: holding car keys | handing over the keys | pointing at the dashboard`,
      thing: "a steering wheel | car keys | {a vehicle} | a traffic light | a patrol car | a charging cable | a road sign | a spare tire | a parking meter | a fire truck",
      place: "at the gas station | in a parking lot | on the highway | at a charging station | in a repair shop | at the car dealership | by the roadside",
      idea: "traffic | transportation | insurance | safety | emergency service | road trip | fuel | driving | rush hour",
      wear: "in uniform | in a leather jacket | in overalls",
    },
    45: {
      suits: "teenager-old",
      who: "a fashion blogger | an influencer | a shopper | a stylist | a street style model | a hipster | a trendsetter\n many: fashionistas | shoppers | hipsters",
      doing: `
        shopping for clothes | looking at a shop window | showing off {a color} {garment} | filming a vlog | checking out the sale | posing for a fashion blog | trying on sunglasses | browsing a vintage store | returning from a shopping spree | presenting the new collection
        many: going on a shopping trip | comparing outfits
        body: strutting past boutiques | posing in full outfit | twirling in {a color} coat
        hands: carrying shopping bags | holding a handbag | adjusting sunglasses | swiping a credit card`,
      thing: "shopping bags | a handbag | a credit card | a shop window | sunglasses | high heels | a mannequin | a price tag | a designer coat | a fedora | {a garment}",
      place: "in front of a boutique | at the shopping mall | on a shopping street | outside a department store | during fashion week | at a flea market | outside {coin} Galleria",
      idea: "fashion | shopping | street style | retail | elegance | Black Friday | consumerism | trend | vintage style | luxury",
      wear: "in {a color} {garment} | wearing {a color} {garment} | wearing designer sunglasses | in {a color} trench coat | in a fedora\n women: in high heels",
    },
    54: {
      suits: "young-old",
      who: "a construction worker | an engineer | an architect | a foreman | a builder | a roofer | a bricklayer | a surveyor | a crane operator | an electrician\n many: construction workers | engineers | a building crew",
      doing: `
        inspecting a construction site | checking the blueprint | measuring a beam | supervising the work | laying bricks | repairing the road | planning a new building | surveying the land | mixing mortar | discussing safety rules
        body: standing on scaffolding | climbing a ladder | walking across the site
        hands: holding a blueprint | carrying {a tool} | using {a tool} | operating {a tool} | pointing at the crane`,
      thing: "a hard hat | a blueprint | a crane | {a tool} | scaffolding | a safety vest | an excavator | bricks | a concrete mixer | a ladder | steel beams",
      place: "at a construction site | on a scaffold | at the building yard | next to roadworks | on the roof of a new building | in an unfinished house",
      idea: "construction | engineering | safety | real estate | infrastructure | renovation | industry | labor | contractors",
      wear: "in a hard hat | in a safety vest | in work boots | in {a color} overalls",
    },
  },
};
