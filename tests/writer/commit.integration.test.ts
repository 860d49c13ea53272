import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { once } from "node:events";
import type { RowBlock } from "../../app/rows/row-block";
import type { Connection } from "../../app/server/connection";
import { InsertError } from "../../app/writer/insert-error";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { withProxy } from "../support/insert-proxy";
import { readModel, sql } from "../support/olap-insert";
import { type BlockWriter, openWriter, WRITER_NAMES } from "../support/writers";

const TEXT = "text ";
const TEXT_BYTES = 300;

function block(rows: number): RowBlock {
  const bytes = Buffer.alloc(rows * TEXT_BYTES, TEXT);
  return {
    firstRow: 1,
    rows,
    columns: [
      { name: "id", values: { kind: "number", values: Uint32Array.from({ length: rows }, (_, i) => i + 1) } },
      {
        name: "text",
        values: {
          kind: "string",
          bytes,
          offsets: Uint32Array.from({ length: rows + 1 }, (_, i) => i * TEXT_BYTES),
        },
      },
    ],
  };
}

let server: TestEmbedded;

async function count(): Promise<number> {
  return Number(await sql(server.connection, "SELECT count() FROM t"));
}

async function makeWriter(name: (typeof WRITER_NAMES)[number], connection: Connection): Promise<BlockWriter> {
  return openWriter(name, connection, "t", await readModel(server.connection, "t"));
}

beforeAll(async () => {
  server = await startTestEmbedded();
  await sql(server.connection, "CREATE TABLE t (id UInt32, text String) ENGINE = MergeTree ORDER BY id");
});
afterAll(() => server.stop());
beforeEach(() => sql(server.connection, "TRUNCATE TABLE t"));

const SIZES = [1, 2, 33, 1_000, 20_000];

describe.each(WRITER_NAMES)("send of the writer %s", (name) => {
  let writer: BlockWriter;
  beforeEach(async () => {
    writer = await makeWriter(name, server.connection);
  });
  afterEach(() => writer.close());

  it.each(SIZES)("lands %d rows when commit resolves, and asks once", async (rows) => {
    const commit = jest.fn(async () => {
      expect(await count()).toBe(0);
    });
    await writer.send(writer.encode(block(rows)), { id: "batch 1", commit });
    expect(commit).toHaveBeenCalledTimes(1);
    expect(await count()).toBe(rows);
  });

  it.each(SIZES)("lands none of %d rows when commit rejects, and passes the error on", async (rows) => {
    const refusal = new Error("the claim is gone");
    const sent = writer.send(writer.encode(block(rows)), {
      id: "batch 1",
      commit: () => Promise.reject(refusal),
    });
    await expect(sent).rejects.toBe(refusal);
    expect(await count()).toBe(0);
    await writer.send(writer.encode(block(10)), { id: "batch 2", commit: async () => {} });
    expect(await count()).toBe(10);
  });

  it("sends nothing for no rows, but asks", async () => {
    const commit = jest.fn(async () => {});
    await writer.send(writer.encode(block(0)), { id: "batch 1", commit });
    expect(commit).toHaveBeenCalledTimes(1);
  });

  it("copies the block", async () => {
    const original = block(100);
    const batch = writer.encode(original);
    for (const { values } of original.columns) {
      if (values.kind === "number") values.values.fill(0);
      if (values.kind === "string") values.bytes.fill(0);
    }
    await writer.send(batch, { id: "batch 1", commit: async () => {} });
    expect(
      await sql(server.connection, "SELECT count() FROM t WHERE id > 0 AND startsWith(text, 'text')"),
    ).toBe("100\n");
  });

  it("sends batches side by side, each with its own outcome", async () => {
    const batches = Array.from({ length: 6 }, () => writer.encode(block(500)));
    const sent = await Promise.allSettled(
      batches.map((batch, i) =>
        writer.send(batch, {
          id: `batch ${i}`,
          commit: i % 2 === 0 ? async () => {} : () => Promise.reject(new Error("no")),
        }),
      ),
    );
    expect(sent.map(({ status }) => status)).toEqual(
      batches.map((_, i) => (i % 2 === 0 ? "fulfilled" : "rejected")),
    );
    expect(await count()).toBe(1_500);
  });

  it("prints nothing, whatever happens", async () => {
    const log = jest.spyOn(console, "log").mockImplementation(() => {});
    const error = jest.spyOn(console, "error").mockImplementation(() => {});
    try {
      await writer.send(writer.encode(block(50)), { id: "batch 1", commit: async () => {} });
      await writer
        .send(writer.encode(block(50)), { id: "batch 2", commit: () => Promise.reject(new Error("no")) })
        .catch(() => {});
      await new Promise((done) => setTimeout(done, 20));
      expect(log).not.toHaveBeenCalled();
      expect(error).not.toHaveBeenCalled();
    } finally {
      log.mockRestore();
      error.mockRestore();
    }
  });

  it.each([1, 40, 20_000])(
    "ends with the signal's reason and no row of %d when aborted before the commit",
    async (rows) => {
      const reason = new Error("stop now");
      const early = writer.send(writer.encode(block(rows)), {
        id: "batch 1",
        commit: async () => {},
        signal: AbortSignal.abort(reason),
      });
      await expect(early).rejects.toBe(reason);
      const controller = new AbortController();
      const late = writer.send(writer.encode(block(rows)), {
        id: "batch 2",
        commit: async () => controller.abort(reason),
        signal: controller.signal,
      });
      await expect(late).rejects.toBe(reason);
      expect(await count()).toBe(0);
    },
  );

  it("refuses a block that the model can't take", () => {
    const { columns, ...rest } = block(1);
    expect(() => writer.encode({ ...rest, columns: [{ ...columns[0]!, name: "other" }] })).toThrow(
      /other is not in the model/,
    );
    expect(() => writer.encode({ ...rest, columns: [{ name: "id", values: columns[1]!.values }] })).toThrow(
      /column id UInt32/,
    );
  });

  it("keeps the server's error code", async () => {
    await sql(server.connection, "CREATE TABLE gone (id UInt32, text String) ENGINE = MergeTree ORDER BY id");
    const lost = await openWriter(name, server.connection, "gone");
    await sql(server.connection, "DROP TABLE gone SYNC");
    for (const rows of [1, 5_000]) {
      const sent = lost.send(lost.encode(block(rows)), { id: "batch 1", commit: async () => {} });
      await expect(sent).rejects.toMatchObject({
        kind: "fatal",
        serverCode: 60,
        serverType: "UNKNOWN_TABLE",
      });
    }
    await lost.close();
  });
});

