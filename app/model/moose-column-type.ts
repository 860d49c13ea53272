import type { OlapTable } from "@514labs/moose-lib";
import type { ElementType } from "./column-type";
import { printColumnType } from "./print-column-type";

/** A column of an OlapTable, as Moose's compiler plugin describes it. */
export type MooseColumn = OlapTable<unknown>["columnArray"][number];

type MooseType = MooseColumn["data_type"];
type MooseEnum = Extract<MooseType, { values: unknown }>;

/**
 * What Moose's names of types become in ClickHouse, where the two differ; found by letting Moose create
 * tables.
 */
const RENAMED: Readonly<Record<string, string>> = {
  Boolean: "Bool",
  Date: "Date32",
  Date16: "Date",
  DateTime: "DateTime('UTC')",
  Json: "JSON",
};

/**
 * The ClickHouse type, as `system.columns` writes it, of the column that Moose 0.6.533 creates.
 * @returns `undefined` for types that this package does not create: nested ones, tuples, aggregation
 * states...
 */
export function mooseColumnType(column: MooseColumn): string | undefined {
  const annotations = new Map(column.annotations);
  if (annotations.has("aggregationFunction") || annotations.has("simpleAggregationFunction"))
    return undefined;
  const inner = dataType(column.data_type);
  if (inner === undefined) return undefined;
  const nullable = column.required ? inner : `Nullable(${inner})`;
  return annotations.get("LowCardinality") === true ? `LowCardinality(${nullable})` : nullable;
}

function dataType(type: MooseType): string | undefined {
  if (typeof type === "string") {
    const precision = /^DateTime\((\d+)\)$/.exec(type);
    return precision ? `DateTime64(${precision[1]})` : (RENAMED[type] ?? type);
  }
  if (isMooseEnum(type)) return enumText(type);
  if ("elementType" in type) {
    const element = dataType(type.elementType);
    return element && (type.elementNullable ? `Array(Nullable(${element}))` : `Array(${element})`);
  }
  if ("keyType" in type) {
    const [key, value] = [dataType(type.keyType), dataType(type.valueType)];
    return key && value && `Map(${key}, ${value})`;
  }
  return undefined;
}

/** Whether it is an enum. */
export function isMooseEnum(type: MooseType): type is MooseEnum {
  return typeof type === "object" && "values" in type;
}

/** Enums of strings are numbered from 1; the server picks the width and sorts by number. */
function enumText({ values }: MooseEnum): string {
  const entries = values
    .map(({ name, value }, i): [string, number] =>
      "Int" in value ? [name, value.Int] : [value.String, i + 1],
    )
    .sort(([, a], [, b]) => a - b);
  const bits = entries.every(([, value]) => value >= -128 && value <= 127) ? 8 : 16;
  const element: ElementType = {
    type: { kind: "enum", bits, values: entries },
    nullable: false,
    lowCardinality: false,
  };
  return printColumnType(element);
}
