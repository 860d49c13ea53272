import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { InsertError } from "../../app/writer/insert-error";
import { withProxy } from "../support/insert-proxy";
import { WRITER_NAMES } from "../support/writers";
import { TEXT_BYTES, textBlock, useTextTable } from "./text-table";

const table = useTextTable();

describe.each(WRITER_NAMES)("send of the writer %s, through a network", (name) => {
  it.each([2, 40, 5_000])(
    "asks for the commit of %d rows when all but the last piece has arrived",
    async (rows) => {
      await withProxy(table.connection(), async (connection, seen) => {
        const through = await table.open(name, connection);
        let before = -1;
        await through.send(through.encode(textBlock(rows)), {
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
      await withProxy(table.connection(), async (connection, _, answer) => {
        const through = await table.open(name, connection);
        answer(kind);
        const sent = through.send(through.encode(textBlock(100)), { id: "batch 1", commit: async () => {} });
        await expect(sent).rejects.toMatchObject({ kind: "unknown", serverCode: undefined });
        expect(await table.count()).toBe(kind === "reset" ? 100 : 0);
        await through.close();
      });
    },
  );

  it("does not know what became of a batch that is aborted while the answer is awaited", async () => {
    await withProxy(table.connection(), async (connection, seen, answer) => {
      const through = await table.open(name, connection);
      answer("hang");
      const controller = new AbortController();
      const sent = through.send(through.encode(textBlock(100)), {
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
    const through = await table.open(name, {
      ...table.connection(),
      port: (breaker.address() as AddressInfo).port,
    });
    const sent = through.send(through.encode(textBlock(100)), {
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
    const lonely = await table.open(name, { ...table.connection(), port });
    const sent = lonely.send(lonely.encode(textBlock(10)), { id: "batch 1", commit: async () => {} });
    await expect(sent).rejects.toMatchObject({ kind: "retryable", serverType: "ECONNREFUSED" });
    await lonely.close();
  });
});
