/**
 * The patterns of captions. Lines may begin with the pictures that they suit (`suits.ts`), and `x3` for thrice as often.
 * A slot `{name}` takes an entry of a list, `{a name}` with its article where it has one, `{Name}` with a capital,
 * `{name?40}` in 40 of 100 captions, `{name?40/other}` otherwise another; `{#1-9}` is a number. Separators before a slot
 * that stays empty are omitted.
 */

/** Somebody, with adjectives and clothes or without. */
export const np = `
  people x4: {folk}
  face people x6: {mood} {folk}
  people x2: {look} {folk}
  one x3: {folk} {wear}
  face one x2: {mood} {folk} {wear}
`;

/** Without articles or full stops, as most photographers write. */
export const plain = `
  people x9: {Np} {doing} {place} {when?50}
  people: {Np} {doing} {place} {when}, {idea}
  people: {Np} {doing} {place} {when}, {idea} and {idea} concept
  people x2: {Np} {doing} {place} {when}
  people: {Np} {place} {when}
  many x4: {Counted} {doing} {place}
  people x2: {Np}, {doing} {place} {when?60}
  one x2: {Aged} {doing} {place}
  one: {Folk} {doing} and {doing} {place}
  one face x3: Portrait of {a np} {place} {when?30}
  one face: Portrait of {a mood} {folk} with {a thing}
  one face: Close-up portrait of {a np} {place}
  one face: Close up of {a np} {doing} {place}
  many face: Group portrait of {np} {place}
  people: Candid shot of {np} {doing} {place}
  people: {Np} {doing}, {idea} concept
  people faceless x3: Rear view of {a np} {doing} {place} {when?40}
  people faceless: Back view of {a folk} {place} {when}
  people faceless: Unrecognizable {folk} {doing} {place}
  people faceless: {Folk} seen from behind {doing} {place}
  one faceless: Anonymous {folk} {doing} {place} {when?50}
  one hands no-body faceless teenager-old x4: Hands of {a folk} {handsOn} {place} | Close-up of hands of {a folk} {handsOn} {place} | {Folk}'s hands with {a held} {place}
  one hands x2: {Np} holding {a held} {place}
  one feet x3: Full length of {a np} {place} {when?30}
  one face feet x2: Full-length portrait of {a folk} {doing} {place}
  one face no-feet no-body x2: Headshot of {a np} {place}
  one face body no-feet: Waist up of {a np} {place} {when?40}
  people body: {Np} standing {place} {when?50}
  people place: {Np} {doing} in {city}, {country}
  people child-old x2: {Np} {doing} at {venue} {when?40}
  people: {Np} {doing} {place} (MR {#1000-99999})
  none x3: {Thing} and {thing} {place}
  none x3: {View} {when}
  none x2: {View} with {a thing} {when?50}
  none: Close-up of {a thing} {place}
  none: {View}, {idea}
`;

/** Whole sentences. */
export const sentence = `
  people x4: {Np} {doing} {place} {when?50}.
  people x3: Shot of {a np} {doing} {place} {when?35}.
  people x2: Cropped shot of {a folk} {doing} {place}.
  people x2: {Np} {doing} {place}. {Idea} and {idea} concept.
  people: {Np} {doing}. {Idea}, {idea} and {idea} concept.
  one x3: {Np} is {doing} {place} {when?45}.
  many x3: {Counted} are {doing} {place} {when?45}.
  one face x2: Portrait of {a np} {doing} {place}.
  one face: Portrait of {a np}. {Idea}, {idea} and {idea}.
  one face: Studio portrait of {a mood} {folk}, looking at the camera.
  one face: Shot of {a folk} looking {feeling} while {doing} {place}.
  people faceless x2: Rearview shot of {a np} {doing} {place}.
  people faceless: Low angle shot of unrecognizable {folk} {doing} {place}.
  people faceless: {Folk} {doing} {place}, face not visible.
  one hands no-body faceless teenager-old x3: Closeup shot of {a folk}'s hands {handsOn}.
  one hands: {Np} with {a held} in hand {place}.
  one feet x2: Full length shot of {a np} {doing} {place}.
  people x10: {A folk} {doing} {place} {when?40}.
  people: {Idea} and {idea}. {Np} {doing} {place}.
  one: Lifestyle photo of {a folk} {wear} {place} {when}.
  people place: {Np} {doing} {place} in {city}.
  none x2: {View} {when}.
  none: Still life of {a thing}, {a thing} and {a thing}.
  none: {Thing} {place}. Nobody around.
`;

