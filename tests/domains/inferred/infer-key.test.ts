import fc from "fast-check";
import { inferKey } from "../../../app/domains/inferred/infer-key";
import { Refusal } from "../../../app/errors";
import { facts } from "./facts";
import { TABLES } from "./tables";

const keyOf = (name: string): string => {
  const { column, form } = inferKey(TABLES.find((table) => table.name === name)!);
  return `${column} ${form.as === "text" ? form.prefix : form.as}`;
};

test.each([
  ["Foo", "primaryKey foo_"],
  ["Bar", "primaryKey bar_"],
  // A Key before a time is of many rows.
  ["Brain", "timestamp time"],
  ["PlanEvents", "event_time time"],
  ["customers", "customer_id cus_"],
  ["products", "id integer"],
  ["orders", "id ord_"],
  ["order_items", "order_item_id integer"],
  ["payments", "id uuid"],
  ["app_logs", "timestamp time"],
  ["page_events", "event_id uuid"],
  ["sensor_readings", "reading_time time"],
  ["support_tickets", "ticket_id tic_"],
  // Where equal rows become one, the key is in ORDER BY.
  ["invoices", "invoice_number inv_"],
])("the key of %s is %s", (table, key) => {
  expect(keyOf(table)).toBe(key);
});

test("another thing's id is no key where something better is there", () => {
  const columns = "tenantId String\nuserId String\nid String";
  expect(inferKey(facts("notes", columns, ["tenantId", "userId", "id"]))).toMatchObject({ column: "id" });
  expect(inferKey(facts("notes", columns, ["tenantId", "id"], { primaryKey: ["tenantId"] }))).toMatchObject({
    column: "id",
  });
  expect(inferKey(facts("notes", "tenantId String\nuserId String", ["tenantId", "userId"]))).toMatchObject({
    column: "userId",
    form: { as: "text", prefix: "usr_", digits: 12 },
  });
});

test("a column of few values is no key where something better is there", () => {
  expect(
    inferKey(
      facts("t", "level LowCardinality(String)\nat DateTime\nkind Enum8('a' = 1)", ["at", "level", "kind"]),
    ),
  ).toMatchObject({ column: "at" });
});

test("a time key has a slot for each second, or each tenth of one where the type is finer", () => {
  const slot = (type: string): unknown => inferKey(facts("t", `at ${type}`, ["at"])).form;
  expect(slot("DateTime")).toEqual({ as: "time", first: 1_704_067_200, everyTicks: 1 });
  expect(slot("DateTime64(0)")).toMatchObject({ everyTicks: 1 });
  expect(slot("DateTime64(3)")).toMatchObject({ everyTicks: 100 });
  expect(slot("DateTime64(9)")).toMatchObject({ everyTicks: 100_000_000 });
});

test("a fixed string holds a prefix only where there is room", () => {
  const form = (type: string): unknown => inferKey(facts("orders", `id ${type}`, ["id"])).form;
  expect(form("FixedString(16)")).toEqual({ as: "text", prefix: "ord_", digits: 12 });
  expect(form("FixedString(15)")).toEqual({ as: "text", prefix: "", digits: 12 });
  expect(form("FixedString(36)")).toEqual({ as: "uuid", text: true });
  expect(() => form("FixedString(11)")).toThrow(Refusal);
});

test("a UUID in a text is told by its name, its comment or its declaration", () => {
  expect(inferKey(facts("t", "uuid String", ["uuid"])).form).toEqual({ as: "uuid", text: true });
  expect(inferKey(facts("t", "id String -- UUID of version 4", ["id"])).form).toEqual({
    as: "uuid",
    text: true,
  });
  const schemas = { id: { format: "uuid" } };
  expect(inferKey(facts("t", "id String", ["id"], { schemas })).form).toEqual({ as: "uuid", text: true });
});

test("without a column that could, the refusal names the columns and what would do", () => {
  const run = (): unknown => inferKey(facts("t", "id Nullable(UInt64)\nx Float64\nday Date", ["day"]));
  expect(run).toThrow(Refusal);
  expect(run).toThrow(
    "Table t has no column that can hold a row's number: id Nullable(UInt64), x Float64, day Date; what would do is an integer of 32 bits or more",
  );
});

test("where equal rows become one, no column outside of ORDER BY is the key", () => {
  const table = facts("t", "id UInt64\nday Date", ["day"], { replaces: true });
  expect(() => inferKey(table)).toThrow("among the columns of its ORDER BY (day)");
});

test("the key is the same whatever the order of the columns", () => {
  fc.assert(
    fc.property(fc.constantFrom(...TABLES), fc.infiniteStream(fc.nat()), (table, order) => {
      const model = [...table.model]
        .map((column) => ({ column, at: order.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ column }) => column);
      expect(inferKey({ ...table, model })).toEqual(inferKey(table));
    }),
  );
});
