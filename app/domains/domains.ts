import type { Domain } from "../rows/domain";
import { imagesDomain } from "./images/images-domain";
import { columnByType } from "./inferred/by-type";
import { specDomain } from "./spec/spec-domain";
import type { TableSpec } from "./spec/table-spec";

/** A domain from its source: threads, the ledger and files hold plain data. */
export function restoreDomain(source: Domain["source"]): Domain {
  return typeof source === "string" ? imagesDomain : specDomain(source as TableSpec, columnByType);
}
