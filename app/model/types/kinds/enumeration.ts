import type { ColumnType } from "../../column-type";
import { quoteString, unquoteString } from "../../quoting";
import { integerMemory } from "../memory";
import { reachOf, type Shape } from "../shape";
import type { ParseParameters, TypeEntry } from "../type-description";

type EnumType = Extract<ColumnType, { kind: "enum" }>;

/** Enum8 and Enum16. */
export const enumeration: TypeEntry<EnumType> = {
  names: { Enum8: parseEnum(8), Enum16: parseEnum(16) },
  describe: ({ bits, values }) => {
    const numbers = new Map(values);
    const names = new Map(values.map(([name, value]) => [value, name]));
    return {
      print: () =>
        `Enum${bits}(${values.map(([name, value]) => `${quoteString(name)} = ${value}`).join(", ")})`,
      memory: integerMemory(bits, true),
      counts: { unit: "one", scale: 0 },
      json: { number: (value) => nameOf(names, value) },
      text: { parse: (text) => bytesOf(bits, numbers, text) },
      names: values,
      view: { as: "integer", sql: (value) => `toInt16(${value})` },
      takes: (shape) => takes(numbers, names, shape),
      fallback: () => ({ kind: "words", words: values.map(([name]) => name) }),
    };
  },
};

function parseEnum(bits: 8 | 16): ParseParameters<EnumType> {
  return (parameters) => {
    const values: (readonly [string, number])[] = [];
    for (const parameter of parameters) {
      const entry = /^('(?:[^'\\]|\\[^]|'')*')\s*=\s*(-?\d+)$/.exec(parameter);
      if (!entry) return undefined;
      values.push([unquoteString(entry[1]!), Number(entry[2])]);
    }
    return { kind: "enum", bits, values };
  };
}

function nameOf(names: ReadonlyMap<number, string>, value: number): string {
  const name = names.get(value);
  if (name === undefined) throw new RangeError(`${value} is not a value of the enum`);
  return name;
}

function bytesOf(bits: 8 | 16, numbers: ReadonlyMap<string, number>, name: string): Uint8Array {
  const number = numbers.get(name);
  if (number === undefined) throw new TypeError(`"${name}" is not a value of the enum`);
  return Uint8Array.of(number, number >> 8).subarray(0, bits / 8);
}

/** Words by their names, numbers by themselves; all of them have to be declared. */
function takes(
  numbers: ReadonlyMap<string, number>,
  names: ReadonlyMap<number, string>,
  shape: Shape,
): boolean {
  if (shape.kind === "words") return shape.words.every((word) => numbers.has(word));
  if (shape.kind !== "number") return false;
  const reach = reachOf(shape);
  if (shape.scale !== 0 || reach - shape.min > 255) return false;
  for (let value = shape.min; value <= reach; value++) if (!names.has(value)) return false;
  return true;
}
