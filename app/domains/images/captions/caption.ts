import type { ByteBuffer } from "../../../rows/byte-buffer";
import { draw } from "../../../rows/random/mix";
import { viewOf } from "../../../rows/view-of";
import { Fragments } from "./fragments";
import { CONTEXTS, Lists, SUBJECTS, TEMPLATE } from "./lists";
import { DOING, OBJECT } from "./vocabulary";
import { variantOf } from "./words";

export { appendSlug } from "./slug";

/** Moves whenever the same draws give another caption. */
export const CAPTION_VERSION = 1;
/** The longest caption, in bytes, inclusive. */
export const MAX_CAPTION = 150;

interface Tables {
  readonly choices: Lists;
  readonly texts: Fragments;
  /** The texts' bytes. */
  readonly words: DataView;
}

let made: Tables | undefined;

/** Made once; it takes a tenth of a second, which a thread that makes no rows does without. */
function tables(): Tables {
  if (made === undefined) {
    const texts = new Fragments();
    made = { choices: new Lists(), texts, words: viewOf(texts.bytes) };
  }
  return made;
}

export function prepareCaptions(): void {
  tables();
}

/** A uniform entry of a list. Integer only: 24 bits times a size below 256. */
function pick({ lists, entries }: Lists, number: number, bits: number): number {
  const list = lists[number]!;
  return entries[(list >>> 8) + (Math.imul(bits >>> 8, list & 255) >>> 24)]!;
}

/**
 * Appends one caption: ASCII, 5 to 150 bytes, true to the person described. What is not known is not said.
 *
 * Draw 0 of `shoot` decides the kind of scene, draw 0 of `take` the template, draw 1 + p of either the entry
 * of pool p, whether or not the template uses it; location, time and setting are the shoot's.
 * @param people 0 none, 1, 2, 3 = three or more
 * @param gender of the main person: 0 none, 1 women, 2 men
 * @param age of the main person: 0 none, 1 baby, 2 child, 3 teenager, 4 young, 5 adult, 6 old
 * @param face whether a face is to be seen
 * @param shoot state of the stream "caption-shoot", made by rowState()
 * @param take state of the stream "caption", made by rowState()
 */
export function appendCaption(
  out: ByteBuffer,
  people: number,
  gender: number,
  age: number,
  face: boolean,
  shoot: number,
  take: number,
): void {
  const { choices, texts, words } = tables();
  const { slotStart, slotPool, slotShared, slotFragment, variantStep, kindOf, fragments } = texts;
  const subject = ((people * 3 + gender) * 7 + age) * 2 + (face ? 1 : 0);
  const scene = choices.sceneOf[subject * 64 + (draw(shoot, 0) >>> 26)]!;
  const variant = variantOf(people, gender);
  const inScene = subject * CONTEXTS + scene;
  const template = pick(choices, TEMPLATE * SUBJECTS * CONTEXTS + inScene, draw(take, 0));

  out.reserve(MAX_CAPTION + 4);
  const { view } = out;
  let at = out.length;
  for (let slot = slotStart[template]!, end = slotStart[template + 1]!; slot < end; slot++) {
    const pool = slotPool[slot]!;
    let list = pool * SUBJECTS * CONTEXTS + inScene;
    if (pool === DOING) {
      const object = pick(choices, OBJECT * SUBJECTS * CONTEXTS + inScene, draw(take, 1 + OBJECT));
      list += kindOf[object]! - scene;
    }
    const entry = pick(choices, list, draw(slotShared[slot] === 1 ? shoot : take, 1 + pool));
    const fragment = fragments[slotFragment[slot]! + variant * variantStep[pool]! + entry]!;
    const from = fragment >>> 8;
    const size = fragment & 255;
    // Whole words: up to three bytes too many, which the next fragment overwrites.
    for (let i = 0; i < size; i += 4) view.setUint32(at + i, words.getUint32(from + i, true), true);
    at += size;
  }
  out.length = at;
}
