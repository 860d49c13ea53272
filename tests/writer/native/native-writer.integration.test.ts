import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { EncodedBlock } from "../../../app/writer/encoder";
import { openNativeWriter } from "../../../app/writer/native/native-writer";
import { batchOf } from "../../support/writers";

const free = async () => {};
const batch: EncodedBlock = {
  rows: 1,
  columns: ["id", "a`b"],
  bytes: new Uint8Array(new SharedArrayBuffer(8)),
};

/** The requests that a writer sends, each answered by `answer`. */
async function requests(
  answer: (response: ServerResponse, underWay: number) => void,
  work: (writer: ReturnType<typeof openNativeWriter>) => Promise<void>,
): Promise<URLSearchParams[]> {
  const seen: URLSearchParams[] = [];
  let underWay = 0;
  const server = createServer((request, response) => {
    seen.push(new URL(request.url!, "http://x").searchParams);
    underWay++;
    response.on("close", () => underWay--);
    request.resume().on("end", () => answer(response, underWay));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const login = { user: "panda", password: "", database: "local", useSsl: false };
  const writer = openNativeWriter({ host: "127.0.0.1", port, ...login }, { database: "d b", table: "t" });
  try {
    await work(writer);
  } finally {
    await writer.close();
    server.closeAllConnections();
    server.close();
  }
  return seen;
}

test("an insert is synchronous, names its columns, and carries its token", async () => {
  const [seen] = await requests(
    (response) => response.end(),
    (writer) => writer.send(batchOf([batch]), { id: "batch 1", token: "run/1", commit: free }),
  );
  expect(Object.fromEntries(seen!)).toMatchObject({
    query: "INSERT INTO `d b`.`t` (`id`, `a\\`b`) FORMAT Native",
    query_id: expect.stringMatching(/^run\/1-[0-9a-f-]{36}$/),
    insert_deduplication_token: "run/1",
    async_insert: "0",
    wait_end_of_query: "1",
  });
});

test("two inserts with one token have two query ids; without a token none is sent", async () => {
  const seen = await requests(
    (response) => response.end(),
    async (writer) => {
      for (const token of ["run/1", "run/1", undefined])
        await writer.send(batchOf([batch]), { id: "batch 1", token, commit: free });
    },
  );
  expect(new Set(seen.map((one) => one.get("query_id"))).size).toBe(3);
  expect(seen.map((one) => one.get("insert_deduplication_token"))).toEqual(["run/1", "run/1", null]);
});

test("at most ten inserts are under way at a time", async () => {
  let most = 0;
  const waiting: ServerResponse[] = [];
  const seen = await requests(
    (response, underWay) => {
      most = Math.max(most, underWay);
      waiting.push(response);
      if (waiting.length === 10) for (const one of waiting.splice(0)) one.end();
    },
    async (writer) => {
      const send = () => writer.send(batchOf([batch]), { id: "batch 1", commit: free });
      await Promise.all(Array.from({ length: 30 }, send));
    },
  );
  expect([seen.length, most]).toEqual([30, 10]);
});
