import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { InsertError } from "../../app/writer/insert-error";
import { Dice } from "../../scripts/torture/dice";
import { FaultProxy } from "../../scripts/torture/fault-proxy";
import { sql } from "../support/olap-insert";
import { WRITER_NAMES } from "../support/writers";
import { type CutInsert, textBlocks } from "./cut-insert";
import { useTextTable } from "./text-table";

/** Of each writer. */
const CUTS = Number(process.env.CUT_INSERTS ?? 8);
const SIZES = [1, 700, 33, 4_000, 2_000];
const ROWS = 6_734;
const NEWLINE = 0x0a;
const commit = async () => {};

jest.setTimeout(60_000 + 20_000 * CUTS);

const table = useTextTable();
let proxy: FaultProxy;
beforeAll(async () => {
  proxy = new FaultProxy(table.connection());
  await proxy.accept();
});
beforeEach(() => proxy.reset());
afterAll(() => proxy.refuse());

/** Where a body of these blocks is cut: between two of them, at the end of a row of JSON, or anywhere. */
function placeIn(blocks: readonly { bytes: Uint8Array }[], dice: Dice): number {
  const body = Buffer.concat(blocks.map(({ bytes }) => bytes));
  const ends = blocks.map((_, i) => blocks.slice(0, i + 1).reduce((sum, { bytes }) => sum + bytes.length, 0));
  const anywhere = dice.whole(1, body.length - 1);
  return dice.pick([dice.pick(ends), body.lastIndexOf(NEWLINE, anywhere) + 1 || anywhere, anywhere]);
}

it.each(WRITER_NAMES)(
  "an insert by %s that is cut anywhere leaves nothing, and lands when it is sent again",
  async (name) => {
    const connection = { ...table.connection(), port: proxy.port };
    const contents = () =>
      sql(table.connection(), "SELECT count(), uniqExact(id), sum(cityHash64(toString(tuple(*)))) FROM t");
    const writer = await table.open(name, connection);
    const blocks = textBlocks(writer, SIZES);
    await writer.send(blocks, { id: "whole", commit });
    const whole = await contents();
    expect(whole).toMatch(new RegExp(`^${ROWS}\t${ROWS}\t`));
    const dice = new Dice(`cuts of ${name}`);
    for (let cut = 1; cut <= CUTS; cut++) {
      await sql(table.connection(), "TRUNCATE TABLE t");
      const cutAt = placeIn(blocks, dice);
      const killed = cut % 2 === 0;
      if (killed) {
        const task: CutInsert = { connection, writer: name, sizes: SIZES };
        const child = fork(path.join(__dirname, "cut-insert.js"), [JSON.stringify(task)]);
        proxy.rule = (kind) => (kind === "insert" ? { cutAt, kill: () => child.kill("SIGKILL") } : "pass");
        expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
      } else {
        proxy.rule = () => ({ cutAt });
        await expect(writer.send(blocks, { id: "cut", commit })).rejects.toThrow(InsertError);
      }
      expect({ cut, cutAt, killed, rows: await table.count() }).toEqual({ cut, cutAt, killed, rows: 0 });
      proxy.reset();
      await writer.send(blocks, { id: "again", commit });
      expect(await contents()).toBe(whole);
    }
    await writer.close();
  },
);
