import { decimal, flag, identifier, mostly, template, weighted, whole, words } from "./generators";
import type { NameRule } from "./name-rule";

/** Amounts in the currency's smaller unit. */
export const CENTS = whole(99, 49_999, "lognormal");

/** Of what is bought and paid. */
export const COMMERCE: readonly NameRule[] = [
  { names: ["*cents", "*minor", "*pence"], number: CENTS },
  {
    names: ["*currency", "*currency code", "*ccy"],
    text: weighted({ USD: 58, EUR: 24, GBP: 10, CAD: 4, JPY: 4 }),
  },
  {
    names: ["*payment method", "*payment type", "*pay method"],
    text: weighted({ card: 62, paypal: 17, apple_pay: 10, bank_transfer: 7, gift_card: 4 }),
  },
  {
    names: ["*card brand", "*card type", "*card network"],
    text: weighted({ visa: 52, mastercard: 32, amex: 11, discover: 5 }),
  },
  {
    names: ["*last4", "*last four", "*card last4"],
    text: template("{1000-9999}"),
    number: whole(1_000, 9_999),
  },
  { names: ["*card number", "*card no", "*pan"], text: template("**** **** **** {1000-9999}") },
  { names: ["*iban"], text: identifier("digits", 20, "DE") },
  { names: ["*exchange rate", "*fx rate"], number: decimal(0.7, 1.5, 4, "normal") },
  { names: ["*tax rate", "*vat rate"], number: mostly(0.19, 0.2, 0.07, 0.08, 0) },
  {
    names: ["*shipping method", "*delivery method"],
    text: weighted({ standard: 66, express: 24, pickup: 10 }),
  },
  { names: ["*carrier", "*courier"], text: weighted({ UPS: 36, FedEx: 26, DHL: 22, USPS: 16 }) },
  { names: ["*tracking number", "*tracking id", "*tracking code"], text: identifier("digits", 16, "1Z") },
  {
    names: ["*original price", "*list price", "*regular price", "*msrp", "*compare at price"],
    number: decimal(20, 600, 2, "lognormal"),
  },
  {
    names: ["*price", "*unit price", "*unit cost", "*sale price"],
    number: decimal(1.99, 499.99, 2, "lognormal"),
  },
  { names: ["*subtotal", "*sub total", "*net", "*net amount"], number: decimal(8, 900, 2, "lognormal") },
  { names: ["*tax", "*tax amount", "*vat", "*vat amount"], number: decimal(0.5, 80, 2, "lognormal") },
  {
    names: ["*shipping", "*shipping cost", "*shipping amount", "*shipping fee", "*delivery fee"],
    number: mostly(4.99, 0, 9.99, 14.99),
  },
  {
    names: ["*discount percent", "*discount pct", "*discount rate"],
    number: mostly(0, 10, 5, 20, 15, 25, 50),
  },
  { names: ["*discount", "*discount amount"], number: decimal(0, 40, 2, "exponential") },
  {
    names: ["*fee", "*fees", "*commission", "*tip", "*processing fee"],
    number: decimal(0.3, 30, 2, "lognormal"),
  },
  { names: ["*balance", "*credit limit", "*credit"], number: decimal(0, 20_000, 2, "lognormal") },
  {
    names: ["*revenue", "*mrr", "*arr", "*sales", "*budget", "*ltv", "*gmv", "*spend"],
    number: decimal(0, 50_000, 2, "lognormal"),
  },
  { names: ["*cost", "*expense", "*cogs", "*charge"], number: decimal(0.5, 900, 2, "lognormal") },
  { names: ["*fare", "*fare amount", "*base fare"], number: decimal(4, 95, 2, "lognormal") },
  { names: ["*lifetime value", "*customer value", "*value"], number: decimal(0, 5_000, 2, "lognormal") },
  {
    names: ["*seats", "*passenger count", "*passengers", "*guests", "*party size", "*people"],
    number: whole(1, 9, "exponential"),
  },
  { names: ["*vehicle type", "*car type"], text: weighted({ sedan: 46, suv: 30, van: 14, luxury: 10 }) },
  {
    names: [
      "*amount",
      "*total",
      "*total amount",
      "*grand total",
      "*total price",
      "*amount paid",
      "*amount due",
      "*balance due",
      "*order value",
      "*value usd",
      "*usd",
      "*eur",
    ],
    number: decimal(5, 1_200, 2, "lognormal"),
  },
  {
    names: ["*quantity", "*qty", "*units", "*items", "*reserved", "*quantity available", "*qty available"],
    number: whole(1, 12, "exponential"),
  },
  {
    names: ["*stock", "*inventory", "*on hand", "*stock level", "*stock quantity"],
    number: whole(0, 800, "exponential"),
  },
  {
    names: ["*rating", "*stars", "*star rating"],
    number: { kind: "choice", values: [5, 4, 3, 1, 2], weights: [48, 28, 12, 7, 5] },
  },
  { names: ["*sku", "*product code", "*item code", "*article number"], text: template("SKU-{10000-99999}") },
  {
    names: ["*barcode", "*ean", "*upc", "*gtin"],
    text: identifier("digits", 13),
    number: whole(1_000_000_000_000, 9_999_999_999_999),
  },
  { names: ["*isbn"], text: identifier("digits", 10, "978") },
  { names: ["*product", "*product name", "*item", "*item name", "*product title"], text: words("product") },
  { names: ["*product category", "*category name", "*product type"], text: words("productCategory") },
  {
    names: [
      "*company",
      "*company name",
      "*organization",
      "*organisation",
      "*organization name",
      "*org name",
      "*employer",
      "*vendor",
      "*supplier",
      "*merchant",
      "*merchant name",
      "*brand",
      "*manufacturer",
      "*publisher",
      "*client",
      "*client name",
      "*partner",
      "*tenant name",
      "*supplier name",
      "*vendor name",
      "*account name",
      "*business name",
    ],
    text: words("company"),
  },
  {
    names: ["*industry", "*sector"],
    text: weighted({
      Software: 26,
      Retail: 20,
      Finance: 16,
      Healthcare: 14,
      Manufacturing: 13,
      Education: 7,
      Energy: 4,
    }),
  },
  {
    names: ["*coupon", "*coupon code", "*promo code", "*discount code", "*voucher"],
    text: mostly("WELCOME10", "SPRING20", "FREESHIP", "SAVE15", "VIP25"),
  },
  {
    names: [
      "*plan",
      "*plan name",
      "*tier",
      "*subscription plan",
      "*subscription tier",
      "*pricing plan",
      "*customer tier",
      "*subscription",
    ],
    text: weighted({ free: 58, starter: 22, pro: 15, enterprise: 5 }),
  },
  {
    names: ["*segment", "*customer segment"],
    text: weighted({ consumer: 55, small_business: 30, enterprise: 15 }),
  },
  {
    names: ["*order number", "*order no"],
    text: template("ORD-{100000-999999}"),
    number: whole(100_000, 999_999),
  },
  {
    names: ["*invoice number", "*invoice no"],
    text: template("INV-{100000-999999}"),
    number: whole(100_000, 999_999),
  },
  { names: ["*size", "*clothing size"], text: weighted({ S: 20, M: 34, L: 28, XL: 13, XS: 5 }) },
  { names: ["*color", "*colour"], text: words("color") },
  { names: ["*material"], text: weighted({ cotton: 34, steel: 20, wood: 18, plastic: 16, leather: 12 }) },
  { names: ["*condition"], text: weighted({ new: 70, used: 22, refurbished: 8 }) },
  {
    names: ["*billing cycle", "*billing period", "*billing interval", "*interval"],
    text: weighted({ monthly: 72, yearly: 28 }),
  },
  { names: ["*auto renew", "*refunded", "*is refund"], boolean: flag(0.1) },
];
