import type { SceneThemes } from "../../theme";

export const home: SceneThemes = {
  view: "an empty living room | a cozy armchair | an unmade bed | a bookshelf | a vase on a side table | moving boxes | curtains in the wind",
  general: {
    who: "a homeowner | a tenant | a homebody | a freelancer | a babysitter\n many: roommates | a family | siblings\n child: a little bookworm\n old: a pensioner | a widow | a retiree",
    doing: `
      relaxing | using {a device} | watching television | resting | enjoying a lazy day | listening to music | talking on the phone | making plans | spending time at home | looking out of the window | daydreaming | playing {instrument} | reading | thinking
      many: chatting | watching a film | playing a board game | spending a quiet evening
      teenager-old: shopping online | writing a diary | folding laundry | watering plants | paying bills
      hands: holding {a device} | knitting | holding a remote control | lighting a candle | typing on a laptop
      body: lying down | standing at the window | doing floor exercises
      baby: crawling | sleeping | playing with {a toy} | learning to walk | looking up from the crib | chewing on {a toy} | sitting up`,
    thing: "a sofa | {a device} | a pillow | a blanket | a laptop | a cup of tea | a houseplant | a book | a candle | {a instrument} | a remote control | a lamp | a rug",
    place: "at home | in the living room | on the sofa | in the bedroom | on the couch | in a bright apartment | by the window | in the hallway | on the balcony | in the attic\n one: in an armchair",
    idea: "home life | relaxation | comfort | leisure | quality time | domestic life | lifestyle | rest | a day off | a cozy evening\n child-old: technology\n young-old: online shopping | home office",
  },
  topics: {
    6: {
      suits: "",
      who: `a stay-at-home {mother} | a babysitter | a new parent | a proud {mother} | a {grandmother} | a nanny | a caregiver | an expectant {mother}
        child: an older sibling | a little bookworm | a shy {girl} | a playful {girl}
        old: a proud {grandmother} | a retiree
        many: a family | siblings | members of the {family} family | parents | relatives | a multigenerational family | a young family
        two: a {mother} and child | a {grandmother} and grandchild | a {mother} and daughter | a {mother} and son`,
      doing: `
        doing a jigsaw puzzle | celebrating a birthday | opening a present | preparing a surprise | having a video call with relatives | looking at family pictures | cleaning up the mess
        child teenager: drawing a picture | building a pillow fort | watching cartoons | lying awake
        winter: decorating the Christmas tree | waiting for Santa Claus
        adult-old: reading a bedtime story | looking at a photo album | moving house | painting a wall | assembling furniture | unpacking moving boxes | working from home with a child | putting the kids to bed
        adult: comforting a baby | changing a diaper | helping with homework | planning the family budget
        old: looking at old photographs | babysitting the grandchildren | playing chess | solving a crossword
        child: playing with {a toy} | doing homework | building a tower of blocks | dressing up as {a hero} | having a pillow fight | playing hide and seek | brushing {her} teeth | cuddling a teddy bear
        many: cuddling | playing video games | hugging | looking at a tablet | bonding at home | wrapping gifts
        hands: holding {a toy} | stacking blocks | opening a gift box | painting with watercolors
        baby: playing with {a toy} | sleeping in the crib | drinking from a bottle | crawling toward {a toy} | taking {her} first steps | sitting on a play mat | taking a bath | being rocked to sleep
        baby face: laughing at {a toy}`,
      thing: "{toy} | a teddy bear | a gift box | a family photo | moving boxes | a crib | a storybook | building blocks | a paint roller | a baby bottle | a Christmas tree | a birthday present | a photo album | pajamas | a nursery lamp | a dollhouse | a jigsaw puzzle",
      place: "in the children's room | in the nursery | on the living room carpet | at home with family | in a new apartment | in the playroom | on a cozy rug | in a family home\n baby: beside the crib | on a play mat\n child: under a blanket fort",
      idea: "family | love | parenthood | childhood | bonding | care | a new home | growing up | generations | support | happiness | trust | adoption | bedtime | siblings | security\n adult old: a mortgage | home ownership | a family budget\n women none: motherhood\n men: fatherhood",
    },
  },
};
