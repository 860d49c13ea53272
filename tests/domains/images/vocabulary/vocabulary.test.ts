import { appendAuthorName, MAX_AUTHOR_LENGTH } from "../../../../app/domains/images/vocabulary/author-names";
import { CULTURES } from "../../../../app/domains/images/vocabulary/author-parts";
import { ByteBuffer } from "../../../../app/rows/byte-buffer";
import { idState } from "../../../../app/rows/random/mix";
import { COUNTRIES, REGIONS } from "../../../../app/domains/images/vocabulary/countries";
import { MAX_URL_LENGTH, SITES } from "../../../../app/domains/images/vocabulary/sites";

/** Names of authors of every country, many of each. */
function authorNames(): string[][] {
  return COUNTRIES.map((_, home) =>
    Array.from({ length: 500 }, (_, n) => {
      const out = new ByteBuffer(64);
      appendAuthorName(out, idState(1, home * 1000 + n), home);
      return Buffer.from(out.bytes.subarray(0, out.length)).toString("utf8");
    }),
  );
}

test("authors have names: letters of any alphabet's accents, digits, and what joins them", () => {
  const names = authorNames().flat();
  expect(names.filter((name) => !/^[\p{L}][\p{L}\d .\-_/&]*[\p{L}\d]$/u.test(name))).toEqual([]);
  expect(Math.max(...names.map((name) => Buffer.byteLength(name)))).toBeLessThanOrEqual(MAX_AUTHOR_LENGTH);
  expect(names.filter((name) => / {2}|undefined/.test(name))).toEqual([]);
});

test("authors' names are mostly of their country, and hardly any two share one", () => {
  const given = new Set(CULTURES.find(({ countries }) => countries.includes("JPN"))!.given.split(" "));
  const people = (code: string) =>
    authorNames()[COUNTRIES.findIndex(([known]) => known === code)]!.filter((name) => / /.test(name));
  const share = (code: string) => {
    const names = people(code).map((name) => name.split(" ")[0]!);
    return names.filter((name) => given.has(name)).length / names.length;
  };
  expect(share("JPN")).toBeGreaterThan(3 * share("BRA"));
  const names = authorNames().flat();
  expect(new Set(names).size / names.length).toBeGreaterThan(0.9);
});

test("every culture's countries are known; none has two cultures", () => {
  const codes = CULTURES.flatMap(({ countries }) => countries.split(" "));
  expect(codes.filter((code) => !COUNTRIES.some(([known]) => known === code))).toEqual([]);
  expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
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
  for (const { prefix, middle, suffix, slugLength } of SITES) {
    expect(prefix).toMatch(/^https:\/\/[a-z0-9.]+\/[a-z0-9\/_-]+$/);
    expect(prefix.length + slugLength + middle.length + 10 + suffix.length).toBeLessThanOrEqual(MAX_URL_LENGTH);
    expect(prefix.length + 10 + 1 + 8 + suffix.length).toBeGreaterThanOrEqual(60);
  }
});
