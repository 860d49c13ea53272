import type { ByteBuffer } from "../../../rows/byte-buffer";
import { between } from "./number";
import { draw, partState } from "../../../rows/random/mix";
import { WordBytes } from "../../../rows/values/word-bytes";
import { wordsOf } from "../../vocabulary/vocabularies";
import { type GeneratorKind, LENGTHS, type Of } from "./kind";
import { madeTexts } from "./text-maker";
import { statesLike } from "../../../rows/random/states";

/** The kinds of words by the letter that patterns have for them. */
const WORDS = {
  N: "noun",
  A: "adjective",
  V: "verb",
  R: "adverb",
  D: "determiner",
  M: "modal",
  P: "preposition",
} as const;

/** The vocabularies that sentences are made of. */
export const SENTENCE_VOCABULARIES: readonly string[] = Object.values(WORDS);

/** Sentences by their number of words, from 0 on. */
const PATTERNS = [
  "",
  "N",
  "AN",
  "DAN",
  "NMVR",
  "DNMVR",
  "DANMVR",
  "DNMVDAN",
  "DANMVDAN",
  "DANMRVDAN",
  "DANMVDNPDN",
  "DANMVDANPDN",
  "DANMVDANPDAN",
];
const LONGEST = PATTERNS.length - 1;
/** Longer texts begin with a sentence of so many words. */
const CUT = 8;

const SPACE = 32;
const STOP = 46;
const CASE = 32;

export const sentence: GeneratorKind<Of<"sentence">> = {
  shape: ({ max }) => {
    const longest = SENTENCE_VOCABULARIES.flatMap(wordsOf).reduce(
      (most, word) => Math.max(most, word.length),
      0,
    );
    return { kind: "text", maxLength: max * (longest + 2) };
  },
  values({ min, max }, states) {
    const capacity = states.length;
    const lengths = new Float64Array(capacity);
    const lengthStates = statesLike(states);
    const drawLengths = between(min, max);
    const writer = new SentenceWriter();
    const { source, fill } = madeTexts(capacity, (out, i) => writer.append(out, lengths[i]!, states[i]!));
    return {
      source,
      fill: (count) => {
        for (let i = 0; i < count; i++) lengthStates[i] = partState(states[i]!, LENGTHS);
        drawLengths(lengthStates, lengths, count);
        fill(count);
      },
    };
  },
};

class SentenceWriter {
  readonly #patterns: readonly (readonly { readonly words: WordBytes; readonly count: number }[])[];

  constructor() {
    const lists = new Map(
      Object.entries(WORDS).map(([letter, name]) => {
        const words = wordsOf(name);
        return [letter, { words: new WordBytes(words), count: words.length }];
      }),
    );
    this.#patterns = PATTERNS.map((pattern) => [...pattern].map((letter) => lists.get(letter)!));
  }

  /** @param length words; their draws have the numbers from 0 on */
  append(out: ByteBuffer, length: number, state: number): void {
    let drawn = 0;
    for (let left = length; left > 0;) {
      const here = left > LONGEST ? CUT : left;
      const pattern = this.#patterns[here]!;
      if (drawn > 0) out.appendByte(SPACE);
      const start = out.length;
      for (let w = 0; w < here; w++) {
        const { words, count } = pattern[w]!;
        if (w > 0) out.appendByte(SPACE);
        words.append(out, Math.floor((draw(state, drawn++) * count) / 2 ** 32));
      }
      // All words begin with a letter of ASCII.
      out.bytes[start]! &= ~CASE;
      out.appendByte(STOP);
      left -= here;
    }
  }
}