describe.each(WRITER_NAMES)("send of the writer %s, through a network", (name) => {
  it.each([2, 40, 5_000])(
    "asks for the commit of %d rows when all but the last piece has arrived",
    async (rows) => {
      await withProxy(server.connection, async (connection, seen) => {
        const through = await makeWriter(name, connection);
        let before = -1;
        await through.send(through.encode(block(rows)), {
          id: "batch 1",
          commit: async () => {
            // What lies in the system's buffers needs a moment.
            for (let still = 0; still < 20; still = before === seen() ? still + 1 : 0) {
              before = seen();
              await new Promise((done) => setTimeout(done, 10));
            }
          },
        });
        expect(before).toBeGreaterThan(0);
        expect(seen() - before).toBe(Math.min(65_536, Math.ceil(seen() / 2)));
        await through.close();
      });
    },
  );

  it.each(["reset", "bad-gateway"] as const)(
    "does not know what became of a batch when the answer is lost (%s)",
    async (kind) => {
      await withProxy(server.connection, async (connection, _, answer) => {
        const through = await makeWriter(name, connection);
        answer(kind);
        const sent = through.send(through.encode(block(100)), { id: "batch 1", commit: async () => {} });
        await expect(sent).rejects.toMatchObject({ kind: "unknown", serverCode: undefined });
        expect(await count()).toBe(kind === "reset" ? 100 : 0);
        await through.close();
      });
    },
  );

  it("does not know what became of a batch that is aborted while the answer is awaited", async () => {
    await withProxy(server.connection, async (connection, seen, answer) => {
      const through = await makeWriter(name, connection);
      answer("hang");
      const controller = new AbortController();
      const sent = through.send(through.encode(block(100)), {
        id: "batch 1",
        commit: async () => {},
        signal: controller.signal,
      });
      const failed = expect(sent).rejects.toMatchObject({ kind: "unknown", cause: "enough" });
      while (seen() < 100 * TEXT_BYTES) await new Promise((done) => setTimeout(done, 5));
      controller.abort("enough");
      await failed;
      await through.close();
    });
  });

  it("knows that nothing landed when the connection breaks before the last row", async () => {
    const breaker = createServer();
    breaker.on("connection", (socket) => socket.destroy());
    breaker.listen(0, "127.0.0.1");
    await once(breaker, "listening");
    const through = await makeWriter(name, {
      ...server.connection,
      port: (breaker.address() as AddressInfo).port,
    });
    const sent = through.send(through.encode(block(100)), {
      id: "batch 1",
      commit: () => new Promise((done) => setTimeout(done, 100)),
    });
    await expect(sent).rejects.toMatchObject({ kind: "retryable" });
    await expect(sent).rejects.toBeInstanceOf(InsertError);
    breaker.close();
    await through.close();
  });

  it("says when nobody listens", async () => {
    const spare = createServer().listen(0, "127.0.0.1");
    await once(spare, "listening");
    const { port } = spare.address() as AddressInfo;
    await new Promise((done) => spare.close(done));
    const probe = connect(port, "127.0.0.1");
    await once(probe, "error");
    const lonely = await makeWriter(name, { ...server.connection, port });
    const sent = lonely.send(lonely.encode(block(10)), { id: "batch 1", commit: async () => {} });
    await expect(sent).rejects.toMatchObject({ kind: "retryable", serverType: "ECONNREFUSED" });
    await lonely.close();
  });
});
