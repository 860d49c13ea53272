import { imagesDomain } from "../../../app/domains/images/images-domain";
import type { ClaimedRun } from "../../../app/run/pass/claimed-run";
import { openBatchPipeline, openThreads } from "../../../app/run/pass/batch-pipeline";
import type { RunOptions } from "../../../app/run/session/run-options";
import { modelOf } from "../../rows/default-model";

it("a pipeline whose writer could not be opened is closed without a word: senders have been told", async () => {
  const options = {
    table: {
      name: { database: "d", table: "t" },
      model: modelOf("image_id UInt32"),
      domain: imagesDomain,
    },
    connection: { host: "127.0.0.1", port: 1, user: "u", password: "p", database: "d", useSsl: false },
    cores: 1,
  } as unknown as RunOptions;
  const run = {
    settings: { seed: "42", firstRow: 1, targetRows: 10, batchSize: 10 },
    retries: { run: () => Promise.reject(new Error("no connection")) },
  } as unknown as ClaimedRun;
  const threads = openThreads(options, run.settings, "olap");
  const pipeline = await openBatchPipeline(options, run, { writer: "olap", threads: 1 }, threads);
  await expect(pipeline.close()).resolves.toBeUndefined();
});
