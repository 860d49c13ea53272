import type { Column } from "../../../model/column";
import { decimal, whole } from "../names/generators";
import type { Inferred } from "../rules/rule";
import { canFollow, columnsNamed, isNumber, type Pair } from "./pair";

/** Amounts that add up, and prices below what they were. */
export const amounts: Pair = (columns, _alone, _table, staying) => {
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
    if (!paired[original.name]) Object.assign(paired, pricesOf(current, original, staying));
  }
  const stock = first("*reorder level", "*reorder point", "*min stock");
  if (stock) paired[stock.name] = { generator: whole(5, 40), rule: "below usual stock" };
  return { columns: paired };
};

/** A price below what it was; where one of them stays as it is, the other one is made of it. */
function pricesOf(
  current: Column,
  original: Column,
  staying: Readonly<Record<string, Inferred>>,
): Record<string, Inferred> {
  const rules = { below: `below ${original.name}`, above: `above ${current.name}` };
  const scale = original.type.kind === "integer" ? 0 : 2;
  if (staying[original.name] && canFollow(current, [original])) {
    const share = `${current.name}.share`;
    return {
      [share]: { generator: decimal(0.5, 0.95, 2), rule: `part of ${current.name}` },
      [current.name]: {
        generator: { kind: "computed", operation: "product", columns: [original.name, share], scale },
        rule: rules.below,
      },
    };
  }
  if (staying[current.name] && canFollow(original, [current])) {
    const markup = `${original.name}.markup`;
    return {
      [markup]: { generator: decimal(1, 80, scale, "lognormal"), rule: `part of ${original.name}` },
      [original.name]: {
        generator: { kind: "computed", operation: "sum", columns: [current.name, markup] },
        rule: rules.above,
      },
    };
  }
  return {
    [current.name]: { generator: decimal(4.99, 99.99, 2, "lognormal"), rule: rules.below },
    [original.name]: { generator: decimal(100, 179.99, 2, "lognormal"), rule: rules.above },
  };
}
