import fc from "fast-check";
import { fillOrder } from "../../app/workflows/fill-order";
import { refusalOf } from "../support/refusal";

const node = (table: string, ...refersTo: string[]) => ({ table, refersTo });

test("each table comes after those that it refers to, whatever the order they are given in", () => {
  const shop = [
    node("items", "orders", "products"),
    node("orders", "customers"),
    node("events", "sessions", "products", "elsewhere"),
    node("sessions", "customers"),
    node("products"),
    node("customers"),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(shop, { minLength: shop.length }), (tables) => {
      const ordered = fillOrder(tables);
      expect(ordered).toHaveLength(tables.length);
      ordered.forEach(({ refersTo }, i) => {
        for (const other of refersTo)
          expect(ordered.findIndex(({ table }) => table === other)).toBeLessThan(i);
      });
    }),
  );
});

test("tables that refer to nothing keep their order", () => {
  const tables = ["c", "a", "b"].map((name) => node(name));
  expect(fillOrder(tables)).toEqual(tables);
});

test("a circle is refused, naming its tables", () => {
  const refusal = refusalOf(() =>
    fillOrder([node("x", "a"), node("a", "b"), node("b", "c"), node("c", "a")]),
  );
  expect(refusal.code).toBe("reference-cycle");
  expect(refusal.message).toContain("a refer to those of b refer to those of c refer to those of a");
});

const NAMES = ["a", "b", "c", "d", "e"];

/** Declared references form no circle; what rows may refer to may, unless `acyclic`. */
const anyTables = (acyclic: boolean) =>
  fc
    .shuffledSubarray(NAMES, { minLength: 2 })
    .chain((tables) =>
      fc.tuple(
        ...tables.map((table, i) =>
          fc.record({
            table: fc.constant(table),
            refersTo: fc.subarray(tables.slice(0, i)),
            mayReferTo: fc.subarray(acyclic ? tables.slice(0, i) : NAMES),
          }),
        ),
      ),
    )
    .chain((nodes) => fc.shuffledSubarray(nodes, { minLength: nodes.length }));

test.each([true, false])(
  "what rows may refer to comes before them where it forms no circle: %s",
  (acyclic) => {
    fc.assert(
      fc.property(anyTables(acyclic), (tables) => {
        const ordered = fillOrder(tables);
        const at = (name: string): number => ordered.findIndex(({ table }) => table === name);
        expect(ordered).toHaveLength(tables.length);
        for (const { table, refersTo, mayReferTo } of ordered)
          for (const other of [...refersTo, ...(acyclic ? mayReferTo : [])])
            expect(at(other)).toBeLessThan(at(table));
      }),
    );
  },
);

test("of two tables that may refer to each other the first comes after the second", () => {
  const tables = ["orders", "customers"].map((table, i) => ({
    ...node(table),
    mayReferTo: [["customers"], ["orders"]][i]!,
  }));
  expect(fillOrder(tables).map(({ table }) => table)).toEqual(["customers", "orders"]);
});
