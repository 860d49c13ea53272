import type { ByteBuffer } from "../../../rows/byte-buffer";
import * as mix from "../../../rows/random/mix";
import { even } from "../../../rows/random/shapes";
import { Shortlists } from "./shortlists";
import { tables } from "./stored-tables";
import * as format from "./tables";

// Taken from the modules once: this is the inner loop of captions.
const { imul } = Math;
const { draw } = mix;
const { ARTICLE, CAPITAL, NUMBER, DATE, LAST, UNIT, PART } = format;
const TABLES = tables();
const { places, records, parts } = TABLES;
const letters = new DataView(TABLES.bytes.buffer);
/** Places in a record, beside 0 for the mask. */
const [LOW, HIGH, CONTENT] = [1, 2, 3];

const SAID = 2 ** TABLES.saidBits - 1;
const FIRST_SIDES = 0x55555555 & ~SAID;
/** What a slot is filled with, beside texts: no text at all, and a number. */
const NOTHING = 0;
const DIGITS = -0x80000000;

/** Draws that are kept for each symbol of a shoot, from FIRST_OF_SHOOT on. */
const DRAWS_OF_SYMBOL = 16;
const FIRST_OF_SHOOT = 2_048;
/** Goes that an entry is drawn anew for, before the list is looked through. */
const GOES = 4;
/** A caption in the making has room for so many bytes. */
const ROOM = 1_024;

/** By context: which of a symbol's lists is meant. */
const contexts = new Uint16Array(format.CONTEXTS.length);
/** Day of the month, year. */
const dates = new Uint16Array(2);
export { contexts, dates, TABLES };

const SHORTLISTS = new Shortlists(TABLES);
const { listOf, shortlists } = SHORTLISTS;
let { candidates } = SHORTLISTS;

/** The caption in the making. */
let view: DataView;
let bytes: Uint8Array;
let picture = 0;
/** Of the picture's kind in `shortlists`. */
let row = 0;
let saidLow = 0;
let saidHigh = 0;
/** All ones where the next words have their article, else 0. */
let article = 0;
let state = 0;
let draws = 0;
let shootState = 0;

/**
 * Appends an entry of the symbol's list, with all that its slots ask for. What is drawn depends on the states, the
 * mask and the contexts only.
 * @param mask of the picture, see `suits.ts`
 * @param shoot state for what the takes of a shoot share
 * @param take state for everything else
 * @param first number of the first draw
 */
export function compose(
  out: ByteBuffer,
  symbol: number,
  mask: number,
  shoot: number,
  take: number,
  first: number,
): void {
  out.reserve(ROOM);
  view = out.view;
  bytes = out.bytes;
  picture = mask;
  row = SHORTLISTS.rowOf(mask);
  saidLow = saidHigh = article = 0;
  state = take;
  shootState = shoot;
  draws = first;
  const content = pick(places[symbol]!, draw(state, draws++) | 0);
  if (content !== NOTHING) out.length = writeParts(~content, out.length);
}

/** Writes the parts of a text, and says where it ends. */
function writeParts(first: number, begin: number): number {
  let at = begin;
  let part = first;
  let flags: number;
  do {
    flags = parts[part + 2]!;
    const before = at;
    if (at > begin || part === first) {
      view.setUint32(at, parts[part]!, true);
      at += flags >>> 16;
    }
    const from = at;
    const target = parts[part + 1]!;
    article |= -(flags & ARTICLE);
    const content = target < 0 ? ~target : choose(target, flags, parts[part + 3]!);
    if (content < 0) at = content === DIGITS ? writeDigits(part, at) : writeDeeper(~content, target, at);
    else {
      const skipped = (content >>> 8) & 3 & ~article;
      const start = (content >>> 10) + skipped;
      const size = (content & 255) - skipped;
      // Sixteen bytes a time, some of them too many: the next text overwrites them. Turning them round would cost.
      for (let i = 0; i < size; i += 16) {
        view.setUint32(at + i, letters.getUint32(start + i, true), true);
        view.setUint32(at + i + 4, letters.getUint32(start + i + 4, true), true);
        view.setUint32(at + i + 8, letters.getUint32(start + i + 8, true), true);
        view.setUint32(at + i + 12, letters.getUint32(start + i + 12, true), true);
      }
      at += size;
      if (size > 0) article = 0;
    }
    if (at === from) at = before;
    else if (flags & CAPITAL) capitalize(bytes, from);
    part += PART;
  } while ((flags & LAST) === 0);
  return at;
}

