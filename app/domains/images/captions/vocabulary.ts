import { parseSuits } from "./suits";
import { POOLS } from "./pools";
import { TEMPLATES } from "./templates";

/** The pools in the order of their draws. */
export const POOL_NAMES = Object.keys(POOLS);
export const OBJECT = POOL_NAMES.indexOf("object");
export const DOING = POOL_NAMES.indexOf("doing");

/** One entry of a pool. */
export interface Entry {
  readonly text: string;
  /** The pictures that it suits, see `suits.ts`. */
  readonly mask: number;
  readonly kinds: readonly string[];
}

/** The entries of each pool, in the order of {@link POOL_NAMES}. */
export const ENTRIES: readonly (readonly Entry[])[] = Object.values(POOLS).map((groups) =>
  groups.flatMap(({ suits, kinds, entries }) => {
    const mask = parseSuits(suits);
    return entries.map((text) => ({ text, mask, kinds: kinds?.split(" ") ?? [] }));
  }),
);

/** The kinds of object. */
export const KINDS: readonly string[] = [...new Set(ENTRIES[OBJECT]!.flatMap((entry) => entry.kinds))];

/** A place in a template that an entry of a pool fills. */
export interface Slot {
  /** The template's text before the slot, and for its last slot the text behind it. */
  readonly before: string;
  readonly after: string;
  readonly pool: number;
  readonly article: boolean;
  readonly capital: boolean;
}

function readSlots(text: string): Slot[] {
  const parts = text.split(/\{(?:(a|A) )?(\w+)\}/);
  const slots: Slot[] = [];
  for (let i = 0; i + 2 < parts.length; i += 3) {
    const [before, article, name, behind] = parts.slice(i, i + 4) as [
      string,
      string | undefined,
      string,
      string,
    ];
    const pool = POOL_NAMES.indexOf(name.toLowerCase());
    if (pool < 0) throw new Error(`unknown pool {${name}} in "${text}"`);
    const after = i + 4 === parts.length ? behind : "";
    slots.push({
      before,
      after,
      pool,
      article: !!article,
      capital: article === "A" || name !== name.toLowerCase(),
    });
  }
  return slots;
}

/** The slots of each template, and the pictures that it suits. */
export const SENTENCES = TEMPLATES.map(({ suits, text }) => ({
  mask: parseSuits(suits),
  slots: readSlots(text),
}));
