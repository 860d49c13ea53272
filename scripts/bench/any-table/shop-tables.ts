/** The tables of `examples/shop`, each after those that its rows refer to. */
export const SHOP_TABLES = ["customers", "products", "sessions", "events", "orders", "order_items"] as const;
export type ShopTable = (typeof SHOP_TABLES)[number];

const PARENTS: Partial<Record<ShopTable, ShopTable>> = {
  sessions: "customers",
  events: "sessions",
  orders: "customers",
  order_items: "orders",
};

/** The table whose rows have this table's rows for children. */
export function parentsOf(table: ShopTable): ShopTable | undefined {
  return PARENTS[table];
}

/** Those that other tools fill, too. */
export const COMPARED_TABLES = ["customers", "events", "order_items"] as const satisfies readonly ShopTable[];
export type ComparedTable = (typeof COMPARED_TABLES)[number];

/** Tables with nested columns, which only Moose creates, as Moose does. */
export const NESTED_TABLES: Readonly<Record<string, string>> = {
  sessions: `CREATE TABLE sessions (sessionId UUID, customerId String, country LowCardinality(String),
    device LowCardinality(String) COMMENT 'Values: phone, desktop, tablet', browser LowCardinality(String),
    startedAt DateTime64(3), endedAt DateTime64(3), eventCount UInt16,
    source LowCardinality(String) COMMENT 'Values: search, ad, newsletter, direct', referrer Nullable(String),
    screen Nested(width UInt16, height UInt16)) ENGINE = MergeTree ORDER BY sessionId`,
  orders: `CREATE TABLE orders (orderId String, customerId String, country LowCardinality(String),
    status LowCardinality(String), orderedAt DateTime64(3), itemCount UInt8, total Decimal(12, 2),
    currency LowCardinality(String), coupon Nullable(String), paymentMethod LowCardinality(String),
    shipping Nested(street String, city String, zip String), paidAt DateTime64(3))
    ENGINE = MergeTree ORDER BY orderId`,
};
