import fc from "fast-check";
import { specDomain } from "../../../../app/domains/spec/spec-domain";
import type { TableSpec } from "../../../../app/domains/spec/table-spec";
import type { Column, Model } from "../../../../app/model/column";
import { parseColumnType } from "../../../../app/model/parse-column-type";
import { createRowGenerator } from "../../../../app/rows/row-generator";
import { refusalOf } from "../../../support/refusal";
import { type Value, valueAt } from "../../../rows/read-block";

const column = (name: string, clickhouseType: string): Column => ({
  name,
  clickhouseType,
  ...parseColumnType(clickhouseType),
  defaultKind: "",
});

const integer = { as: "integer" } as const;
const by = (generator: TableSpec["columns"][string]["generator"]) => ({ generator, rule: "test" });
const SEED = "s";

const products: TableSpec = {
  name: "products",
  key: { column: "productId", form: integer },
  columns: {
    price: by({ kind: "number", min: 1, max: 50, scale: 2 }),
    sizes: by({ kind: "array", of: { kind: "number", min: 1, max: 9 }, min: 1, max: 3 }),
  },
};
const openItems: TableSpec = {
  name: "items",
  key: { column: "itemId", form: integer },
  references: {
    order: { table: "orders", children: { min: 0, max: 9, skew: { zipf: 1 } } },
    product: { table: "products", rows: { spec: products, seed: "p", firstRow: 7, rows: 300 } },
  },
  columns: {
    productId: by({ kind: "reference", to: "product" }),
    price: by({ kind: "reference", to: "product", column: "price" }),
  },
};
const customers: TableSpec = {
  name: "customers",
  key: { column: "customerId", form: integer },
  columns: { country: by({ kind: "choice", values: ["de", "fr", "jp"] }) },
};
const orders: TableSpec = {
  name: "orders",
  key: { column: "orderId", form: integer },
  references: {
    customer: {
      table: "customers",
      children: { min: 0, max: 5 },
      rows: { spec: customers, seed: SEED, firstRow: 1, rows: 1e6 },
    },
  },
  children: { items: { table: "items", spec: openItems } },
  columns: {
    customerId: by({ kind: "reference", to: "customer" }),
    country: by({ kind: "reference", to: "customer", column: "country" }),
    line: by({ kind: "ordinal" }),
    count: by({ kind: "total", of: "items" }),
    total: by({ kind: "total", of: "items", column: "price" }),
  },
};
const items: TableSpec = {
  ...openItems,
  references: {
    ...openItems.references,
    order: { ...openItems.references!.order!, rows: { spec: orders, seed: SEED, firstRow: 1, rows: 1e6 } },
  },
  columns: {
    ...openItems.columns,
    orderId: by({ kind: "reference", to: "order" }),
    country: by({ kind: "reference", to: "order", column: "country" }),
    line: by({ kind: "ordinal" }),
  },
};

const MODELS: Readonly<Record<string, Model>> = {
  products: [column("productId", "UInt32"), column("price", "Decimal(9, 2)")],
  customers: [column("customerId", "UInt64"), column("country", "LowCardinality(String)")],
  orders: [
    column("orderId", "UInt64"),
    column("customerId", "UInt64"),
    column("country", "String"),
    column("line", "UInt32"),
    column("count", "UInt16"),
    column("total", "Decimal(18, 2)"),
  ],
  items: [
    column("itemId", "UInt64"),
    column("orderId", "UInt64"),
    column("productId", "UInt32"),
    column("price", "Decimal(9, 2)"),
    column("country", "String"),
    column("line", "UInt8"),
  ],
};

/** Rows as records; decimals in units of their last digit. */
function rowsOf(spec: TableSpec, seed: string, first: number, rows: number): Record<string, Value>[] {
  const generator = createRowGenerator(
    seed,
    MODELS[spec.name]!,
    specDomain(spec, () => undefined),
  );
  const block = generator.generate(first, rows);
  return Array.from({ length: rows }, (_, i) =>
    Object.fromEntries(block.columns.map(({ name, values }) => [name, valueAt(values, i)])),
  );
}

/** Of items: the first ones, around 2^32, and so many that their orders' numbers are beyond it, too. */
const anyItem = fc.oneof(
  fc.integer({ min: 1, max: 100_000 }),
  fc.integer({ min: 2 ** 32 - 60, max: 2 ** 32 + 60 }),
  fc.integer({ min: 2 ** 34, max: 2 ** 52 }),
);

