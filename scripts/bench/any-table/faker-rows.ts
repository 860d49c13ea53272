import type { Faker } from "@faker-js/faker";
import type { ComparedTable } from "./shop-tables";

const TYPES = ["view", "search", "add_to_cart", "checkout", "purchase"];
const REFERRERS = ["list", "search", "mail"];

const padded = (prefix: string, n: number) => `${prefix}${String(n).padStart(12, "0")}`;

/**
 * Rows as one writes them by hand with faker: an object a row, which knows of no other row or table.
 * @param i row number, from 1
 */
export const FAKER_ROWS: Readonly<Record<ComparedTable, (faker: Faker, i: number) => object>> = {
  customers: (faker, i) => {
    const firstName = faker.person.firstName();
    const lastName = faker.person.lastName();
    return {
      customerId: padded("cus_", i),
      email: faker.internet.email({ firstName, lastName }),
      firstName,
      lastName,
      country: faker.location.country(),
      city: faker.location.city(),
      tier: faker.helpers.weightedArrayElement([
        { weight: 80, value: "bronze" },
        { weight: 15, value: "silver" },
        { weight: 5, value: "gold" },
      ]),
      birthDate: faker.date.birthdate({ mode: "year", min: 1950, max: 2005 }).toISOString().slice(0, 10),
      createdAt: faker.date.between({ from: "2022-01-01", to: "2024-12-31" }),
      acceptsMarketing: faker.datatype.boolean(0.4),
      phone: faker.helpers.maybe(() => faker.phone.number(), { probability: 0.7 }) ?? null,
      tags: faker.helpers.multiple(() => faker.word.noun(), { count: { min: 0, max: 5 } }),
    };
  },
  events: (faker, i) => ({
    eventId: i,
    sessionId: faker.string.uuid(),
    customerId: padded("cus_", faker.number.int({ min: 1, max: 20_000 })),
    position: faker.number.int({ min: 1, max: 40 }),
    at: faker.date.between({ from: "2022-01-01", to: "2024-12-31" }),
    type: faker.helpers.arrayElement(TYPES),
    productId: faker.number.int({ min: 1, max: 2_000 }),
    url: `${faker.internet.url()}/${faker.lorem.slug()}`,
    durationMs: faker.number.int({ min: 2, max: 4_000 }),
    properties: {
      referrer: faker.helpers.arrayElement(REFERRERS),
      price: faker.number.float({ min: 1, max: 99, fractionDigits: 2 }),
    },
  }),
  order_items: (faker, i) => {
    const quantity = faker.number.int({ min: 1, max: 6 });
    const cents = faker.number.int({ min: 300, max: 40_000 });
    return {
      orderItemId: i,
      orderId: padded("ord_", faker.number.int({ min: 1, max: 100_000 })),
      line: faker.number.int({ min: 1, max: 12 }),
      productId: faker.number.int({ min: 1, max: 2_000 }),
      category: faker.commerce.department(),
      quantity,
      unitPrice: cents / 100,
      amount: (quantity * cents) / 100,
      giftWrap: faker.datatype.boolean(0.04),
      note: faker.helpers.maybe(() => faker.lorem.sentence(), { probability: 0.3 }) ?? null,
    };
  },
};
