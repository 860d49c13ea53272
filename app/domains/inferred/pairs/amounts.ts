import type { Column } from "../../../model/column";
import { decimal, whole } from "../names/generators";
import type { Inferred } from "../rules/rule";
import { canFollow, columnsNamed, isNumber, type Pair } from "./pair";

/** Amounts that add up, and prices below what they were. */
export const amounts: Pair = (columns) => {
  const numbers = columns.filter(isNumber);
  const first = (...patterns: string[]): Column | undefined => columnsNamed(numbers, patterns)[0];
  const paired: Record<string, Inferred> = {};
  const compute = (
    column: Column | undefined,
    operation: "sum" | "product",
    leads: readonly (Column | undefined)[],
  ): void => {
    const there = leads.filter((lead) => lead !== undefined && lead !== column) as Column[];
    if (column === undefined || there.length < 2 || paired[column.name] || !canFollow(column, there)) return;
    const names = there.map(({ name }) => name);
    paired[column.name] = {
      generator: { kind: "computed", operation, columns: names },
      rule: names.join(operation === "sum" ? " + " : " × "),
    };
  };
  const subtotal = first("*subtotal", "*sub total", "*net amount", "*net");
  const total = first("*grand total", "*total amount", "*total price", "*total", "*gross amount", "*gross");
  const tax = first("*tax amount", "*tax", "*vat amount", "*vat");
  const shipping = first(
    "*shipping cost",
    "*shipping amount",
    "*shipping fee",
    "*delivery fee",
    "*shipping",
    "*tip",
  );
  const price = first("*unit price", "*item price", "*unit cost", "price");
  const quantity = first("*quantity", "*qty");
  if (subtotal) compute(total, "sum", [subtotal, tax, shipping]);
  if (price && quantity)
    compute(
      subtotal ?? first("*line total", "*total price", "*total amount", "*total", "*amount", "*revenue"),
      "product",
      [price, quantity],
    );
  const original = first("*original price", "*list price", "*regular price", "*msrp", "*compare at price");
  const current = first("*sale price", "*current price", "price");
  if (original && current && original !== current) {
    const discount = first("*discount", "*discount amount");
    compute(original, "sum", [current, discount]);
    if (!paired[original.name]) {
      paired[current.name] = {
        generator: decimal(4.99, 99.99, 2, "lognormal"),
        rule: `below ${original.name}`,
      };
      paired[original.name] = {
        generator: decimal(100, 179.99, 2, "lognormal"),
        rule: `above ${current.name}`,
      };
    }
  }
  const stock = first("*reorder level", "*reorder point", "*min stock");
  if (stock) paired[stock.name] = { generator: whole(5, 40), rule: "below usual stock" };
  return { columns: paired };
};
