import type { OlapTable } from "@514labs/moose-lib";
import type { ElementType } from "./column-type";
import { printColumnType } from "./print-column-type";
import { printName, quoteString } from "./quoting";

/** A column of an OlapTable, as Moose's compiler plugin describes it. */
export type MooseColumn = OlapTable<unknown>["columnArray"][number];

type MooseType = MooseColumn["data_type"];
type MooseJson = Extract<MooseType, { typed_paths?: unknown }>;
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
 * @returns `undefined` for states of aggregate functions, which this package does not create
 */
export function mooseColumnType(column: MooseColumn): string | undefined {
  const annotations = new Map(column.annotations);
  if (annotations.has("aggregationFunction")) return undefined;
  const aggregation = annotations.get("simpleAggregationFunction") as SimpleAggregation | undefined;
  if (aggregation) {
    const argument = dataType(aggregation.argumentType);
    return argument && `SimpleAggregateFunction(${aggregation.functionName}, ${argument})`;
  }
  const inner = dataType(column.data_type);
  if (inner === undefined) return undefined;
  const nullable = column.required || NEVER_NULL.test(inner) ? inner : `Nullable(${inner})`;
  return annotations.get("LowCardinality") === true ? `LowCardinality(${nullable})` : nullable;
}

interface SimpleAggregation {
  readonly functionName: string;
  readonly argumentType: MooseType;
}

/** Moose has these empty where the field is missing. */
const NEVER_NULL = /^(Array|Nested)\(/;

function dataType(type: MooseType): string | undefined {
  if (typeof type === "string") {
    const precision = /^DateTime\((\d+)\)$/.exec(type);
    return precision ? `DateTime64(${precision[1]})` : (RENAMED[type] ?? type);
  }
  if (isMooseEnum(type)) return enumText(type);
  if ("nullable" in type) return around("Nullable", [dataType(type.nullable)]);
  if ("elementType" in type) {
    const element = dataType(type.elementType);
    return around("Array", [type.elementNullable ? around("Nullable", [element]) : element]);
  }
  if ("keyType" in type) return around("Map", [dataType(type.keyType), dataType(type.valueType)]);
  if ("fields" in type)
    return around(
      "Tuple",
      type.fields.map(([name, field]) => named(name, dataType(field))),
    );
  if ("columns" in type)
    return around(
      "Nested",
      type.columns.map((column) => named(column.name, mooseColumnType(column))),
    );
  return "typed_paths" in type ? jsonText(type) : undefined;
}

/** @returns `undefined` where one of the parameters is */
function around(name: string, parameters: readonly (string | undefined)[]): string | undefined {
  return parameters.includes(undefined) ? undefined : `${name}(${parameters.join(", ")})`;
}

function named(name: string, type: string | undefined): string | undefined {
  return type && `${printName(name)} ${type}`;
}

/** The server sorts paths, and leaves out limits that are its defaults. */
function jsonText(options: MooseJson): string | undefined {
  const limits = [
    ["max_dynamic_types", options.max_dynamic_types, 32],
    ["max_dynamic_paths", options.max_dynamic_paths, 1024],
  ] as const;
  const given = limits.filter(([, value, usual]) => value !== undefined && value !== usual);
  const parameters = [
    ...given.map(([name, value]) => `${name}=${value}`),
    ...sorted((options.typed_paths ?? []).map(([path, type]) => [path, named(path, dataType(type))])),
    ...sorted((options.skip_paths ?? []).map((path) => [path, `SKIP ${printName(path)}`])),
    ...(options.skip_regexps ?? []).map((text) => `SKIP REGEXP ${quoteString(text)}`),
  ];
  return parameters.length === 0 ? RENAMED.Json : around("JSON", parameters);
}

function sorted<T>(byName: readonly (readonly [name: string, value: T])[]): T[] {
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
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
