import { mostly, template, weighted, words } from "./generators";
import type { NameRule } from "./name-rule";

const PERSONS = [
  "user",
  "customer",
  "person",
  "people",
  "employee",
  "contact",
  "patient",
  "student",
  "author",
  "driver",
  "member",
  "lead",
  "passenger",
  "guest",
  "player",
  "subscriber",
  "agent",
  "teacher",
  "attendee",
  "profile",
  "staff",
];
const FIRMS = [
  "company",
  "organization",
  "organisation",
  "vendor",
  "supplier",
  "merchant",
  "account",
  "tenant",
  "brand",
  "partner",
  "client",
  "manufacturer",
  "workspace",
  "publisher",
];
const STATUS = ["*status", "*state"];
const TYPE = ["*type", "*kind"];
const EVENT = ["event", "activity", "action", "analytics", "clickstream", "tracking", "interaction", "click"];

/** Of names whose meaning depends on what the table's rows are. */
export const SUBJECTS: readonly NameRule[] = [
  { names: ["*name"], tables: PERSONS, text: template("{firstName} {lastName}") },
  { names: ["*name"], tables: FIRMS, text: words("company") },
  {
    names: ["*name", "*title"],
    tables: ["product", "item", "article", "listing", "catalog", "sku"],
    text: words("product"),
  },
  {
    names: ["*name"],
    tables: ["city", "location", "place", "store", "warehouse", "station", "airport"],
    text: words("city"),
  },
  { names: ["*name"], tables: ["country"], text: words("country") },
  { names: ["*name"], tables: ["department", "team"], text: words("department") },
  {
    names: ["*name"],
    tables: ["device", "sensor", "machine", "gateway", "meter"],
    text: template("{noun}-sensor-{1-999}"),
  },
  {
    names: ["*name", "*event", "*event name", "*event type", "*action"],
    tables: EVENT,
    text: mostly("page_view", "click", "scroll", "search", "add_to_cart", "sign_in", "purchase", "sign_up"),
  },
  {
    names: ["*name"],
    tables: ["metric", "measurement", "gauge", "counter"],
    text: mostly(
      "http_requests_total",
      "cpu_usage_percent",
      "memory_used_bytes",
      "queue_depth",
      "request_latency_ms",
      "disk_io_bytes",
    ),
  },
  {
    names: ["*metric", "*metric name"],
    text: mostly(
      "http_requests_total",
      "cpu_usage_percent",
      "memory_used_bytes",
      "queue_depth",
      "request_latency_ms",
      "disk_io_bytes",
    ),
  },
  { names: ["*name"], text: template("{adjective} {noun}") },
  {
    names: STATUS,
    tables: ["order", "purchase", "sale", "cart", "checkout"],
    text: weighted({ delivered: 62, shipped: 14, paid: 10, pending: 7, cancelled: 5, returned: 2 }),
  },
  {
    names: STATUS,
    tables: ["payment", "transaction", "charge", "transfer", "payout"],
    text: weighted({ succeeded: 88, failed: 5, pending: 4, refunded: 3 }),
  },
  { names: STATUS, tables: ["invoice", "bill"], text: weighted({ paid: 78, open: 13, overdue: 6, void: 3 }) },
  {
    names: STATUS,
    tables: ["ticket", "issue", "case", "request", "incident", "support", "bug"],
    text: weighted({ closed: 54, resolved: 20, open: 16, pending: 10 }),
  },
  {
    names: STATUS,
    tables: ["task", "todo", "card", "story", "project", "milestone"],
    text: weighted({ done: 52, in_progress: 22, todo: 20, blocked: 6 }),
  },
  {
    names: STATUS,
    tables: ["job", "run", "build", "workflow", "pipeline", "batch", "deployment", "execution"],
    text: weighted({ succeeded: 84, failed: 8, running: 5, queued: 3 }),
  },
  {
    names: STATUS,
    tables: ["shipment", "delivery", "parcel", "package"],
    text: weighted({ delivered: 76, in_transit: 16, label_created: 6, lost: 2 }),
  },
  {
    names: STATUS,
    tables: ["subscription", "membership", "contract"],
    text: weighted({ active: 76, cancelled: 15, trialing: 6, past_due: 3 }),
  },
  {
    names: STATUS,
    tables: ["booking", "reservation", "appointment", "visit"],
    text: weighted({ completed: 70, confirmed: 18, cancelled: 9, no_show: 3 }),
  },
  {
    names: STATUS,
    tables: ["sensor", "device", "machine", "gateway", "host", "node", "meter"],
    text: weighted({ online: 93, offline: 5, maintenance: 2 }),
  },
  {
    names: STATUS,
    tables: ["email", "message", "notification", "sms"],
    text: weighted({ delivered: 90, opened: 6, bounced: 3, failed: 1 }),
  },
  {
    names: STATUS,
    tables: ["post", "article", "page", "blog", "document"],
    text: weighted({ published: 78, draft: 17, archived: 5 }),
  },
  { names: STATUS, tables: ["span", "trace", "log"], text: weighted({ OK: 96, ERROR: 4 }) },
  {
    names: STATUS,
    tables: ["nginx", "access", "http"],
    number: {
      kind: "choice",
      values: [200, 304, 404, 301, 500, 201, 403, 502],
      weights: [780, 60, 50, 30, 20, 30, 20, 10],
    },
  },
  {
    names: STATUS,
    text: weighted({ active: 82, inactive: 11, pending: 5, suspended: 2 }),
    number: { kind: "choice", values: [1, 0, 2, 3], weights: [82, 11, 5, 2] },
  },
  { names: ["*payment status"], text: weighted({ paid: 88, pending: 7, failed: 3, refunded: 2 }) },
  {
    names: ["*delivery status", "*shipping status", "*fulfillment status"],
    text: weighted({ delivered: 76, in_transit: 16, pending: 8 }),
  },
  {
    names: TYPE,
    tables: [...EVENT, "log"],
    text: mostly("page_view", "click", "scroll", "search", "add_to_cart", "sign_in", "purchase", "sign_up"),
  },
  {
    names: TYPE,
    tables: ["payment", "transaction", "charge", "transfer"],
    text: weighted({ purchase: 82, refund: 7, payout: 6, fee: 5 }),
  },
  {
    names: TYPE,
    tables: ["ticket", "issue", "case", "support", "bug"],
    text: weighted({ question: 46, bug: 27, feature_request: 17, incident: 10 }),
  },
  {
    names: TYPE,
    tables: ["sensor", "device", "reading", "measurement", "meter", "telemetry"],
    text: weighted({ temperature: 40, humidity: 28, pressure: 18, motion: 14 }),
  },
  { names: TYPE, tables: ["user", "customer", "account"], text: weighted({ personal: 78, business: 22 }) },
  { names: TYPE, tables: ["notification", "message"], text: weighted({ email: 56, push: 30, sms: 14 }) },
  {
    names: ["*sensor type", "*device kind"],
    text: weighted({ temperature: 40, humidity: 28, pressure: 18, motion: 14 }),
  },
  {
    names: ["*user type", "*customer type", "*account type"],
    text: weighted({ personal: 78, business: 22 }),
  },
  {
    names: ["*event", "*event type", "*event name", "*event kind"],
    text: mostly("page_view", "click", "scroll", "search", "add_to_cart", "sign_in", "purchase", "sign_up"),
  },
  {
    names: ["*action", "*activity"],
    text: mostly("view", "update", "create", "download", "share", "delete"),
  },
  {
    names: ["*entity type", "*object type", "*resource type", "*target type"],
    text: mostly("order", "user", "product", "invoice", "document"),
  },
  { names: [...TYPE, "*class", "*group"], text: mostly("standard", "basic", "premium", "custom") },
  {
    names: ["*category", "*subcategory"],
    tables: ["ticket", "issue", "case", "support"],
    text: mostly("billing", "login", "shipping", "product", "account", "refund"),
  },
  { names: ["*category", "*subcategory"], text: words("productCategory") },
  { names: ["*title"], tables: ["user", "employee", "contact", "person"], text: words("jobTitle") },
  {
    names: ["*priority", "*urgency"],
    text: weighted({ low: 28, medium: 50, high: 17, urgent: 5 }),
    number: { kind: "choice", values: [1, 2, 3, 4], weights: [5, 17, 50, 28] },
  },
  { names: ["*outcome", "*result"], text: weighted({ success: 91, failure: 7, skipped: 2 }) },
  {
    names: ["*reason"],
    text: mostly("", "customer request", "duplicate", "out of stock", "too expensive", "not needed"),
  },
  { names: ["*resolution"], text: mostly("fixed", "answered", "refunded", "duplicate", "wont_fix") },
  { names: ["*direction"], text: weighted({ inbound: 58, outbound: 42 }) },
  { names: ["*side"], text: weighted({ buy: 52, sell: 48 }) },
  {
    names: ["*symbol", "*ticker"],
    text: mostly("AAPL", "MSFT", "NVDA", "AMZN", "GOOG", "META", "TSLA", "BRK.B"),
  },
  { names: ["*exchange"], text: weighted({ NASDAQ: 52, NYSE: 40, XETRA: 8 }) },
  { names: ["*sentiment"], text: weighted({ positive: 55, neutral: 30, negative: 15 }) },
];
