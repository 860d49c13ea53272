import { Refusal } from "../../../errors";
import { type NumberShape, upTo } from "../../../model/types/shape";
import type { Generator } from "../generator";
import { childrenOf, parentReference } from "../relations/child-counts";
import { ChildTotals } from "../relations/child-totals";
import type { TableSpec } from "../table-spec";
import type { GeneratorKind } from "./kind";

export const total: GeneratorKind<Extract<Generator, { kind: "total" }>> = {
  drawless: true,
  shape: ({ of, column }, { spec, definitionOf }) => {
    const child = childSpec(spec, of);
    const most = parentReference(child)!.children.max;
    if (column === undefined) return upTo(most);
    const { scale, min, max } = definitionOf(child, column).shape as NumberShape;
    return { kind: "number", scale, min: Math.min(0, min * most), max: Math.max(0, max * most) };
  },
  values: ({ of, column }, _states, { spec, factors, definitionOf }) => {
    const child = childSpec(spec, of);
    const totals = factors.named(`children/${of}`, () => {
      const { children } = parentReference(child)!;
      const numbered = childrenOf(factors.streams, child.name, spec.name, children);
      const values = factors.own.numbers;
      return new ChildTotals(factors, values, numbered, (name) => definitionOf(child, name));
    });
    return { source: { values: column === undefined ? totals.counts : totals.sums(column) }, fill: () => {} };
  },
};

function childSpec({ name, children }: TableSpec, of: string): TableSpec {
  const spec = children?.[of]?.spec;
  if (spec === undefined)
    throw new Refusal(
      "reference-missing",
      `The totals of ${name} are made of the rows of ${children?.[of]?.table ?? of}, of which nothing is known yet: begin the run of ${name} where both are declared`,
      { table: of },
    );
  return spec;
}
