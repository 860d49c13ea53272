import { imagesDomain } from "../../app/domains/images/images-domain";
import { modelFromOlapTable } from "../../app/model/model-from-olap-table";
import { coverColumns } from "../../app/rows/column-coverage";
import { createRowGenerator } from "../../app/rows/row-generator";
import { randomSeed } from "../../app/run/session/host";
import type { TargetTable } from "../../app/table/target-table";
import { JsonEncoder } from "../../app/writer/olap/json-encoder";
import type { Commands } from "../cli/commands";
import { readMeantTable } from "./meant-table";
import { printAnswer } from "./print-answer";
import { shownSeed } from "./shown-seed";
import { withServer } from "./with-server";

/** Prints rows as JSON: of the declared table, for which no server is needed, or of one on the server. */
export const sample: Commands["sample"] = async ({ rows, seed, startImageId, spec, place }) => {
  const { model, domain } =
    place.table === undefined
      ? await declaredImages()
      : await withServer(place, (server) => readMeantTable(server, spec));
  const generator = createRowGenerator(shownSeed(domain, seed, randomSeed), model, domain);
  const { filled } = coverColumns(model, domain);
  const { bytes } = new JsonEncoder(filled).encode(generator.generate(startImageId, rows));
  return printAnswer(Buffer.from(bytes).toString().trimEnd());
};

async function declaredImages(): Promise<Pick<TargetTable, "model" | "domain">> {
  const { imagesAnalytical } = await import("../../datamodels/images-analytical");
  return { model: modelFromOlapTable(imagesAnalytical), domain: imagesDomain };
}
