import {
  calendarDay,
  mayBathe,
  mayHaveSnow,
  seasonOf,
} from "../../../../app/domains/images/captions/seasons";
import { AT_HOME } from "../../../../app/domains/images/vocabulary/peoples";
import { CITIES } from "../../../../app/domains/images/vocabulary/cities";
import { COUNTRIES } from "../../../../app/domains/images/vocabulary/countries";
import { offenders, samples } from "./pictures";

const SAMPLES = samples(80_000);
const number = (code: string): number => 1 + COUNTRIES.findIndex(([other]) => other === code);

test("every country has a climate and eight places or more", () => {
  expect(Object.keys(CITIES).sort()).toEqual(COUNTRIES.map(([code]) => code).sort());
  for (const [, climate, cities] of Object.values(CITIES)) {
    expect(climate).toMatch(/^(north|south|NORTH|SOUTH)(-inland)?$|^tropics$/);
    expect(new Set(cities.split(", ")).size).toBeGreaterThanOrEqual(8);
  }
  expect(Object.keys(AT_HOME).filter((code) => number(code) === 0)).toEqual([]);
});

test("a caption that names a country or its city names its own in 97 of 100, and none where it is unknown", () => {
  const names = COUNTRIES.map(([code]) => {
    const [name, , cities] = CITIES[code]!;
    return new RegExp(
      `(?:in|^|, )\\s*(?:${[name, ...cities.split(", ")].map(quoted).join("|")})(?=[,.]| -|$)`,
    );
  });
  let right = 0;
  let named = 0;
  for (const { picture, caption } of SAMPLES) {
    const own = picture.country > 0 && names[picture.country - 1]!.test(caption);
    const other = !own && /, [A-Z]/.test(caption) && names.some((name) => name.test(caption));
    if (picture.country === 0) expect(other ? caption : "").toBe("");
    right += own ? 1 : 0;
    named += own || other ? 1 : 0;
  }
  expect(named).toBeGreaterThan(2_000);
  expect(right / named).toBeGreaterThan(0.97);
});

test("dates are those of the calendar", () => {
  for (let day = 0; day < 65_536; day += 7) {
    const date = new Date(day * 86_400_000);
    expect(calendarDay(day)).toEqual({
      year: date.getUTCFullYear(),
      month: date.getUTCMonth(),
      day: date.getUTCDate(),
    });
  }
});

test("seasons by hemisphere", () => {
  expect([0, 3, 6, 9].map((month) => seasonOf(number("DEU"), month))).toEqual([4, 1, 2, 3]);
  expect([0, 3, 6, 9].map((month) => seasonOf(number("AUS"), month))).toEqual([2, 3, 4, 1]);
  expect([0, 3, 6, 9].map((month) => seasonOf(number("SGP"), month))).toEqual([0, 0, 0, 0]);
  expect([0, 6].map((month) => mayHaveSnow(number("NZL"), month))).toEqual([false, true]);
  expect(mayHaveSnow(number("SGP"), 0)).toBe(false);
  expect(mayBathe(number("AUT"), 6)).toBe(false);
  expect([0, 6].map((month) => mayBathe(number("ESP"), month))).toEqual([false, true]);
});

test("captions agree with season and climate", () => {
  const at = (wrong: (country: number, month: number) => boolean, words: RegExp): string[] =>
    offenders(
      SAMPLES,
      (caption, { country, day }) => wrong(country, calendarDay(day).month) && words.test(caption),
    );
  const snow = /\b(snow|snowy|sled|skiing|skis|snowman|snowball|frozen|Christmas market|ice skating)\b/i;
  expect(at((country, month) => !mayHaveSnow(country, month), snow)).toEqual([]);
  const bathing = /\b(on the beach|swimwear|sunbathing|surfing|sandcastle|swimsuit)\b/i;
  expect(at((country, month) => !mayBathe(country, month), bathing)).toEqual([]);
  ["spring", "summer", "autumn", "winter"].forEach((season, s) => {
    const words = new RegExp(
      `\\b(in|an?|warm|hot|cold|mild|foggy) ${season}\\b(?! (camp|vacation|sports|food|cleaning))`,
      "i",
    );
    expect(at((country, month) => seasonOf(country, month) !== s + 1 && country > 0, words)).toEqual([]);
  });
});

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
