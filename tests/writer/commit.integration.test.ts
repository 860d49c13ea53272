import { sql } from "../support/olap-insert";
import { type BlockWriter, openWriter, WRITER_NAMES } from "../support/writers";
import { textBlock, useTextTable } from "./text-table";

const table = useTextTable();
const SIZES = [1, 2, 33, 1_000, 20_000];

describe.each(WRITER_NAMES)("send of the writer %s", (name) => {
  let writer: BlockWriter;
  beforeEach(async () => {
    writer = await table.open(name);
  });
  afterEach(() => writer.close());

  it.each(SIZES)("lands %d rows when commit resolves, and asks once", async (rows) => {
    const commit = jest.fn(async () => {
      expect(await table.count()).toBe(0);
    });
    await writer.send(writer.encode(textBlock(rows)), { id: "batch 1", commit });
    expect(commit).toHaveBeenCalledTimes(1);
    expect(await table.count()).toBe(rows);
  });

  it.each(SIZES)("lands none of %d rows when commit rejects, and passes the error on", async (rows) => {
    const refusal = new Error("the claim is gone");
    const sent = writer.send(writer.encode(textBlock(rows)), {
      id: "batch 1",
      commit: () => Promise.reject(refusal),
    });
    await expect(sent).rejects.toBe(refusal);
    expect(await table.count()).toBe(0);
    await writer.send(writer.encode(textBlock(10)), { id: "batch 2", commit: async () => {} });
    expect(await table.count()).toBe(10);
  });

  it("sends nothing for no rows, but asks", async () => {
    const commit = jest.fn(async () => {});
    await writer.send(writer.encode(textBlock(0)), { id: "batch 1", commit });
    expect(commit).toHaveBeenCalledTimes(1);
  });

  it("copies the block", async () => {
    const original = textBlock(100);
    const batch = writer.encode(original);
    for (const { values } of original.columns) {
      if (values.kind === "number") values.values.fill(0);
      if (values.kind === "string") values.bytes.fill(0);
    }
    await writer.send(batch, { id: "batch 1", commit: async () => {} });
    expect(
      await sql(table.connection(), "SELECT count() FROM t WHERE id > 0 AND startsWith(text, 'text')"),
    ).toBe("100\n");
  });

  it("sends batches side by side, each with its own outcome", async () => {
    const batches = Array.from({ length: 6 }, () => writer.encode(textBlock(500)));
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
    expect(await table.count()).toBe(1_500);
  });

  it("prints nothing, whatever happens", async () => {
    const log = jest.spyOn(console, "log").mockImplementation(() => {});
    const error = jest.spyOn(console, "error").mockImplementation(() => {});
    try {
      await writer.send(writer.encode(textBlock(50)), { id: "batch 1", commit: async () => {} });
      await writer
        .send(writer.encode(textBlock(50)), { id: "batch 2", commit: () => Promise.reject(new Error("no")) })
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
      const early = writer.send(writer.encode(textBlock(rows)), {
        id: "batch 1",
        commit: async () => {},
        signal: AbortSignal.abort(reason),
      });
      await expect(early).rejects.toBe(reason);
      const controller = new AbortController();
      const late = writer.send(writer.encode(textBlock(rows)), {
        id: "batch 2",
        commit: async () => controller.abort(reason),
        signal: controller.signal,
      });
      await expect(late).rejects.toBe(reason);
      expect(await table.count()).toBe(0);
    },
  );

  it("refuses a block that the model can't take", () => {
    const { columns, ...rest } = textBlock(1);
    expect(() => writer.encode({ ...rest, columns: [{ ...columns[0]!, name: "other" }] })).toThrow(
      /other is not in the model/,
    );
    expect(() => writer.encode({ ...rest, columns: [{ name: "id", values: columns[1]!.values }] })).toThrow(
      /column id UInt32/,
    );
  });

  it("keeps the server's error code", async () => {
    await sql(
      table.connection(),
      "CREATE TABLE gone (id UInt32, text String) ENGINE = MergeTree ORDER BY id",
    );
    const lost = await openWriter(name, table.connection(), "gone");
    await sql(table.connection(), "DROP TABLE gone SYNC");
    for (const rows of [1, 5_000]) {
      const sent = lost.send(lost.encode(textBlock(rows)), { id: "batch 1", commit: async () => {} });
      await expect(sent).rejects.toMatchObject({
        kind: "fatal",
        serverCode: 60,
        serverType: "UNKNOWN_TABLE",
      });
    }
    await lost.close();
  });
});
