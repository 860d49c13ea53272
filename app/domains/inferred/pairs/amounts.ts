import type { Column } from "../../../model/column";
import type { Generator } from "../../spec/generator";
import { decimal, mostly } from "../names/generators";
import type { Inferred } from "../rules/rule";
import { canFollow, columnsNamed, isNumber, type Pair } from "./pair";

/** What comes on top of a subtotal, beside the tax. */
const MORE = [
  [
    "*shipping cost",
    "*shipping amount",
    "*shipping fee",
    "*delivery fee",
    "*shipping",
    "*tip amount",
    "*tip",
  ],
  ["*tolls amount", "*tolls", "*toll"],
  ["extra", "*surcharge", "*extra charge"],
] as const;

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
  /** What is left of a column. */
  const less = (column: Column | undefined, of: Column | undefined, off: Column | undefined): void => {
    if (!column || !of || !off || !canFollow(column, [of, off])) return;
    const columns = [of.name, off.name];
    paired[column.name] = {
      generator: { kind: "computed", operation: "difference", columns },
      rule: columns.join(" - "),
    };
  };
  const subtotal = first("*subtotal", "*sub total", "*net amount", "*net", "*fare amount", "*base fare");
  const total = first("*grand total", "*total amount", "*total price", "*total", "*gross amount", "*gross");
  const tax = first("*tax amount", "*tax", "*vat amount", "*vat");
  const rate = first("*tax rate", "*vat rate");
  const off = first("*discount amount", "*discount");
  const more = [tax, ...MORE.map((names) => first(...names))];
  const price = first("*unit price", "*item price", "*unit cost", "price");
  const quantity = first("quantity", "qty", "*quantity on hand", "*on hand", "*quantity", "*qty");
  /** A part of a column, as a column that the table does not have. */
  const part = (name: string, of: Column, generator: Generator): string => {
    paired[`${of.name}.${name}`] = { generator, rule: `part of ${of.name}` };
    return `${of.name}.${name}`;
  };
  const share = (column: Column, of: Column, shares: Generator, rule: string): void => {
    if (paired[column.name] || !canFollow(column, [of])) return;
    const scale = column.type.kind === "integer" ? 0 : 2;
    const columns = [of.name, part("share", column, shares)];
    paired[column.name] = { generator: { kind: "computed", operation: "product", columns, scale }, rule };
  };
  if (subtotal && tax && rate && tax !== rate && canFollow(tax, [subtotal, rate]))
    paired[tax.name] = {
      generator: { kind: "computed", operation: "product", columns: [subtotal.name, rate.name], scale: 2 },
      rule: `${subtotal.name} × ${rate.name}`,
    };
  if (subtotal && total && off && canFollow(total, [subtotal, off])) {
    const percent = first("*discount percent", "*discount pct");
    if (percent && percent !== off && canFollow(off, [subtotal, percent])) {
      const hundredth = part("hundredth", off, { kind: "constant", value: 0.01 });
      const columns = [subtotal.name, percent.name, hundredth];
      paired[off.name] = {
        generator: { kind: "computed", operation: "product", columns, scale: 2 },
        rule: `${percent.name} % of ${subtotal.name}, off ${total.name}`,
      };
    } else share(off, subtotal, mostly(0, 0.05, 0.1, 0.2), `a share of ${subtotal.name}, off ${total.name}`);
    const added = [subtotal, ...more].filter((column) => column !== undefined);
    const names = added.map(({ name }) => name);
    const gross =
      names.length > 1
        ? part("gross", total, { kind: "computed", operation: "sum", columns: names })
        : names[0]!;
    if (canFollow(total, added))
      paired[total.name] = {
        generator: { kind: "computed", operation: "difference", columns: [gross, off.name] },
        rule: `${names.join(" + ")} - ${off.name}`,
      };
  }
  if (subtotal) compute(total, "sum", [subtotal, ...more]);
  if (price && quantity)
    compute(
      subtotal ??
        first(
          "*line total",
          "*total price",
          "*total amount",
          "*total value",
          "*total cost",
          "*notional",
          "*quote quantity",
          "*total",
          "*amount",
          "*revenue",
        ),
      "product",
      [price, quantity],
    );
  const [paid, due] = [first("*amount paid", "*paid amount"), first("*amount due", "*balance due")];
  if (total && paid) share(paid, total, mostly(1, 0, 0.5), `a share of ${total.name}`);
  less(due, total, paid);
  const [amount, fee, net] = [first("amount"), first("*fee amount", "*fee"), first("*net amount", "*net")];
  if (amount && fee) share(fee, amount, mostly(0.03, 0.02, 0.05), `a share of ${amount.name}`);
  less(net, amount, fee);
  const refunded = first("*refunded amount", "*amount refunded");
  if (amount && refunded) share(refunded, amount, mostly(0, 1, 0.5), `a share of ${amount.name}`);
  const [shown, clicks, sold] = [first("*impressions"), first("*clicks"), first("*conversions")];
  if (shown && clicks) share(clicks, shown, decimal(0, 0.12, 2), `a share of ${shown.name}`);
  if (clicks && sold) share(sold, clicks, decimal(0, 0.3, 2), `a share of ${clicks.name}`);
  const hand = first("*quantity on hand", "*qty on hand", "*on hand");
  const reserved = first("*quantity reserved", "*qty reserved", "*reserved");
  const available = first("*quantity available", "*qty available");
  if (hand && reserved) share(reserved, hand, decimal(0, 0.6, 2), `a share of ${hand.name}`);
  less(available, hand, reserved);
  const original = first("*original price", "*list price", "*regular price", "*msrp", "*compare at price");
  const current = first("*sale price", "*current price", "price");
  if (original && current && original !== current) {
    const discount = first("*discount", "*discount amount");
    compute(original, "sum", [current, discount]);
    if (!paired[original.name]) Object.assign(paired, pricesOf(current, original, staying));
  }
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
