import fc from "fast-check";
import { inferAlone, inferSpec } from "../../../app/domains/inferred/infer-spec";
import { keyOfOther } from "../../../app/domains/inferred/key-of-other";
import type { KeyForm } from "../../../app/model/key-form";
import type { OtherKey } from "../../../app/model/table-facts";
import { column } from "../../rows/default-model";
import { facts } from "./facts";
import { TABLES } from "./tables";

const INTEGER: KeyForm = { as: "integer" };
const TEXT: KeyForm = { as: "text", prefix: "cus_", digits: 12 };
const UUID: KeyForm = { as: "uuid" };
const key = (table: string, name: string, form: KeyForm = INTEGER): OtherKey => ({
  table,
  column: name,
  form,
});

/** The table that a column of `orders` is a key of. */
const tableOf = (name: string, type: string, ...otherKeys: OtherKey[]): string | undefined =>
  keyOfOther(column(name, type), { name: "orders", otherKeys })?.key.table;

test.each([
  ["customerId", key("customers", "customerId")],
  ["customerId", key("customers", "id")],
  ["customer_id", key("Customer", "customerId")],
  ["customerId", key("shop_customers", "id")],
  ["customerId", key("customers_1_0", "customer_id")],
  ["customerId", key("people", "customerId")],
  ["order_item_id", key("order_items", "id")],
  ["categoryId", key("categories", "id")],
  ["buyerCustomerId", key("customers", "id")],
  ["destination_airport_id", key("airports", "airport_id")],
])("%s is the key of $table", (name, other) => {
  expect(tableOf(name, "UInt64", other)).toBe(other.table);
});

test.each([
  ["id", key("customers", "id")],
  ["customerId", key("orders", "customerId")],
  ["externalCustomerId", key("customers", "id")],
  ["customerCount", key("customers", "customerCount")],
  ["customerId", key("customers", "createdAt", { as: "time", first: 0, everyTicks: 1 })],
  ["customerId", key("customers", "email")],
])("%s is not the key of another table such as $table", (name, other) => {
  expect(tableOf(name, "UInt64", other)).toBeUndefined();
});

test("rows of one table in several roles are drawn apart, those in none together, and a declared one is taken", () => {
  const matches = facts(
    "matches",
    `id UInt64
     home_team_id UInt32
     awayTeamId UInt32
     team_id UInt32
     teamId Nullable(UInt32)`,
    ["id"],
  );
  const table = { ...matches, otherKeys: [key("teams", "id")] };
  const named = (declared = {}) => {
    const { columns } = inferAlone(table, undefined, declared).spec;
    return Object.values(columns).map(
      ({ generator }) => (generator as { to?: string; of?: { to: string } }).to ?? "",
    );
  };
  expect(named()).toEqual(["home", "away", "team", ""]);
  expect(inferAlone(table).spec.columns.teamId!.generator).toMatchObject({
    of: { kind: "reference", to: "team" },
  });
  expect(Object.keys(inferAlone(table).spec.references!)).toEqual(["home", "away", "team"]);
  expect(named({ home: { table: "teams" } })).toEqual(["home", "away", "home", ""]);
  expect(named({ away: { table: "clubs" } })).toEqual(["home", "away_team", "team", ""]);
});

test("a key's type decides, too", () => {
  const types = { UInt64: INTEGER, "Nullable(Int32)": INTEGER, String: TEXT, UUID };
  for (const [type, form] of Object.entries(types))
    for (const other of [INTEGER, TEXT, UUID])
      expect(tableOf("customerId", type, key("customers", "id", other))).toBe(
        other === form ? "customers" : undefined,
      );
  expect(tableOf("customerId", "FixedString(16)", key("customers", "id", TEXT))).toBe("customers");
  expect(tableOf("customerId", "FixedString(15)", key("customers", "id", TEXT))).toBeUndefined();
});

test("of several tables the one of the very name is meant; where two are as good, none", () => {
  const [shop, crm, own] = [key("shop_customers", "id"), key("crm_customers", "id"), key("customers", "id")];
  expect(tableOf("customerId", "UInt64", shop, crm, own)).toBe("customers");
  expect(tableOf("customerId", "UInt64", shop, crm)).toBeUndefined();
});

const orders = facts(
  "orders",
  `id UInt64
   customerId UInt64
   storeId Nullable(UInt32)
   parentId Nullable(UInt64)
   productId UInt64 -- between 1 and 50
   couponId UUID`,
  ["id"],
  { schemas: { couponId: { format: "uuid" } } },
);

test("keys of other tables are drawn references; what somebody said of a column stays", () => {
  const otherKeys = [
    key("customers", "id"),
    key("stores", "storeId"),
    key("products", "id"),
    key("coupons", "id", UUID),
  ];
  const { columns, references } = inferSpec({ ...orders, otherKeys });
  expect(references).toEqual({
    customer: { table: "customers", skew: { zipf: 0.5 } },
    store: { table: "stores", skew: { zipf: 0.5 } },
    coupon: { table: "coupons", skew: { zipf: 0.5 } },
  });
  expect(columns).toMatchObject({
    customerId: { generator: { kind: "reference", to: "customer" }, rule: "key of customers" },
    storeId: { generator: { kind: "nullable", share: 0.1, of: { kind: "reference", to: "store" } } },
    productId: { rule: 'comment "between 1 and 50"' },
    couponId: { generator: { kind: "reference", to: "coupon" } },
  });
});

test("a declared reference to the table is taken; of several none, and its name is given to no other", () => {
  const facts = { ...orders, otherKeys: [key("customers", "id")] };
  const infer = (declared: Readonly<Record<string, { readonly table: string }>>) => {
    const { columns, references = {} } = inferAlone(facts, undefined, declared).spec;
    return { generator: columns.customerId!.generator, references };
  };
  expect(infer({ buyer: { table: "customers" } })).toEqual({
    generator: { kind: "reference", to: "buyer" },
    references: {},
  });
  expect(infer({ buyer: { table: "customers" }, payer: { table: "customers" } }).generator.kind).toBe(
    "number",
  );
  expect(infer({ customer: { table: "people" } })).toMatchObject({
    generator: { kind: "reference", to: "customers" },
    references: { customers: { table: "customers" } },
  });
});

test("another table that comes to be known changes only the columns that are its key", () => {
  const anyKeys = fc.uniqueArray(
    fc.record({
      table: fc.constantFrom(...TABLES.map(({ name }) => name)),
      column: fc.constantFrom("id", "customer_id", "orderId", "userId", "deviceId"),
      form: fc.constantFrom(INTEGER, TEXT, UUID),
    }),
    { selector: ({ table }) => table },
  );
  fc.assert(
    fc.property(fc.constantFrom(...TABLES), anyKeys, (table, otherKeys) => {
      const before = inferSpec(table);
      const after = inferSpec({ ...table, otherKeys });
      for (const name of new Set([...Object.keys(before.columns), ...Object.keys(after.columns)])) {
        if (after.columns[name]?.rule.startsWith("key of ")) {
          const column = table.model.find((other) => other.name === name)!;
          expect(keyOfOther(column, { ...table, otherKeys })).toBeDefined();
        } else expect(after.columns[name]).toEqual(before.columns[name]);
      }
    }),
  );
});
