import type { ColumnType, ElementType } from "../../column-type";
import type { TypeDescription, TypeEntry } from "../type-description";
import { wrapped } from "../wrapped";

export const map: TypeEntry<Extract<ColumnType, { kind: "map" }>> = {
  names: {
    Map: ([key, value], parse) =>
      key === undefined || value === undefined
        ? undefined
        : { kind: "map", key: parse(key), value: parse(value) },
  },
  describe: ({ key, value }, describe) => {
    const parts = [key, value];
    const [keys, values] = parts.map(({ type }) => describe(type)) as [TypeDescription, TypeDescription];
    return {
      print: () => `Map(${parts.map((part) => wrapped(part, describe(part.type).print())).join(", ")})`,
      memory: { kind: "map", key, value },
      json: {},
      view: keys.view && values.view && { as: "parts", parts: parts.map(arrayOf), sql },
      takes: (shape) => shape.kind === "map" && keys.takes(shape.key) && values.takes(shape.value),
      fallback: (words) => {
        const [key, value] = [keys.fallback(words), values.fallback(words)];
        return key && value && { kind: "map", key, value };
      },
    };
  },
};

function arrayOf(element: ElementType): ElementType {
  return { type: { kind: "array", element }, nullable: false, lowCardinality: false };
}

function sql(value: string, i: number): string {
  return `${i === 0 ? "mapKeys" : "mapValues"}(${value})`;
}
