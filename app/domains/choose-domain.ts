import type { TableFacts } from "../model/table-facts";
import type { Domain } from "../rows/domain";
import { restoreDomain } from "./domains";
import { imagesDomain } from "./images/images-domain";
import { inferSpec } from "./inferred/infer-spec";

/** What the rows of a table mean: those of images where it has their ids, else what can be inferred. */
export function chooseDomain(facts: TableFacts): Domain {
  const isImages = facts.model.some(({ name }) => name === imagesDomain.key);
  return isImages || facts.model.length === 0 ? imagesDomain : restoreDomain(inferSpec(facts));
}
