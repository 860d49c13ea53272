import { imagesDomain } from "../../../app/domains/images/images-domain";
import { createRowGenerator } from "../../../app/rows/row-generator";
import { column } from "../../rows/default-model";
import { readBlock } from "../../rows/read-block";

const ROWS = 5_000;

/** Values of an unknown column, in the type's memory: decimals as integers. */
function valuesOf(type: string): unknown[] {
  const model = [column("image_id", "UInt64"), column("x", type)];
  return readBlock(createRowGenerator("42", model, imagesDomain).generate(1, ROWS)).x!;
}

test.each([
  ["Decimal(10, 2)", 999_999],
  ["Decimal(18, 4)", 99_999_900],
  ["Decimal(5, 4)", 99_999],
  ["Decimal(3, 3)", 999],
  ["Decimal(9, 0)", 9_999],
  ["Decimal(1, 0)", 9],
  ["Decimal(12, 10)", 999_999_000_000],
  ["Float32", 999.999],
  ["Float64", 999.999],
  ["UInt8", 100],
  ["Int8", 100],
  ["Int16", 9_999],
  ["UInt32", 999_999],
  ["Int64", 999_999],
])("numbers of type %s go from 0 to %d, the small ones oftener", (type, most) => {
  const values = valuesOf(type)
    .map(Number)
    .sort((a, b) => a - b);
  expect(values[0]).toBeGreaterThanOrEqual(0);
  expect(values[0]! / most).toBeLessThan(0.01);
  expect(values.at(-1)).toBeLessThanOrEqual(most * 1.000001);
  expect(values.at(-1)! / most).toBeGreaterThan(0.88);
  expect(values[ROWS / 2]! / most).toBeLessThan(0.3);
  expect(new Set(values).size).toBeGreaterThan(Math.min(500, most) / 2);
});

test("a flag is as often set as not", () => {
  const set = valuesOf("Bool").filter((value) => Number(value) === 1).length;
  expect(Math.abs(set / ROWS - 0.5)).toBeLessThan(0.05);
});

test.each([1, 2, 8, 64])("a FixedString(%d) has a letter in each byte", (length) => {
  const values = new Set(
    valuesOf(`FixedString(${length})`).map((bytes) => Buffer.from(bytes as string, "hex").toString()),
  );
  for (const value of values) expect(value).toMatch(new RegExp(`^[a-z]{${length}}$`));
  expect(values.size).toBeGreaterThan(10);
});
