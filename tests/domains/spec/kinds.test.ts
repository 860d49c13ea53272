import fc from "fast-check";
import { rowsOf, specOf, valuesOf } from "./spec-rows";

const ROWS = 20_000;
/** Five standard deviations of a share that is measured in so many rows. */
const ERROR = 5 * Math.sqrt(0.25 / ROWS);

function shareOf(values: readonly unknown[], holds: (value: any) => boolean): number {
  return values.filter(holds).length / values.length;
}

test("shares, weights and NULLs are drawn as often as they say", () => {
  const yes = valuesOf({ kind: "boolean", share: 0.2 }, "Bool", ROWS);
  expect(Math.abs(shareOf(yes, (value) => value === 1) - 0.2)).toBeLessThan(ERROR);
  const weighed = valuesOf(
    { kind: "choice", values: ["a", null, "b"], weights: [5, 2, 3] },
    "Nullable(String)",
    ROWS,
  );
  expect(Math.abs(shareOf(weighed, (value) => value === "a") - 0.5)).toBeLessThan(ERROR);
  expect(Math.abs(shareOf(weighed, (value) => value === null) - 0.2)).toBeLessThan(ERROR);
  const skewed = valuesOf(
    { kind: "choice", values: ["a", "b", "c"], skew: { zipf: 1 } },
    "LowCardinality(String)",
    ROWS,
  );
  expect(Math.abs(shareOf(skewed, (value) => value === "a") - 6 / 11)).toBeLessThan(ERROR);
  const holes = valuesOf(
    { kind: "nullable", share: 0.3, of: { kind: "sentence", min: 2, max: 9 } },
    "Nullable(String)",
    ROWS,
  );
  expect(Math.abs(shareOf(holes, (value) => value === null) - 0.3)).toBeLessThan(ERROR);
});

test.each([
  ["uniform", 0.5],
  ["normal", 0.5],
  ["lognormal", 0.0475],
  ["exponential", 0.0866],
] as const)("a number's median by the spread %s lies at %d of its range", (spread, median) => {
  const values = valuesOf(
    { kind: "number", min: -1000, max: 9000, scale: 1, spread },
    "Decimal(10, 1)",
    ROWS,
  );
  expect(Math.min(...values.map(Number))).toBeGreaterThanOrEqual(-10_000);
  expect(Math.max(...values.map(Number))).toBeLessThanOrEqual(90_000);
  const at = (value: unknown): number => (Number(value) + 10_000) / 100_000;
  expect(Math.abs(shareOf(values, (value) => at(value) < median) - 0.5)).toBeLessThan(ERROR + 0.005);
});

test("quantiles part the values evenly, the last is reached, and a step of several alike is a value", () => {
  const values = valuesOf({ kind: "number", min: 0, max: 11, quantiles: [0, 0, 10, 11] }, "UInt8", ROWS);
  expect(Math.abs(shareOf(values, (value) => value === 0) - (1 / 3 + 1 / 30))).toBeLessThan(ERROR);
  expect(Math.abs(shareOf(values, (value) => value >= 10) - 1 / 3)).toBeLessThan(ERROR);
  expect(new Set(values).size).toBe(12);
});

test("numbers of 53 bits are whole, and differ", () => {
  const values = valuesOf({ kind: "number", min: 0, max: Number.MAX_SAFE_INTEGER - 1 }, "UInt64");
  expect(new Set(values).size).toBe(1000);
  expect(shareOf(values, (value: bigint) => value % 2n === 0n)).toBeGreaterThan(0.4);
});

test("unique values are a permutation of all there are, and rows beyond them are refused", () => {
  for (const size of [1, 2, 10, 1000, 4096]) {
    const spec = specOf({ x: { kind: "unique", min: 7, max: 6 + size } });
    const values = rowsOf(spec, { id: "UInt32", x: "UInt32" }, { rows: size }).x!;
    expect(values.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, i) => 7 + i));
    expect(() => rowsOf(spec, { id: "UInt32", x: "UInt32" }, { rows: size + 1 })).toThrow(RangeError);
  }
});

