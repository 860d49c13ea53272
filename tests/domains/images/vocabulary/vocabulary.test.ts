import { AUTHOR_NAMES, AUTHORS } from "../../../../app/domains/images/vocabulary/author-names";
import { COUNTRIES, REGIONS } from "../../../../app/domains/images/vocabulary/countries";
import { MAX_URL_LENGTH, SITES } from "../../../../app/domains/images/vocabulary/sites";

test("no two authors share a name; a third are people, a third handles, a third agencies", () => {
  expect(AUTHOR_NAMES).toHaveLength(AUTHORS);
  expect(new Set(AUTHOR_NAMES).size).toBe(AUTHORS);
  expect(AUTHORS).toBeLessThanOrEqual(8_000);
  expect(AUTHOR_NAMES.filter((name) => /^[A-Z][a-z]+ [A-Z][a-z]+$/.test(name))).toHaveLength(AUTHORS / 3);
  expect(AUTHOR_NAMES.filter((name) => /^[a-z]+_?[a-z]*\d*$/.test(name))).toHaveLength(AUTHORS / 3);
  expect(AUTHOR_NAMES.filter((name) => /^[A-Z][a-z]+ [A-Z][a-z]+ [A-Z][a-z]+$/.test(name))).toHaveLength(
    AUTHORS / 3,
  );
});

test("countries are alpha-3 codes, each in one of the five regions", () => {
  for (const [code, region, weight] of COUNTRIES) {
    expect(code).toMatch(/^[A-Z]{3}$/);
    expect(REGIONS[region]).toBeTruthy();
    expect(weight).toBeGreaterThan(0);
  }
  expect(new Set(COUNTRIES.map(([, region]) => region)).size).toBe(5);
});

test("no URL can be too long, or shorter than 60 bytes with a slug of ten", () => {
  for (const { prefix, suffix, slugLength } of SITES) {
    expect(prefix).toMatch(/^https:\/\/[a-z0-9.]+\/[a-z0-9\/_-]+$/);
    expect(prefix.length + slugLength + 1 + 10 + suffix.length).toBeLessThanOrEqual(MAX_URL_LENGTH);
    expect(prefix.length + 10 + 1 + 8 + suffix.length).toBeGreaterThanOrEqual(60);
  }
});
