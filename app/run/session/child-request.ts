import { childrenOf, parentReference } from "../../domains/spec/relations/child-counts";
import type { OtherTables } from "../../domains/spec/relations/resolve-references";
import type { TableSpec } from "../../domains/spec/table-spec";
import { Refusal } from "../../errors";
import type { Request } from "../../request/request";
import { grouped } from "../../request/whole-number";
import { Streams } from "../../rows/random/stream";
import type { Domain } from "../../rows/domain";

/**
 * The request for rows that are children of others: by default all children that the parents have, with the
 * parents' seed. Other requests stay as they are.
 * @throws Refusal `reference-missing`, `other-seed`, `too-few-parents`
 */
export async function childRequest<R extends Pick<Request, "seed" | "startImageId" | "target">>(
  request: R,
  { source }: Pick<Domain, "source">,
  others: Pick<OtherTables, "rowsOf">,
): Promise<R> {
  const spec = source as TableSpec;
  const parent = typeof source === "object" ? parentReference(spec) : undefined;
  const parents = parent && (await others.rowsOf(parent.table));
  if (parent === undefined || parents === undefined) return request;
  if (request.seed !== undefined && request.seed !== parents.seed) {
    throw new Refusal(
      "other-seed",
      `Rows of ${spec.name} are children of those of ${parent.table}, and have their seed: omit --seed`,
    );
  }
  const children = childrenOf(new Streams(parents.seed), spec.name, parent.table, parent.children);
  const before = children.before(parents.firstRow - 1);
  const end = children.before(parents.firstRow - 1 + parents.rows);
  const firstRow = request.startImageId ?? before + 1;
  const most = Math.max(end - firstRow + 1, 0);
  if (firstRow <= before || most === 0 || (request.target.source === "given" && request.target.rows > most)) {
    throw new Refusal(
      "too-few-parents",
      `The ${grouped(parents.rows)} rows of ${parent.table} have the rows ${grouped(before + 1)} to ${grouped(end)} of ${spec.name} for children: ask for no others, or let ${parent.table} grow first`,
      { first: before + 1, last: end },
    );
  }
  const target =
    request.target.source === "given" ? request.target : { rows: most, source: "given" as const };
  return { ...request, seed: parents.seed, startImageId: firstRow, target };
}
