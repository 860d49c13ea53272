import {
  ClickHouseEngines,
  type DateTime,
  type DateTime64,
  type Decimal,
  type Float32,
  type Key,
  type LowCardinality,
  OlapTable,
  type UInt16,
  type UInt32,
  type UInt64,
  type UInt8,
} from "@514labs/moose-lib";
import type { tags } from "typia";

type Text = string & LowCardinality;
type Money = Decimal<12, 2>;

export interface Customer {
  customerId: Key<string>;
  email: string;
  firstName: string;
  lastName: string;
  country: Text;
  city: string;
  tier: "bronze" | "silver" | "gold";
  birthDate: string & tags.Format<"date">;
  createdAt: DateTime;
  acceptsMarketing: boolean;
  phone: string | null;
  tags: string[];
}

export interface Product {
  productId: Key<UInt32>;
  sku: string;
  name: string;
  category: Text;
  price: Money;
  originalPrice: Money;
  currency: Text;
  /** In grams, 20-5000 */
  weight: UInt16;
  rating: Float32;
  inStock: boolean;
  /** Values: red, blue, black, white, green */
  colors: Text[];
  launchedAt: DateTime;
}

export interface Session {
  sessionId: Key<string> & tags.Format<"uuid">;
  customerId: string;
  country: Text;
  /** Values: phone, desktop, tablet */
  device: Text;
  browser: Text;
  startedAt: DateTime64<3>;
  endedAt: DateTime64<3>;
  eventCount: UInt16;
  /** Values: search, ad, newsletter, direct */
  source: Text;
  referrer: string | null;
  screen: { width: UInt16; height: UInt16 };
}

export interface Event {
  eventId: Key<UInt64>;
  sessionId: string & tags.Format<"uuid">;
  customerId: string;
  position: UInt16;
  at: DateTime64<3>;
  /** Values: view, search, add_to_cart, checkout, purchase */
  type: Text;
  productId: UInt32;
  url: string;
  /** In milliseconds */
  durationMs: UInt32;
  properties: Record<string, any>;
}

export interface Order {
  orderId: Key<string>;
  customerId: string;
  country: Text;
  status: "paid" | "shipped" | "delivered" | "returned";
  orderedAt: DateTime64<3>;
  itemCount: UInt8;
  total: Money;
  currency: Text;
  coupon: string | null;
  paymentMethod: Text;
  shipping: { street: string; city: string; zip: string };
  paidAt: DateTime64<3>;
}

export interface OrderItem {
  orderItemId: Key<UInt64>;
  orderId: string;
  line: UInt8;
  productId: UInt32;
  category: Text;
  quantity: UInt8;
  unitPrice: Money;
  amount: Money;
  giftWrap: boolean;
  note: string | null;
}

const engine = ClickHouseEngines.MergeTree;

export const customers = new OlapTable<Customer>("customers", { engine, orderByFields: ["customerId"] });
export const products = new OlapTable<Product>("products", { engine, orderByFields: ["productId"] });
export const sessions = new OlapTable<Session>("sessions", { engine, orderByFields: ["sessionId"] });
export const events = new OlapTable<Event>("events", { engine, orderByFields: ["eventId"] });
export const orders = new OlapTable<Order>("orders", { engine, orderByFields: ["orderId"] });
export const orderItems = new OlapTable<OrderItem>("order_items", { engine, orderByFields: ["orderItemId"] });
