import type { Generator } from "../../spec/generator";
import { decimal, template, whole } from "../names/generators";
import { grouped } from "./grouped";
import { columnsNamed, isNumber, isText, type Pair } from "./pair";

type Message = [weight: number, level: string, message: string];

/** What programs log. */
const MESSAGES: readonly Message[] = [
  [220, "info", "GET /api/v1/orders/{10000-99999} 200 in {3-180} ms"],
  [130, "info", "GET /api/v1/users/{1000-99999} 200 in {2-90} ms"],
  [90, "info", "POST /api/v1/orders 201 in {20-400} ms"],
  [80, "info", "user {1000-99999} signed in from 198.18.{0-255}.{1-254}"],
  [60, "info", "sent order confirmation to {firstName|slug}@{hostname}"],
  [50, "info", "job {hex8} finished, {1-5000} rows in {1-90} s"],
  [40, "info", "cache refreshed: {10-900} entries"],
  [20, "info", "started worker {1-16}, version 2.{0-9}.{0-20}"],
  [90, "debug", "cache miss for key user:{1000-99999}"],
  [60, "debug", "query took {1-80} ms, {0-500} rows"],
  [40, "debug", "retrying request {hex8}, attempt {2-3}"],
  [40, "warn", "slow query: {800-9000} ms"],
  [25, "warn", "rate limit reached for client {hex8}"],
  [15, "warn", "queue orders has {1000-9999} messages waiting"],
  [16, "error", "payment {hex12} failed: card declined"],
  [12, "error", "timeout after {5000-30000} ms calling inventory"],
  [8, "error", "connection to 10.0.{0-9}.{1-254}:5432 refused"],
  [4, "error", "unhandled exception in checkout, request {hex16}"],
];

/** By OpenTelemetry's numbers. */
const SEVERITIES: Readonly<Record<string, number>> = { debug: 5, info: 9, warn: 13, error: 17 };

type Measured = [weight: number, name: string, unit: string, value: Generator];

/** What programs and machines measure. */
const METRICS: readonly Measured[] = [
  [20, "http_requests_total", "count", whole(1_000, 5_000_000, "lognormal")],
  [18, "http_request_duration_ms", "ms", decimal(2, 1_800, 1, "lognormal")],
  [16, "cpu_usage_percent", "percent", decimal(1, 98, 1, "normal")],
  [14, "memory_used_bytes", "bytes", whole(200_000_000, 16_000_000_000, "lognormal")],
  [10, "disk_used_percent", "percent", decimal(8, 92, 1, "normal")],
  [8, "queue_depth", "count", whole(0, 4_000, "exponential")],
  [8, "open_connections", "count", whole(4, 900, "lognormal")],
  [6, "error_rate", "ratio", decimal(0, 0.08, 4, "exponential")],
];

/** What a log says suits its level; a metric's value and unit suit its name. */
export const logs: Pair = (columns, alone) => {
  const isSentence = (name: string): boolean => JSON.stringify(alone[name]).includes('"sentence"');
  const texts = columns.filter(isText);
  const message = columnsNamed(texts, ["message", "msg", "*log message", "body", "*log body"]).find(
    ({ name }) => isSentence(name),
  );
  const level = columnsNamed(texts, ["level", "*log level", "severity", "*severity text"])[0];
  const number = columnsNamed(columns.filter(isNumber), ["*severity number"])[0];
  const metric = columnsNamed(texts, ["metric", "*metric name", "name"]).find(({ name }) =>
    JSON.stringify(alone[name]).includes("http_requests_total"),
  );
  const unit = columnsNamed(texts, ["unit"])[0];
  const value = columnsNamed(columns.filter(isNumber), ["value", "*metric value"])[0];
  return message && level
    ? grouped("log", "a message of its level", MESSAGES, {
        [level.name]: ([, name]) => name,
        [message.name]: ([, , text]) => template(text),
        ...(number && { [number.name]: ([, name]: Message) => SEVERITIES[name]! }),
      })
    : metric && value
      ? grouped("metric", "a value of its metric", METRICS, {
          [metric.name]: ([, name]) => name,
          [value.name]: ([, , , values]) => values,
          ...(unit && { [unit.name]: ([, , name]: Measured) => name }),
        })
      : { columns: {} };
};
