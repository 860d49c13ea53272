import { parentReference } from "../../app/domains/spec/relations/child-counts";
import type { TableSpec } from "../../app/domains/spec/table-spec";
import { Refusal } from "../../app/errors";
import type { Domain } from "../../app/rows/domain";

/**
 * The seed of rows that are shown: rows that are children of others have their seed.
 * @param asked `--seed`
 * @throws Refusal `other-seed`
 */
export function shownSeed({ source }: Domain, asked: string | undefined, otherwise: () => string): string {
  const parent = typeof source === "object" ? parentReference(source) : undefined;
  const seed = parent?.rows?.seed;
  if (seed === undefined) return asked ?? otherwise();
  if (asked === undefined || asked === seed) return seed;
  throw new Refusal(
    "other-seed",
    `Rows of ${(source as TableSpec).name} are children of those of ${parent!.table}, and have their seed: omit --seed`,
  );
}
