import type { GivenSpec } from "../../app/domains/spec/given-spec";
import type { KeyForm } from "../../app/model/key-form";
import { createTableSql } from "../../app/table/create-table";
import { imagesAnalytical } from "../../datamodels/images-analytical";

/** A table whose runs are disturbed: statements read and make its rows' numbers by this. */
export interface TortureTable {
  readonly name: string;
  /** The column in which a row's number stands. */
  readonly key: string;
  /** A row's number in SQL; without quotes, since it stands in settings, too. */
  readonly number: string;
  /** The key of a number, both as SQL. */
  of(number: string): string;
  /** A column of text in which rows of somebody else have "somebody", and ours never. */
  readonly mark: string;
  /** An expression by which its rows are in many partitions. */
  readonly partition: string;
  /** The statement that creates it. */
  create(database: string): string;
  /** What is said of its rows; nothing: they are inferred, or are images. */
  readonly spec?: GivenSpec;
  /** The table whose rows' children its rows are, and how many of those rows there are in each round. */
  readonly parents?: { readonly table: TortureTable; readonly rows: number };
}

/** Of a UUID's number, its hash, in hexadecimal digits. */
const digits = (value: string, count: number): string => `leftPad(lower(hex(${value})), ${count}, '0')`;

const plain = (number: string): string => number;
const textOf = (prefix: string) => (number: string) =>
  `concat('${prefix}', leftPad(toString(${number}), 12, '0'))`;

function images(form: KeyForm, type: string, number: string, of: TortureTable["of"]): TortureTable {
  return {
    name: "images_analytical",
    key: "image_id",
    number,
    of,
    mark: "author",
    partition: "toYYYYMM(upload_date)",
    create: (database) =>
      createTableSql(imagesAnalytical, database).replace("`image_id` UInt32", `\`image_id\` ${type}`),
    ...(form.as === "integer" ? {} : { spec: { key: { column: "image_id", form } } }),
  };
}

const create = (name: string, columns: string, orderBy: string) => (database: string) =>
  `CREATE TABLE ${database}.${name} (${columns})\nENGINE = MergeTree\nORDER BY ${orderBy}\nSETTINGS index_granularity = 8192`;

/** All inferred, with a text for a key. */
const orders: TortureTable = {
  name: "orders",
  key: "order_id",
  number: "toUInt64(substring(order_id, 5))",
  of: textOf("ord_"),
  mark: "note",
  partition: "toHour(created_at)",
  create: create(
    "orders",
    `order_id String, customer_id String, created_at DateTime64(3), updated_at DateTime64(3), status LowCardinality(String),
      country LowCardinality(String), city String, email String, tags Array(String), subtotal Decimal(12, 2), tax Decimal(12, 2),
      total Decimal(12, 2), paid Bool, coupon Nullable(String), shipping Tuple(street String, city String), note String`,
    "order_id",
  ),
};

/** Children of the orders, with columns of theirs. */
const orderItems: TortureTable = {
  name: "order_items",
  key: "item_id",
  number: "item_id",
  of: plain,
  mark: "note",
  partition: "item_id % 7",
  create: create(
    "order_items",
    `item_id UInt64, order_id String, line UInt8, country LowCardinality(String), ordered_at DateTime64(3), shipped_at DateTime64(3),
      sku String, quantity UInt8, unit_price Decimal(12, 2), amount Decimal(12, 2), note String`,
    "(order_id, item_id)",
  ),
  spec: {
    references: { order: { table: "orders", children: { min: 0, max: 8 } } },
    columns: {
      order_id: { kind: "reference", to: "order" },
      line: { kind: "ordinal" },
      country: { kind: "reference", to: "order", column: "country" },
      ordered_at: { kind: "reference", to: "order", column: "created_at" },
      shipped_at: { kind: "after", column: "ordered_at", min: 0, max: 86_400 },
      amount: { kind: "computed", operation: "product", columns: ["quantity", "unit_price"] },
    },
  },
  // Four children each on average: more than a round's most rows.
  parents: { table: orders, rows: 35_000 },
};

/** By what the option `--table` calls them. */
export const TORTURE_TABLES = {
  images: images({ as: "integer" }, "UInt32", "image_id", plain),
  "images-by-text": images(
    { as: "text", prefix: "img_", digits: 12 },
    "String",
    "toUInt64(substring(image_id, 5))",
    textOf("img_"),
  ),
  "images-by-uuid": images(
    { as: "uuid" },
    "UUID",
    "bitAnd(toUInt64(bitShiftRight(reinterpretAsUInt128(image_id), 76)), 281474976710655)",
    (number) => {
      const value = `right(${digits(`toUInt64(${number})`, 16)}, 12)`;
      const hash = digits(`murmurHash3_32(toUInt64(${number}))`, 8);
      return `toUUID(concat('00000000-0000-8', left(${hash}, 3), '-8', left(${value}, 3), '-', right(${value}, 9), right(${hash}, 3)))`;
    },
  ),
  orders,
  order_items: orderItems,
} as const satisfies Record<string, TortureTable>;
