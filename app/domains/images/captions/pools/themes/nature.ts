import type { SceneThemes } from "../../theme";

export const nature: SceneThemes = {
  view: "a misty valley | a winding path | a lonely tree | rolling hills | a waterfall | a wooden fence | clouds over a ridge | wildflowers | a fallen log | mossy rocks",
  general: {
    who: "a nature lover | a hiker | a traveler | a photographer | a backpacker | a birdwatcher | a ranger\n many: hikers | backpackers | travelers",
    doing: `
      enjoying nature | exploring | enjoying the view | watching {animal} | breathing fresh air | listening to birdsong | looking at the mountains | resting | taking a break | looking for {animal} | discovering a hidden trail | photographing {animal} | enjoying the silence
      many: spending time outdoors | going on a trip | telling stories
      body: walking through the forest | hiking | standing with arms outstretched | jumping over a stream | lying in the grass
      hands: holding binoculars | touching the bark of a tree | pointing at {animal} | holding a camera
      baby: sitting in the grass | playing with leaves | looking at {animal} | resting`,
    thing: "a backpack | binoculars | a camera | a walking stick | a map | a compass | a tree trunk | a trail sign | a stone bridge | {tree} | ferns | a wooden bench",
    place: "in the forest | in the mountains | in the countryside | in a national park | on a hill | by a stream | in the woods | at the edge of the forest | in a green valley | under {a tree} | on {coin} Ridge | near {coin} Falls",
    idea: "nature | freedom | adventure | wilderness | ecology | wanderlust | peace | exploration | the environment | solitude | wildlife | biodiversity",
  },
  topics: {
    4: {
      who: "a camper | a scout | a van lifer | a survivalist\n many: campers | scouts | a camping family",
      doing: `
        camping | pitching a tent | sitting by the campfire | cooking over an open fire | sleeping under the stars | waking up in a tent | chopping firewood | grilling sausages | living in a camper van | boiling water on a camp stove
        many: telling ghost stories | singing around the fire
        hands: roasting marshmallows | holding an enamel mug | hammering a tent peg | holding a flashlight`,
      thing: "a tent | a campfire | a sleeping bag | a camper van | an enamel mug | a lantern | marshmallows | firewood | a camping stove | a headlamp | a hammock",
      place: "at the campsite | in front of a tent | by the campfire | next to a camper van | at {coin} campground | in a forest clearing",
      idea: "camping | bushcraft | survival | van life | scouting | roaming | a weekend escape",
      wear: "in a plaid shirt | in a fleece jacket | in a bush hat",
    },
    15: {
      who: "a farmer | an agronomist | a beekeeper | a shepherd | a rancher | a farmhand | a winegrower | a tractor driver\n many: farmers | farm workers | agronomists",
      doing: `
        harvesting {produce} | inspecting the crop | feeding {livestock} | driving a tractor | checking the harvest | milking a cow | caring for {livestock} | spraying crops | herding {livestock} | checking beehives | planting {produce} | loading hay
        body: walking through a wheat field | standing in a cornfield | standing next to a tractor
        hands: holding {produce} | holding ears of wheat | shoveling grain | carrying a bale of hay | examining the soil`,
      thing: "a tractor | wheat | a pitchfork | {produce} | hay bales | {livestock} | a barn | a combine harvester | a beehive | fertilizer | a milk churn",
      place: "on the farm | in a wheat field | in the orchard | in the cowshed | on a plantation | in a greenhouse | in the barn | in a rice field | on {family} Farm",
      idea: "agriculture | harvest | farming | livestock | organic food | irrigation | agribusiness | rural life | crop yield",
      wear: "in rubber boots | in dungarees | in a straw hat",
    },
    33: {
      who: "a mountaineer | a trekker | a rock climber | a mountain guide | a trail runner\n many: mountaineers | trekkers | climbers",
      doing: `
        climbing a mountain | trekking | looking down from the summit | rock climbing | reaching the peak | conquering a steep slope | studying the route | rappelling | enjoying the alpine view | resting at a mountain hut
        body: standing on the summit | hiking up a ridge | scrambling over boulders | crossing a suspension bridge
        hands: holding trekking poles | gripping a rope | clipping a carabiner | planting a flag`,
      thing: "trekking poles | a climbing rope | a carabiner | a summit cross | hiking boots | a rucksack | a glacier | a cairn | an ice axe | a harness",
      place: "on the summit | on a rocky ridge | on a mountain trail | on a steep cliff | above the clouds | at a mountain hut | on Mount {coin} | in the high Alps",
      idea: "mountaineering | a challenge | success | trekking | altitude | courage | a summit | endurance | climbing",
      wear: "in hiking boots | in a windbreaker | in a climbing helmet",
    },
    37: {
      who: "a romantic | a gardener on a walk | a botanist | a free spirit\n many: friends among flowers | carefree friends",
      doing: `
        smelling {flower} | sitting among {flower} | daydreaming | feeling free | enjoying the scent of {flower} | making a flower crown | blowing dandelion seeds | picking {flower} | admiring {flower} | studying {flower} | reading poetry
        body: running through a meadow | lying among {flower} | dancing | twirling between {flower} | standing with open arms
        hands: holding {flower} | gathering {flower} | holding a bouquet of {flower} | touching {flower}
        baby: touching {flower} | sitting between {flower}`,
      suits: "",
      thing: "{flower} | a bouquet of {flower} | a flower crown | a wicker basket | a butterfly | tall grass | a ladybug | a blanket | petals | {flower} in bloom",
      place: "in a meadow | in a field of {flower} | in a flower garden | among {flower} | in tall grass | in a lavender field | in a botanical garden",
      idea: "carefree days | blossom | allergy | fragrance | femininity | pollen | happiness | bloom | poetry",
      wear: "in a straw hat | in a floral shirt\n women: in a floral dress | in a white dress",
    },
    55: {
      who: "an angler | a kayaker | a fly fisherman | a canoeist | a rower | a park ranger\n many: anglers | kayakers | a rowing crew",
      doing: `
        fishing | kayaking | waiting for a bite | rowing a boat | canoeing | catching {fish} | casting a line | paddleboarding | rafting down the river | floating on the lake
        body: standing in the river | diving off a jetty
        hands: holding a fishing rod | holding {a fish} | baiting a hook | paddling a canoe | unhooking {a fish}`,
      thing: "a fishing rod | a kayak | a paddle | {a fish} | a bait box | waders | a canoe | a landing net | a rowing boat | a dock",
      place: "on the lake | by the river | in a kayak | on a wooden dock | in the rapids | on Lake {coin} | by a trout stream",
      idea: "fishing | kayaking | patience | fresh water | angling | a hobby | river life",
      wear: "in waders | in a fishing vest | in a life jacket",
    },
  },
};
