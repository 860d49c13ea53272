import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { imagesDomain } from "../../../../app/domains/images/images-domain";
import { blockChecksum } from "../../../../app/rows/checksum";
import { createRowGenerator } from "../../../../app/rows/row-generator";
import { BatchThreads } from "../../../../app/run/write/threads/batch-threads";
import { serverFailure } from "../../../../app/server/server-failure";
import { WRITERS } from "../../../../app/writer/writers";
import { modelOf } from "../../../rows/default-model";

const MODEL = modelOf("image_id UInt32\nauthor String\nage Nullable(UInt8)");
const TASK = { seed: "42", model: MODEL, domain: imagesDomain.source, writer: "native" } as const;

async function withThreads(count: number, work: (threads: BatchThreads) => Promise<void>): Promise<void> {
  const threads = new BatchThreads(TASK, count, 30);
  try {
    await work(threads);
  } finally {
    await threads.close();
  }
}

describe("threads that make batches", () => {
  it.each([1, 3])("make what one generator makes: %d of them", async (count) => {
    const generator = createRowGenerator(TASK.seed, MODEL, imagesDomain);
    const encoder = WRITERS.native.encoder(MODEL);
    const ranges = Array.from({ length: 12 }, (_, i) => ({ first: 1 + 1_000 * i, rows: 1 + 97 * i }));
    await withThreads(count, async (threads) => {
      await Promise.all(
        ranges.map(async (range) => {
          const { block: made, checksum, release } = await threads.make([range]);
          const block = generator.generate(range.first, range.rows);
          expect(checksum).toBe(blockChecksum(block, generator.columns));
          expect(Buffer.from(made.bytes).equals(Buffer.from(encoder.encode(block).bytes))).toBe(true);
          release();
        }),
      );
    });
  });

  it("make the same after they have measured, and while they still rehearse", async () => {
    const range = { first: 300, rows: 700 };
    const block = createRowGenerator(TASK.seed, MODEL, imagesDomain).generate(range.first, range.rows);
    await withThreads(1, async (threads) => {
      const row = await threads.measure(1, 2_000);
      expect(row.encoded).toBeGreaterThan(5);
      for (let i = 0; i < 3; i++) {
        const { block: made } = await threads.make([range]);
        expect(
          Buffer.from(made.bytes).equals(Buffer.from(WRITERS.native.encoder(MODEL).encode(block).bytes)),
        ).toBe(true);
      }
    });
  });

  it("fail a block that cannot be made, and make the next one", async () => {
    await withThreads(1, async (threads) => {
      const failed: unknown = await threads.make([{ first: 1, rows: -1 }]).catch((error: unknown) => error);
      expect(failed).toMatchObject({
        name: "InternalError",
        message: expect.stringMatching(
          /^A fault of data-faker: a thread that makes rows failed: a block has 1 to/,
        ),
        stack: expect.stringMatching(/row-generator\.js/),
      });
      expect(serverFailure(failed)).toBe(failed);
      expect((await threads.make([{ first: 1, rows: 10 }])).block.rows).toBe(10);
    });
  });

  it("that cannot begin fail what they are asked for with the reason: one that is expected as it is", async () => {
    const spec = {
      name: "t",
      key: { column: "id", form: { as: "integer" } },
      references: { other: { table: "others" } },
    };
    const columns = { ref: { generator: { kind: "reference", to: "other" }, rule: "" } };
    const model = modelOf("id UInt32\nref UInt32");
    const expected = new BatchThreads({ ...TASK, model, domain: { ...spec, columns } }, 1, 30);
    await expect(expected.make([{ first: 1, rows: 1 }])).rejects.toMatchObject({
      name: "Refusal",
      code: "reference-missing",
    });
    await expected.close();
    const broken = new BatchThreads({ ...TASK, model, domain: { ...spec, columns: { ref: null } } }, 1, 30);
    await expect(broken.make([{ first: 1, rows: 1 }])).rejects.toMatchObject({ name: "InternalError" });
    await broken.close();
  });

  it("fail all that is under way when one of them ends, and pass over what the others still bring", async () => {
    await withThreads(2, async (threads) => {
      const { threads: started } = threads as unknown as { threads: { worker: Worker }[] };
      await Promise.all([threads.make([{ first: 1, rows: 1 }]), threads.make([{ first: 2, rows: 1 }])]);
      // However quick the threads are, they have not begun by then.
      const tasks: (() => void)[] = [];
      for (const { worker } of started) {
        const post = worker.postMessage.bind(worker);
        worker.postMessage = (task) => void tasks.push(() => post(task));
      }
      const failed = [1, 2].map((first) =>
        expect(threads.make([{ first, rows: 1 }])).rejects.toMatchObject({ code: "thread-ended" }),
      );
      await started[0]!.worker.terminate();
      await Promise.all(failed);
      const late = once(started[1]!.worker, "message");
      tasks[1]!();
      await late;
      await expect(threads.make([{ first: 1, rows: 1 }])).rejects.toMatchObject({ code: "thread-ended" });
    });
  });

  it("fail what is under way when they are closed", async () => {
    const threads = new BatchThreads(TASK, 1, 30);
    const failed = expect(threads.make([{ first: 1, rows: 10_000 }])).rejects.toMatchObject({
      code: "thread-ended",
    });
    await threads.close();
    await failed;
  });
});
