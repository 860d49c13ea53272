import { rowsOfBytes } from "../../request/byte-size";
import type { Request } from "../../request/request";
import { MAX_ROWS } from "../../request/request-options";
import { rowSize } from "../../rows/row-size";
import type { TargetTable } from "../../table/target-table";

/**
 * A request for a size is one for as many rows of the table as have it, by a few that are made. Those of images count
 * 500 bytes each, whichever columns a model has.
 */
export function sizedRequest(
  request: Request,
  { model, domain }: Pick<TargetTable, "model" | "domain">,
): Request {
  const { bytes, source } = request.target;
  if (bytes === undefined || typeof domain.source === "string") return request;
  const rows = Math.min(MAX_ROWS, rowsOfBytes(bytes, rowSize(model, domain)));
  return { ...request, target: { rows, source } };
}
