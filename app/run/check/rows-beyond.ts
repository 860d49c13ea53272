import { Refusal } from "../../errors";
import { grouped } from "../../request/whole-number";
import type { TargetTable } from "../../table/target-table";

/**
 * @param last the largest row number that is asked for
 * @throws Refusal `ids-too-large` where the key's column can't hold it, `column-exhausted` where a column has no
 * value for it
 */
export function refuseRowsBeyond({ key, domain }: Pick<TargetTable, "key" | "domain">, last: number): void {
  if (last > key.largest!) {
    throw new Refusal(
      "ids-too-large",
      `The run would reach row ${grouped(last)}, but the column ${key.name} (${key.column!.clickhouseType}) holds at most ${grouped(key.largest!)}: ask for fewer --rows`,
      { last },
    );
  }
  const { capacity } = domain;
  if (capacity && last > capacity.largestRow) {
    throw new Refusal(
      "column-exhausted",
      `The run would reach row ${grouped(last)}, but the column ${capacity.column} has values for rows up to ${grouped(capacity.largestRow)}: ask for fewer --rows, or let its generator have more`,
      { last, ...capacity },
    );
  }
}
