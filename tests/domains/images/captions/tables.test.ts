import { TABLES } from "../../../../app/domains/images/captions/composer";
import { UNIT } from "../../../../app/domains/images/captions/tables";
import { inlined } from "../../../../app/domains/images/captions/inline";
import { articleOf, parseEntries, parseParts } from "../../../../app/domains/images/captions/parse";
import * as registers from "../../../../app/domains/images/captions/registers";
import { Shortlists } from "../../../../app/domains/images/captions/shortlists";
import { REGISTERS } from "../../../../app/domains/images/captions/styles";
import { KIND, KINDS, kindNumber, parseSuits } from "../../../../app/domains/images/captions/suits";
import { SYMBOLS } from "../../../../app/domains/images/captions/symbols";
import { FIRST_TOPIC_THEME, THEMES } from "../../../../app/domains/images/captions/themes";
import { TOPIC_SCENES } from "../../../../app/domains/images/links/declared";
import { SCENES } from "../../../../app/domains/images/vocabulary/scenes";
import { anyPicture, captionOf } from "./pictures";

test("forty patterns or more in five registers", () => {
  const counts = REGISTERS.map((name) => parseEntries(registers[name]).length);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(8);
  expect(counts.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(40);
});

test("a dozen lists of a hundred different texts or more", () => {
  const sizes = Object.values(SYMBOLS).map(({ lists }) => new Set(lists.flat().map(({ text }) => text)).size);
  expect(sizes.filter((size) => size >= 100).length).toBeGreaterThanOrEqual(12);
});

test("each topic has words of its own, in its scene", () => {
  expect(THEMES).toHaveLength(FIRST_TOPIC_THEME + TOPIC_SCENES.length);
  TOPIC_SCENES.forEach((scene, topic) => {
    const theme = THEMES[FIRST_TOPIC_THEME + topic]!;
    expect(theme.scene.name).toBe(scene);
    const own = THEMES.filter(({ words }) => words.doing === theme.words.doing);
    expect(own).toHaveLength(1);
    for (const words of [theme.words.doing, theme.words.thing, theme.words.place, theme.words.idea])
      expect(parseEntries(words).length).toBeGreaterThanOrEqual(4);
  });
  SCENES.forEach((scene, s) => expect(THEMES[s]!.scene).toBe(scene));
});

/** Of pictures of different kinds: one bit in each dimension. */
const masks = ["none", "people", "many"].flatMap((people) =>
  [
    "women body feet hands face",
    "men maybe-body no-feet faceless",
    "unsaid no-body no-feet maybe-hands face",
  ].flatMap((seen) =>
    ["named", "anonymous"].map((named) => lowest(parseSuits(`${people} ${seen} ${named} old winter place`))),
  ),
);

/** One bit in each dimension of a mask that has at least one in each. */
function lowest(mask: number): number {
  let one = 0;
  let before = 0;
  for (const size of [4, 3, 6, 2, 2, 3, 3, 5, 2, 2]) {
    const bits = (mask >>> before) & ((1 << size) - 1);
    one |= (bits & -bits) << before;
    before += size;
  }
  return one;
}

test("kinds of pictures have different numbers", () => {
  const numbers = masks.map(kindNumber);
  expect(new Set(numbers).size).toBe(new Set(masks.map((mask) => mask & KIND)).size);
  expect(Math.max(...numbers)).toBeLessThan(KINDS);
});

test("entries and their records can be numbered", () => {
  expect(TABLES.recordOf.length).toBeLessThan(65_536);
  expect(Math.max(...TABLES.recordOf) * UNIT).toBeLessThan(TABLES.records.length);
});

test("shortlists have the entries that suit the picture, in order", () => {
  const shortlists = new Shortlists(TABLES);
  for (let i = 0; i < 200; i++) {
    const mask = masks[i % masks.length]!;
    const row = shortlists.rowOf(mask);
    for (const place of shortlists.listOf.filter((_, list) => list % 17 === i % 17)) {
      const from = (place >>> 1) + (place & 1) * row;
      const made = shortlists.shortlists[from]! || shortlists.make(from);
      const first = made >>> 12;
      const found = [...shortlists.candidates.subarray(first, first + (made & 4095))];
      const list = TABLES.listOf[shortlists.listOf.indexOf(place)]!;
      const all = [...TABLES.recordOf.subarray(TABLES.listStart[list], TABLES.listStart[list + 1])];
      expect(found).toEqual(
        all.filter((record) => (TABLES.records[record * UNIT]! & mask & KIND) === (mask & KIND)),
      );
    }
  }
});

test("an entry is a text with tags", () => {
  expect(parseEntries("one face x2: a | b\n c")).toEqual([
    { text: "a", mask: parseSuits("one face"), times: 2 },
    { text: "b", mask: parseSuits("one face"), times: 2 },
    { text: "c", mask: parseSuits(""), times: 1 },
  ]);
  expect(parseEntries("a: happy | angry").map(({ text }) => text)).toEqual(["a happy", "an angry"]);
  expect(() => parseEntries("happy: a")).toThrow('unknown tag "happy"');
  expect(parseSuits("child-young", "old")).toBe(parseSuits("child teenager young"));
  expect(parseSuits("", "old")).toBe(parseSuits("old"));
});

test("a text is words and slots, with what separates them", () => {
  expect(parseParts("Shot of {a np}, {Doing?40/place} ({#1-9}).")).toEqual([
    { lead: "", words: "Shot of" },
    { lead: " ", slot: { name: "np", article: true, capital: false, percent: 100 } },
    { lead: ", ", slot: { name: "doing", article: false, capital: true, percent: 40, otherwise: "place" } },
    { lead: " (", slot: { name: "", article: false, capital: false, percent: 100, range: [1, 9] } },
    { lead: "", words: ")" },
    { lead: "", words: "." },
  ]);
});

test("articles by sound", () => {
  const an = ["apple", "hour", "X-ray", "unimportant", "SUV"];
  expect(an.map(articleOf)).toEqual(an.map(() => "an"));
  const a = ["banana", "unicorn", "ukulele", "one-year-old", "user"];
  expect(a.map(articleOf)).toEqual(a.map(() => "a"));
});

test("what is inlined keeps its article where it was asked for or may begin the text", () => {
  const by = parseEntries("women: a woman\nmen: a man");
  const texts = (text: string): string[] => inlined(parseEntries(text), "who", by).map((entry) => entry.text);
  expect(texts("{who} here")).toEqual(["a woman here", "a man here"]);
  expect(texts("young {who}, {a who}")).toEqual(["young woman, a woman", "young man, a man"]);
  expect(texts("men: {Who}")).toEqual(["A man"]);
  expect(texts("{who?50}")).toEqual(["{who?50}"]);
});

test("the same states and picture give the same caption, whatever was made before", () => {
  const first = Array.from({ length: 500 }, (_, i) => captionOf(anyPicture(i), i, i, i));
  const again = Array.from({ length: 500 }, (_, i) => 499 - i).map((i) => captionOf(anyPicture(i), i, i, i));
  expect(again.reverse()).toEqual(first);
});
