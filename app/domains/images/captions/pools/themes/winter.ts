import type { SceneThemes } from "../../theme";

export const winter: SceneThemes = {
  view: "snow-covered trees | a frozen lake | footprints in the snow | icicles on a roof | a snowy path | a mountain hut in the snow",
  general: {
    who: "a hiker | a tourist | a vacationer\n many: hikers | friends | vacationers",
    doing: `
      enjoying the snow | looking at the snowy landscape | freezing | breathing the frosty air | taking a winter vacation | warming up | catching snowflakes | playing with snow | shoveling snow | waiting in the cold
      many: enjoying a winter day | having fun in the snow | drinking hot chocolate
      body: walking through the snow | standing in deep snow | stomping through drifts
      hands: holding a thermos | throwing snow in the air | rubbing {her} hands together
      baby: sitting on a sled | seeing snow for the first time | wrapped in a warm blanket | touching the snow`,
    thing: "a thermos | mittens | a sled | snow boots | a woolen hat | a snow shovel | hot chocolate | a snowflake | icicles | a scarf",
    place: "in the snow | in a snowy forest | outdoors in winter | on a frozen lake | in a snow-covered park | in the winter mountains | on a snowy road | in falling snow",
    idea: "winter | snow | cold weather | frost | winter holidays | ice | a winter walk | warmth | a cold snap",
    wear: "in a woolen hat | in {a color} down jacket | in {a color} scarf | in winter clothes | wearing mittens | in {a color} parka",
  },
  topics: {
    17: {
      who: "a skier | a snowboarder | a ski instructor | a biathlete | a mountain rescuer\n child: a little skier\n many: skiers | snowboarders | a ski school group",
      doing: `
        skiing | snowboarding | riding the chairlift | learning to ski | waiting at the ski lift | cross-country skiing | enjoying apres-ski | taking a ski lesson | racing downhill
        body: standing on skis | carving down the piste | jumping off a ramp
        hands: carrying skis | holding ski poles | adjusting ski goggles | fastening a ski boot`,
      thing: "skis | a snowboard | ski goggles | ski poles | a chairlift | a ski pass | a helmet | a gondola | ski boots | fresh powder",
      place: "on the ski slope | at the ski resort | on the piste | on the chairlift | at the snow park | on a glacier | at {coin} Ski Resort",
      idea: "skiing | snowboarding | winter sports | apres-ski | an avalanche warning | powder snow | a ski trip | speed",
      wear: "in a ski suit | in a ski helmet | in ski goggles",
    },
    23: {
      who: "a Christmas shopper | a market visitor | a carol singer | Santa's helper\n many: Christmas shoppers | carol singers | market visitors",
      doing: `
        visiting the Christmas market | drinking mulled wine | choosing a Christmas tree | buying presents | singing carols | eating roasted chestnuts | admiring Christmas lights | eating gingerbread | waiting for Christmas Eve
        many: celebrating Christmas | watching New Year fireworks
        hands: holding a sparkler | carrying presents | holding a mug of punch | hanging up a star`,
      thing: "a Christmas tree | gingerbread | mulled wine | fairy lights | a present | a sparkler | a wreath | roasted chestnuts | an angel | a reindeer | candy canes",
      place: "at the Christmas market | under the Christmas tree | among fairy lights | at the New Year party | at the ice rink | in front of a gingerbread stall",
      idea: "Christmas | Advent | gifts | New Year | carols | Christmas shopping | the festive season | tradition | lights",
      wear: "in a Santa hat | in {a color} scarf | in a Christmas sweater",
    },
    29: {
      suits: "",
      who: "child: a little snowman builder | a rosy-cheeked {girl}\n many child: kids | playmates\n many: siblings | friends\n group: a family",
      doing: `
        building a snowman | sledding | having a snowball fight | making a snow angel | riding a sled | building an igloo | eating snow | rolling a giant snowball
        many: racing on sleds | throwing snowballs
        body: lying in the snow | running through powder | jumping into a snowdrift
        hands: throwing a snowball | holding a carrot for the snowman | pulling a sled
        baby: riding on a sled | looking at a snowman`,
      thing: "a snowman | a sled | a snowball | a carrot | a toboggan | an igloo | mittens | a bobble hat | a snow angel",
      place: "on the sledding hill | next to a snowman | in a snowy backyard | in fresh powder | on a toboggan run",
      idea: "snow fun | a snowball fight | winter break | sledding | childhood | play | snow day",
    },
    44: {
      who: "a skater | an ice skater | a figure skater | a hockey player | a dog musher | an ice climber\n many: ice skaters | hockey players",
      doing: `
        ice skating | playing ice hockey | learning to skate | walking on ice | watching the northern lights | ice fishing | driving a dog sled | snowshoeing | bathing in an ice hole
        body: gliding over the ice | skating backward | doing a pirouette
        hands: lacing up skates | holding a hockey stick | drilling a hole in the ice`,
      thing: "ice skates | a hockey stick | a puck | snowshoes | huskies | an ice hole | northern lights | an ice drill | a reindeer sled",
      place: "on the ice rink | on the frozen river | at the skating rink | on an icy lake | in a polar landscape",
      idea: "ice skating | ice hockey | the Arctic | polar nights | figure skating | hardiness | frost",
      wear: "in a knitted headband | in {a color} hockey jersey | in a fur hat",
    },
  },
};
