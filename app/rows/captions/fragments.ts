import { ENTRIES, KINDS, OBJECT, POOL_NAMES, SENTENCES, type Slot } from "./vocabulary";
import { inflect, VARIANTS } from "./words";

/** The pools that the shoot decides. */
const SHOOT_POOLS = ["location", "time", "setting"];

/**
 * The text of every entry in every slot and form, with the template's own text around the slot, as bytes. Equal texts
 * share their place.
 */
export class Fragments {
  /** The slots of template t are slotStart[t] (included) to slotStart[t + 1] (not included). */
  readonly slotStart: Uint16Array;
  /** By slot: its pool, 1 where the shoot decides it, and the number of its first fragment. */
  readonly slotPool: Uint8Array;
  readonly slotShared: Uint8Array;
  readonly slotFragment: Uint32Array;
  /** By pool: how many entries it has. A fragment's number is slotFragment + variant * poolSize + entry. */
  readonly poolSize = Uint8Array.from(ENTRIES, (entries) => entries.length);
  /** By entry of the object pool: its kind. */
  readonly kindOf = Uint8Array.from(ENTRIES[OBJECT]!, (entry) => KINDS.indexOf(entry.kinds[0]!));
  /** By fragment: its place in `bytes`. */
  readonly start: Uint32Array;
  readonly size: Uint8Array;
  readonly bytes: Uint8Array;

  /** Throws where a text is not ASCII or names an unknown word. */
  constructor() {
    const slots = SENTENCES.flatMap((sentence) => sentence.slots);
    let slotsSoFar = 0;
    this.slotStart = Uint16Array.from([0, ...SENTENCES.map((sentence) => (slotsSoFar += sentence.slots.length))]);
    this.slotPool = Uint8Array.from(slots, (slot) => slot.pool);
    this.slotShared = Uint8Array.from(slots, (slot) => (SHOOT_POOLS.includes(POOL_NAMES[slot.pool]!) ? 1 : 0));

    const texts: string[] = [];
    this.slotFragment = Uint32Array.from(slots, (slot) => {
      const first = texts.length;
      for (let variant = 0; variant < VARIANTS; variant++)
        for (const entry of ENTRIES[slot.pool]!) texts.push(render(slot, entry.text, variant));
      return first;
    });
    const places = new Map<string, number>();
    let arena = "";
    this.start = Uint32Array.from(texts, (text) => {
      let place = places.get(text);
      if (place === undefined) {
        places.set(text, (place = arena.length));
        arena += text;
      }
      return place;
    });
    this.size = Uint8Array.from(texts, (text) => text.length);
    this.bytes = new TextEncoder().encode(arena);
    if (this.bytes.length !== arena.length) throw new Error("captions are ASCII");
  }
}

function render(slot: Slot, entry: string, variant: number): string {
  const text = inflect(entry, variant).replace(/\((an?)\) /g, slot.article ? "$1 " : "");
  return slot.before + (slot.capital ? text[0]!.toUpperCase() + text.slice(1) : text) + slot.after;
}
