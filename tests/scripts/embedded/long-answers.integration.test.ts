import { once } from "node:events";
import { readdirSync, statSync } from "node:fs";
import { type ClientRequest, request, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { until } from "../../support/until";

let server: TestEmbedded;
beforeAll(async () => {
  server = await startTestEmbedded();
});
afterAll(() => server?.stop());

/** A request under way. */
function send(sql: string): ClientRequest {
  const { host, port, user, password } = server.connection;
  const sent = request({ host, port, method: "POST", path: "/", auth: `${user}:${password}`, agent: false });
  sent.on("error", () => undefined).end(sql);
  return sent;
}

/** The answer, when it begins. */
async function ask(sql: string): Promise<IncomingMessage> {
  const [answer] = (await once(send(sql), "response")) as [IncomingMessage];
  return answer;
}

async function textOf(answer: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of answer) text += (chunk as Buffer).toString("latin1");
  return text;
}

const answered = async (sql: string) => (await textOf(await ask(sql))).trim();
const running = async () => Number(await answered("SELECT count() - 1 FROM system.processes"));
const spooled = () =>
  readdirSync(join(server.folder, "spool")).reduce(
    (sum, name) => sum + statSync(join(server.folder, "spool", name)).size,
    0,
  );

describe("a long answer", () => {
  it.each(["TabSeparated", "JSONEachRow", "Native", "RowBinary", "CSV", "JSONCompactEachRow"])(
    "in %s goes out as it is made, other statements beside it, until its client leaves",
    async (format) => {
      const answer = await ask(`SELECT number FROM system.numbers FORMAT ${format}`);
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => (bytes += chunk.length));
      await until("40 MB came", async () => bytes > 40_000_000);
      answer.pause();
      expect(await answered("SELECT 1")).toBe("1");
      expect(spooled()).toBe(0);
      answer.destroy();
      await until("the statement ended", async () => (await running()) === 0);
    },
    60_000,
  );

  it("is the same as through a file", async () => {
    const sql = "SELECT number, toString(cityHash64(number)) AS s FROM numbers(3000000)";
    const whole = await textOf(await ask(`${sql} FORMAT TabSeparated`));
    const file = await textOf(await ask(`${sql} FORMAT TabSeparatedWithNames`));
    expect(file.startsWith("number\ts\n")).toBe(true);
    expect(file.slice("number\ts\n".length) === whole).toBe(true);
  }, 60_000);

  it("in a format that goes through a file ends when its client leaves, and leaves no file", async () => {
    const sent = send("SELECT number FROM system.numbers FORMAT Parquet");
    await until("the file grows", async () => spooled() > 0);
    sent.destroy();
    expect(await answered("SELECT 1")).toBe("1");
    expect([await running(), spooled()]).toEqual([0, 0]);
  }, 60_000);
});
