import { MAX_CAPTION } from "../../../../app/domains/images/captions/picture";
import { offenders, samples } from "./pictures";

const SAMPLES = samples(80_000);
const wrong = (broken: (caption: string) => boolean): string[] => offenders(SAMPLES, broken);

test("5 to 150 bytes", () => {
  expect(
    wrong((caption) => Buffer.byteLength(caption) < 5 || Buffer.byteLength(caption) > MAX_CAPTION),
  ).toEqual([]);
});

test("letters, digits and marks of sentences, single spaces, no slot left", () => {
  expect(wrong((caption) => !/^[\p{L}\p{N} ,.:;&'()\-–]+$/u.test(caption))).toEqual([]);
  expect(wrong((caption) => /^\s|\s$|\s\s|\s[,.:;)]|\(\s/.test(caption))).toEqual([]);
  expect(
    wrong((caption) => /[,.:;&-]{2}|[,:;(–-]$|^[,.:;&)–-]/.test(caption.replace(/ & |D\.C\./, " "))),
  ).toEqual([]);
});

test("a and an by sound", () => {
  const consonant = /^(one|uni(?!m|n)|use|ukulele|eu|once)/i;
  const vowel = /^(hour|honest|heir|SUV|X-ray|MP|HR$|UX$)/;
  const isWrong = (caption: string): boolean =>
    [...caption.matchAll(/(?<!\p{L})(an?) (?=([\p{L}\p{N}-]+))/giu)].some(([, article, word]) => {
      if (/^[A-Z]$/.test(article!) || word === "Coruña") return false;
      const sounds = vowel.test(word!) || (/^[aeiouéó]/i.test(word!) && !consonant.test(word!));
      return (article!.toLowerCase() === "an") !== sounds;
    });
  expect(wrong(isWrong)).toEqual([]);
});

test("no word twice in a row, no article before an article, a pronoun, a number or a plural", () => {
  expect(wrong((caption) => /(?<![\p{L}'-])([\p{L}']+) \1(?![\p{L}'-])/iu.test(caption))).toEqual([]);
  expect(
    wrong((caption) => /\b(an?|the) (an?|the|her|his|their|two|three|four|several) /i.test(caption)),
  ).toEqual([]);
  const plural =
    /\b(an?) (?:[\p{L}-]+ )?(women|men|people|friends|children|kids|girls|boys|students|colleagues|partners|seniors|teens)\b/iu;
  expect(wrong((caption) => plural.test(caption) && !/\bgroup|crowd|\band\b/i.test(caption))).toEqual([]);
});

test("no end on a word that asks for more, no empty place for one", () => {
  const asking = "a|an|the|of|in|on|at|with|and|by|near|for|from|to|while|her|his|their|or|is|are";
  expect(wrong((caption) => new RegExp(` (${asking})[.,]?$`).test(caption))).toEqual([]);
  expect(
    wrong((caption) => new RegExp(` (of|with|and|near|for|from|while|or|is|are)[.,:]`).test(caption)),
  ).toEqual([]);
});

test("one person has an article where the sentence asks for it", () => {
  const bare =
    /(?:Shot|Portrait|Close up|Rear view|Headshot|Full length) of (?!an? )(?:[\p{L}-]+ ){0,3}(?:woman|man|girl|boy|child|person|teenager)\b(?! and)/u;
  expect(offenders(SAMPLES, (caption, { people }) => people === 1 && bare.test(caption))).toEqual([]);
});

test("adjectives stand before the noun", () => {
  const late =
    /\b(man|woman|person|baby|child|puppy) (peaceful|happy|sad|serious|successful|adorable|stylish|casual|young|old)\b/i;
  expect(wrong((caption) => late.test(caption))).toEqual([]);
});

test("seldom says a word twice that matters", () => {
  const light = /^(an?|the|of|in|on|at|with|and|by|to|from|for|up|or|her|his|their|is|are)$/;
  const repeats = (caption: string): boolean => {
    const words = caption
      .toLowerCase()
      .split(/[^\p{L}\p{N}'-]+/u)
      .filter((word) => word && !light.test(word));
    return new Set(words).size < words.length;
  };
  expect(SAMPLES.filter(({ caption }) => repeats(caption)).length / SAMPLES.length).toBeLessThan(0.01);
});
