import {
  ClickHouseEngines,
  type ClickHouseAlias,
  type ClickHouseByteSize,
  type ClickHouseCodec,
  type ClickHouseDefault,
  type ClickHouseJson,
  type ClickHouseLineString,
  type ClickHouseMaterialized,
  type ClickHouseMultiLineString,
  type ClickHouseMultiPolygon,
  type ClickHouseNamedTuple,
  type ClickHousePoint,
  type ClickHousePolygon,
  type ClickHousePrecision,
  type ClickHouseRing,
  type ClickHouseTTL,
  type DateTime,
  type DateTime64,
  type Decimal,
  type FixedString,
  type Float32,
  type Float64,
  type Int16,
  type Int32,
  type Int64,
  type Int8,
  type Key,
  type LowCardinality,
  OlapTable,
  type SimpleAggregated,
  type UInt16,
  type UInt32,
  type UInt64,
  type UInt8,
  type WithDefault,
} from "@514labs/moose-lib";
import type { tags } from "typia";

/**
 * Tables with every kind of column and clause that Moose and this package both create. Date-times that are
 * strings in TypeScript are left out: Moose plans a change of them for ever, also on tables of its own.
 */

enum Colour {
  Red = "red",
  Green = "a, (green)",
}
enum Level {
  High = 300,
  Low = 1,
}
enum Small {
  B = 2,
  A = -1,
}

type Pair = { a: UInt8; note?: string; at: DateTime64<3> } & ClickHouseNamedTuple;

/** Within arrays it stays Nested; the server takes apart a column of it, which only Moose can prevent. */
interface Address {
  street: string;
  zip: (string & LowCardinality) | null;
  geo: ClickHousePoint;
  tags?: string[];
  optional?: UInt8;
  inner: { x: UInt8; since: DateTime };
}

interface Meta {
  id: UInt64;
  at: DateTime;
  price: Decimal<6, 3>;
  label?: string;
  nested: { a: UInt8; b?: string };
  list: UInt16[];
  inner: { x: UInt8 } & ClickHouseNamedTuple;
}

interface Rich {
  /** The id, it's a "key" with a \\ in it. */
  id: Key<UInt64>;
  i8: Int8;
  i16: Int16;
  i32: Int32;
  i64: Int64;
  u16: UInt16;
  f32: Float32;
  f64: Float64;
  plain: number;
  flag: boolean;
  maybe_flag: boolean | null;
  text: string;
  maybe_text: string | null;
  maybe_lc: (string & LowCardinality) | null;
  union: "a" | "b";
  optional?: UInt8;
  fixed: FixedString<16>;
  lc_fixed: FixedString<2> & LowCardinality;
  uuid: string & tags.Format<"uuid">;
  day: string & tags.Format<"date">;
  day16: string & tags.Format<"date"> & ClickHouseByteSize<2>;
  at: DateTime;
  date: Date;
  at3: DateTime64<3>;
  at6: DateTime64<6>;
  at9: Date & ClickHousePrecision<9>;
  maybe_at: DateTime | null;
  money: Decimal<18, 4>;
  maybe_money: Decimal<6, 3> | null;
  /** The colour. */
  colour: Colour;
  level: Level;
  small: Small;
  maybe_colour: Colour | null;
  ints: UInt32[];
  texts: (string & LowCardinality)[];
  maybe_texts: (string | null)[];
  nested: UInt8[][];
  decimals: Decimal<6, 3>[];
  enums: Colour[];
  ip4: string & tags.Format<"ipv4">;
  ip6: string & tags.Format<"ipv6">;
  defaulted: UInt32 & ClickHouseDefault<"7">;
  with_default: WithDefault<string, "'x\\'y'">;
  materialized: UInt32 & ClickHouseMaterialized<"id % 10">;
  aliased: UInt64 & ClickHouseAlias<"id + 1">;
  coded: string & ClickHouseCodec<"ZSTD(3)">;
  lived: string & ClickHouseTTL<"at + INTERVAL 1 WEEK">;
  map: Record<string, UInt8>;
  "odd name": UInt8;
}

