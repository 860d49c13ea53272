import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { insertSettings } from "../../app/table/insert-settings";
import { openClient } from "../../app/server/client";
import { sql } from "../support/olap-insert";
import { type BlockWriter, openWriter, WRITER_NAMES } from "../support/writers";
import { type CutInsert, textBlocks } from "./cut-insert";
import { textBlock, useTextTable } from "./text-table";

jest.setTimeout(120_000);

const table = useTextTable();
const SIZES = [1, 700, 33, 4_000];
const ROWS = 4_734;
const CONTENTS = "SELECT count(), uniqExact(id), sum(cityHash64(toString(tuple(*)))) FROM t";
const CUTS = [1, 2, 3];
const commit = async () => {};

describe.each(WRITER_NAMES)("an insert of several blocks, by the writer %s,", (name) => {
  let writer: BlockWriter;
  beforeEach(async () => {
    writer = await table.open(name);
  });
  afterEach(() => writer.close());

  it("lands the rows that one block lands, at the commit", async () => {
    await writer.send(writer.encode(textBlock(ROWS)), { id: "one", commit });
    const expected = await sql(table.connection(), CONTENTS);
    await sql(table.connection(), "TRUNCATE TABLE t");
    const asked = jest.fn(async () => expect(await table.count()).toBe(0));
    await writer.send(textBlocks(writer, SIZES), { id: "several", commit: asked });
    expect(asked).toHaveBeenCalledTimes(1);
    expect(await sql(table.connection(), CONTENTS)).toBe(expected);
  });

  it("lands nothing when the commit rejects", async () => {
    const reason = new Error("the claim is gone");
    const sent = writer.send(textBlocks(writer, SIZES), {
      id: "several",
      commit: () => Promise.reject(reason),
    });
    await expect(sent).rejects.toBe(reason);
    expect(await table.count()).toBe(0);
  });

  it.each(CUTS)(
    "lands nothing when it is aborted, or the next can't be made, after %d of them",
    async (cut) => {
      const reason = new Error("stop now");
      const controller = new AbortController();
      const aborted = writer.send(
        textBlocks(writer, SIZES),
        { id: "several", commit, signal: controller.signal },
        (i) => void (i === cut && controller.abort(reason)),
      );
      await expect(aborted).rejects.toBe(reason);
      const failed = writer.send(textBlocks(writer, SIZES), { id: "several", commit }, (i) => {
        if (i === cut) throw reason;
      });
      await expect(failed).rejects.toBe(reason);
      expect(await table.count()).toBe(0);
    },
  );

  it.each(CUTS)("lands nothing when its process is killed after %d of them", async (sent) => {
    const task: CutInsert = { connection: table.connection(), writer: name, sizes: SIZES, sent };
    const child = fork(path.join(__dirname, "cut-insert.js"), [JSON.stringify(task)]);
    expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
    expect(await table.count()).toBe(0);
  });

  it("is one part, however long rows are, with the settings for that", async () => {
    const client = openClient(table.connection());
    const target = { engine: "MergeTree", partitionKey: "", views: [] };
    const { settings, onePart } = await insertSettings(client, target, true);
    await client.close();
    expect(onePart).toBe(true);
    await sql(table.connection(), "SYSTEM STOP MERGES t");
    const whole = await openWriter(name, table.connection(), "t", undefined, settings);
    // Above the 256 MB at which a server makes another part by default.
    const block = whole.encode(textBlock(30, 1, 1_000_000));
    await whole.send(
      Array.from({ length: 10 }, () => block),
      { id: "long", commit },
    );
    await whole.close();
    expect(await sql(table.connection(), "SELECT count(), uniqExact(_part) FROM t")).toBe("300\t1\n");
    await sql(table.connection(), "SYSTEM START MERGES t");
  });
});
