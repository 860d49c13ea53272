import { imagesDomain } from "../../app/domains/images/images-domain";
import { modelFromOlapTable } from "../../app/model/model-from-olap-table";
import { createRowGenerator } from "../../app/rows/row-generator";
import { randomSeed } from "../../app/run/session/host";
import { JsonEncoder } from "../../app/writer/olap/json-encoder";
import type { Commands } from "../cli/commands";
import { printAnswer } from "./print-answer";

/** Prints rows of the declared table as JSON; needs no server. */
export const sample: Commands["sample"] = async ({ rows, seed, startImageId }) => {
  const { imagesAnalytical } = await import("../../datamodels/images-analytical");
  const model = modelFromOlapTable(imagesAnalytical);
  const generator = createRowGenerator(seed ?? randomSeed(), model, imagesDomain);
  const block = generator.generate(startImageId, rows);
  return printAnswer(Buffer.from(new JsonEncoder(model).encode(block).bytes).toString().trimEnd());
};
