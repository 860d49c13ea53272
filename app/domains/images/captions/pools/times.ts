/** When: for outdoors; seasons agree with the place and the day. */
export const whenOutdoors = `
  at sunset | in the morning | at sunrise | at dusk | in the evening | on a sunny day | in the afternoon | on the weekend | at dawn | on a cloudy day | in the golden hour | early in the morning | on a windy day | at noon | in the late afternoon | on a bright day | in soft sunlight | after the rain | in backlight | at twilight | under a blue sky | on a day off | in the fog | on a public holiday | before nightfall | on a clear day | in the mist | on Sunday | on Saturday | on a quiet morning | in the evening sun | in the drizzle
  summer x2: in summer | on a summer day | on a hot day | on a warm summer evening | during summer vacation | on a hot afternoon | in the summer heat
  winter x2: in winter | on a cold day | on a winter morning | on a chilly afternoon | in the winter sun
  spring x2: in spring | on a spring day | on a mild spring morning | on a fresh spring evening | in springtime
  autumn x2: in autumn | on an autumn day | on a fall afternoon | on a foggy autumn morning | in the fall | in October light
`;
export const whenIndoors = `
  in the morning | in the evening | at night | on the weekend | in the afternoon | on a rainy day | during a break | early in the morning | on a day off | by daylight | in the late afternoon | on Sunday | on Saturday | before noon | on a Monday morning | in natural light | in the early evening | on a quiet evening | on a gray day | on a Tuesday afternoon | during the day | on a lazy afternoon
  young-old: late at night | at midnight | after a long day
  young adult: after work | before work
  winter: on a winter evening | on a cold winter day | in winter
  summer: on a summer evening | on a hot summer night
  autumn: on an autumn evening | on a stormy autumn night
  spring: on a spring morning | in spring
`;
/** In a studio there is no time but light. */
export const whenStudio = `in soft light | in natural light | in black and white | in low light | in high key | in side light | with long shadows | in warm light | in dramatic light | in bright light | in profile lighting | with a blurred background | under a spotlight | in pastel tones | in monochrome | in candlelight | in cold light`;
/** Houses and places by name, by scene. */
export const venues: Readonly<Record<string, string>> = {
  home: "Villa {coin} | the {family} residence | {coin} House | {family} Manor | {coin} Cottage | {coin} Apartments",
  kitchen: "Villa {coin} | the {family} residence | {family} Kitchen | {coin} Cooking School | {coin} House",
  office: "the {coin} Center | {family} & Sons | the {coin} headquarters | {coin} Tower | {family} Consulting | the {family} Institute | {coin} Group",
  school: "{coin} School | the {family} Academy | the {family} Institute | {coin} College | {coin} Library | {family} High School",
  cafe: "Café {family} | the {coin} Hotel | {family}'s | the {coin} Grill | Bistro {coin} | the {family} Brasserie",
  studio: "{family} Studio | Studio {coin} | the {family} Gallery | the {coin} Academy of Arts | {coin} Hall",
  gym: "the {coin} Club | {coin} Sports Center | {coin} Gym | {family} Fitness | the {coin} Arena",
  travel: "{coin} Airport | {coin} Station | the {coin} Hotel | {coin} Terminal | the {coin} Museum",
  street: "{coin} Square | {coin} Plaza | the {coin} Theater | {coin} Market | {family} Court | the {coin} Festival | {coin} Gate | {coin} Bridge",
  park: "{coin} Park | {coin} Gardens | the {coin} Fair | {coin} Playground | the {family} Farm | {coin} Castle",
  nature: "{coin} National Park | Lake {coin} | Mount {coin} | {coin} Falls | {coin} Nature Reserve",
  beach: "{coin} Beach | {coin} Bay | Port {coin} | {coin} Cove | the {coin} Beach Club",
  winter: "the {coin} Ski Resort | Mount {coin} | the {coin} Winter Market | Lake {coin} | {coin} Lodge",
};
/** Parts that names of streets, houses and firms are put together from. */
export const coinStart = `Al | An | Ar | Ash | Aven | Bal | Bar | Bel | Ber | Bra | Bren | Cal | Cam | Car | Cas | Cor | Cran | Dal | Dar | Del | Dor | Dun | El | Em | Fal | Far | Fen | Fern | Gal | Glen | Gor | Gran | Hal | Har | Hart | Haw | Hol | Il | Kal | Kel | Kin | Lan | Lar | Lin | Lor | Lyn | Mal | Mar | Mel | Mil | Mon | Mor | Nal | Nor | Oak | Or | Pal | Pen | Per | Quin | Ra | Ral | Red | Ren | Ro | Ros | Sal | San | Sel | Sher | Sil | Sol | Stan | Ster | Tal | Tar | Ther | Tor | Ul | Val | Var | Ver | Vil | Wal | War | Wes | Whit | Win | Wol | York | Zan | Zel`;
export const coinMiddle = `a | e | i | o | an | ar | el | en | er | in | is | on | or | ol | un | ing | al | and | ber | der | ling | mer | ten | ter | ver`;
export const coinEnd = `bridge | brook | bury | by | court | dale | den | ford | gate | grove | ham | hill | hurst | land | leigh | ley | mere | mont | mond | more | port | ridge | shire | side | stead | stone | ton | vale | view | ville | ward | water | well | wick | wood | worth | dora | nova | vista | mar | dor | lino | rossa | tana | via | zza | stein | berg | feld | heim | lund | holm | grad | nik | sk | bay | field`;
