import { quoteIdentifier } from "../../app/model/quoting";
import type { Model } from "../../app/model/column";
import { parseColumnType } from "../../app/model/parse-column-type";
import { describeType } from "../../app/model/types/describe-type";

const INTEGERS = [8, 16, 32, 64, 128, 256].flatMap((bits) => [`UInt${bits}`, `Int${bits}`]);
const SCALARS = [
  ...INTEGERS,
  "Float32",
  "Float64",
  "Bool",
  "String",
  "FixedString(1)",
  "FixedString(3)",
  "FixedString(8)",
  "Date",
  "Date32",
  "DateTime",
  "DateTime('Europe/Berlin')",
  "DateTime64(0, 'UTC')",
  "DateTime64(3)",
  "DateTime64(6, 'UTC')",
  "Decimal(6, 3)",
  "Decimal(9, 0)",
  "Decimal(18, 4)",
  "Decimal(38, 10)",
  "Decimal(76, 30)",
  "Enum8('a' = -3, 'b' = 0, 'c' = 100)",
  "Enum16('x' = -3000, 'y' = 1, 'it\\'s' = 30000)",
  "UUID",
  "IPv4",
  "IPv6",
];
const LOW_CARDINALITY = ["String", "FixedString(3)", "UInt8", "UInt32", "Int64", "Date", "DateTime"];
const TYPES = [
  ...SCALARS,
  ...SCALARS.map((type) => `Nullable(${type})`),
  ...LOW_CARDINALITY.flatMap((type) => [`LowCardinality(${type})`, `LowCardinality(Nullable(${type}))`]),
  ...SCALARS.map((type) => `Array(${type})`),
  "Array(Nullable(UInt8))",
  "Array(Nullable(Decimal(38, 3)))",
  "Array(LowCardinality(Nullable(String)))",
  "Array(LowCardinality(String))",
  "Array(Nullable(String))",
  "Array(Array(UInt16))",
  "Array(Array(Array(Nullable(Float32))))",
  "Tuple(UInt8, Nullable(String))",
  "Tuple(a LowCardinality(Nullable(String)), `b c` Array(Decimal(38, 3)), d Tuple(Float64, IPv6))",
  "Nullable(Tuple(a UInt8, b String))",
  "Array(Tuple(a Int128, b Array(Nullable(UUID))))",
  "Nested(a UInt16, b LowCardinality(String), c Nested(d Nullable(Date)))",
  "Map(String, UInt64)",
  "Map(LowCardinality(String), Nullable(Float32))",
  "Map(UInt32, Map(Date, Array(String)))",
  "Map(FixedString(3), Tuple(a UInt8, b Enum8('a' = 1)))",
  "Array(Map(IPv4, LowCardinality(Nullable(String))))",
  "Point",
  "Ring",
  "LineString",
  "MultiLineString",
  "Polygon",
  "Array(MultiPolygon)",
  "SimpleAggregateFunction(sum, UInt64)",
  "SimpleAggregateFunction(anyLast, Nullable(String))",
  "SimpleAggregateFunction(groupArrayArray, Array(String))",
];
/** Names as awkward as a table allows, among them those that the statement itself uses. */
const NAMES = [
  "first",
  "rows",
  "checksum",
  "item0",
  "position0",
  "number",
  "back`tick\\",
  "näme, (x)",
  "SELECT",
];

/** Types without a checksum. */
const NOT_COMPARED = [
  "JSON",
  "Nullable(JSON)",
  "JSON(max_dynamic_paths=8, a Nullable(UInt32), `b.c` LowCardinality(String), SKIP d)",
  "Array(JSON)",
  "Tuple(a JSON, b UInt8)",
  "Map(String, Array(JSON(a Nullable(UInt8))))",
];

/** A column `image_id`, then one of every type that is written. */
export const everyType: Model = ["UInt32", ...TYPES, ...NOT_COMPARED].map((clickhouseType, i) => ({
  name: i === 0 ? "image_id" : (NAMES[i - 1] ?? `c${i}`),
  clickhouseType,
  ...parseColumnType(clickhouseType),
  defaultKind: "",
}));

/** Those of them that checksums are made of. */
export const comparedTypes: Model = everyType.filter(({ type }) => describeType(type).view !== undefined);

/** The statement that makes a table of columns of any type, with the settings that it needs. */
export function createEveryType(table: string, model: Model = everyType) {
  const columns = model.map(({ name, clickhouseType }) => `${quoteIdentifier(name)} ${clickhouseType}`);
  return {
    query: `CREATE TABLE ${table} (${columns.join(", ")}) ENGINE = MergeTree ORDER BY tuple()`,
    clickhouse_settings: {
      allow_suspicious_low_cardinality_types: 1 as const,
      allow_suspicious_fixed_string_types: 1 as const,
      enable_nullable_tuple_type: 1 as const,
      flatten_nested: 0 as const,
    },
  };
}
