import type { ColumnType, ElementType, JsonType } from "../column-type";
import { type ObjectField, reachOf, type Shape } from "./shape";

/** JSON without typed paths. */
export const PLAIN_JSON: JsonType = { kind: "json", paths: [], limits: [], skips: [] };

/** As which type a field of JSON objects is written: its typed path's, else the one that its shape suggests. */
export function fieldType(json: JsonType, { name, shape, nullable }: ObjectField): ElementType {
  const typed = json.paths.find(([path]) => path === name)?.[1];
  // A typed path that may not be NULL takes the field's absence for its default.
  if (typed) return { ...typed, nullable };
  const type =
    shape.kind === "object" ? { ...PLAIN_JSON, paths: pathsBeneath(json.paths, name) } : naturalType(shape);
  return { type, nullable, lowCardinality: false };
}

/** The paths that begin with a name, without it. */
export function pathsBeneath(paths: JsonType["paths"], name: string): JsonType["paths"] {
  return paths.flatMap(([path, type]): JsonType["paths"] =>
    path.startsWith(`${name}.`) ? [[path.slice(name.length + 1), type]] : [],
  );
}

/** A type whose JSON is what one would write for values of a shape. */
function naturalType(shape: Shape): ColumnType {
  switch (shape.kind) {
    case "number":
      return isFlag(shape) ? { kind: "bool" } : { kind: "float", bits: 64 };
    case "day":
      return { kind: "date", bits: 32 };
    case "second":
      return { kind: "datetime64", precision: shape.scale ?? 0, timezone: "UTC" };
    case "words":
      return { kind: "string" };
    case "text":
      return shape.format === "json" ? PLAIN_JSON : { kind: "string" };
    case "uuid":
    case "ipv6":
      return { kind: shape.kind };
    case "object":
      return PLAIN_JSON;
    case "list":
      return { kind: "array", element: natural(shape.element) };
    case "tuple":
      return {
        kind: "tuple",
        elements: shape.elements.map(natural),
        ...(shape.names && { names: shape.names }),
      };
    case "map":
      return { kind: "map", key: natural(shape.key), value: natural(shape.value) };
  }
}

function natural(shape: Shape): ElementType {
  return { type: naturalType(shape), nullable: false, lowCardinality: false };
}

function isFlag(shape: Extract<Shape, { kind: "number" }>): boolean {
  return shape.scale === 0 && shape.min === 0 && reachOf(shape) === 1;
}
