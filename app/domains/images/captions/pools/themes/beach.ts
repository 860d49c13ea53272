import type { SceneThemes, Theme } from "../../theme";

export const beach: SceneThemes = {
  view: "an empty beach | waves breaking on the sand | footprints in the sand | palm trees over a lagoon | beach umbrellas | a lifeguard tower | a turquoise bay",
  general: {
    who: "a vacationer | a lifeguard | a tourist | a sunbather\n many: vacationers | tourists\n group: a group of friends on vacation",
    doing: `
      enjoying the sea view | relaxing | cooling off in the water | watching the waves | listening to the surf | collecting seashells | enjoying a beach day | taking in the salty air | looking for crabs | sitting on the sand | enjoying the holidays
      many: having fun in the water | splashing each other | playing in the waves
      body: walking barefoot | running into the sea | standing in shallow water | jumping over a wave | strolling along the shore
      hands: holding a seashell | carrying sandals | writing a word in the sand
      baby: playing with wet sand | sitting under a parasol | touching the sand for the first time | looking at the sea`,
    thing: "a beach towel | a straw hat | a sun umbrella | flip-flops | a seashell | sunscreen | a beach bag | a coconut | an inflatable ring | a pebble | a snorkel | a folding chair",
    place: "on the beach | at the seaside | by the ocean | on a sandy beach | on a tropical shore | at the water's edge | in a rocky cove | on the seashore | beside the sea",
    idea: "summer | vacation | freedom | sunshine | the ocean | relaxation | paradise | fun | travel | holidays",
    wear: "in swimwear | in {a color} swimsuit | in a straw hat | in shorts | in a sun hat\n women: in {a color} beach dress",
  },
  topics: {
    1: {
      who: "a surfer | a surf instructor | a bodyboarder | a kitesurfer\n many: surfers | surf students",
      doing: `
        surfing | waiting for the perfect wave | learning to surf | paddling out | riding a big swell | checking the surf forecast | waxing the board | wiping out in the foam | bodyboarding | kitesurfing
        body: running toward the waves | standing on the board | walking out of the surf
        hands: carrying a surfboard | holding a bodyboard | fixing the leash`,
      thing: "a surfboard | a wetsuit | surf wax | a longboard | a leash | a kite | a rash guard | a camper van",
      place: "on a reef break | at the surf camp | in the lineup | by the surf shack | beyond the breakers",
      idea: "surfing | adrenaline | swell | water sports | adventure | barrel | tide",
      wear: "in a wetsuit | in board shorts | in a rash guard",
    },
    10: {
      who: "a sunbather | a vacationer | a hotel guest\n women: a bikini model\n many: sunbathers | hotel guests",
      doing: `
        sunbathing | getting a tan | lying on a sun lounger | reading on a deck chair | enjoying an all-inclusive vacation | drinking from a coconut | dozing in a hammock | having a spa day | working on a tan
        women: posing in a bikini
        hands: applying sunscreen | sipping {a drink} | spraying tanning oil
        face: squinting in the bright sun`,
      thing: "a sun lounger | sunglasses | a bikini | tanning oil | a hammock | a cocktail | an infinity pool | a beach cabana | a paperback",
      place: "at a luxury resort | by the infinity pool | under a palm tree | on a sun lounger | at a beach club | on a private island",
      idea: "sunbathing | tan | luxury | resort life | skincare | leisure | heat | honeymoon | tropics",
    },
    21: {
      suits: "baby-adult",
      who: "child: a little beachgoer | a sandcastle builder\n adult: a lifeguard | a {mother} on vacation\n many child: kids | siblings | cousins\n many adult: a family with small children",
      doing: `
        building a sandcastle | digging a hole | playing with sand toys | looking for shells | hunting for crabs
        child: filling a bucket with water | making sand angels | being buried in sand | eating a melting ice pop
        adult: watching the kids | teaching a child to swim | rinsing sandy toys
        baby: sitting in a tiny pool | playing with a plastic bucket | crawling on a beach blanket
        hands: decorating a castle with shells | holding a toy rake`,
      thing: "a bucket and spade | a sandcastle | water wings | a toy boat | an ice pop | a beach ball | a moat | a plastic rake | a starfish",
      place: "on a family beach | beside a tide pool | in the warm shallows | next to a sandcastle",
      idea: "childhood | play | family vacation | imagination | sand | school holidays",
    },
    22: {
      who: "a sailor | a skipper | a yacht owner | a fisherman | a captain | a marine biologist | a scuba diver\n many: sailors | a sailing crew | scuba divers",
      doing: `
        sailing | steering a boat | enjoying a boat trip | snorkeling | scuba diving | setting sail | watching dolphins | learning to dive | rowing out to sea | mooring a dinghy | reading a nautical chart
        body: standing at the helm | jumping off a boat
        hands: hoisting the sail | tying a knot | pulling a rope | mending a net | holding a steering wheel`,
      thing: "a sailboat | a yacht | a life jacket | an anchor | a snorkel mask | a fishing net | a motorboat | a catamaran | a buoy | fins | a compass",
      place: "aboard a yacht | in the marina | on the deck of a sailboat | in the fishing harbor | out at sea | off the coast",
      idea: "sailing | seafaring | diving | regatta | nautical style | navigation | marine life | wind",
      wear: "in a striped sailor shirt | in a life vest | in a captain's hat",
    },
    28: {
      suits: "child-old",
      who: "a volleyball player | a frisbee player | a beach athlete\n many: teammates | volleyball players | a beach soccer team",
      doing: `
        playing beach volleyball | exercising on the beach | training in the sand | playing beach tennis | getting ready to serve | playing paddle ball
        many: celebrating a point | playing beach soccer | enjoying a friendly match
        body: diving for the ball | jumping at the net | sprinting along the shore | doing push-ups in the sand
        hands: throwing a frisbee | serving the ball | spinning a volleyball | flying a kite`,
      thing: "a volleyball | a net | a frisbee | a beach racket | a whistle | a scoreboard | a soccer ball | a sweatband",
      place: "on a volleyball court by the sea | at a beach tournament | on hot sand | near the boardwalk",
      idea: "beach volleyball | competition | team spirit | sports | victory | action | summer camp",
    },
    57: {
      suits: "young-old",
      who: "a romantic | a newlywed | a dreamer\n two: a romantic couple | newlyweds | a couple in love | an engaged couple\n group: friends around a bonfire",
      doing: `
        watching the sunset | dreaming by the sea | looking at the horizon | enjoying the last light | waiting for the stars | thinking about the future | celebrating an anniversary
        two: cuddling on a blanket | having a romantic evening | whispering sweet words | kissing at sunset
        body: walking at dusk | dancing in the surf | standing against the evening sky
        hands: holding a lantern | lighting a bonfire`,
      thing: "a bonfire | a guitar | a bottle of champagne | a lantern | a blanket | rose petals | an engagement ring | a driftwood log",
      place: "at the edge of the glowing sea | under a pink sky | on a lonely cliff | on the dunes | by a campfire in the sand",
      idea: "romance | love | honeymoon | dusk | tenderness | passion | anniversary | dreams | hope",
      wear: "in linen pants | in {a color} sarong\n women: in a white summer dress",
    },
  },
};

/** Where it is too cold for the beach, or the country has none. */
export const shore: Theme = {
  who: "a walker | a day tripper | a tourist | a photographer\n many: day trippers | walkers",
  doing: `
    enjoying the view of the water | looking out over the water | breathing fresh air | listening to the waves | relaxing | feeding the seagulls | thinking | taking a day off | watching the ducks
    many: having a chat by the water | spending a day out
    body: strolling along the shore | standing on a jetty | skipping stones | walking the dog
    hands: holding a thermos | throwing a pebble
    baby: looking at the ducks | playing with pebbles | watching the water`,
  thing: "a bench | a pebble | a camera | a thermos | binoculars | a railing | a wooden jetty | a rowing boat | reeds | a backpack | driftwood",
  place: "by the water | on the shore | on the promenade | at the waterfront | on a wooden jetty | by the lake | on the river bank | at the harbor wall",
  idea: "fresh air | solitude | leisure | calm | a day trip | nature | thoughts | contemplation",
};
