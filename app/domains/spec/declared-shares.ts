import type { Column, Model } from "../../model/column";
import { quoteIdentifier } from "../../model/quoting";
import type { DeclaredShares } from "../declared/declared-shares";
import type { Generator, Scalar } from "./generator";
import type { TableSpec } from "./table-spec";

/** Most values whose shares are worth a comparison each. */
const MOST_VALUES = 60;
/** The text of NULL among others. */
const NULL = "NULL";

/** The shares of values, of true and of NULL that a specification says, for the table's columns as far as they have any. */
export function sharesOfSpec(spec: TableSpec, model: Model): DeclaredShares[] {
  return model.flatMap((column) => {
    const declared = spec.columns[column.name];
    return declared === undefined || column.skipped
      ? []
      : sharesOf(declared.generator, column, undefined, spec);
  });
}

function sharesOf(
  generator: Generator,
  column: Column,
  among: string | undefined,
  spec: TableSpec,
): DeclaredShares[] {
  const name = quoteIdentifier(column.name);
  switch (generator.kind) {
    case "nullable": {
      if (!column.nullable) return [];
      const isNull = {
        name: `${column.name} is NULL`,
        value: `isNull(${name})`,
        shares: chances(generator.share),
      };
      return [isNull, ...sharesOf(generator.of, column, `isNotNull(${name})`, spec)];
    }
    case "run":
      return sharesOf(generator.of, column, among, spec);
    case "boolean": {
      if (column.type.kind !== "bool" && column.type.kind !== "integer") return [];
      return [
        {
          name: `${column.name} is true`,
          value: `toUInt8(${name})`,
          among,
          shares: chances(generator.share),
        },
      ];
    }
    case "choice": {
      const { values, weights, skew } = generator;
      const weightOf = (i: number) => weights?.[i] ?? (skew === undefined ? 1 : (i + 1) ** -skew.zipf);
      return ofValues(
        column,
        among,
        values.map((value, i) => [value, weightOf(i)] as const),
      );
    }
    case "group": {
      // Of a few things, which recur, the shares are not those of the rows.
      if (generator.per !== undefined) return [];
      const rows = spec.groups?.[generator.group] ?? [];
      const pairs = rows.map(({ weight, values }) => [values[column.name], weight] as const);
      if (pairs.some(([value]) => value === undefined || (typeof value === "object" && value !== null)))
        return [];
      return ofValues(column, among, pairs as (readonly [Scalar, number])[]);
    }
    default:
      return [];
  }
}

function ofValues(
  column: Column,
  among: string | undefined,
  pairs: readonly (readonly [Scalar, number])[],
): DeclaredShares[] {
  const text = textOf(
    column,
    pairs.map(([value]) => value),
  );
  const total = pairs.reduce((sum, [, weight]) => sum + weight, 0);
  if (text === undefined || total <= 0) return [];
  const shares = new Map<string, number>();
  for (const [value, weight] of pairs) {
    const key = value === null ? NULL : String(value);
    shares.set(key, (shares.get(key) ?? 0) + weight / total);
  }
  if (shares.size < 2 || shares.size > MOST_VALUES) return [];
  return [{ name: column.name, value: text, among, shares }];
}

/** SQL of a column's value as JavaScript writes the declared ones; `undefined` where it may write it otherwise. */
function textOf({ name, type }: Column, values: readonly Scalar[]): string | undefined {
  const quoted = quoteIdentifier(name);
  const some = values.filter((value) => value !== null);
  const all = (kind: string) => some.every((value) => typeof value === kind);
  const either = (text: string) => (some.length < values.length ? `ifNull(${text}, '${NULL}')` : text);
  switch (type.kind) {
    case "string":
    case "enum":
      return all("string") ? either(`toString(${quoted})`) : undefined;
    case "integer":
      return all("number") ? either(`toString(${quoted})`) : undefined;
    case "float":
    case "decimal":
      return all("number") ? either(`toString(toFloat64(${quoted}))`) : undefined;
    case "bool":
      return all("boolean") ? either(`toString(${quoted})`) : undefined;
    default:
      return undefined;
  }
}

function chances(share: number): ReadonlyMap<string, number> {
  return new Map([
    ["0", 1 - share],
    ["1", share],
  ]);
}
