import { ROWS, type Row, rowsOf } from "./inferred-rows";

/** Times in seconds. */
function number(row: Row, name: string): number {
  const value = row[name];
  const isTime = typeof value === "string" && /^\d{4}-\d\d-\d\d/.test(value);
  return isTime ? Date.parse(value) / 1000 : Number(value);
}

const isNull = (row: Row, name: string): boolean => row[name] === null || row[name] === undefined;
const rises = (row: Row, ...names: string[]): boolean =>
  names
    .filter((name) => !isNull(row, name))
    .every((name, i, all) => i === 0 || number(row, all[i - 1]!) <= number(row, name));
const equal = (a: number, b: number): boolean => Math.abs(a - b) < 0.011;
const within = (row: Row, name: string, min: number, max: number): boolean =>
  isNull(row, name) || (number(row, name) >= min && number(row, name) <= max);

test.each<[table: string, what: string, holds: (row: Row) => boolean]>([
  ["site_users", "created, updated, deleted", (row) => rises(row, "created_at", "updated_at", "deleted_at")],
  ["customers_cdc", "changed, read, loaded", (row) => rises(row, "created_at", "updated_at")],
  [
    "web_sessions",
    "a session's length",
    (row) =>
      number(row, "duration_seconds") > 0 &&
      (isNull(row, "ended_at") ||
        number(row, "ended_at") - number(row, "started_at") === number(row, "duration_seconds")),
  ],
  [
    "taxi_trips",
    "a ride's length",
    (row) =>
      number(row, "dropoff_datetime") - number(row, "pickup_datetime") ===
      number(row, "trip_duration_seconds"),
  ],
  [
    "taxi_trips",
    "a fare",
    (row) =>
      equal(
        ["fare_amount", "extra", "tip_amount", "tolls_amount", "mta_tax"].reduce(
          (sum, name) => sum + number(row, name),
          0,
        ),
        number(row, "total_amount"),
      ),
  ],
  [
    "taxi_trips",
    "a ride within a city",
    (row) =>
      isNull(row, "pickup_latitude") ||
      isNull(row, "dropoff_latitude") ||
      Math.abs(number(row, "pickup_latitude") - number(row, "dropoff_latitude")) < 0.2,
  ],
  [
    "github_events",
    "what comes after the time that is the key",
    (row) =>
      ["updated_at", "closed_at", "merged_at"].every(
        (name) => number(row, name) >= number(row, "created_at"),
      ),
  ],
  [
    "customers",
    "who is deleted was so at a time",
    (row) => isNull(row, "deleted_at") !== Boolean(row.is_deleted),
  ],
  [
    "orders_pg",
    "what an order has been through",
    (row) =>
      isNull(row, "shipped_at") !== ["shipped", "delivered", "returned"].includes(String(row.status)) &&
      isNull(row, "cancelled_at") !== (row.status === "cancelled") &&
      rises(row, "placed_at", "paid_at", "shipped_at", "delivered_at"),
  ],
  [
    "billing_invoices",
    "an invoice's amounts",
    (row) =>
      equal(number(row, "tax_amount"), number(row, "subtotal") * number(row, "tax_rate")) &&
      equal(
        number(row, "total_amount"),
        number(row, "subtotal") + number(row, "tax_amount") - number(row, "discount_amount"),
      ) &&
      equal(number(row, "amount_due"), number(row, "total_amount") - number(row, "amount_paid")) &&
      number(row, "total_amount") > 0,
  ],
  ["billing_invoices", "an invoice's days", (row) => number(row, "due_date") > number(row, "issue_date")],
  [
    "inventory",
    "what is in stock",
    (row) =>
      number(row, "quantity_available") ===
        number(row, "quantity_on_hand") - number(row, "quantity_reserved") &&
      number(row, "quantity_available") >= 0 &&
      equal(number(row, "total_value"), number(row, "quantity_on_hand") * number(row, "unit_cost")),
  ],
  [
    "trades",
    "prices of a day",
    (row) =>
      rises(row, "low", "open", "high") &&
      rises(row, "low", "close", "high") &&
      rises(row, "bid", "ask") &&
      equal(number(row, "quote_quantity"), number(row, "price") * number(row, "quantity")),
  ],
  ["host_metrics", "summaries of the same values", (row) => rises(row, "min", "p50", "p95", "p99", "max")],
  ["device_readings", "summaries of a value", (row) => rises(row, "min_value", "avg_value", "max_value")],
  [
    "k8s_events",
    "requests and limits",
    (row) =>
      rises(row, "cpu_request_millicores", "cpu_limit_millicores") &&
      rises(row, "memory_request_bytes", "memory_limit_bytes") &&
      (row.type === "Warning") ===
        ["Unhealthy", "BackOff", "FailedScheduling"].includes(row.reason as string),
  ],
  [
    "service_logs",
    "a level and its number",
    (row) =>
      ({ debug: 5, info: 9, warn: 13, error: 17 })[row.severity_text as string] ===
      number(row, "severity_number"),
  ],
  [
    "web_events",
    "a screen and a page",
    (row) =>
      within(row, "scroll_depth", 0, 100) &&
      (number(row, "screen_width") !== 390 || number(row, "screen_height") === 844),
  ],
  [
    "card_payments",
    "what is left of a payment",
    (row) =>
      equal(number(row, "net_amount"), number(row, "amount") - number(row, "fee_amount")) &&
      number(row, "net_amount") > 0 &&
      number(row, "refunded_amount") <= number(row, "amount") &&
      rises(row, "created_at", "authorized_at", "captured_at"),
  ],
  ["ad_impressions", "fewer do more", (row) => rises(row, "conversions", "clicks", "impressions")],
  ["hr_employees", "an employment", (row) => rises(row, "hire_date", "termination_date")],
  [
    "flights",
    "a flight",
    (row) =>
      rises(row, "scheduled_departure", "scheduled_arrival", "actual_arrival") &&
      rises(row, "scheduled_departure", "actual_departure") &&
      number(row, "passengers") <= number(row, "seats"),
  ],
  [
    "orders_pg",
    "an order",
    (row) =>
      Math.abs(
        number(row, "discount_amount") - number(row, "subtotal") * number(row, "discount_percent") * 0.01,
      ) < 0.011 && rises(row, "placed_at", "paid_at", "shipped_at", "delivered_at"),
  ],
  [
    "weather",
    "the weather",
    (row) =>
      rises(row, "temp_min", "temp_max") &&
      within(row, "temp_min", -30, 45) &&
      within(row, "cloud_cover", 0, 100),
  ],
  [
    "gps_tracks",
    "degrees and shares",
    (row) =>
      within(row, "latitude", -90, 90) &&
      within(row, "longitude", -180, 180) &&
      within(row, "heading", 0, 359) &&
      within(row, "fuel_level_pct", 0, 100),
  ],
])("rows of %s are coherent: %s", (table, _, holds) => {
  for (const row of rowsOf(table)) expect([row, holds(row)]).toEqual([row, true]);
});

