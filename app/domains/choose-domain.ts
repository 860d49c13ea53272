import type { TableFacts } from "../model/table-facts";
import type { Domain } from "../rows/domain";
import { restoreDomain } from "./domains";
import { imagesDomain } from "./images/images-domain";
import { keyIn } from "./inferred/infer-key";
import { inferAlone } from "./inferred/infer-spec";
import { withPairs } from "./inferred/pairs/pairs";
import { checkSpec } from "./spec/check/check-spec";
import { type GivenSpec, isGiven, mergeSpecs } from "./spec/given-spec";
import type { TableSpec } from "./spec/table-spec";

/**
 * What the rows of a table mean: what is said of them; else what the ledger kept, so that a run goes on with the
 * same rows; else, of a table of images, their domain; else what can be inferred.
 * @param facts with the keys of other tables only of a run that begins
 * @param kept the specification of the run that goes on
 * @param filled the columns that it has filled
 * @throws Refusal `key-missing`, `spec-invalid`
 */
export function chooseDomain(
  facts: TableFacts,
  given?: GivenSpec,
  kept?: TableSpec,
  filled?: readonly string[],
): Domain {
  return restoreDomain(chooseSource(facts, given, kept, filled));
}

/** The source of that domain; what its rows refer to may be open. @throws as {@link chooseDomain} */
export function chooseSource(
  facts: TableFacts,
  given: GivenSpec = {},
  kept?: TableSpec,
  filled?: readonly string[],
): string | TableSpec {
  if (kept === undefined && !isGiven(given) && isImages(facts)) return imagesDomain.source;
  const alone = inferAlone(facts, keyOf(facts, given, kept), given.references);
  const spec = mergeSpecs(alone.spec, kept, given, filled);
  const asked = Object.keys(given.columns ?? {}).filter((name) => name in spec.columns);
  checkSpec(spec, facts.model, asked);
  const settled = new Set([...Object.keys(kept?.columns ?? {}), ...(filled ?? []), ...asked]);
  return checkSpec(withPairs(spec, alone, settled), facts.model, asked);
}

/** The key that is said or kept; `undefined`: the one to be inferred. */
function keyOf(
  facts: TableFacts,
  { key }: GivenSpec,
  kept: TableSpec | undefined,
): TableSpec["key"] | undefined {
  if (key === undefined || key === kept?.key.column) return kept?.key;
  return typeof key === "string" ? keyIn(key, facts) : key;
}

function isImages({ model }: TableFacts): boolean {
  return model.length === 0 || model.some(({ name }) => name === imagesDomain.key);
}