export const rich = new OlapTable<Rich>("rich", {
  engine: ClickHouseEngines.MergeTree,
  orderByFields: ["id", "day"],
  partitionBy: "toYYYYMM(at)",
  ttl: "at + INTERVAL 1 YEAR",
  settings: { index_granularity: "4096", merge_with_ttl_timeout: "3600" },
  indexes: [
    { name: "idx_text", expression: "text", type: "bloom_filter", arguments: ["0.01"], granularity: 2 },
    { name: "idx_plain", expression: "plain", type: "minmax" },
  ],
});

interface Composed {
  id: Key<UInt64>;
  maps: Record<string, Record<string, number[]>>;
  maybe_ints: UInt32[] | null;
  pair: Pair;
  pairs: Pair[];
  addresses: Address[];
  any: Record<string, any>;
  maybe_any: Record<string, any> | null;
  json: Meta & ClickHouseJson;
  maybe_json: (Meta & ClickHouseJson<16, 8, ["skipped", "more"], ["^tmp"]>) | null;
  small_json: Record<string, any> & ClickHouseJson<64>;
  usual_json: Record<string, any> & ClickHouseJson<1024, 32>;
  point: ClickHousePoint;
  ring: ClickHouseRing;
  line: ClickHouseLineString;
  lines: ClickHouseMultiLineString;
  polygon: ClickHousePolygon;
  polygons: ClickHouseMultiPolygon;
  points: ClickHousePoint[];
  ips: (string & tags.Format<"ipv6">)[];
  maybe_ip: (string & tags.Format<"ipv4">) | null;
}

/** Moose plans changes of such columns for ever, also on tables of its own. */
export const composed = new OlapTable<Composed>("composed", { orderByFields: ["id"] });

interface Narrow {
  id: UInt64;
  n: UInt8;
  s: Int8;
  v: UInt32;
}

export const orderedByExpression = new OlapTable<Narrow>("expression", { orderByExpression: "(id, n % 2)" });
export const unordered = new OlapTable<Narrow>("unordered", { orderByExpression: "tuple()" });
export const replacing = new OlapTable<Narrow>("replacing", {
  engine: ClickHouseEngines.ReplacingMergeTree,
  orderByFields: ["id"],
});
export const deleting = new OlapTable<Narrow>("deleting", {
  engine: ClickHouseEngines.ReplacingMergeTree,
  ver: "v",
  isDeleted: "n",
  orderByFields: ["id"],
});
export const summing = new OlapTable<Narrow>("summing", {
  engine: ClickHouseEngines.SummingMergeTree,
  columns: ["v"],
  orderByFields: ["id"],
});
export const collapsing = new OlapTable<Narrow>("collapsing", {
  engine: ClickHouseEngines.CollapsingMergeTree,
  sign: "s",
  orderByFields: ["id"],
});
export const versioned = new OlapTable<Narrow>("versioned", {
  engine: ClickHouseEngines.VersionedCollapsingMergeTree,
  sign: "s",
  ver: "v",
  orderByFields: ["id"],
});
export const aggregating = new OlapTable<Narrow>("aggregating", {
  engine: ClickHouseEngines.AggregatingMergeTree,
  version: "1.2",
  orderByFields: ["id"],
});
export const withParts = new OlapTable<Narrow>("with_parts", {
  orderByFields: ["id"],
  sampleByExpression: "id",
  settings: { non_replicated_deduplication_window: "10000", deduplicate_merge_projection_mode: "rebuild" },
  projections: [{ name: "by_n", body: "SELECT n, count() GROUP BY n" }],
  constraints: [{ name: "positive", expression: "id > 0", type: "CHECK" }],
});

interface Aggregated {
  id: Key<UInt64>;
  total: number & SimpleAggregated<"sum", number>;
  last: string & SimpleAggregated<"anyLast", string>;
  all: string[] & SimpleAggregated<"groupArrayArray", string[]>;
  day: DateTime & SimpleAggregated<"max", DateTime>;
}

export const aggregated = new OlapTable<Aggregated>("aggregated", {
  engine: ClickHouseEngines.AggregatingMergeTree,
  orderByFields: ["id"],
});

interface Keyed {
  id: Key<string>;
  other: Key<UInt8>;
  x: UInt8;
}

export const keyed = new OlapTable<Keyed>("keyed");