test.each([undefined, "week", "day"] as const)(
  "times rise with the row, so many a day, in season %s",
  (season) => {
    const from = "2024-02-01T12:00";
    const values = valuesOf(
      { kind: "rising", from, perDay: 100, season, unit: "millisecond" },
      "DateTime64(3)",
      14_000,
    );
    const milliseconds = values.map(Number);
    expect(milliseconds[0]).toBeGreaterThanOrEqual(Date.parse(`${from}Z`));
    for (let i = 1; i < milliseconds.length; i++)
      expect(milliseconds[i]!).toBeGreaterThanOrEqual(milliseconds[i - 1]!);
    const days = (milliseconds.at(-1)! - milliseconds[0]!) / 86_400_000;
    expect(Math.abs(days - 140)).toBeLessThan(2);
    const weekend = shareOf(milliseconds, (at) => [0, 6].includes(new Date(at).getUTCDay()));
    expect(Math.abs(weekend - (season === "week" ? 2 / 17 : 2 / 7))).toBeLessThan(0.01);
    const night = shareOf(milliseconds, (at) => new Date(at).getUTCHours() < 6);
    expect(Math.abs(night - (season === "day" ? 8 / 170 : 1 / 4))).toBeLessThan(0.03);
  },
);

test("a stretch's rows share a value, as many as it says on average", () => {
  const values = valuesOf(
    { kind: "run", rows: 20, of: { kind: "number", min: 0, max: 2 ** 31 } },
    "UInt32",
    ROWS,
  );
  const changes = values.filter((value, i) => i > 0 && value !== values[i - 1]).length;
  expect(Math.abs(ROWS / changes - 20)).toBeLessThan(1.5);
});

test("computed columns add up in their own decimals, and are NULL where one of theirs is", () => {
  const spec = specOf({
    net: { kind: "number", min: 1, max: 900, scale: 2 },
    rate: { kind: "choice", values: [0.075, 0.19, null] },
    tax: { kind: "computed", operation: "product", columns: ["net", "rate"], scale: 2 },
    total: { kind: "computed", operation: "sum", columns: ["net", "tax"] },
    left: { kind: "computed", operation: "difference", columns: ["net", "total"], min: -5 },
    label: { kind: "template", text: "{=rate}/{=total}" },
  });
  const rows = rowsOf(spec, {
    net: "Decimal(9, 2)",
    rate: "Nullable(Decimal(9, 3))",
    tax: "Nullable(Decimal(9, 2))",
    total: "Nullable(Decimal(12, 2))",
    left: "Nullable(Decimal(12, 2))",
    label: "Nullable(String)",
  });
  rows.rate!.forEach((rate, i) => {
    const [net, tax, total, left, label] = ["net", "tax", "total", "left", "label"].map(
      (name) => rows[name]![i],
    );
    if (rate === null) return expect([tax, total, left, label]).toEqual([null, null, null, null]);
    expect(Math.abs(Number(tax) - (Number(net) * Number(rate)) / 1000)).toBeLessThanOrEqual(0.5);
    const sum = Number(net) + Number(tax);
    expect(Number(total)).toBe(sum);
    expect(Number(left)).toBe(Math.max(-500, -Number(tax)));
    expect(label).toBe(`${(Number(rate) / 1000).toFixed(3)}/${(sum / 100).toFixed(2)}`);
  });
});

test("a time after another comes so many seconds later, in its own unit", () => {
  const spec = specOf({
    start: { kind: "time", from: "1965-01-01", to: "2024-12-31", unit: "millisecond" },
    end: { kind: "after", column: "start", min: 1, max: 60, spread: "exponential" },
    day: { kind: "after", column: "start", min: 0, max: 2 * 86_400, unit: "day" },
  });
  const rows = rowsOf(spec, { start: "DateTime64(3)", end: "DateTime64(3)", day: "Date32" });
  rows.start!.forEach((start, i) => {
    const delay = Number(rows.end![i]) - Number(start);
    expect(delay).toBeGreaterThanOrEqual(1000);
    expect(delay).toBeLessThanOrEqual(60_000);
    const days = Number(rows.day![i]) - Math.floor(Number(start) / 86_400_000);
    expect([0, 1, 2]).toContain(days);
  });
});

