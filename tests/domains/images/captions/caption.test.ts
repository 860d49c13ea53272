import fc from "fast-check";
import { ByteBuffer } from "../../../../app/rows/byte-buffer";
import { appendCaption, MAX_CAPTION } from "../../../../app/domains/images/captions/caption";
import { ENTRIES, POOL_NAMES } from "../../../../app/domains/images/captions/vocabulary";
import {
  ALL_SUBJECTS,
  captionAt,
  captionOf,
  naturalSubject,
  shootState,
  type Subject,
  takeState,
} from "./subjects";

/** 200 captions of each kind of subject; computed once, read by all laws. */
const SAMPLE = ALL_SUBJECTS.flatMap((subject, s) =>
  Array.from({ length: 200 }, (_, i) => ({ subject, caption: captionAt(subject, s * 200 + i) })),
);

function offenders(broken: (caption: string, subject: Subject) => boolean): string[] {
  return SAMPLE.filter(({ caption, subject }) => broken(caption, subject)).map(({ caption }) => caption);
}

/** Captions of the subjects that hold any of the words. */
function holding(words: string, of: (subject: Subject) => boolean): string[] {
  const pattern = new RegExp(`\\b(${words})\\b`, "i");
  return offenders((caption, subject) => of(subject) && pattern.test(caption));
}

describe("grammar", () => {
  test("plain words, single spaces, a capital first, no slot or mark left", () => {
    expect(offenders((caption) => !/^[A-Z][a-z]*([ -][A-Za-z]+)*$/.test(caption))).toEqual([]);
  });

  test("within 5 and 150 bytes", () => {
    expect(offenders((caption) => caption.length < 5 || caption.length > MAX_CAPTION)).toEqual([]);
  });

  test("a and an by sound", () => {
    const asConsonant = /^(one|uni|use|ukulele|eu)/i;
    const asVowel = /^(hour|honest|heir)/i;
    const wrong = (caption: string) =>
      [...caption.matchAll(/\b(an?) (\w+)/gi)].some(([, article, word]) => {
        const vowel = asVowel.test(word!) || (/^[aeiou]/i.test(word!) && !asConsonant.test(word!));
        return (article!.toLowerCase() === "an") !== vowel;
      });
    expect(offenders(wrong)).toEqual([]);
  });

  test("no word twice in a row, no article before an article, a pronoun or a number", () => {
    expect(offenders((caption) => /\b(\w+) \1\b/i.test(caption))).toEqual([]);
    expect(offenders((caption) => /\b(an?|the) (an?|the|her|his|their|two)\b/i.test(caption))).toEqual([]);
  });

  test("no end on a word that asks for more", () => {
    const dangling = / (a|an|the|of|in|on|at|with|and|by|near|for|from|to|while|her|his|their)$/;
    expect(offenders((caption) => dangling.test(caption))).toEqual([]);
  });

  test("seldom repeats a word that matters", () => {
    const light = /^(an?|the|of|in|on|at|with|and|by|to|from|for|up|her|his|their|side|shoulder)$/;
    const repeats = (caption: string) => {
      const words = caption
        .toLowerCase()
        .split(/[ -]/)
        .filter((word) => !light.test(word));
      return new Set(words).size < words.length;
    };
    expect(offenders(repeats).length / SAMPLE.length).toBeLessThan(0.01);
  });
});