/** Lists of words around who is in the picture, as search engines like them. */
export const keyword = `
  people x4: {Folk}, {thing} and {thing} {place} for {idea}, {idea} and {idea}{end}
  people x2: {Folk}, {thing} and {doing} {place} for {idea}, {idea} or {idea}{end}
  people x4: {Thing}, {idea} and {folk} {place} for {idea}, {idea} or {idea}{end}
  people x3: {Idea}, {idea} and {np} {doing} {place} {when?30}{end}
  face people x3: {Feeling}, portrait and {folk} {place} with {thing} for {idea} or {idea}{end}
  people x2: {Folk}, {idea} and {doing} {place}{end}
  people x2: {Folk} {doing} {place}, {idea}, {idea}, {thing}
  people: {idea}, {idea}, {thing}, {folk}, {place}
  face people: {Folk}, face and {thing} with {idea}, {idea} and {feeling} expression{end}
  people faceless: {Folk}, back and {thing} {place} for {idea} or {idea}{end}
  hands no-body people: Hands, {thing} and {folk} {place} for {idea}, {idea} or {idea}{end}
  people: {Folk}. {Idea}. {Thing}. {Idea}
  people place: {Folk}, {idea} and {thing} {place} in {city}{end}
  none x3: {Thing}, {thing} and {thing} {place}{end}
  none: {Idea}, {idea}, {thing}, nobody
`;

/** As agencies and newspapers write, with place and date where they are known. */
export const agency = `
  people place x4: {City}, {country} - {month} {day}, {year}: {Np} {doing} {place}
  people place x2: {City}, {country} - {day} {month} {year}. {Np} {doing} {place}.
  people place x3: {Np} {doing} {place} in {city}, {country}.
  people place x2: {City}, {country}, {np} {doing}
  people place: {Np} {doing} {place} in {city}, {country}, {month} {year}
  people place: {Country}, {city}, {np} {doing} {when}
  people place: {Np} {doing} on {month} {day}, {year} in {city}, {country}.
  people x4: {Np} {doing} {place}, {month} {year}
  people x2: {month} {day}, {year}. {Np} {doing} {place}.
  people x2: {Np} {doing} {place} {when} - {coin} series no. {#2-480}
  none place x3: {City}, {country} - {month} {day}, {year}: {View}
  none: {View}, {month} {year}
`;

/** Titles, with capitals. */
export const title = `
  people x6: {np} {doing} {place}
  people x2: {np} {place} {when?70}
  people x2: {doing} {place} {when?50}
  people: {np} {doing} {when}
  people: {idea}, {idea} and {idea}
  people place: {np} {doing} in {city}
  one face x2: portrait of {a np}
  one: {folk} {wear} {place}
  people faceless: {folk} from behind
  none x2: {thing} and {thing} {place}
  none: {view} {when}
`;

/** Once a caption would be too long. */
export const short = `
  people: {Folk} {doing}
  none: {View} {when}
`;

/** Feelings behind "looking". */
export const feeling = `face: happy | smiling | confident | proud | thoughtful | bored | stressed | relaxed | surprised | worried | pleased | tired | cheerful | pensive | serious | excited | confused`;
/** How a line of keywords ends. */
export const end = `x2: .
  x3:`;
/** What hands do in any theme. */
export const handsOn = `holding {a held} | touching {a device} | holding {a device} | using {a device} | holding {a drink} | passing on {a held} | cleaning {a device} | typing on {a device} | putting away {a held}`;
/** What can be held anywhere. */
export const held = `{device} | {device} | {drink} | a pen | a notebook | a bunch of keys | a paper cup | an apple | a ticket | an envelope | a magazine | a map | a handkerchief | a small box | a shopping bag | a bunch of flowers | a letter | a newspaper | an umbrella`;
export const month = `January | February | March | April | May | June | July | August | September | October | November | December`;
