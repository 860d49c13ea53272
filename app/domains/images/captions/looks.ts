/** How somebody looks at the moment, as adjectives: anywhere. */
const anywhere = `
  face a one child-old x2: smiling | happy | cheerful | joyful | laughing | serious | thoughtful | pensive | calm | relaxed | curious | friendly | radiant | delighted | grinning | focused | content | carefree | charming | good-humored | positive | energetic | shy | dreamy
  face a one teenager-old x2: confident | concentrated | self-assured | contemplative | elegant | satisfied | hopeful
  face many child-old x2: smiling | happy | cheerful | joyful | laughing | relaxed | curious | friendly | delighted | focused | carefree | positive | energetic | content
  face many teenager-old x2: confident | hopeful | multiethnic
  face many baby: happy | smiling | sleepy | curious
  face one a young-old: good-looking | freckled | bespectacled
  face a one baby: smiling | laughing | happy | crying | sleepy | curious | cheerful | adorable | drooling | giggling | surprised | chubby | blue-eyed | toothless
`;
/** Where people are themselves, and show what they feel. */
export const moodAtHome = `${anywhere}
  face a one child-old: excited | surprised | proud | sad | worried | amused | playful | bored | tired | sleepy | attentive | confused | amazed | astonished | mischievous | lonely | upset | gentle | enthusiastic | optimistic
  face a one teenager-old: nostalgic | melancholic | stressed | exhausted | skeptical | angry | anxious | frustrated | nervous | disappointed | emotional | flirty | glamorous | sensual | stern | suspicious | impatient | shocked | inspired | romantic | ecstatic | puzzled | depressed
  face many child-old: serious | excited | surprised | playful | amazed | enthusiastic | optimistic | tired | attentive
  face many teenager-old: glamorous
`;
/** Where they work or learn. */
export const moodAtWork = `${anywhere}
  face a one child-old: attentive | proud | tired | bored | surprised | confused | optimistic | enthusiastic
  face a one teenager-old: determined | stressed | exhausted | skeptical | busy | successful | frustrated | ambitious | nervous | inspired | careful | puzzled | impatient | overworked | diligent | motivated
  face many child-old: serious | attentive | enthusiastic | optimistic | tired
  face many teenager-old: determined | successful | busy | ambitious | motivated | diligent
`;
/** Where they are of their free will. */
export const moodAtLeisure = `${anywhere}
  face a one child-old: excited | amused | playful | amazed | enthusiastic | mischievous | gentle | adventurous
  face a one teenager-old: nostalgic | inspired | romantic | glamorous | flirty | ecstatic | sensual | dreamy-eyed
  face many child-old: excited | playful | amazed | enthusiastic | adventurous | high-spirited
`;

/** What needs no face to be seen. */
export const look = `
  a one child-old: casual | trendy | stylish | curly-haired | long-haired | sporty | modern
  a one young-old: well-dressed | fashionable | athletic | casually dressed | short-haired | dark-haired | independent | hard-working | elegant | professional | successful | active | strong
  a one teenager young adult: hip | edgy | slender | muscular
  many child-old: sporty | carefree | active | casual | modern | busy | stylish
  group child-old anonymous: diverse
  many baby: little | cute
  a one baby: little | tiny | quiet
`;

/** What somebody wears, where the theme says nothing else. */
export const wear = `
  one child-old x3: in {a color} {garment} | wearing {a color} {garment} | in {a pattern} {garment} | wearing {a pattern} {garment} | in {a color} {garment} and {pants} | in {color} {pants}
  one child-old: in casual clothes | in black | in white | in denim | in {her} favorite {garment} | with {hair} hair | wearing a backpack | with a {pattern} bag | wearing {a hat} | in {a hat}
  one young-old: in casual wear | wearing a wristwatch | with a tattoo on {her} arm | wearing a ring | wearing a wedding band
  one face child-old x2: with {hair} hair | wearing glasses | wearing headphones | with {eyes} eyes | with freckles
  one face young-old: wearing eyeglasses | wearing sunglasses
  one face women young-old: with red lipstick | wearing earrings | wearing a necklace | with her hair in a bun | with a ponytail
  one face men young-old: with a beard | with a mustache | with stubble | wearing a tie
  baby: in a romper | in {a color} onesie | in a diaper | in a {pattern} bodysuit | in a sun hat | wearing a bib
`;
