import type { ComparedTable } from "./shop-tables";

/** A generator of drizzle-seed, as far as its own loop over rows calls it. */
export interface DrizzleGenerator {
  dataType?: string;
  init(given: { count: number; seed: number }): void;
  generate(row: { i: number }): unknown;
  /** The generator of arrays, where an `arraySize` was given. */
  replaceIfArray(): DrizzleGenerator | undefined;
  /** The generator of unique values, where `isUnique` was given. */
  replaceIfUnique(): DrizzleGenerator | undefined;
}

type Option = string | number | boolean | object;
/** `getGeneratorsFunctions()` of drizzle-seed: makers of generators by name. */
export type DrizzleFunctions = Readonly<
  Record<string, (options?: Readonly<Record<string, Option | null>> | readonly object[]) => DrizzleGenerator>
>;

const NOUNS = [
  "amber",
  "anchor",
  "apple",
  "autumn",
  "bridge",
  "candle",
  "desert",
  "engine",
  "forest",
  "garden",
];
const CATEGORIES = ["Books", "Garden", "Home", "Kitchen", "Music", "Office", "Outdoor", "Sports", "Toys"];
const TYPES = ["view", "search", "add_to_cart", "checkout", "purchase"];
const URLS = NOUNS.flatMap((a) => NOUNS.map((b) => `https://shop.example/${a}/${b}`));

/** NULL for a share of the rows. */
const orNull = (f: DrizzleFunctions, share: number, value: DrizzleGenerator) =>
  f.weightedRandom!([
    { weight: share, value: f.default!({ defaultValue: null }) },
    { weight: 1 - share, value },
  ]);

/**
 * What drizzle-seed has that comes closest to each column. It has no templates, no URLs and no dependent columns;
 * where something is missing, what costs it least is taken.
 */
export const DRIZZLE_COLUMNS: Readonly<
  Record<ComparedTable, (f: DrizzleFunctions) => Readonly<Record<string, DrizzleGenerator>>>
> = {
  customers: (f) => ({
    customerId: f.string!({ isUnique: true }),
    email: f.email!(),
    firstName: f.firstName!(),
    lastName: f.lastName!(),
    country: f.country!(),
    city: f.city!(),
    tier: f.valuesFromArray!({
      values: [
        { weight: 0.8, values: ["bronze"] },
        { weight: 0.15, values: ["silver"] },
        { weight: 0.05, values: ["gold"] },
      ],
    }),
    birthDate: f.date!({ minDate: "1950-01-01", maxDate: "2005-12-31" }),
    createdAt: f.timestamp!(),
    acceptsMarketing: f.boolean!(),
    phone: orNull(f, 0.3, f.phoneNumber!({ template: "+49 ### ########" })),
    tags: f.valuesFromArray!({ values: NOUNS, arraySize: 2 }),
  }),
  events: (f) => ({
    eventId: f.intPrimaryKey!(),
    sessionId: f.uuid!(),
    customerId: f.string!(),
    position: f.int!({ minValue: 1, maxValue: 40 }),
    at: f.timestamp!(),
    type: f.valuesFromArray!({ values: TYPES }),
    productId: f.int!({ minValue: 1, maxValue: 2_000 }),
    url: f.valuesFromArray!({ values: URLS }),
    durationMs: f.int!({ minValue: 2, maxValue: 4_000 }),
    properties: f.default!({ defaultValue: { referrer: "list", price: 12.5 } }),
  }),
  order_items: (f) => ({
    orderItemId: f.intPrimaryKey!(),
    orderId: f.string!(),
    line: f.int!({ minValue: 1, maxValue: 12 }),
    productId: f.int!({ minValue: 1, maxValue: 2_000 }),
    category: f.valuesFromArray!({ values: CATEGORIES }),
    quantity: f.int!({ minValue: 1, maxValue: 6 }),
    unitPrice: f.number!({ minValue: 3, maxValue: 400, precision: 100 }),
    amount: f.number!({ minValue: 3, maxValue: 2_400, precision: 100 }),
    giftWrap: f.boolean!(),
    note: orNull(f, 0.7, f.loremIpsum!()),
  }),
};

/** Makes rows as the loop of drizzle-seed does: an object a row, a call a value. @param count of all rows */
export function drizzleRows(f: DrizzleFunctions, table: ComparedTable, count: number): (i: number) => object {
  const columns = Object.entries(DRIZZLE_COLUMNS[table](f)).map(([name, given], at) => {
    // As drizzle-seed sets it for a column of dates.
    if (name === "birthDate") given.dataType = "string";
    const generator = given.replaceIfArray() ?? given.replaceIfUnique() ?? given;
    generator.init({ count, seed: 42 + at });
    return { name, generator };
  });
  return (i) => {
    const row: Record<string, unknown> = {};
    for (const { name, generator } of columns) row[name] = generator.generate({ i: i - 1 });
    return row;
  };
}
