import fc from "fast-check";
import type { Model } from "../../app/model/column";
import type { ColumnType, ElementType, JsonType, TupleType } from "../../app/model/column-type";
import { printColumnType } from "../../app/model/print-column-type";
import { describeType } from "../../app/model/types/describe-type";
import { partsOf } from "../../app/model/types/memory";
import { elementType } from "./column-types";

const PATHS = ["a", "b.c", "b.d", "é (x)"];
const UINT32: ElementType = {
  type: { kind: "integer", bits: 32, signed: false },
  nullable: false,
  lowCardinality: false,
};

/**
 * A model of columns of any type that ClickHouse takes, to three levels, after a column `image_id`.
 * @param columns how many there are besides
 */
export function legalModel(columns: number, seed: number): Model {
  const types = fc.sample(elementType, { numRuns: columns, seed }).map((type) => legal(type));
  return [UINT32, ...types].map((element, i) => ({
    name: i === 0 ? "image_id" : `c${i}`,
    clickhouseType: printColumnType(element),
    ...element,
    defaultKind: "",
  }));
}

/** The nearest type that ClickHouse takes. */
function legal({ type, nullable, lowCardinality }: ElementType, inJson = false): ElementType {
  const inner = legalType(type, inJson);
  const { memory } = describeType(inner);
  const single = partsOf(memory).length === 0;
  return {
    type: inner,
    nullable: nullable && (single || inner.kind === "tuple") && !inJson,
    lowCardinality: lowCardinality && hasLowCardinality(inner),
  };
}

function legalType(type: ColumnType, inJson: boolean): ColumnType {
  const below = (element: ElementType) => legal(element, inJson);
  switch (type.kind) {
    case "array":
      return { kind: "array", element: below(type.element) };
    case "tuple":
      return { ...legalTuple(type), elements: type.elements.map(below) };
    case "nested":
      return { kind: "nested", row: { ...legalTuple(type.row), elements: type.row.elements.map(below) } };
    case "map":
      return { kind: "map", key: legalKey(type.key, inJson), value: below(type.value) };
    case "json":
      return inJson ? { kind: "string" } : legalJson(type);
    default:
      return type;
  }
}

/** The server does not find a name with a NUL in it when it reads JSON. */
function legalTuple({ names, ...type }: TupleType): TupleType {
  return names ? { ...type, names: names.map((name) => name.replaceAll("\0", "0")) } : type;
}

/** Keys are single values, and never NULL; in JSON they are texts. */
function legalKey({ type, lowCardinality }: ElementType, inJson: boolean): ElementType {
  const single = !inJson && partsOf(describeType(type).memory).length === 0 && type.kind !== "json";
  const key: ColumnType = single ? type : { kind: "string" };
  return { type: key, nullable: false, lowCardinality: lowCardinality && key.kind === "string" };
}

/** Paths of which none begins with another. */
function legalJson(type: JsonType): JsonType {
  const paths = type.paths.map(([, element], i): JsonType["paths"][number] => [
    PATHS[i]!,
    legal(element, true),
  ]);
  return { ...type, paths, skips: type.skips.filter((skip) => skip.includes("REGEXP")).map(() => "SKIP z") };
}

function hasLowCardinality(type: ColumnType): boolean {
  if (type.kind === "integer") return type.bits <= 64;
  return (
    ["string", "fixed-string", "datetime"].includes(type.kind) || (type.kind === "date" && type.bits === 16)
  );
}
