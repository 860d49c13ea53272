import type { ByteBuffer } from "../../../rows/byte-buffer";
import { draw } from "../../../rows/random/mix";
import { even } from "../../../rows/random/shapes";
import { TOPIC_SCENES } from "../links/declared";
import { CULTURES } from "../vocabulary/author-parts";
import { COUNTRIES } from "../vocabulary/countries";
import { peopleNumber } from "../vocabulary/peoples";
import { SCENES } from "../vocabulary/scenes";
import { capitalize, compose, contexts, dates, TABLES } from "./composer";
import { MAX_CAPTION, type Picture } from "./picture";
import { calendarDay, mayBathe, mayHaveSnow, seasonOf } from "./seasons";
import { OWN_REGISTER, registerOf, REGISTERS, SMALL_LETTERS } from "./styles";
import { parseSuits, shiftOf } from "./suits";
import { CONTEXTS } from "./tables";
import { FIRST_TOPIC_THEME, SHORE, THEMES } from "./themes";

/** Of 256 captions: those that name a place in another country. */
const ASTRAY = 4;
/** Of 256 captions, by whether it is an Asian in Asia, another one who is Asian, white, or none of these. */
const NAMES_PEOPLE = { asianInAsia: 150, asian: 110, white: 6, other: 60 };
const ASIAN = 3;
const WHITE = 1;
/** The ethnicity "other" has no name. */
const UNNAMED = 9;
const ASIA = 2;
/** Goes at a caption that is short enough. */
const GOES = 4;
const DRAWS_OF_GO = 256;

const REGISTER_SYMBOLS = REGISTERS.map((name) => TABLES.symbols.indexOf(name));
const TITLE = REGISTERS.indexOf("title");
const SHORT = TABLES.symbols.indexOf("short");
const NATURE = SCENES.findIndex(({ name }) => name === "nature");
const WINTER = SCENES.findIndex(({ name }) => name === "winter");
const BEACH = SCENES.findIndex(({ name }) => name === "beach");
const SCENE_OF_TOPIC = Uint8Array.from(TOPIC_SCENES, (scene) =>
  SCENES.findIndex(({ name }) => name === scene),
);
/** By theme. */
const SUITS = Int32Array.from(THEMES, ({ words }, theme) =>
  words.suits === undefined && theme < FIRST_TOPIC_THEME
    ? parseSuits("")
    : parseSuits(words.suits ?? "child-old"),
);
/** By country from 0, unknown: its culture, or -1; whether Asians are at home there. */
const CULTURE_OF = Int8Array.from([
  -1,
  ...COUNTRIES.map(([code]) => CULTURES.findIndex(({ countries }) => countries.includes(code))),
]);
const IN_ASIA = Uint8Array.from([0, ...COUNTRIES.map(([, region]) => (region === ASIA ? 1 : 0))]);

const THEME = CONTEXTS.indexOf("theme");
const CULTURE = CONTEXTS.indexOf("culture");
const COUNTRY = CONTEXTS.indexOf("country");
const PEOPLE = CONTEXTS.indexOf("people");
const MONTH = CONTEXTS.indexOf("month");

/** By day, as a column can hold it: year * 512 + day * 16 + month from 0. */
const DATES = Uint32Array.from({ length: 65_536 }, (_, days) => {
  const { year, month, day } = calendarDay(days);
  return year * 512 + day * 16 + month;
});

/**
 * Appends one caption: UTF-8, 5 to 150 bytes, true to the picture. What is not known is not said.
 * @param author a draw of the author, who has a style
 * @param shoot state for what the takes of a shoot share
 * @param take state for everything else
 */
