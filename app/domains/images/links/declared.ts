/**
 * How columns hang together, as factors on what independent columns would have: 1 is no link. The tables made
 * from them (`places.ts`, `who.ts`, `topics.ts`) keep every share of `distributions.ts` exactly.
 */

interface PlaceLink {
  /** By country, else by region, else everywhere. */
  readonly country?: Readonly<Record<string, number>>;
  readonly region?: Readonly<Record<string, number>>;
  readonly elsewhere?: number;
}

/** What a site's pictures come from. Sites that are not here take pictures from everywhere alike. */
export const SITE_LINKS: Readonly<Record<string, PlaceLink>> = {
  vcg: { country: { CHN: 60, HKG: 20, TWN: 20 }, region: { Asia: 2 }, elsewhere: 0.4 },
  picxy: { country: { IND: 300, LKA: 20, NPL: 20 }, elsewhere: 0.1 },
  pixerf: { country: { SGP: 60, MYS: 60, IDN: 20, THA: 10 }, region: { Asia: 3 }, elsewhere: 0.3 },
  imagesbazaar: { country: { IND: 900 }, elsewhere: 0.05 },
  indiapicture: { country: { IND: 700 }, elsewhere: 0.1 },
  iwaria: { country: { NGA: 120, GHA: 120, CIV: 60 }, region: { Africa: 60 }, elsewhere: 0.05 },
  nappy: { country: { USA: 3 }, region: { Africa: 12, Americas: 2 }, elsewhere: 0.5 },
  picha: { region: { Africa: 120 }, elsewhere: 0.05 },
  afripics: { country: { ZAF: 200, NAM: 60 }, region: { Africa: 40 }, elsewhere: 0.05 },
};

/** Women to men, by region, and by site. */
export const WOMEN_BY_REGION: Readonly<Record<string, number>> = {
  "": 1,
  Europe: 1.25,
  Asia: 0.75,
  Africa: 0.33,
  Americas: 1.05,
  Oceania: 1.1,
};
export const WOMEN_BY_SITE: Readonly<Record<string, number>> = {
  shutterstock: 1.15,
  adobe: 1.2,
  istock: 1.1,
  unsplash: 0.85,
  pond5: 0.8,
  alamy: 0.6,
  imagesbazaar: 0.9,
};

/** Ethnicities in the order of their ids, by region. */
export const ETHNICITY_BY_REGION: Readonly<Record<string, readonly number[]>> = {
  "": [1, 1, 1, 1, 1, 1, 1, 1, 1],
  Europe: [1, 0.35, 0.12, 0.5, 0.5, 0.1, 0.1, 0.8, 0.8],
  Asia: [0.25, 0.2, 2.4, 0.15, 3, 0.1, 0.6, 0.8, 1.2],
  Africa: [0.25, 12, 0.15, 0.1, 1.5, 0.05, 0.1, 1.2, 1.2],
  Americas: [0.85, 1.4, 0.4, 3, 0.4, 4, 0.6, 1.6, 1],
  Oceania: [1, 0.3, 0.6, 0.2, 0.4, 0.1, 12, 1, 1],
};
/** Sites that show one ethnicity more than others do: its id, and how much. */
export const ETHNICITY_BY_SITE: Readonly<Record<string, readonly [id: number, factor: number]>> = {
  vcg: [3, 3],
  picxy: [3, 6],
  pixerf: [3, 3],
  imagesbazaar: [3, 10],
  indiapicture: [3, 6],
  iwaria: [2, 6],
  nappy: [2, 25],
  picha: [2, 8],
  afripics: [2, 1.5],
};

/** The scene that each topic, from 0, is mostly seen in, and how much more than elsewhere. */
export const TOPIC_SCENES: readonly string[] = (
  "gym beach street cafe nature kitchen home street park cafe beach studio " +
  "travel street office nature travel winter park travel kitchen beach beach winter " +
  "office studio gym gym beach winter school kitchen street nature office school " +
  "office nature office kitchen kitchen studio travel school winter street cafe park " +
  "studio school cafe gym studio school street nature cafe beach office studio " +
  "gym park park park"
).split(" ");
export const TOPIC_IN_SCENE = 9;
/** Topics whose numbers leave the same rest belong together: how much more a second one goes with such a first. */
export const TOPIC_FAMILIES = 8;
export const TOPIC_IN_FAMILY = 3;
