import { parseSuits, sceneMask, subjectMask } from "./suits";
import { SCENES } from "./scenes";
import { DOING, ENTRIES, KINDS, OBJECT, POOL_NAMES, SENTENCES } from "./vocabulary";

/** Kinds of main person: people (0-3) x gender (0-2) x age (0-6) x face (0-1), numbered in this order. */
export const SUBJECTS = 4 * 3 * 7 * 2;
/**
 * A list is chosen by a scene or, for what is being done, by the kind of object: at most so many of either.
 */
export const CONTEXTS = 16;
/** The shares of scenes are in 64ths. */
export const SCENE_SLOTS = 64;
/** Number of the lists of templates, after those of the pools. */
export const TEMPLATE = POOL_NAMES.length;

/**
 * What can be said of whom where: lists of numbers of pool entries or templates. Equal lists share their
 * place.
 */
export class Lists {
  /** By subject * SCENE_SLOTS + a uniform number below SCENE_SLOTS: the scene. */
  readonly sceneOf = new Uint8Array(SUBJECTS * SCENE_SLOTS);
  /** By {@link Lists.number}: place * 256 + size. A list is entries[place, place + size). */
  readonly lists = new Uint32Array((TEMPLATE + 1) * SUBJECTS * CONTEXTS);
  readonly entries: Uint8Array;

  private readonly places = new Map<string, number>();
  private readonly all: number[] = [];

  /** Throws on data that the tables cannot hold. */
  constructor() {
    if (KINDS.length > CONTEXTS || SCENES.length > CONTEXTS)
      throw new Error(`more kinds or scenes than ${CONTEXTS}`);
    if (ENTRIES.some((entries) => entries.length > 255)) throw new Error("a pool holds at most 255 entries");
    const shares = SCENES.flatMap(({ weight }, scene) => new Array<number>(weight).fill(scene));
    if (shares.length !== SCENE_SLOTS) throw new Error(`the scenes' weights must add up to ${SCENE_SLOTS}`);
    for (let subject = 0; subject < SUBJECTS; subject++) this.addSubject(subject, shares);
    this.entries = Uint8Array.from(this.all);
  }

  static number(pool: number, subject: number, context: number): number {
    return (pool * SUBJECTS + subject) * CONTEXTS + context;
  }

  private addSubject(subject: number, shares: readonly number[]): void {
    // A picture without people has neither gender nor age nor face, whatever it is called with.
    const people = (subject / 42) | 0;
    const gender = people && ((subject / 14) | 0) % 3;
    const age = people && (subject >> 1) % 7;
    const who = subjectMask(people, gender, age, people && subject & 1);
    this.sceneOf.set(
      shares.map((scene) => sceneFor(scene, age)),
      subject * SCENE_SLOTS,
    );

    const doings = eligible(ENTRIES[DOING]!, all(ENTRIES[DOING]!), who);
    KINDS.forEach((kind, context) => {
      const fitting = doings.filter((i) => ENTRIES[DOING]![i]!.kinds.includes(kind));
      this.set(Lists.number(DOING, subject, context), fitting);
    });
    const suitable = ENTRIES.map((entries, pool) => {
      const fitting = eligible(entries, all(entries), who);
      return pool === OBJECT && people ? fitting.filter((i) => this.hasDoing(i, subject)) : fitting;
    });
    SCENES.forEach((_, scene) => {
      const here = sceneMask(scene);
      ENTRIES.forEach((entries, pool) => {
        if (pool !== DOING)
          this.set(Lists.number(pool, subject, scene), eligible(entries, suitable[pool]!, here));
      });
      const has = (pool: number) => pool === DOING || this.sizeOf(pool, subject, scene) > 0;
      const fitting = eligible(SENTENCES, all(SENTENCES), who | here).filter((t) =>
        SENTENCES[t]!.slots.every((slot) => has(slot.pool)),
      );
      this.set(Lists.number(TEMPLATE, subject, scene), fitting);
    });
  }

  private hasDoing(object: number, subject: number): boolean {
    const kind = KINDS.indexOf(ENTRIES[OBJECT]![object]!.kinds[0]!);
    return this.sizeOf(DOING, subject, kind) > 0;
  }

  private sizeOf(pool: number, subject: number, context: number): number {
    return this.lists[Lists.number(pool, subject, context)]! & 255;
  }

  private set(list: number, numbers: readonly number[]): void {
    const key = String.fromCharCode(...numbers);
    let place = this.places.get(key);
    if (place === undefined) {
      this.places.set(key, (place = this.all.length));
      this.all.push(...numbers);
    }
    this.lists[list] = place * 256 + numbers.length;
  }
}

interface Masked {
  readonly mask: number;
}

const all = (items: readonly unknown[]) => items.map((_, i) => i);

/** Those of the numbered items whose mask has all bits of `need`. */
function eligible(items: readonly Masked[], numbers: readonly number[], need: number): number[] {
  return numbers.filter((i) => (items[i]!.mask & need) === need);
}

/** Where a person of that age is when the shoot's scene is `scene`. */
function sceneFor(scene: number, age: number): number {
  const { ages, instead } = SCENES[scene]!;
  const need = subjectMask(1, 0, age, 0);
  if (ages === undefined || (parseSuits(ages) & need) === need) return scene;
  return sceneFor(
    SCENES.findIndex(({ name }) => name === instead),
    age,
  );
}
