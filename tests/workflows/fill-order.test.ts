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
