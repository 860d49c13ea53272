import { dataFaker } from "data-faker";
import * as tables from "./models";

export * from "./models";

const refill = false;

export const customers = dataFaker({
  table: tables.customers,
  defaultRows: 20_000,
  refill,
  columns: (c) => ({
    tier: c.weighted({ bronze: 80, silver: 15, gold: 5 }),
    createdAt: c.rising({ from: "2022-01-01", perDay: 200, season: "week" }),
  }),
});

export const products = dataFaker({
  table: tables.products,
  defaultRows: 2_000,
  refill,
  columns: (c) => ({
    price: c.decimal(3, 400, { spread: "lognormal" }),
    currency: c.constant("EUR"),
  }),
});

export const sessions = dataFaker({
  table: tables.sessions,
  refill,
  references: { customer: { to: customers, children: { min: 0, max: 30, skew: { zipf: 1 } } } },
  children: { events: "events" },
  columns: (c) => ({
    customerId: c.reference("customer", "customerId"),
    country: c.reference("customer", "country"),
    startedAt: c.after("customer.createdAt", { within: "700d", unit: "millisecond" }),
    endedAt: c.after("startedAt", { from: "5s", within: "40m", unit: "millisecond", spread: "exponential" }),
    eventCount: c.total("events"),
  }),
});

export const events = dataFaker({
  table: tables.events,
  refill,
  references: {
    session: { to: sessions, children: { min: 1, max: 40, skew: { zipf: 1.1 } } },
    product: { to: products, skew: { zipf: 0.9 } },
  },
  columns: (c) => ({
    sessionId: c.reference("session", "sessionId"),
    customerId: c.reference("session", "customerId"),
    productId: c.reference("product", "productId"),
    position: c.ordinal(),
    at: c.between("session.startedAt", "session.endedAt", { unit: "millisecond" }),
    properties: c.object({ referrer: c.oneOf(["list", "search", "mail"]), price: c.decimal(1, 99) }),
  }),
});

export const orders = dataFaker({
  table: tables.orders,
  refill,
  references: { customer: { to: customers, children: { min: 0, max: 40, skew: { zipf: 1.2 } } } },
  children: { items: "order_items" },
  columns: (c) => ({
    customerId: c.reference("customer", "customerId"),
    country: c.reference("customer", "country"),
    orderedAt: c.after("customer.createdAt", { within: "700d", unit: "millisecond" }),
    paidAt: c.after("orderedAt", { within: "2h", unit: "millisecond" }),
    currency: c.constant("EUR"),
    itemCount: c.total("items"),
    total: c.total("items", "amount"),
  }),
});

export const orderItems = dataFaker({
  table: tables.orderItems,
  refill,
  references: {
    order: { to: orders, children: { min: 1, max: 12, skew: { zipf: 1.3 } } },
    product: { to: products, skew: { zipf: 0.9 } },
  },
  columns: (c) => ({
    orderId: c.reference("order", "orderId"),
    line: c.ordinal(),
    productId: c.reference("product", "productId"),
    category: c.reference("product", "category"),
    quantity: c.integer(1, 6, { spread: "exponential" }),
    unitPrice: c.reference("product", "price"),
    amount: c.product("quantity", "unitPrice"),
    giftWrap: c.boolean(0.04),
  }),
});