export function appendCaption(
  out: ByteBuffer,
  picture: Picture,
  author: number,
  shoot: number,
  take: number,
): void {
  const { country } = picture;
  const date = DATES[picture.day]!;
  const month = date & 15;
  const ofShoot = draw(shoot, 0);
  const astray = country > 0 && ofShoot >>> 24 < ASTRAY;
  const culture = CULTURE_OF[country]!;
  const u = draw(take, 0);
  const named = namesPeople(picture, (u >>> 8) & 255);
  const mask = maskOf(picture, seasonOf(country, month), named ? 1 : 0);
  contexts[THEME] = themeOf(picture, month, mask);
  contexts[CULTURE] = culture < 0 ? even((ofShoot << 8) >>> 0, CULTURES.length) : culture;
  contexts[COUNTRY] = astray ? 1 + even((ofShoot << 8) >>> 0, COUNTRIES.length) : country;
  contexts[PEOPLE] = named ? peopleNumber(country, picture.ethnicity) : 0;
  contexts[MONTH] = month;
  dates[0] = (date >>> 4) & 31;
  dates[1] = date >>> 9;

  const own = (u >>> 16) & 255;
  const register = registerOf(picture.site, own < OWN_REGISTER ? author : u);
  const start = out.length;
  for (let go = 1; go <= GOES; go++) {
    compose(out, go < GOES ? REGISTER_SYMBOLS[register]! : SHORT, mask, shoot, take, go * DRAWS_OF_GO);
    if (out.length - start <= MAX_CAPTION) break;
    out.length = start;
  }
  if (register === TITLE) capitalizeWords(out.bytes, start, out.length);
  else if (((author >>> 16) & 255) >= SMALL_LETTERS) capitalize(out.bytes, start);
}

function capitalizeWords(bytes: Uint8Array, start: number, end: number): void {
  capitalize(bytes, start);
  for (let i = start + 1; i < end; i++) if (bytes[i - 1] === 32) capitalize(bytes, i);
}

const PEOPLE_SHIFT = shiftOf("people");
const GENDER_SHIFT = shiftOf("gender");
const AGE_SHIFT = shiftOf("age");
const FACE_SHIFT = shiftOf("face");
const HANDS_SHIFT = shiftOf("hands");
const BODY_SHIFT = shiftOf("body");
const FEET_SHIFT = shiftOf("feet");
const SEASON_SHIFT = shiftOf("season");
const WHERE_SHIFT = shiftOf("where");
const NAMED_SHIFT = shiftOf("named");
const ADULT = 5;

function maskOf(picture: Picture, season: number, named: number): number {
  return (
    (1 << (PEOPLE_SHIFT + picture.people)) |
    (1 << (GENDER_SHIFT + (picture.gender % 3))) |
    (1 << (AGE_SHIFT + (picture.age || ADULT) - 1)) |
    (1 << (FACE_SHIFT + picture.face)) |
    (1 << (HANDS_SHIFT + (picture.hands & 1))) |
    (1 << (BODY_SHIFT + picture.body)) |
    (1 << (FEET_SHIFT + picture.feet)) |
    (1 << (SEASON_SHIFT + season)) |
    (1 << (WHERE_SHIFT + (picture.country > 0 ? 1 : 0))) |
    (1 << (NAMED_SHIFT + named))
  );
}

/** The topic's theme or that of the scene, unless it is too cold or too warm for it. */
function themeOf({ scene, topic, country }: Picture, month: number, mask: number): number {
  if (scene === WINTER && !mayHaveSnow(country, month)) return NATURE;
  if (scene === BEACH && !mayBathe(country, month)) return SHORE;
  if (topic < 0 || SCENE_OF_TOPIC[topic] !== scene) return scene;
  const theme = FIRST_TOPIC_THEME + topic;
  return (SUITS[theme]! & mask) === mask ? theme : scene;
}

function namesPeople({ ethnicity, country }: Picture, u: number): boolean {
  if (ethnicity === 0 || ethnicity === UNNAMED) return false;
  if (ethnicity === WHITE) return u < NAMES_PEOPLE.white;
  if (ethnicity !== ASIAN) return u < NAMES_PEOPLE.other;
  return u < (IN_ASIA[country] === 1 ? NAMES_PEOPLE.asianInAsia : NAMES_PEOPLE.asian);
}
