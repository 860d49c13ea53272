import type { TableFacts } from "../../../app/model/table-facts";
import { facts } from "./facts";

/** Tables of sites, devices and services. */
export const SERVICE_TABLES: readonly TableFacts[] = [
  facts(
    "app_logs",
    `timestamp DateTime64(3)
     level LowCardinality(String)
     service LowCardinality(String)
     host String
     message String
     trace_id String
     duration_ms UInt32
     status_code UInt16`,
    ["service", "timestamp"],
  ),
  facts(
    "page_events",
    `event_id UUID
     event_name LowCardinality(String)
     user_id UInt64
     session_id String
     url String
     path String
     referrer String
     user_agent String
     ip String
     country LowCardinality(String)
     device LowCardinality(String)
     browser LowCardinality(String)
     os LowCardinality(String)
     event_date Date
     event_time DateTime
     scroll_depth_percent UInt8
     utm_source Nullable(String)`,
    ["event_date", "event_name", "event_id"],
  ),
  facts(
    "sensor_readings",
    `device_id LowCardinality(String)
     reading_time DateTime64(3)
     temperature Float32
     humidity Float32
     pressure Float32
     battery_level UInt8
     rssi Int8
     latitude Float64
     longitude Float64
     firmware_version LowCardinality(String)
     is_anomaly UInt8`,
    ["device_id", "reading_time"],
  ),
  facts(
    "users",
    `id UInt64
     name String
     email String
     username String
     role LowCardinality(String)
     locale String
     timezone String
     age UInt8
     gender LowCardinality(String)
     avatarUrl String
     passwordHash String
     emailVerified Bool
     lastLoginAt Nullable(DateTime)
     createdAt DateTime`,
    ["id"],
  ),
  facts(
    "support_tickets",
    `ticket_id String
     tenant_id LowCardinality(String)
     subject String
     body String
     status LowCardinality(String)
     priority LowCardinality(String)
     category LowCardinality(String)
     assignee Nullable(String)
     opened_at DateTime
     first_response_at Nullable(DateTime)
     resolved_at Nullable(DateTime)
     satisfaction_rating Nullable(UInt8)`,
    ["tenant_id", "ticket_id"],
  ),
  facts(
    "sessions",
    `session_id UUID
     user_id String
     started_at DateTime
     ended_at DateTime
     duration_seconds UInt32
     page_views UInt16
     bounced Bool
     landing_page String
     device_type LowCardinality(String)`,
    ["started_at", "session_id"],
  ),
  facts(
    "metrics",
    `metric_name LowCardinality(String)
     host LowCardinality(String)
     value Float64
     unit LowCardinality(String)
     ts DateTime
     env LowCardinality(String)`,
    ["metric_name", "host", "ts"],
  ),
  facts(
    "api_requests",
    `request_id String
     method LowCardinality(String)
     endpoint LowCardinality(String)
     status_code UInt16
     latency_ms Float64
     request_bytes UInt64
     client_ip String
     api_key String
     api_version String
     requested_at DateTime64(6)
     region LowCardinality(String)
     is_cached Bool
     error_message Nullable(String)`,
    ["requested_at"],
  ),
];