describe("true to the row", () => {
  const ages =
    (...which: number[]) =>
    (subject: Subject) =>
      subject.people > 0 && which.includes(subject.age);
  const people = (subject: Subject) => subject.people > 0;

  test("no face, no face words", () => {
    const words =
      "smiling|laughing|grinning|giggling|chuckling|beaming|portrait|headshot|face of|looking at camera|" +
      "smile|freckles|dimples|glasses|beard|mustache|facing the camera|bright-eyed|happy|sad|winking|chin|" +
      "eyebrows|profile|close-up of [a-z]* ?(woman|man|girl|boy)";
    expect(holding(words, (subject) => people(subject) && !subject.face)).toEqual([]);
  });

  test("a face is not hidden", () => {
    const words =
      "rear view|back view|from behind|silhouette|unrecognizable|anonymous|faceless|facing away|hiding|" +
      "neck down|hands of|over-the-shoulder|looking the other way|walking away";
    expect(holding(words, (subject) => subject.face)).toEqual([]);
  });

  const ANYBODY =
    "person|people|woman|women|man|men|girl|boy|baby|toddler|child|kid|teen\\w*|adult|senior|friends?|" +
    "family|group|team|student|teacher|chef|athlete|mother|father|parent|business(wo)?man|hands?|face|" +
    "her|his|their|smiling|standing|sitting|wearing|portrait|crowded";
  test("no people, no people words", () => {
    expect(holding(ANYBODY, (subject) => subject.people === 0)).toEqual([]);
  });

  test("people are named", () => {
    const who =
      "person|woman|man|lady|girl|boy|baby|toddler|child|kid|preschooler|schoolchild|pupil|student|" +
      "explorer|helper|teen|teenager|adolescent|athlete|adult|professional|employee|designer|intern|" +
      "freelancer|entrepreneur|traveler|chef|hiker|teacher|businesswoman|businessman|mother|father|parent|" +
      "manager|supervisor|accountant|architect|engineer|professor|cook|barista|model|artist|dancer|coach|" +
      "trainer|tourist|commuter|runner|lover|surfer|senior|citizen|pensioner|grandmother|grandfather|" +
      "grandparent|friends|classmates|roommates|colleagues|coworkers|travelers|athletes|family|group|team|" +
      "circle";
    const named = new RegExp(`\\b(${who})\\b`, "i");
    expect(offenders((caption, subject) => people(subject) && !named.test(caption))).toEqual([]);
  });

  test("gender words agree", () => {
    const female =
      "woman|women|girls?|her|hers|she|herself|mother|grandmother|businesswoman|lady|female|dress|blouse|" +
      "earrings";
    const male =
      "man|men|boys?|his|he|him|himself|father|grandfather|businessman|gentleman|male|beard|mustache|tie";
    expect(holding(female, (subject) => subject.gender !== 1)).toEqual([]);
    expect(holding(male, (subject) => subject.gender !== 2)).toEqual([]);
  });

  test("age words agree", () => {
    const baby = "baby|toddler|pacifier|onesie|bib|crawling|stroller|first steps";
    const child = "child|kid|preschooler|schoolchild|little|pupil|playmates?|(five|seven)-year-old";
    const teenager = "teen|teenager|teenage|adolescent|high school";
    const young = "young|twenties|college|university|intern";
    const grown =
      "businesswoman|businessman|manager|mother|father|chef|barista|professor|accountant|entrepreneur|" +
      "freelancer|suit|contract|coffee|email|beard|wearing a blazer";
    const old =
      "senior|elderly|older|retired|grandmother|grandfather|grandparent|pensioner|silver-haired|" +
      "gray-haired|seventies";
    expect(holding(baby, ages(0, 2, 3, 4, 5, 6))).toEqual([]);
    expect(holding(child, ages(3, 4, 5, 6))).toEqual([]);
    expect(holding(teenager, ages(0, 1, 2, 4, 5, 6))).toEqual([]);
    expect(holding(young, ages(0, 1, 2, 3, 5, 6))).toEqual([]);
    expect(holding("girl|boy", ages(4, 5, 6))).toEqual([]);
    expect(holding("adult|mature|middle-aged|thirties|forties", ages(1, 2, 3, 6))).toEqual([]);
    expect(holding(grown, ages(1, 2))).toEqual([]);
    expect(holding(old, ages(0, 1, 2, 3, 4, 5))).toEqual([]);
  });

  test("number words agree", () => {
    const several =
      "two|friends?|companions?|relatives?|group|team|family|together|each other|side by side|classmates|" +
      "colleagues?|coworkers|roommates";
    expect(holding(several, (subject) => subject.people === 1)).toEqual([]);
    const two = /\btwo\b|\w and (a )?\w+/i;
    const more = /\b(group|family|team|circle|and (friends|companions|relatives|playmates|family))\b/i;
    const counted = (caption: string, subject: Subject) => (subject.people === 2 ? two : more).test(caption);
    expect(offenders((caption, subject) => subject.people > 1 && !counted(caption, subject))).toEqual([]);
    expect(holding("two", (subject) => subject.people === 3)).toEqual([]);
  });

  test("without people, gender, age and face do not matter", () => {
    for (let id = 0; id < 200; id++) {
      const captions = ALL_SUBJECTS.filter((subject) => subject.people === 0).map((subject) =>
        captionAt(subject, id),
      );
      expect(new Set(captions).size).toBe(1);
    }
  });
});

describe("draws", () => {
  const subjects = fc.constantFrom(...ALL_SUBJECTS);
  const states = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((bits) => bits | 0);

  test("the same states give the same caption, wherever it is appended", () => {
    fc.assert(
      fc.property(subjects, states, states, fc.nat({ max: 300 }), (subject, shoot, take, offset) => {
        const out = new ByteBuffer(1);
        out.appendBytes(new Uint8Array(offset).fill(33));
        appendCaption(out, subject.people, subject.gender, subject.age, subject.face, shoot, take);
        const text = Buffer.from(out.bytes.subarray(0, out.length)).toString();
        expect(text).toBe("!".repeat(offset) + captionOf(subject, shoot, take));
      }),
    );
  });

  test.each(["location", "time", "setting"])("the takes of one shoot share its %s", (name) => {
    const texts = ENTRIES[POOL_NAMES.indexOf(name)]!.map((entry) => entry.text).sort(
      (a, b) => b.length - a.length,
    );
    let compared = 0;
    for (let shoot = 0; shoot < 60; shoot++) {
      const found = new Set<string>();
      for (let take = 0; take < 60; take++) {
        const subject = {
          people: 1 + (take % 3),
          gender: 1 + (take % 2),
          age: 4 + (take % 2),
          face: take % 5 < 3,
        };
        const caption = captionOf(subject, shootState(shoot), takeState(shoot * 60 + take));
        const part = texts.find((text) => new RegExp(` ${text}( |$)`).test(caption));
        if (part) found.add(part);
      }
      if (found.size > 0) compared++;
      expect([...found].length).toBeLessThanOrEqual(1);
    }
    expect(compared).toBeGreaterThan(50);
  });

  test("unrelated takes hardly ever share a caption", () => {
    const count = 10_000;
    const captions = new Set(Array.from({ length: count }, (_, id) => captionAt(naturalSubject(id), id)));
    expect(count - captions.size).toBeLessThan(count / 1000);
  });

  test("lengths of the natural mix", () => {
    const captions = Array.from({ length: 20_000 }, (_, id) => captionAt(naturalSubject(id), id));
    const lengths = captions.map((caption) => caption.length).sort((a, b) => a - b);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect(mean).toBeGreaterThan(70);
    expect(mean).toBeLessThan(76);
    expect(lengths[5_000]).toBeGreaterThanOrEqual(60);
    expect(lengths[15_000]).toBeLessThanOrEqual(90);
  });
});
