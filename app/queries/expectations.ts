import type { DeclaredShares } from "../domains/declared/declared-shares";
import type { TargetTable } from "../table/target-table";
import { declaredOf, expectationOf } from "./check-answer";
import { isOwnQuery } from "./find-queries";
import type { Query } from "./query";

/**
 * What the files of queries expect of their answers. The package's own queries expect what holds for images, and
 * nothing of a table whose rows are made otherwise.
 * @throws Refusal `expectation-unknown`
 */
export function expectationsOf(
  queries: readonly Query[],
  table: Pick<TargetTable, "domain" | "model">,
): ReadonlyMap<Query, DeclaredShares> {
  const declared = declaredOf(table);
  const expecting = queries.filter(
    (query) => query.expects !== undefined && !(isOwnQuery(query) && table.domain.source !== "images"),
  );
  return new Map(expecting.map((query) => [query, expectationOf(query, declared)]));
}
