import type { Decision } from "../../plan/decide";
import type { RunOptions } from "../session/run-options";
import {
  type BatchPipeline,
  type MeasuringThreads,
  openBatchPipeline,
  openThreads,
  type PipelineSettings,
} from "./batch-pipeline";
import type { ClaimedRun } from "./claimed-run";

/** The threads and the writer of a session, which serve its claims one after another. Close them in the end. */
export class RunTools {
  /** The first thread works while the table is looked at and claimed. */
  readonly measuring: MeasuringThreads;
  private pipeline: Promise<BatchPipeline> | undefined;

  constructor(
    private readonly options: RunOptions,
    { settings }: Decision,
    private readonly asked: PipelineSettings,
  ) {
    this.measuring = openThreads(options, settings, asked.writer);
  }

  /** Opened with the first claim. */
  pipelineOf(run: ClaimedRun): Promise<BatchPipeline> {
    if (this.pipeline === undefined) {
      this.pipeline = openBatchPipeline(this.options, run, this.asked, this.measuring);
      // Whoever waits for it is told.
      this.pipeline.catch(() => {});
    }
    return this.pipeline;
  }

  async close(): Promise<void> {
    await (await this.pipeline?.catch(() => undefined))?.close();
    await this.measuring.threads.close();
  }
}

/** Does work with tools that are closed afterwards. @param asked as the request says */
export async function withTools<Result>(
  options: RunOptions,
  decision: Decision,
  asked: PipelineSettings,
  work: (tools: RunTools) => Promise<Result>,
): Promise<Result> {
  const tools = new RunTools(options, decision, asked);
  try {
    return await work(tools);
  } finally {
    await tools.close();
  }
}
