import { chooseDomain } from "../../app/domains/choose-domain";
import { imagesDomain } from "../../app/domains/images/images-domain";
import { modelFromOlapTable } from "../../app/model/model-from-olap-table";
import { coverColumns } from "../../app/rows/column-coverage";
import { createRowGenerator } from "../../app/rows/row-generator";
import { randomSeed } from "../../app/run/session/host";
import { readTargetTable, type TargetTable } from "../../app/table/target-table";
import { JsonEncoder } from "../../app/writer/olap/json-encoder";
import type { Commands } from "../cli/commands";
import { tableMissing } from "./prepare-tables";
import { printAnswer } from "./print-answer";
import { withServer } from "./with-server";

/** Prints rows as JSON: of the declared table, for which no server is needed, or of one on the server. */
export const sample: Commands["sample"] = async ({ rows, seed, startImageId, place }) => {
  const { model, domain } = place.table === undefined ? await declaredImages() : await named(place);
  const generator = createRowGenerator(seed ?? randomSeed(), model, domain);
  const { filled } = coverColumns(model, domain);
  const { bytes } = new JsonEncoder(filled).encode(generator.generate(startImageId, rows));
  return printAnswer(Buffer.from(bytes).toString().trimEnd());
};

async function declaredImages(): Promise<Pick<TargetTable, "model" | "domain">> {
  const { imagesAnalytical } = await import("../../datamodels/images-analytical");
  return { model: modelFromOlapTable(imagesAnalytical), domain: imagesDomain };
}

function named(
  place: Parameters<Commands["sample"]>[0]["place"],
): Promise<Pick<TargetTable, "model" | "domain">> {
  return withServer(place, async (server) => {
    const table = await readTargetTable(server.client, server.name, chooseDomain);
    if (table === undefined) throw tableMissing(server);
    return table;
  });
}
