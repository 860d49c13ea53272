import { ENTRIES, type Entry, KINDS, OBJECT, POOL_NAMES, SENTENCES, type Slot } from "./vocabulary";
import { inflect, VARIANTS } from "./words";

/** The pools that the shoot decides. */
const SHOOT_POOLS = ["location", "time", "setting"];

/**
 * The text of every entry in every slot and form, with the template's own text around the slot, as bytes.
 * Equal texts share their place.
 */
export class Fragments {
  /** The slots of template t are slotStart[t] (included) to slotStart[t + 1] (not included). */
  readonly slotStart: Uint16Array;
  /** By slot: its pool, 1 where the shoot decides it, and its first fragment. */
  readonly slotPool: Uint8Array;
  readonly slotShared: Uint8Array;
  readonly slotFragment: Uint32Array;
  /** By pool: how many entries lie between two forms of a text; 0 where no text has more than one. */
  readonly variantStep = Uint8Array.from(ENTRIES, (entries) => (entries.some(varies) ? entries.length : 0));
  /** By entry of the object pool: its kind. */
  readonly kindOf = Uint8Array.from(ENTRIES[OBJECT]!, (entry) => KINDS.indexOf(entry.kinds[0]!));
  /**
   * By slotFragment + variant * variantStep + entry: place * 256 + size. A text is bytes[place, place +
   * size).
   */
  readonly fragments: Uint32Array;
  /** The texts and four bytes more, so that whole words can be read at the end. */
  readonly bytes: Uint8Array;

  /** Throws where a text is not ASCII or names an unknown word. */
  constructor() {
    const slots = SENTENCES.flatMap((sentence) => sentence.slots);
    let slotsSoFar = 0;
    this.slotStart = Uint16Array.from([
      0,
      ...SENTENCES.map((sentence) => (slotsSoFar += sentence.slots.length)),
    ]);
    this.slotPool = Uint8Array.from(slots, (slot) => slot.pool);
    this.slotShared = Uint8Array.from(slots, (slot) =>
      SHOOT_POOLS.includes(POOL_NAMES[slot.pool]!) ? 1 : 0,
    );

    const texts: string[] = [];
    const firstOf = new Map<string, number>();
    this.slotFragment = Uint32Array.from(slots, (slot) => {
      const key = JSON.stringify(slot);
      const known = firstOf.get(key);
      if (known !== undefined) return known;
      const first = texts.length;
      firstOf.set(key, first);
      for (let variant = 0; variant < (this.variantStep[slot.pool] ? VARIANTS : 1); variant++)
        for (const entry of ENTRIES[slot.pool]!) texts.push(render(slot, entry.text, variant));
      return first;
    });
    const places = new Map<string, number>();
    let arena = "";
    this.fragments = Uint32Array.from(texts, (text) => {
      let place = places.get(text);
      if (place === undefined) {
        places.set(text, (place = arena.length));
        arena += text;
      }
      return place * 256 + text.length;
    });
    this.bytes = new TextEncoder().encode(arena + "    ");
    if (this.bytes.length !== arena.length + 4) throw new Error("captions are ASCII");
  }
}

const varies = (entry: Entry) => entry.text.includes("{");

function render(slot: Slot, entry: string, variant: number): string {
  const text = inflect(entry, variant).replace(/\((an?)\) /g, slot.article ? "$1 " : "");
  return slot.before + (slot.capital ? text[0]!.toUpperCase() + text.slice(1) : text) + slot.after;
}
