import type { Generator, Skew } from "../generator";
import { parentReference } from "../relations/child-counts";
import { SpecFault } from "../spec-fault";
import type { ChildCounts, Reference, TableSpec } from "../table-spec";

/** Most children of a parent. */
const MOST_CHILDREN = 1_000_000;

/**
 * Checks what a specification says of other tables, apart from what these are, and that its columns refer to nothing
 * else.
 * @param within calls a check, whose faults are those of a name
 */
export function checkReferences(spec: TableSpec, within: (name: string, check: () => void) => void): void {
  const references = Object.entries(spec.references ?? {});
  for (const [name, reference] of references) within(name, () => checkReference(reference));
  const parents = references.filter(([, { children }]) => children !== undefined);
  if (parents.length > 1)
    within(parents[1]![0], () => {
      throw new SpecFault(
        "rows are children of two tables",
        `leave out "children" of ${parents.map(([name]) => name).join(" or of ")}`,
      );
    });
  for (const [name, { generator }] of Object.entries(spec.columns))
    within(name, () => checkReferring(spec, generator));
}

function checkReference({ table, children, skew, orphans = 0 }: Reference): void {
  if (typeof table !== "string" || table === "")
    throw new SpecFault("the reference names no table", 'say "table"');
  checkSkew(skew);
  if (!(orphans >= 0 && orphans <= 1))
    throw new SpecFault("the share of orphans is none", "give one from 0 to 1");
  if (children !== undefined) checkCounts(children);
}

function checkSkew(skew: Skew | undefined): void {
  if (skew !== undefined && !(skew.zipf > 0 && skew.zipf <= 10))
    throw new SpecFault("the skew is none", 'give {"zipf": 1.1}, an exponent above 0, at most 10');
}

function checkCounts({ min, max, skew }: ChildCounts): void {
  const whole = [min, max].every((count) => Number.isSafeInteger(count) && count >= 0);
  if (!whole || min > max || max < 1 || max > MOST_CHILDREN)
    throw new SpecFault(
      "the numbers of children are none",
      `give whole numbers "min" and "max", from 0 to 1,000,000, the second 1 or more and not below the first`,
    );
  checkSkew(skew);
}

function checkReferring(spec: TableSpec, generator: Generator): void {
  const { kind } = generator;
  if (kind === "nullable" || kind === "when") return checkReferring(spec, generator.of);
  if (kind === "reference" && spec.references?.[generator.to] === undefined)
    throw new SpecFault(`nothing is called "${generator.to}"`, 'name one of "references"');
  if (kind === "ordinal" && parentReference(spec) === undefined)
    throw new SpecFault("rows are nobody's children", 'give a reference "children"');
  if (kind === "total" && spec.children?.[generator.of] === undefined)
    throw new SpecFault(`no children are called "${generator.of}"`, 'name one of "children"');
}