test.each([
  ["duration_ms", 1000],
  ["duration_minutes", 1 / 60],
  ["duration_hours Float64", 1 / 3600],
])("%s is what lies between the ends", (column, factor) => {
  const [name] = column.split(" ");
  const typed = column.includes(" ") ? column : `${column} UInt32`;
  for (const row of rowsOf("calls", `id UInt64\nstarted_at DateTime\nended_at DateTime\n${typed}`)) {
    const units = (number(row, "ended_at") - number(row, "started_at")) * factor;
    expect(Math.abs(number(row, name!) - units)).toBeLessThan(0.51);
  }
});

test("whether something is NULL does not depend on what is computed of it", () => {
  const nulls = rowsOf("web_sessions").filter((row) => isNull(row, "ended_at")).length;
  expect(nulls).toBeGreaterThan(ROWS / 20);
  expect(nulls).toBeLessThan(ROWS / 4);
});

test.each(["DateTime", "DateTime64(3)", "DateTime64(6)", "DateTime64(9)"])(
  "what is made of a key that is a %s lies with it, however far the rows are",
  (type) => {
    const columns = `timestamp ${type}\nevent_date Date\nreceived_at ${type}\nname String`;
    for (const first of [1, 86_000, 1_000_000, 400_000_000])
      for (const row of rowsOf("readings", columns, "timestamp", first)) {
        const [at, received] = [number(row, "timestamp"), number(row, "received_at")];
        expect([row, received >= at && received <= at + 91]).toEqual([row, true]);
        expect(Math.abs(number(row, "event_date") + 43_200 - at)).toBeLessThanOrEqual(43_201);
      }
  },
);
