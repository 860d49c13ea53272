import type { TableFacts } from "../../../app/model/table-facts";
import { facts } from "./facts";

/** Tables as people have them on a server without Moose. */
export const SERVER_TABLES: readonly TableFacts[] = [
  facts(
    "web_events",
    `event_id UUID
     event_time DateTime64(3)
     event_date Date
     event_name LowCardinality(String)
     user_id Nullable(UInt64)
     anonymous_id String
     session_id String
     page_url String
     page_path String
     page_title String
     referrer String
     utm_source LowCardinality(Nullable(String))
     utm_medium LowCardinality(Nullable(String))
     utm_campaign Nullable(String)
     user_agent String
     browser LowCardinality(String)
     browser_version String
     os LowCardinality(String)
     os_version String
     device_type LowCardinality(String)
     screen_width UInt16
     screen_height UInt16
     viewport_width UInt16
     country FixedString(2)
     city String
     ip IPv4
     language String
     time_on_page_ms UInt32
     scroll_depth UInt8
     is_bounce UInt8
     properties Map(String, String)`,
    ["event_date", "event_name", "event_time"],
  ),
  facts(
    "device_readings",
    `device_id String
     sensor_type LowCardinality(String)
     location String
     ts DateTime
     temperature Float32
     humidity Float32
     pressure Float32
     battery_level UInt8
     battery_voltage Float32
     signal_strength Int8
     rssi Int16
     co2_ppm UInt16
     pm25 Float32
     firmware_version LowCardinality(String)
     min_value Float64
     max_value Float64
     avg_value Float64
     unit LowCardinality(String)
     status UInt8
     is_anomaly Bool`,
    ["device_id", "ts"],
  ),
  facts(
    "billing_invoices",
    `invoice_id String
     invoice_number String
     customer_id String
     customer_name String
     billing_address String
     billing_city String
     billing_country String
     issue_date Date
     due_date Date
     paid_at Nullable(DateTime)
     status Enum8('draft'=1,'sent'=2,'paid'=3,'overdue'=4,'void'=5)
     currency FixedString(3)
     subtotal Decimal(12,2)
     tax_rate Decimal(5,2)
     tax_amount Decimal(12,2)
     discount_amount Decimal(12,2)
     total_amount Decimal(12,2)
     amount_paid Decimal(12,2)
     amount_due Decimal(12,2)
     payment_terms String
     po_number Nullable(String)
     line_items Array(Tuple(description String, quantity UInt16, unit_price Decimal(10,2), amount Decimal(12,2)))
     notes Nullable(String)`,
    ["issue_date", "invoice_id"],
  ),
  facts(
    "site_users",
    `id UInt64
     uuid UUID
     username String
     email String
     email_verified Bool
     password_hash String
     first_name String
     last_name String
     display_name String
     date_of_birth Nullable(Date)
     age UInt8
     gender LowCardinality(String)
     phone_number Nullable(String)
     avatar_url String
     bio String
     role LowCardinality(String)
     plan LowCardinality(String)
     locale String
     timezone String
     country_code FixedString(2)
     city String
     login_count UInt32
     failed_login_attempts UInt8
     last_login_at Nullable(DateTime)
     last_ip IPv4
     referral_code String
     referred_by Nullable(UInt64)
     is_active Bool
     is_admin UInt8
     marketing_opt_in Bool
     created_at DateTime
     updated_at DateTime
     deleted_at Nullable(DateTime)
     interests Array(String)`,
    ["id"],
  ),
  facts(
    "service_logs",
    `timestamp DateTime64(9)
     trace_id String
     span_id String
     severity_text LowCardinality(String)
     severity_number UInt8
     service_name LowCardinality(String)
     service_version String
     host String
     pod_name String
     namespace LowCardinality(String)
     container_id String
     body String
     logger_name String
     thread_name String
     http_method LowCardinality(String)
     http_route String
     http_status_code UInt16
     duration_ms Float64
     request_id UUID
     user_id String
     client_ip IPv4
     error_type Nullable(String)
     stack_trace Nullable(String)
     resource_attributes Map(LowCardinality(String), String)
     log_attributes Map(LowCardinality(String), String)`,
    ["service_name", "timestamp"],
  ),
  facts(
    "host_metrics",
    `metric_name LowCardinality(String)
     time DateTime64(3)
     value Float64
     min Float64
     max Float64
     sum Float64
     count UInt64
     p50 Float64
     p95 Float64
     p99 Float64
     tags Map(String,String)
     host LowCardinality(String)
     region LowCardinality(String)
     interval_seconds UInt16`,
    ["metric_name", "host", "time"],
  ),
  facts(
    "trades",
    `trade_id UInt64
     symbol LowCardinality(String)
     exchange LowCardinality(String)
     side Enum8('buy'=1,'sell'=2)
     price Decimal(18,8)
     quantity Decimal(18,8)
     quote_quantity Decimal(18,8)
     fee Decimal(18,8)
     fee_currency String
     bid Float64
     ask Float64
     open Float64
     high Float64
     low Float64
     close Float64
     volume Float64
     order_id String
     trader_id UInt32
     is_maker Bool
     executed_at DateTime64(6)`,
    ["symbol", "executed_at"],
  ),
  facts(
    "k8s_events",
    `event_uid UUID
     event_timestamp DateTime
     first_timestamp DateTime
     last_timestamp DateTime
     namespace LowCardinality(String)
     kind LowCardinality(String)
     name String
     type LowCardinality(String)
     reason LowCardinality(String)
     message String
     count UInt32
     source_component LowCardinality(String)
     source_host String
     node_name String
     pod_ip IPv4
     cluster LowCardinality(String)
     labels Map(String,String)
     cpu_request_millicores UInt32
     cpu_limit_millicores UInt32
     memory_request_bytes UInt64
     memory_limit_bytes UInt64
     restart_count UInt16`,
    ["cluster", "namespace", "event_timestamp"],
  ),
  facts(
    "customers_cdc",
    `id UInt64
     email String
     full_name String
     status LowCardinality(String)
     balance Decimal(12,2)
     created_at DateTime
     updated_at DateTime
     _op LowCardinality(String)
     _version UInt64
     _is_deleted UInt8
     is_deleted UInt8
     _ingested_at DateTime64(3)
     _source_ts DateTime64(3)
     _lsn UInt64`,
    ["id"],
    { replaces: true },
  ),
  facts(
    "github_events",
    `file_time DateTime
     event_type LowCardinality(String)
     actor_login LowCardinality(String)
     repo_name LowCardinality(String)
     created_at DateTime
     updated_at DateTime
     action LowCardinality(String)
     comment_id UInt64
     body String
     path String
     ref LowCardinality(String)
     creator_user_login LowCardinality(String)
     number UInt32
     title String
     labels Array(LowCardinality(String))
     state LowCardinality(String)
     locked UInt8
     assignee LowCardinality(String)
     comments UInt32
     author_association LowCardinality(String)
     closed_at DateTime
     merged_at DateTime
     merge_commit_sha String
     head_ref LowCardinality(String)
     head_sha String
     base_ref LowCardinality(String)
     merged UInt8
     commits UInt32
     additions UInt32
     deletions UInt32
     changed_files UInt32
     stargazers_count UInt32
     forks UInt32`,
    ["event_type", "repo_name", "created_at"],
  ),
  facts(
    "taxi_trips",
    `trip_id UInt32
     vendor_id UInt8
     pickup_datetime DateTime
     dropoff_datetime DateTime
     pickup_longitude Nullable(Float64)
     pickup_latitude Nullable(Float64)
     dropoff_longitude Nullable(Float64)
     dropoff_latitude Nullable(Float64)
     passenger_count UInt8
     trip_distance Float32
     trip_duration_seconds UInt32
     fare_amount Float32
     extra Float32
     tip_amount Float32
     tolls_amount Float32
     mta_tax Float32
     total_amount Float32
     payment_type Enum8('CSH'=1,'CRE'=2,'NOC'=3,'DIS'=4,'UNK'=5)
     rate_code_id UInt8
     store_and_fwd_flag String
     pickup_ntaname LowCardinality(String)
     dropoff_ntaname LowCardinality(String)`,
    ["pickup_datetime", "dropoff_datetime"],
  ),
  facts(
    "tickets",
    `ticket_id UInt64
     ticket_number String
     subject String
     description String
     status LowCardinality(String)
     priority LowCardinality(String)
     category LowCardinality(String)
     channel LowCardinality(String)
     requester_email String
     requester_name String
     assignee_id Nullable(UInt32)
     assignee_name Nullable(String)
     team LowCardinality(String)
     tags Array(String)
     satisfaction_score Nullable(UInt8)
     reopened_count UInt8
     first_response_minutes UInt32
     resolution_minutes Nullable(UInt32)
     sla_breached Bool
     created_at DateTime
     first_response_at Nullable(DateTime)
     resolved_at Nullable(DateTime)
     updated_at DateTime`,
    ["created_at", "ticket_id"],
  ),
  facts(
    "inventory",
    `sku String
     product_name String
     warehouse_id UInt16
     warehouse_name LowCardinality(String)
     bin_location String
     quantity_on_hand Int32
     quantity_reserved Int32
     quantity_available Int32
     reorder_point UInt32
     reorder_quantity UInt32
     unit_cost Decimal(10,2)
     total_value Decimal(14,2)
     supplier_name String
     lot_number String
     expiry_date Nullable(Date)
     last_counted_at DateTime
     last_restocked_at Nullable(DateTime)
     is_discontinued Bool
     weight_kg Float32
     length_cm Float32
     width_cm Float32
     height_cm Float32
     barcode String`,
    ["warehouse_id", "sku"],
  ),
  facts(
    "gps_tracks",
    `track_id UUID
     vehicle_id UInt32
     driver_id UInt32
     ts DateTime64(3)
     latitude Float64
     longitude Float64
     altitude_m Float32
     speed_kmh Float32
     heading UInt16
     accuracy_m Float32
     satellites UInt8
     odometer_km Float64
     fuel_level_pct Float32
     engine_on Bool
     geohash String
     h3_index UInt64
     point Point`,
    ["vehicle_id", "ts"],
  ),
  facts(
    "web_sessions",
    `session_id String
     user_id UInt64
     started_at DateTime
     ended_at Nullable(DateTime)
     duration_seconds UInt32
     page_views UInt16
     events_count UInt32
     bounce UInt8
     entry_page String
     exit_page String
     referrer_domain String
     traffic_source LowCardinality(String)
     device LowCardinality(String)
     browser LowCardinality(String)
     os LowCardinality(String)
     country LowCardinality(String)
     region String
     city String
     latitude Float64
     longitude Float64
     conversion Bool
     revenue Decimal(10,2)
     ab_variant LowCardinality(String)
     feature_flags Array(String)`,
    ["started_at", "session_id"],
  ),
  facts(
    "nginx_access",
    `time DateTime
     remote_addr IPv4
     remote_user String
     request_method LowCardinality(String)
     request_uri String
     server_protocol LowCardinality(String)
     status UInt16
     body_bytes_sent UInt64
     bytes_sent UInt64
     request_time Float32
     upstream_response_time Float32
     http_referer String
     http_user_agent String
     host String
     ssl_protocol LowCardinality(String)
     request_length UInt32`,
    ["time"],
  ),
  facts(
    "card_payments",
    `payment_id UUID
     order_id UInt64
     user_id UInt64
     amount Decimal(12,2)
     currency LowCardinality(String)
     fee_amount Decimal(12,2)
     net_amount Decimal(12,2)
     refunded_amount Decimal(12,2)
     exchange_rate Float64
     payment_method LowCardinality(String)
     card_brand LowCardinality(String)
     card_last4 FixedString(4)
     status LowCardinality(String)
     failure_code Nullable(String)
     failure_message Nullable(String)
     risk_score UInt8
     is_recurring Bool
     created_at DateTime
     authorized_at Nullable(DateTime)
     captured_at Nullable(DateTime)
     refunded_at Nullable(DateTime)
     metadata String`,
    ["created_at", "payment_id"],
  ),
  facts(
    "ad_impressions",
    `impression_id String
     ts DateTime64(3)
     campaign_id UInt32
     ad_group_id UInt32
     creative_id UInt32
     advertiser_id UInt32
     placement LowCardinality(String)
     ad_format LowCardinality(String)
     bid_price Float64
     win_price Float64
     clicked UInt8
     converted UInt8
     impressions UInt32
     clicks UInt32
     conversions UInt32
     ctr Float32
     cpc Float32
     cost Float64
     country LowCardinality(String)
     device_type LowCardinality(String)
     app_bundle String
     publisher_domain String
     viewability Float32`,
    ["ts"],
  ),
  facts(
    "hr_employees",
    `employee_id UInt32
     first_name String
     last_name String
     email String
     department LowCardinality(String)
     job_title String
     manager_id Nullable(UInt32)
     salary UInt32
     hire_date Date
     termination_date Nullable(Date)
     office_location String
     employment_type LowCardinality(String)
     performance_rating Float32
     years_of_experience UInt8
     vacation_days UInt8
     is_remote Bool`,
    ["employee_id"],
  ),
  facts(
    "flights",
    `flight_id UInt64
     flight_number String
     airline LowCardinality(String)
     origin FixedString(3)
     destination FixedString(3)
     scheduled_departure DateTime
     actual_departure Nullable(DateTime)
     scheduled_arrival DateTime
     actual_arrival Nullable(DateTime)
     departure_delay_minutes Int16
     arrival_delay_minutes Int16
     distance_km UInt16
     duration_minutes UInt16
     aircraft_type LowCardinality(String)
     seats UInt16
     passengers UInt16
     cancelled UInt8
     gate String
     terminal String`,
    ["scheduled_departure", "flight_id"],
  ),
  facts(
    "orders_pg",
    `id UInt64
     user_id UInt64
     order_number String
     status LowCardinality(String)
     items_count UInt16
     subtotal Decimal(12,2)
     discount_percent Decimal(5,2)
     discount_amount Decimal(12,2)
     shipping_cost Decimal(12,2)
     tax Decimal(12,2)
     total Decimal(12,2)
     currency String
     shipping_name String
     shipping_street String
     shipping_city String
     shipping_zip String
     shipping_country String
     billing_city String
     billing_country String
     coupon_code Nullable(String)
     customer_note Nullable(String)
     placed_at DateTime
     paid_at Nullable(DateTime)
     shipped_at Nullable(DateTime)
     delivered_at Nullable(DateTime)
     cancelled_at Nullable(DateTime)`,
    ["id"],
  ),
  facts(
    "weather",
    `station_id String
     observed_at DateTime
     temperature_c Float32
     temp_min Float32
     temp_max Float32
     dew_point Float32
     humidity UInt8
     wind_speed Float32
     wind_gust Float32
     wind_direction UInt16
     pressure_hpa Float32
     precipitation_mm Float32
     cloud_cover UInt8
     visibility_m UInt32
     uv_index UInt8
     condition LowCardinality(String)
     latitude Float64
     longitude Float64
     elevation_m Float32`,
    ["station_id", "observed_at"],
  ),
  facts(
    "emails",
    `message_id String
     campaign_id UInt32
     from_address String
     to_address String
     subject String
     body_text String
     sent_at DateTime
     delivered_at Nullable(DateTime)
     opened_at Nullable(DateTime)
     clicked_at Nullable(DateTime)
     bounced UInt8
     bounce_reason Nullable(String)
     unsubscribed UInt8
     size_bytes UInt32
     attachments_count UInt8
     open_count UInt16
     click_count UInt16
     open_rate Float32`,
    ["sent_at"],
  ),
];
