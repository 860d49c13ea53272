import * as fc from "fast-check";
import { checkSeed } from "../../app/request/seed";
import { refusalOf } from "../support/refusal";

const check = (value: unknown) => checkSeed("--seed", value);

describe("checkSeed", () => {
  it("takes every text of UTF-8 without NUL as it is", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "binary" }), (text) => {
        fc.pre(!text.includes("\0"));
        expect(check(text)).toBe(text);
      }),
    );
  });

  it.each([
    "'; DROP TABLE x; --",
    'a"b',
    "a\nb",
    "🙂",
    " ",
    "-x",
    "\\",
    "../../etc",
    "x".repeat(65536),
    "€".repeat(21845),
  ])("takes seed %#", (seed) => expect(check(seed)).toBe(seed));

  it.each([
    "",
    "\0",
    "a\0b",
    "\ud800",
    "a\udc00b",
    "x".repeat(65537),
    "€".repeat(21846),
    1.5,
    NaN,
    null,
    true,
    [],
    {},
  ])("refuses %#", (seed) =>
    expect(refusalOf(() => check(seed)).message).toMatch(
      /^--seed: expected text of 1 byte to 64 KiB, received /,
    ),
  );

  it("takes whole numbers for their digits", () => {
    expect(check(42)).toBe("42");
    expect(check(20240101)).toBe("20240101");
  });

  it.each(["2024-01-01", "2024-01", "2024-01-01T10:20:30Z", "20240101"])(
    "refuses the date that Moose makes of %s, and names ways out",
    (text) => {
      expect(refusalOf(() => check(new Date(text))).message).toMatch(
        /takes for a date; put a letter before it.*or give a whole number/,
      );
    },
  );
});
