import { Refusal } from "../../../errors";
import { upTo } from "../../../model/types/shape";
import type { Factors } from "../../../rows/factors";
import { quoted } from "../../../request/quoted";
import { Streams } from "../../../rows/random/stream";
import type { Generator } from "../generator";
import { generatorOf } from "../generator-of";
import type { Choice } from "../relations/choice";
import { childrenOf, parentReference } from "../relations/child-counts";
import { DrawnRows, evenRank, zipfRank } from "../relations/drawn-rows";
import { Parents } from "../relations/parents";
import { referenceMissing } from "../relations/reference-missing";
import { RelatedRows } from "../relations/related-rows";
import type { ReferredRows, TableSpec } from "../table-spec";
import type { GeneratorKind, KindContext } from "./kind";

type Referring = Extract<Generator, { kind: "reference" }>;

/** Shapes of values that are not copied from row to row. */
const SEVERAL: ReadonlySet<string> = new Set(["list", "tuple", "map", "object"]);

export const reference: GeneratorKind<Referring> = {
  drawless: true,
  shape: ({ to, column }, { spec, definitionOf }) => {
    const { spec: other } = referredRows(spec, to);
    const name = column ?? other.key.column;
    const known = name === other.key.column || generatorOf(other, name) !== undefined;
    const shape = known ? definitionOf(other, name).shape : undefined;
    if (shape !== undefined && !SEVERAL.has(shape.kind)) return shape;
    const fault = known ? "holds several values in a row" : "has no generator there";
    throw new Refusal(
      "spec-invalid",
      `Rows of ${quoted(spec.name)} refer to the column ${quoted(name)} of ${quoted(other.name)}, which ${fault}: refer to another one`,
      { table: spec.name, column: name },
    );
  },
  values: ({ to, column }, _states, context) => {
    const { spec: other } = referredRows(context.spec, to);
    return relatedRows(to, context).column(column ?? other.key.column);
  },
};

export const ordinal: GeneratorKind<Extract<Generator, { kind: "ordinal" }>> = {
  drawless: true,
  shape: (_generator, { spec }) => upTo(parentReference(spec)!.children.max),
  values: (_generator, _states, context) => {
    const { ordinals } = relatedRows(parentReference(context.spec)!.name, context);
    return { source: { values: ordinals! }, fill: () => {} };
  },
};

function referredRows({ name, references }: TableSpec, to: string): ReferredRows {
  const rows = references?.[to]?.rows;
  if (rows === undefined) throw referenceMissing(name, references?.[to]?.table ?? to);
  return rows;
}

function relatedRows(to: string, { spec, factors, definitionOf }: Context): RelatedRows {
  const other = referredRows(spec, to);
  return factors.named(`reference/${to}`, () => {
    const choice = chooser(spec, to, other, factors);
    return new RelatedRows(factors, other, (column) => definitionOf(other.spec, column), choice);
  });
}

function chooser(spec: TableSpec, to: string, other: ReferredRows, factors: Factors): Choice {
  const { children, skew, orphans = 0 } = spec.references![to]!;
  if (children !== undefined) {
    const of = childrenOf(new Streams(other.seed), spec.name, other.spec.name, children);
    return new Parents(of, factors.own.numbers);
  }
  const base = factors.streams.base(`${spec.name}/reference/${to}`, 1);
  const rank = skew ? zipfRank(other.rows, skew.zipf) : evenRank(other.rows);
  return new DrawnRows(base, factors.rows, other.firstRow, other.rows, rank, orphans);
}

type Context = Pick<KindContext, "spec" | "factors" | "definitionOf">;
