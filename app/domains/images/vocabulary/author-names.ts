import type { ByteBuffer } from "../../../rows/byte-buffer";
import { lazy } from "../../../rows/lazy";
import { draw } from "../../../rows/random/mix";
import { even } from "../../../rows/random/shapes";
import { WeightedChoice } from "../../../rows/random/shares";
import { writeDigits } from "../../../rows/values/digits";
import { AUTHOR_STYLES } from "../distributions";
import { AGENCIES, AGENCY_KINDS, CULTURES, HANDLE_ENDS, HANDLE_STARTS } from "./author-parts";
import { COUNTRIES } from "./countries";

/** No author's name is longer, in bytes. */
export const MAX_AUTHOR_LENGTH = 80;

type Words = readonly Uint8Array[];

const encoder = new TextEncoder();
const words = (text: string, separator = " "): Words =>
  text.split(separator).map((word) => encoder.encode(word.replace(/_/g, " ")));
/** In small ASCII letters, as in a handle. */
const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f_]/g, "")
    .replace(/Ł/g, "L")
    .replace(/ø/g, "o")
    .replace(/ı/g, "i")
    .toLowerCase();
const capital = (text: string): string => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

const GIVEN = CULTURES.map(({ given }) => words(given));
const FAMILY = CULTURES.map(({ family }) => words(family));
const PLAIN_GIVEN = CULTURES.map(({ given }) => lazy(() => words(plain(given))));
const PLAIN_FAMILY = CULTURES.map(({ family }) => lazy(() => words(plain(family))));
const STARTS = words(HANDLE_STARTS);
const ENDS = words(HANDLE_ENDS);
const CAPITAL_STARTS = words(capital(HANDLE_STARTS));
const CAPITAL_ENDS = words(capital(HANDLE_ENDS));
const KINDS = words(AGENCY_KINDS);
const SELLERS = words(AGENCIES, "|");
const STYLE = new WeightedChoice(AUTHOR_STYLES);

/** By country: the number of its culture, or -1. */
const CULTURE_OF = Int8Array.from(COUNTRIES, ([code]) =>
  CULTURES.findIndex(({ countries }) => countries.split(" ").includes(code)),
);

const SPACE = 32;
const HYPHEN = 45;
const POINT = 46;
const UNDERSCORE = 95;

/**
 * Appends the name of an author, as UTF-8: a person, a person with an agency, a handle, or a studio.
 * @param state of the author, see `ShootAuthor`
 * @param home number of the author's country in `COUNTRIES`
 */
export function appendAuthorName(out: ByteBuffer, state: number, home: number): void {
  const own = CULTURE_OF[home]!;
  const culture = own < 0 || draw(state, 1) < FOREIGN ? even(draw(state, 2), CULTURES.length) : own;
  switch (STYLE.pick(draw(state, 0))) {
    case 0:
      return appendPerson(out, state, culture);
    case 1:
      appendPerson(out, state, culture);
      out.appendBytes(SLASH);
      return out.appendBytes(pick(SELLERS, state, 10));
    case 2:
      return appendHandle(out, state, STARTS, ENDS);
    case 3:
      return appendHandle(out, state, PLAIN_GIVEN[culture]!(), PLAIN_FAMILY[culture]!());
    case 4:
      out.appendBytes(pick(CAPITAL_STARTS, state, 3));
      out.appendByte(SPACE);
      out.appendBytes(pick(CAPITAL_ENDS, state, 4));
      out.appendByte(SPACE);
      return out.appendBytes(pick(KINDS, state, 5));
    default:
      out.appendBytes(pick(FAMILY[culture]!, state, 3));
      if (draw(state, 6) >>> 30 > 0) {
        out.appendBytes(AND);
        out.appendBytes(pick(FAMILY[culture]!, state, 4));
      }
      out.appendByte(SPACE);
      return out.appendBytes(pick(KINDS, state, 5));
  }
}

/** Of 2^32: authors whose name is from elsewhere. */
const FOREIGN = 0.06 * 2 ** 32;
const SLASH = encoder.encode(" / ");
const AND = encoder.encode(" & ");

function pick(list: Words, state: number, n: number): Uint8Array {
  return list[even(draw(state, n), list.length)]!;
}

/** A given and a family name, often with an initial or a second name between them, or a second family name. */
function appendPerson(out: ByteBuffer, state: number, culture: number): void {
  out.appendBytes(pick(GIVEN[culture]!, state, 3));
  out.appendByte(SPACE);
  const more = draw(state, 5) >>> 26;
  if (more < 14) {
    out.appendByte(65 + even(draw(state, 6), 26));
    out.appendByte(POINT);
    out.appendByte(SPACE);
  } else if (more < 32) {
    const given = GIVEN[culture]!;
    const first = even(draw(state, 3), given.length);
    out.appendBytes(given[(first + 1 + even(draw(state, 6), given.length - 1)) % given.length]!);
    out.appendByte(SPACE);
  }
  out.appendBytes(pick(FAMILY[culture]!, state, 4));
  if (more >= 52) {
    out.appendByte(HYPHEN);
    out.appendBytes(pick(FAMILY[culture]!, state, 7));
  }
}

/** Two words, apart or not, and often a number. */
function appendHandle(out: ByteBuffer, state: number, starts: Words, ends: Words): void {
  out.appendBytes(pick(starts, state, 3));
  const form = draw(state, 5) >>> 28;
  if (form < 3) out.appendByte(form === 0 ? HYPHEN : form === 1 ? POINT : UNDERSCORE);
  for (const byte of pick(ends, state, 4)) if (byte !== SPACE) out.appendByte(byte);
  if ((form & 3) === 3) return;
  if ((form & 3) === 2) out.appendByte(UNDERSCORE);
  const digits = draw(state, 6) >>> 30;
  const below = digits === 0 ? 10 : digits === 1 ? 100 : digits === 2 ? 1_000 : 10_000;
  out.reserve(8);
  out.length = writeDigits(out.bytes, out.length, even(draw(state, 7), below));
}