test("a row agrees with its parent's and with the one it refers to, computed apart", () => {
  fc.assert(
    fc.property(anyItem, (first) => {
      for (const item of rowsOf(items, SEED, first, 40)) {
        const [order] = rowsOf(orders, SEED, Number(item.orderId), 1);
        const [customer] = rowsOf(customers, SEED, Number(order!.customerId), 1);
        const [product] = rowsOf(products, "p", Number(item.productId), 1);
        expect(order!.country).toBe(customer!.country);
        expect(item).toMatchObject({ country: order!.country, price: product!.price });
      }
    }),
    { numRuns: 20 },
  );
});

test("totals are sums over the children beyond 2^32, too, and in a block whose children straddle it", () => {
  const sumsOf = (children: Record<string, Value>[]): Map<string, [number, number]> => {
    const sums = new Map<string, [number, number]>();
    for (const { orderId, price } of children) {
      const [count, sum] = sums.get(String(orderId)) ?? [0, 0];
      sums.set(String(orderId), [count + 1, sum + Number(price)]);
    }
    return sums;
  };
  for (const item of [2 ** 32 - 300, 2 ** 40, 2 ** 52]) {
    const sums = sumsOf(rowsOf(items, SEED, item, 600));
    // Of the first and the last one, not all children are there.
    const numbers = [...sums.keys()].map(Number).slice(1, -1);
    const [first, last] = [numbers[0]!, numbers.at(-1)!];
    expect(numbers.length).toBeGreaterThan(100);
    for (const order of rowsOf(orders, SEED, first, last - first + 1))
      expect([order.orderId, Number(order.count), Number(order.total)]).toEqual([
        order.orderId,
        ...(sums.get(String(order.orderId)) ?? [0, 0]),
      ]);
  }
});

test("a total is the sum over the row's children, and an ordinal their number, from 1 on", () => {
  let item = 1;
  for (const order of rowsOf(orders, SEED, 1, 3_000)) {
    const count = Number(order.count);
    const children = count === 0 ? [] : rowsOf(items, SEED, item, count);
    expect(children.map(({ orderId }) => orderId)).toEqual(Array(count).fill(order.orderId));
    expect(children.map(({ line }) => line)).toEqual(children.map((_, i) => i + 1));
    expect(Number(order.total)).toBe(children.reduce((sum, { price }) => sum + Number(price), 0));
    item += count;
    if (item > 800) break;
  }
  expect(item).toBeGreaterThan(800);
});

test.each([1, 2 ** 32 - 500, 2 ** 52])(
  "blocks of any size and order give the same rows, from row %d on",
  (first) => {
    const rows = rowsOf(items, SEED, first, 600);
    const others = [...rowsOf(items, SEED, first + 500, 100), ...rowsOf(items, SEED, first, 500)];
    expect([...others.slice(100), ...others.slice(0, 100)]).toEqual(rows);
  },
);

test("children per parent follow the declared skew, and every reference finds its row", () => {
  const found = rowsOf(items, SEED, 1, 50_000);
  const perOrder = new Map<Value, number>();
  for (const { orderId } of found) perOrder.set(orderId!, (perOrder.get(orderId!) ?? 0) + 1);
  const harmonic = [...Array(10).keys()].reduce((sum, i) => sum + 1 / (i + 1), 0);
  const parents = 50_000 / ([...Array(10).keys()].reduce((sum, i) => sum + i / (i + 1), 0) / harmonic);
  for (let count = 1; count <= 9; count++) {
    const share = [...perOrder.values()].filter((each) => each === count).length / parents;
    expect(share).toBeCloseTo(1 / (count + 1) / harmonic, 2);
  }
  const ids = found.map(({ productId }) => Number(productId));
  expect([Math.min(...ids), Math.max(...ids), new Set(ids).size]).toEqual([7, 306, 300]);
});

test.each(["sizes", "colour"])("a reference to a column that can't be taken over is refused: %s", (name) => {
  const columns = { mine: by({ kind: "reference", to: "product", column: name }) };
  const refusal = refusalOf(() => specDomain({ ...openItems, columns }, () => undefined));
  expect(refusal).toMatchObject({ code: "spec-invalid", fields: { table: "items", column: name } });
});
