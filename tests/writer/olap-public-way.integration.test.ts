import type { OlapTable } from "@514labs/moose-lib";
import { JsonEncoder } from "../../app/writer/olap/json-encoder";
import { connectMoose } from "../../app/writer/olap/moose-connection";
import { createOlapWriter } from "../../app/writer/olap/olap-writer";
import { runtimeOlapTable } from "../../app/writer/olap/runtime-olap-table";
import type { OpenWriter } from "../../app/writer/writer";
import { readModel, sql } from "../support/olap-insert";
import { batchOf } from "../support/writers";
import { textBlock, useTextTable } from "./text-table";

const table = useTextTable();
const CONTENTS = "SELECT count(), uniqExact(id), sum(cityHash64(id, text)) FROM t";

/** A table of which only what Moose's types show is there; it inserts as Moose does. */
async function openPublic(name = "t"): Promise<OpenWriter> {
  await connectMoose(table.connection());
  const real = runtimeOlapTable(name, "local", await readModel(table.connection(), "t"));
  const shown: Pick<OlapTable<any>, "name" | "insert" | "closeClient"> = {
    name,
    insert: (...given) => real.insert(...given),
    closeClient: () => real.closeClient(),
  };
  return createOlapWriter(shown as OlapTable<any>);
}

describe("the olap writer where Moose lacks what it uses", () => {
  let writer: OpenWriter;
  let encoder: JsonEncoder;
  beforeEach(async () => {
    writer = await openPublic();
    encoder = new JsonEncoder(await readModel(table.connection(), "t"));
  });
  afterEach(() => writer.close());

  it("says so in one line, and otherwise nothing", async () => {
    expect(writer.notice).toMatch(/no getMemoizedClient, handleInsertionError: .*slower.*--writer native/);
    const usual = await table.open("olap");
    expect(usual.notice).toBeUndefined();
    await usual.close();
  });

  it.each([1, 2, 33, 5_000])("lands the same %d rows, none before the commit", async (rows) => {
    const usual = await table.open("olap");
    await usual.send(usual.encode(textBlock(rows)), { id: "batch 1", commit: async () => {} });
    await usual.close();
    const expected = await sql(table.connection(), CONTENTS);
    await sql(table.connection(), "TRUNCATE TABLE t");
    const commit = jest.fn(async () => {
      expect(await table.count()).toBe(0);
    });
    await writer.send(batchOf([encoder.encode(textBlock(rows))]), { id: "batch 1", commit });
    expect(commit).toHaveBeenCalledTimes(1);
    expect(await sql(table.connection(), CONTENTS)).toBe(expected);
  });

  it.each([1, 2, 33, 5_000])(
    "lands none of %d rows when the commit rejects or it is aborted",
    async (rows) => {
      const reason = new Error("the claim is gone");
      const block = encoder.encode(textBlock(rows));
      const refused = writer.send(batchOf([block]), { id: "batch 1", commit: () => Promise.reject(reason) });
      await expect(refused).rejects.toBe(reason);
      const stop = new AbortController();
      const commit = async () => stop.abort(reason);
      const aborted = writer.send(batchOf([block]), { id: "batch 2", commit, signal: stop.signal });
      await expect(aborted).rejects.toBe(reason);
      expect(await table.count()).toBe(0);
    },
  );

  it("never calls what the server refused certain to have landed, or to be in vain", async () => {
    const lost = await openPublic("never_there");
    const sent = lost.send(batchOf([encoder.encode(textBlock(10))]), {
      id: "batch 1",
      commit: async () => {},
    });
    await expect(sent).rejects.toMatchObject({
      code: "insert-failed",
      kind: expect.stringMatching(/unknown|retryable/),
    });
    await lost.close();
  });
});
