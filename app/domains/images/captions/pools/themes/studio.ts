import type { SceneThemes } from "../../theme";

export const studio: SceneThemes = {
  view: "an empty photo studio | a backdrop and two lamps | a wooden stool | colored paper background | a tripod",
  general: {
    who: "a model | an actor | an artist | {occupation} | a professional | an ordinary {woman}\n many: models | friends | actors",
    doing: `
      posing | looking away | thinking | having an idea | waiting | listening | looking up | looking surprised by the news | using {a device} | dreaming | showing copy space | presenting something
      face: looking at the camera | making a face | winking | looking over {her} shoulder | gazing into the distance
      many: posing together | having fun | hugging | whispering a secret
      hands: pointing to the side | giving a thumbs up | holding {a device} | showing an OK sign | holding {a instrument} | counting on {her} fingers | covering {her} eyes
      body: jumping | standing with arms folded | dancing | sitting on a stool
      baby: sitting | lying on a white blanket | crawling | playing with {a toy} | looking curious | wrapped in a blanket`,
    thing: "{a device} | a blank sign | a stool | a speech bubble | a balloon | a magnifying glass | a gift | an alarm clock | {a instrument} | a megaphone | a light bulb | {a garment}",
    place: "in the studio | on white background | against {a color} background | isolated on white | against {a color} wall | on {color} background | in a photo studio | over {color} background | with copy space | on a plain backdrop | against a gray wall",
    idea: "copy space | a studio shot | fun | an expression | surprise | emotion\n child-old: an idea | style | a question | creativity\n teenager-old: advertising | motivation | promotion | a choice | an offer\n baby: childhood | innocence | curiosity | baby care",
  },
  topics: {
    11: {
      suits: "",
      who: "a {businesswoman} | {occupation} | a redhead | an ordinary {woman} | a job applicant\n one face young-old: a freckled {woman}\n many: best friends | siblings\n two: twins\n baby: a chubby baby | a cheeky baby\n face child: a gap-toothed {girl} | a freckled {girl}",
      doing: `
        posing for a portrait | waiting for the shutter | sitting for the photographer
        face: sitting for a headshot | looking at the camera | looking straight ahead | staring into the lens | glancing to the side
        faceless: turning away from the camera
        hands: resting {her} chin on {her} hand | touching {her} face
        body: standing with crossed arms
        baby: looking into the camera | posing for the first portrait`,
      thing: "a plain backdrop | glasses | a turtleneck | a soft light | a passport photo | a wooden stool\n young-old: earrings | a pair of glasses",
      place: "on gray background | against {a color} background | isolated on {color} background | against a dark background | on a neutral backdrop | in front of a gray backdrop | in a photo booth",
      idea: "a portrait | identity | personality | character | a headshot | diversity | real people | self-confidence | a gaze | authenticity | individuality",
    },
    25: {
      suits: "teenager-old",
      who: "a makeup artist | a beautician | a beauty model | a cosmetologist | a hairdresser | a skincare expert | a spa guest\n many: beauty models | hairdressers | makeup artists",
      doing: `
        applying makeup | getting a facial | having {her} hair done | enjoying a spa treatment | testing a moisturizer | getting a massage | caring for {her} skin | having a manicure
        women: putting on lipstick | curling {her} eyelashes | wearing a facial mask
        men: trimming a beard | getting a shave
        face: showing clear skin
        hands: applying face cream | touching smooth skin | brushing {her} hair | holding a perfume bottle | holding a serum`,
      thing: "lipstick | face cream | a makeup brush | mascara | a serum | a hair dryer | nail polish | a sheet mask | a perfume bottle | cotton pads | a beauty product | eyeliner | aloe vera",
      place: "in a beauty salon | at the hairdresser | at a spa | in front of the makeup mirror | in a cosmetics studio | at Salon {coin}",
      idea: "beauty | skincare | cosmetics | makeup | anti-aging | dermatology | a facial | a manicure | hair care | collagen | natural beauty | hydration | a spa day",
      wear: "in a bathrobe | in a towel | with bare shoulders",
    },
    41: {
      suits: "teenager-adult",
      who: "a fashion model | a fashion designer | a supermodel | a tailor | a stylist\n women: a seamstress\n many: fashion models | designers",
      doing: `
        modeling {a color} {garment} | posing in haute couture | presenting a fashion collection | showing off a new hairstyle | wearing an avant-garde outfit | trying on {a garment} | sewing {a garment} | sketching {a garment}
        body: walking the runway | striking a pose in {a color} {garment} | twirling in {a garment}
        hands: adjusting {a garment} | holding a clutch bag | measuring {a garment} | sewing on a button
        women: posing in an evening gown`,
      thing: "a sewing machine | {a garment} | a runway | silk | a tape measure | {color} {garment} | sequins | a clutch bag | high heels | couture | fabric swatches | a feather boa",
      place: "on the catwalk | at a fashion shoot | in a fashion atelier | backstage | in editorial light | against a velvet curtain | at {coin} Fashion Week",
      idea: "fashion | couture | glamour | elegance | a fashion editorial | design | vogue | textiles | silhouette | extravagance",
      wear: "in {a color} {garment} | wearing {a color} {garment} | in couture\n women: in {a color} evening gown",
    },
    48: {
      suits: "child-old",
      who: "a fan | an emotional {woman} | an angry customer | a lottery winner | a nerd | a skeptic\n many: fans | excited winners",
      doing: `
        celebrating a win | dreaming of success | being shocked by the price | hesitating | protesting | cheering | hearing bad news | making a decision | winning the lottery
        face: screaming | shouting with joy | crying | rolling {her} eyes | grimacing | frowning | yawning | sticking out {her} tongue
        hands: clenching {her} fists | covering {her} mouth | tearing {her} hair | pointing at you | crossing {her} fingers | shrugging | making a stop gesture | shouting through a megaphone
        body: jumping for joy`,
      thing: "a megaphone | confetti | a trophy | a question mark | a winning ticket | a party hat | a foam finger | an exclamation mark | a boxing glove",
      place: "on yellow background | on pink background | isolated on pastel background | against a bright backdrop | on {color} studio background",
      idea: "joy | anger | surprise | fear | disgust | doubt | excitement | victory | body language | a gesture | frustration | gossip | sarcasm",
    },
    52: {
      suits: "child-old",
      who: "a musician | a singer | a guitarist | a ballet dancer | a DJ | a violinist | a drummer | a painter | a sculptor | a pianist | a potter\n many: musicians | a band | ballet dancers | a string quartet",
      doing: `
        playing {instrument} | singing | recording a song | practicing {instrument} | composing | painting on canvas | rehearsing | tuning {a instrument} | sculpting clay | learning {instrument} | mixing tracks
        many: rehearsing with the band | performing {dance}
        body: dancing ballet | dancing {dance} | standing at an easel | standing on tiptoe
        hands: holding {a instrument} | holding a paintbrush | strumming a guitar | shaping clay | holding a microphone`,
      thing: "{a instrument} | a microphone | sheet music | a canvas | an easel | a paintbrush | a mixing desk | ballet shoes | a vinyl record | clay | an amplifier | a palette",
      place: "in the recording studio | in an art studio | at the ballet school | on stage | in a rehearsal room | in a pottery workshop | at {coin} Studios | in the music room",
      idea: "music | art | creativity | ballet | a concert | talent | a rehearsal | melody | painting | a performance | jazz | hip hop | pottery",
    },
    59: {
      suits: "",
      who: "a new {mother} | an expectant {mother} | a midwife | a young {mother}\n baby: a newborn | a sleeping newborn | a newborn {girl} | a tiny baby | a sleepy baby | a two-month-old baby\n two: a {mother} and newborn | expectant parents\n group: parents and a newborn",
      doing: `
        welcoming a newborn | singing a lullaby | looking at baby pictures | folding baby clothes
        one young-old: waiting for a baby | looking at an ultrasound picture | preparing for the birth
        women young adult: breastfeeding | expecting a baby | touching {her} pregnant belly
        child: kissing a newborn | meeting a baby for the first time | looking at a baby
        adult: cradling a newborn | rocking a baby | kissing tiny feet
        hands: holding a newborn | holding baby shoes | swaddling a baby
        baby: sleeping | sleeping in a basket | yawning | lying on {her} tummy | wrapped in a muslin cloth | dreaming | curled up on a blanket
        baby hands: sucking a thumb`,
      thing: "baby shoes | a pacifier | a baby blanket | an ultrasound picture | a knitted hat | a wicker basket | a swaddle | a bonnet | a rattle | a teddy bear | a cradle | a milk bottle",
      place: "in a newborn session | on a fluffy blanket | on cream background | at a maternity shoot | on a soft knitted blanket | on pastel blue background\n baby: in a wicker basket",
      idea: "maternity | newborn care | birth | innocence | new life | parenthood | tenderness | sleep | infancy | a lullaby\n women none: pregnancy | motherhood | breastfeeding\n men: fatherhood",
      wear: "baby: in a knitted hat | in a onesie | in a tiny diaper\n child-old: in white | in {a color} cardigan\n women child-old: in a flowing gown",
    },
  },
};
