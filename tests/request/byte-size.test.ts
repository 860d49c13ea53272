import * as fc from "fast-check";
import { bytesOfSize, rowsOfBytes } from "../../app/request/byte-size";
import { refusalOf } from "../support/refusal";

const rows = (text: unknown) => rowsOfBytes(bytesOfSize("--target-size", text, 1e12));

describe("a size in rows of 500 bytes", () => {
  it("is floor(bytes / 500), at least 1, in every unit and case", () => {
    const units = fc.constantFrom(
      ["B", 1],
      ["KB", 1e3],
      ["MB", 1e6],
      ["GB", 1e9],
      ["KiB", 2 ** 10],
      ["MiB", 2 ** 20],
      ["GiB", 2 ** 30],
    ) as fc.Arbitrary<[string, number]>;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        units,
        fc.boolean(),
        fc.boolean(),
        (n, [unit, bytes], lower, space) => {
          const text = `${n}${space ? " " : ""}${lower ? unit.toLowerCase() : unit}`;
          expect(rows(text)).toBe(Math.max(1, Math.floor((n * bytes) / 500)));
        },
      ),
    );
  });

  it("never falls as the size grows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (a, more) => {
        expect(rows(`${a + more}KB`)).toBeGreaterThanOrEqual(rows(`${a}KB`));
      }),
    );
  });

  it.each([
    ["100GB", 200_000_000],
    ["50GB", 100_000_000],
    ["1024MB", 2_048_000],
    ["500KB", 1_000],
    ["1.5TB", 3_000_000_000],
    ["1GiB", 2_147_483],
    ["0.5kb", 1],
    ["1B", 1],
    ["999B", 1],
    ["1000B", 2],
    ["500TB", 1e12],
    ["1,000GB", 2e9],
  ])("%s is %d rows", (text, expected) => expect(rows(text)).toBe(expected));

  it.each([
    "",
    "100",
    "100G",
    "GB",
    "0GB",
    "0.0GB",
    "-5GB",
    "100 XB",
    "100GBB",
    "1e3GB",
    "1..5GB",
    "100  GB",
    "5PB",
    "100%",
    "∞GB",
    "0.1B",
    "1GB 1GB",
    "9".repeat(100) + "GB",
    100,
    null,
    {},
    "501TB",
    "1000TiB",
  ])("refuses %p", (text) => {
    expect(refusalOf(() => rows(text)).message).toMatch(/^--target-size: expected .+, received /);
  });
});