/** What fills a slot: a fragment, ~first of its parts, or `DIGITS`. */
function choose(target: number, flags: number, otherwise: number): number {
  if (flags & (NUMBER | DATE)) return DIGITS;
  const place = places[target]!;
  const u = place < 0 ? draw(shootState, FIRST_OF_SHOOT + target * DRAWS_OF_SYMBOL) : draw(state, draws++);
  // One draw decides both: its lower bits whether, its upper ones what.
  const filled = (u & 127) < ((flags >>> 8) & 255) ? pick(place, u | 0) : NOTHING;
  return filled === NOTHING && otherwise >= 0 ? pick(places[otherwise]!, u | 0) : filled;
}

/** Writes parts within parts. What is of the shoot is the same in all its takes, whatever they have drawn before. */
function writeDeeper(first: number, symbol: number, at: number): number {
  if (places[symbol]! >= 0) return writeParts(first, at);
  const before = state;
  const count = draws;
  state = shootState;
  draws = FIRST_OF_SHOOT + symbol * DRAWS_OF_SYMBOL + 1;
  const end = writeParts(first, at);
  state = before;
  draws = count;
  return end;
}

/** What an entry says that suits the picture, and says nothing twice if there is such a one. */
function pick(place: number, u: number): number {
  const list = listOf[(place & 0xffff) + contexts[(place >>> 24) & 127]! * ((place >>> 16) & 255)]!;
  const from = (list >>> 1) + (row & -(list & 1));
  const shortlist = shortlists[from]! || makeShortlist(from);
  const size = shortlist & 4095;
  let entry = candidates[(shortlist >>> 12) + (imul(u >>> 16, size) >>> 16)]! * UNIT;
  if (size === 0 || !isFit(entry)) entry = pickAgain(shortlist, u);
  if (entry < 0) return NOTHING;
  saidLow |= records[entry + LOW]!;
  const high = records[entry + HIGH]!;
  // Each side of a pair of clashing words forbids the other.
  saidHigh |= (high & SAID) | ((high >>> 1) & FIRST_SIDES) | ((high << 1) & (FIRST_SIDES << 1));
  return records[entry + CONTENT]!;
}

function pickAgain(shortlist: number, u: number): number {
  const first = shortlist >>> 12;
  const size = shortlist & 4095;
  let bits = u;
  let place = 0;
  for (let go = 1; go < GOES && size > 0; go++) {
    bits = imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
    bits ^= bits >>> 13;
    place = imul(bits >>> 16, size) >>> 16;
    const entry = candidates[first + place]! * UNIT;
    if (isFit(entry)) return entry;
  }
  let again = -1;
  for (let i = 0; i < size; i++) {
    if (++place >= size) place = 0;
    const entry = candidates[first + place]! * UNIT;
    if (!suits(entry)) continue;
    if (isFit(entry)) return entry;
    if (again < 0) again = entry;
  }
  return again;
}

/** Whether the entry suits the picture. */
const suits = (entry: number): boolean => (records[entry]! & picture) === picture;
/** Whether it says nothing that has been said, either: in one condition, since its parts are hard to foretell. */
const isFit = (entry: number): boolean =>
  ((~records[entry]! & picture) | (records[entry + LOW]! & saidLow) | (records[entry + HIGH]! & saidHigh)) ===
  0;

function makeShortlist(place: number): number {
  const made = SHORTLISTS.make(place);
  candidates = SHORTLISTS.candidates;
  return made;
}

function writeDigits(part: number, at: number): number {
  const low = parts[part + 1]!;
  if (parts[part + 2]! & DATE) return writeNumber(dates[low]!, at);
  return writeNumber(low + even(draw(state, draws++), parts[part + 3]! - low + 1), at);
}

function writeNumber(value: number, at: number): number {
  let end = at + 1;
  for (let rest = value; rest >= 10; rest = (rest / 10) | 0) end++;
  for (let place = end - 1, rest = value; place >= at; place--, rest = (rest / 10) | 0)
    bytes[place] = 48 + (rest % 10);
  article = 0;
  return end;
}

/** Makes a small letter at `place` a capital one. */
export function capitalize(text: Uint8Array, place: number): void {
  const byte = text[place]!;
  if (byte >= 97 && byte <= 122) text[place] = byte - 32;
  else if (byte === 0xc3 && text[place + 1]! >= 0xa0) text[place + 1]! -= 32;
}
