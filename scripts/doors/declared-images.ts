import { imagesDomain } from "../../app/domains/images/images-domain";
import { modelFromOlapTable } from "../../app/model/model-from-olap-table";
import { tableKey } from "../../app/table/table-key";
import type { FilledTable } from "./column-reasons";

/** The images table as this package declares it, for which no server is needed. */
export async function declaredImages(): Promise<FilledTable> {
  const { imagesAnalytical } = await import("../../datamodels/images-analytical");
  const model = modelFromOlapTable(imagesAnalytical);
  return { model, domain: imagesDomain, key: tableKey(model, imagesDomain) };
}
