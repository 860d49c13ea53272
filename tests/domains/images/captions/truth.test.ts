import type { Picture } from "../../../../app/domains/images/captions/picture";
import { offenders, samples } from "./pictures";

const SAMPLES = samples(80_000);

/** Captions that hold any of the words, of the pictures that must not. */
function holding(words: string, of: (picture: Picture) => boolean): string[] {
  const pattern = new RegExp(`(?<![\\p{L}-])(${words})(?![\\p{L}-])`, "iu");
  return offenders(SAMPLES, (caption, picture) => of(picture) && pattern.test(caption));
}

const somebody = (picture: Picture): boolean => picture.people > 0;

test("hands are seen where they are spoken of", () => {
  const words =
    "holding|hands|fingers|fists|thumbs?|palms|waving|clapping|carrying|gripping|raising|pouring|pointing|typing on";
  expect(holding(words, (picture) => somebody(picture) && picture.hands !== 1)).toEqual([]);
});

test("who stands, walks or runs has a body", () => {
  const words = "standing|walking along|walking through|running to|running into|strolling|jumping|waist up";
  expect(holding(words, (picture) => somebody(picture) && picture.body !== 1)).toEqual([]);
});

test("feet are seen in full length, and not in a headshot", () => {
  expect(holding("full[ -]length", (picture) => picture.feet !== 1)).toEqual([]);
  expect(
    holding("headshot of", (picture) => picture.feet !== 2 || picture.body !== 2 || !picture.face),
  ).toEqual([]);
  expect(holding("hands of|'s hands", (picture) => picture.hands !== 1 || picture.body === 1)).toEqual([]);
});

test("no face, no face words", () => {
  const words =
    "smiling|laughing|grinning|portrait of|face and|freckles|freckled|with a beard|wearing glasses|looking at the camera|" +
    "screaming|frowning|bespectacled|happy(?! hour)|pensive|close up of";
  expect(holding(words, (picture) => somebody(picture) && !picture.face)).toEqual([]);
});

test("a face is not hidden", () => {
  const words = "rear view|back view|seen from behind|rearview|unrecognizable|anonymous|face not visible";
  expect(holding(words, (picture) => picture.face === 1)).toEqual([]);
});

test("no people, no people words", () => {
  const words =
    "person|woman|women|man|men|girls?|boys?|toddler|kids?|teen\\w*|adult|friends|family of|" +
    "group of|team of|her|his|their|smiling|standing|sitting|wearing";
  expect(holding(words, (picture) => picture.people === 0)).toEqual([]);
});

test("gender words agree", () => {
  const female =
    "woman|girl|herself|businesswoman|lady|bride|bridesmaid|waitress|seamstress|(?:in|wearing) an? (?:[a-z-]+ ){0,3}dress|earrings";
  const male = "man|boy|himself|businessman|gentleman|groom|bearded|beard|tuxedo|bow tie";
  const alone = (picture: Picture): boolean => picture.people === 1;
  expect(holding(`${female}|her`, (picture) => alone(picture) && picture.gender !== 1)).toEqual([]);
  expect(holding(`${male}|his`, (picture) => alone(picture) && picture.gender !== 2)).toEqual([]);
});

test("age words agree", () => {
  const not =
    (...ages: number[]) =>
    (picture: Picture) =>
      picture.people === 1 && !ages.includes(picture.age);
  expect(holding("infant|toddler|onesie|in a diaper|crawling", not(1))).toEqual([]);
  expect(holding("preteen|schoolchild|preschooler|kindergartner", not(2))).toEqual([]);
  expect(holding("teenager|teenage|adolescent|teen", not(3))).toEqual([]);
  expect(holding("in (her|his|their) twenties|millennial|gen z", not(4))).toEqual([]);
  expect(holding("middle-aged|mid adult|in (her|his|their) (thirties|forties)", not(5))).toEqual([]);
  expect(holding("senior|elderly|pensioner|retired|in (her|his|their) seventies", not(6))).toEqual([]);
  const grown =
    "businesswoman|businessman|manager|lawyer|wine|beer|whiskey|cocktail|mortgage|wedding|suit|engineer|newlyweds";
  expect(holding(`a (?:${grown})`, not(4, 5, 6))).toEqual([]);
});

test("number words agree", () => {
  const several = "two|three|four|five|several|friends of|group of|couple|each other|side by side|colleagues";
  expect(holding(several, (picture) => picture.people === 1)).toEqual([]);
  expect(holding("two|twins|a couple|couple in", (picture) => picture.people === 3)).toEqual([]);
  expect(
    holding("three|four|(?<!high )five|several|a group of|crowd", (picture) => picture.people === 2),
  ).toEqual([]);
});
