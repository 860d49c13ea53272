import type { TableFacts } from "../../../app/model/table-facts";
import { facts } from "./facts";

/** Tables of shops and offices. */
export const SHOP_TABLES: readonly TableFacts[] = [
  facts(
    "customers",
    `customer_id String
     first_name String
     last_name String
     email String
     phone Nullable(String)
     city LowCardinality(String)
     country LowCardinality(String)
     country_code FixedString(2)
     tier LowCardinality(String)
     is_active Bool
     is_deleted UInt8
     created_at DateTime
     updated_at DateTime
     deleted_at Nullable(DateTime)
     lifetime_value Decimal(12, 2)`,
    ["customer_id"],
    { primaryKey: ["customer_id"] },
  ),
  facts(
    "products",
    `id UInt32
     sku String
     name String
     description String
     category LowCardinality(String)
     brand LowCardinality(String)
     price Decimal(10, 2)
     originalPrice Decimal(10, 2)
     stock UInt16
     color LowCardinality(String)
     weightKg Float32
     isFeatured Bool
     createdAt DateTime64(3)
     tags Array(String)`,
    ["id"],
  ),
  facts(
    "orders",
    `id String
     customerId String
     status LowCardinality(String)
     currency FixedString(3)
     subtotal Decimal(12, 2)
     tax Decimal(12, 2)
     shipping Decimal(12, 2)
     total Decimal(12, 2)
     couponCode Nullable(String)
     paymentMethod LowCardinality(String)
     shippingCity String
     shippingCountry String
     orderedAt DateTime
     shippedAt Nullable(DateTime)
     deliveredAt Nullable(DateTime)`,
    ["orderedAt", "id"],
  ),
  facts(
    "order_items",
    `order_item_id UInt64
     order_id UInt64
     product_id UInt32
     quantity UInt8
     unit_price Decimal(10, 2)
     total_price Decimal(12, 2)`,
    ["order_id", "order_item_id"],
  ),
  facts(
    "payments",
    `id UUID
     order_id UUID
     amount_cents UInt64
     currency LowCardinality(String)
     status LowCardinality(String)
     card_brand LowCardinality(String)
     card_last4 String
     created_at DateTime64(3, 'UTC')
     processed_at Nullable(DateTime64(3, 'UTC'))
     failure_reason Nullable(String)
     is_fraud UInt8`,
    ["created_at", "id"],
  ),
  facts(
    "employees",
    `employee_id UInt32
     full_name String
     job_title String
     department LowCardinality(String)
     salary UInt32
     hired_at Date
     birth_date Date32
     manager_id Nullable(UInt32)
     office_city String
     office_country String
     skills Array(LowCardinality(String))`,
    ["employee_id"],
  ),
  facts(
    "trips",
    `trip_id String
     driver_id String
     pickup_at DateTime
     dropoff_at DateTime
     distance_km Float32
     fare_amount Float32
     tip Float32
     passenger_count UInt8
     payment_type LowCardinality(String)
     vehicle_type LowCardinality(String)
     rating Nullable(Float32)`,
    ["pickup_at", "trip_id"],
  ),
  facts(
    "invoices",
    `invoice_number String
     company_name String
     issued_at Date
     due_date Date
     net_amount Decimal(14, 2)
     vat_amount Decimal(14, 2)
     total_amount Decimal(14, 2)
     currency LowCardinality(String)
     status Enum8('draft' = 0, 'open' = 1, 'paid' = 2)
     billing_address String
     billing_zip String
     billing_city String
     billing_country_code LowCardinality(String)
     version UInt64`,
    ["company_name", "invoice_number"],
    { replaces: true },
  ),
];
