import * as fc from "fast-check";
import { wholeNumber } from "../../app/request/whole-number";
import { refusalOf } from "../support/refusal";

const LIMITS = { minimum: 1, maximum: 1e12 };
const read = (value: unknown) => wholeNumber("--rows", value, LIMITS);

describe("wholeNumber", () => {
  const inLimits = fc.integer({ min: 1, max: 1e12 });

  it("reads every way of writing a number as that number", () => {
    fc.assert(
      fc.property(inLimits, (n) => {
        const commas = n.toLocaleString("en-US");
        for (const text of [String(n), commas, commas.replaceAll(",", "_"), ` ${n} `])
          expect(read(text)).toBe(n);
        expect(read(n)).toBe(n);
      }),
    );
  });

  it("reads the letters k, M and G as powers of ten, exactly", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999 }),
        fc.constantFrom(["k", 3], ["M", 6], ["G", 9]),
        (n, [letter, power]) => {
          const text = `${n / 1000}${letter}`;
          const expected = (BigInt(n) * 10n ** BigInt(power)) / 1000n;
          if (expected <= 10n ** 12n) expect(read(text)).toBe(Number(expected));
          else refusalOf(() => read(text));
          return true;
        },
      ),
    );
  });

  it("either reads any text as a whole number within the limits or refuses it", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[-+]?[\d_,.]{1,12}[kKmMgGbB]?$/), fc.anything()),
        (value) => {
          let number: number | undefined;
          try {
            number = read(value);
          } catch {
            refusalOf(() => read(value));
          }
          if (number !== undefined) {
            expect(Number.isSafeInteger(number)).toBe(true);
            expect(number).toBeGreaterThanOrEqual(1);
            expect(number).toBeLessThanOrEqual(1e12);
          }
        },
      ),
    );
  });

  it.each([
    ["1_000_000", 1_000_000],
    ["1e6", 1_000_000],
    ["2.5E+3", 2_500],
    ["1,000,000", 1_000_000],
    ["1M", 1_000_000],
    ["10k", 10_000],
    ["2.5M", 2_500_000],
    ["2.50m", 2_500_000],
    ["1G", 1e9],
    ["100G", 1e11],
    ["0.5t", 5e11],
    ["1T", 1e12],
    ["007", 7],
    ["1000000000000", 1e12],
  ])("reads %s", (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    "",
    " ",
    "0",
    "-1",
    "-0",
    "1.5",
    "1.0",
    "1.000",
    "1,5",
    "1,00",
    "1,0000",
    ",100",
    "100,",
    "1__0",
    "_1",
    "1_",
    "abc",
    "1e",
    "1e-6",
    "1.5e0",
    "1e13",
    "1e999",
    "0x10",
    "1 000",
    "NaN",
    "Infinity",
    "1.5",
    "0.0001k",
    "10kk",
    "k",
    "1.1T",
    "1P",
    "100GB",
    "1000000000001",
    "9".repeat(30),
    "9".repeat(1e6),
    "١٢",
    "½",
    "+5",
    "1\n2",
    "--seed",
  ])("refuses %j", (text) => {
    expect(refusalOf(() => read(text)).message).toMatch(
      /^--rows: expected a (whole )?number from 1 to 1,000,000,000,000, received "/,
    );
  });

  it.each([0, -1, 1.5, NaN, Infinity, 2 ** 53, 1e13, null, undefined, true, [1], {}, 5n, new Date(0)])(
    "refuses the value %p",
    (value) => {
      refusalOf(() => read(value));
    },
  );

  it("shortens what it received", () => {
    expect(refusalOf(() => read("x".repeat(1e6))).message).toContain(`"${"x".repeat(60)}..."`);
  });
});
