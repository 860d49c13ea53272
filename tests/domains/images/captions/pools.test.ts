import { parseSuits } from "../../../../app/domains/images/captions/suits";
import { Fragments } from "../../../../app/domains/images/captions/fragments";
import {
  CONTEXTS,
  Lists,
  SCENE_SLOTS,
  SUBJECTS,
  TEMPLATE,
} from "../../../../app/domains/images/captions/lists";
import { SCENES } from "../../../../app/domains/images/captions/scenes";
import { TEMPLATES } from "../../../../app/domains/images/captions/templates";
import {
  DOING,
  ENTRIES,
  OBJECT,
  POOL_NAMES,
  SENTENCES,
} from "../../../../app/domains/images/captions/vocabulary";
import { inflect, VARIANTS } from "../../../../app/domains/images/captions/words";

const tables = new Lists();
const fragments = new Fragments();

const known = new Map<number, readonly number[]>();

/** The entries that a slot of this pool can take. */
function choices(pool: number, subject: number, scene: number): readonly number[] {
  const list = Lists.number(pool, subject, scene);
  if (!known.has(list)) known.set(list, findChoices(pool, subject, scene));
  return known.get(list)!;
}

function findChoices(pool: number, subject: number, scene: number): number[] {
  if (pool === DOING) {
    const kinds = new Set(choices(OBJECT, subject, scene).map((object) => fragments.kindOf[object]!));
    return [...new Set([...kinds].flatMap((kind) => read(DOING, subject, kind)))];
  }
  return read(pool, subject, scene);
}

function read(pool: number, subject: number, context: number): number[] {
  const list = tables.lists[Lists.number(pool, subject, context)]!;
  return [...tables.entries.subarray(list >>> 8, (list >>> 8) + (list & 255))];
}

const scenesOf = (subject: number) => [
  ...new Set(tables.sceneOf.subarray(subject * SCENE_SLOTS, (subject + 1) * SCENE_SLOTS)),
];
const subjects = Array.from({ length: SUBJECTS }, (_, subject) => subject);
const people = (subject: number) => (subject / 42) | 0;

test("30 templates, all different", () => {
  expect(TEMPLATES).toHaveLength(30);
  expect(new Set(TEMPLATES.map(({ text }) => text)).size).toBe(30);
});

test("12 pools of about a hundred entries", () => {
  expect(POOL_NAMES).toHaveLength(12);
  for (const entries of ENTRIES) {
    expect(entries.length).toBeGreaterThanOrEqual(90);
    expect(entries.length).toBeLessThanOrEqual(160);
  }
});

test("every template, and every entry of every pool, is used by some picture with known people or none", () => {
  const templates = new Set<number>();
  const used = ENTRIES.map(() => new Set<number>());
  for (const subject of subjects) {
    const gender = ((subject / 14) | 0) % 3;
    const age = (subject >> 1) % 7;
    if (people(subject) > 0 && (gender === 0 || age === 0)) continue;
    for (const scene of scenesOf(subject)) {
      for (const template of read(TEMPLATE, subject, scene)) {
        templates.add(template);
        for (const { pool } of SENTENCES[template]!.slots)
          for (const entry of choices(pool, subject, scene)) used[pool]!.add(entry);
      }
    }
  }
  expect(templates.size).toBe(TEMPLATES.length);
  const unused = ENTRIES.flatMap((entries, pool) => entries.filter((_, i) => !used[pool]!.has(i)));
  expect(unused.map(({ text }) => text)).toEqual([]);
});

test("every subject has several templates in each of its scenes, and words for every slot", () => {
  const poor = new Set<string>();
  for (const subject of subjects) {
    const unknown = people(subject) > 0 && (subject >> 1) % 7 === 0; // in no row: the age of people is known
    for (const scene of scenesOf(subject)) {
      const templates = read(TEMPLATE, subject, scene);
      expect(templates.length).toBeGreaterThanOrEqual(people(subject) === 0 ? 5 : 7);
      for (const template of templates)
        for (const { pool } of SENTENCES[template]!.slots)
          if (choices(pool, subject, scene).length < (unknown ? 1 : 2))
            poor.add(`${POOL_NAMES[pool]} of ${subject}`);
    }
  }
  expect([...poor]).toEqual([]);
});

test("even the shortest and the longest words make 5 to 150 bytes", () => {
  let shortestOfAll = Infinity;
  let longestOfAll = 0;
  for (const subject of subjects) {
    const variant = (people(subject) > 1 ? 3 : 0) + (((subject / 14) | 0) % 3);
    for (const scene of scenesOf(subject)) {
      for (const template of read(TEMPLATE, subject, scene)) {
        let shortest = 0;
        let longest = 0;
        for (let slot = fragments.slotStart[template]!; slot < fragments.slotStart[template + 1]!; slot++) {
          const pool = fragments.slotPool[slot]!;
          const first = fragments.slotFragment[slot]! + variant * fragments.variantStep[pool]!;
          const sizes = choices(pool, subject, scene).map(
            (entry) => fragments.fragments[first + entry]! & 255,
          );
          shortest += Math.min(...sizes);
          longest += Math.max(...sizes);
        }
        shortestOfAll = Math.min(shortestOfAll, shortest);
        longestOfAll = Math.max(longestOfAll, longest);
      }
    }
  }
  expect(shortestOfAll).toBeGreaterThanOrEqual(5);
  expect(longestOfAll).toBeLessThanOrEqual(150);
});

test("what the shoot decides does not depend on who is in the picture", () => {
  for (const pool of ["location", "time", "setting"].map((name) => POOL_NAMES.indexOf(name)))
    SCENES.forEach((_, scene) => {
      const lists = new Set(subjects.map((subject) => String(read(pool, subject, scene))));
      expect(lists.size).toBe(1);
    });
});

test("no entry is listed twice for one picture", () => {
  const kindsMeet = (a: readonly string[], b: readonly string[]) =>
    a.length === 0 || a.some((kind) => b.includes(kind));
  const twice = ENTRIES.flatMap((entries) =>
    entries.filter((entry, i) =>
      entries.slice(0, i).some((other) => {
        const common = entry.mask & other.mask;
        const meet = [0xf, 0x70, 0x3f80, 0xc000, 0x7fff0000].every((dimension) => (common & dimension) !== 0);
        return other.text === entry.text && meet && kindsMeet(entry.kinds, other.kinds);
      }),
    ),
  );
  expect(twice.map(({ text }) => text)).toEqual([]);
});

test("contexts are few enough, and the words follow the person", () => {
  expect(SCENES.length).toBeLessThanOrEqual(CONTEXTS);
  expect(VARIANTS).toBe(6);
  expect(inflect("{woman} and {their} {girl}", 1)).toBe("woman and her girl");
  expect(inflect("{woman} and {their} {girl}", 2)).toBe("man and his boy");
  expect(inflect("{woman} by {themself}", 0)).toBe("person by themself");
  expect(inflect("{their} {woman}", 4)).toBe("their woman");
  expect(() => inflect("{wombat}", 0)).toThrow("unknown word {wombat}");
});

test("fits speaks a small language, and says so", () => {
  expect(() => parseSuits("one childd")).toThrow('unknown tag "childd"');
  expect(() => parseSuits("old-young")).toThrow('unknown tag "old-young"');
  expect(parseSuits("outdoors") | parseSuits("indoors")).toBe(parseSuits(""));
  expect(parseSuits("outdoors")).toBe(parseSuits("-indoors"));
  expect(parseSuits("young adult old")).toBe(parseSuits("young-old"));
});