test("arrays of the same lengths agree in each row; maps have different keys; objects fill tuples", () => {
  const spec = specOf({
    a: { kind: "array", of: { kind: "number", min: 0, max: 9 }, min: 0, max: 4, lengths: "n" },
    b: { kind: "array", of: { kind: "vocabulary", name: "noun" }, min: 0, max: 4, lengths: "n" },
    m: { kind: "map", keys: ["k", "l", "m"], value: { kind: "number", min: 1, max: 3 }, min: 0, max: 3 },
    o: {
      kind: "object",
      fields: { s: { kind: "constant", value: "x" }, n: { kind: "number", min: 5, max: 6 } },
    },
  });
  const types = {
    a: "Array(UInt8)",
    b: "Array(String)",
    m: "Map(String, UInt8)",
    o: "Tuple(s String, n UInt8)",
  };
  const rows = rowsOf(spec, types);
  rows.a!.forEach((list, i) => expect((list as unknown[]).length).toBe((rows.b![i] as unknown[]).length));
  for (const row of rows.m!) {
    const keys = (row as readonly (readonly unknown[])[]).map(([key]) => key);
    expect(new Set(keys).size).toBe(keys.length);
  }
  for (const row of rows.o!) expect(["x,5", "x,6"]).toContain(String(row));
});

test("a group's columns come from one of its rows, by its weight", () => {
  const spec = specOf(
    {
      city: { kind: "group", group: "place" },
      land: { kind: "group", group: "place" },
      heat: { kind: "group", group: "place" },
    },
    {
      groups: {
        place: [
          { weight: 3, values: { city: "Bonn", land: "DE", heat: { kind: "number", min: 10, max: 20 } } },
          {
            weight: 1,
            values: { city: "Lyon", land: "FR", heat: { kind: "number", min: 21, max: 30, scale: 1 } },
          },
        ],
      },
    },
  );
  const rows = rowsOf(
    spec,
    { city: "String", land: "LowCardinality(String)", heat: "Float64" },
    { rows: ROWS },
  );
  expect(Math.abs(shareOf(rows.city!, (city) => city === "Bonn") - 0.75)).toBeLessThan(ERROR);
  const torn = rows.city!.filter(
    (city, i) =>
      rows.land![i] !== (city === "Bonn" ? "DE" : "FR") || Number(rows.heat![i]) > 20 !== (city === "Lyon"),
  );
  expect(torn).toEqual([]);
});

test("numbers of templates lie between their ends, in as many digits as the lower one", () => {
  const end = fc.oneof(fc.nat(20_000), fc.nat(999_999_999), fc.nat(999_999_999_999_999));
  fc.assert(
    fc.property(end, end, fc.nat(3), (a, b, zeros) => {
      const [min, max] = [Math.min(a, b), Math.max(a, b)];
      const lower = "0".repeat(zeros) + min;
      fc.pre(lower.length <= 15);
      const texts = valuesOf({ kind: "template", text: `<{${lower}-${max}}>` }, "String", 50).map((text) =>
        String(text).slice(1, -1),
      );
      for (const text of texts) {
        expect(text).toBe(String(Number(text)).padStart(lower.length, "0"));
        expect(Number(text)).toBeGreaterThanOrEqual(min);
        expect(Number(text)).toBeLessThanOrEqual(max);
      }
      if (max - min > 1e9) expect(new Set(texts).size).toBe(50);
    }),
    { numRuns: 60 },
  );
});

test("templates have what their placeholders say", () => {
  const text =
    "{firstName|slug}.{lastName|slug}@{hostname} {#5} {00-99} {hex8} {{x}} {alphanumeric12} {digits10}";
  for (const made of valuesOf({ kind: "template", text }, "String"))
    expect(made).toMatch(
      /^[a-z-]+\.[a-z-]+@[a-z]+\.example(\.(com|net|org))? \d{5} \d\d [\da-f]{8} \{x\} [\dA-Za-z]{12} \d{10}$/,
    );
});

test("a sentence has its number of words", () => {
  const made = new Set(
    valuesOf({ kind: "sentence", min: 1, max: 30 }, "String").map((text) => {
      expect(text).toMatch(/^([A-Z][a-z-]*( [A-Za-z-]+)*\. ?)+$/);
      return String(text).split(" ").length;
    }),
  );
  expect([...made].sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
});
