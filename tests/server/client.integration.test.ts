import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server } from "node:net";
import { EnvironmentFailure } from "../../app/errors";
import { firstContact, openClient } from "../../app/server/client";
import type { Connection } from "../../app/server/connection";
import { describeServerError } from "../../app/server/server-error";
import { select } from "../../app/server/select";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";

let embedded: TestEmbedded;
beforeAll(async () => {
  embedded = await startTestEmbedded();
});
afterAll(() => embedded?.stop());

const SECRET = "s3cret-p4ssword";

async function contact(connection: Connection, timeout?: number): Promise<unknown> {
  const client = openClient(connection);
  try {
    await firstContact(client, connection, timeout);
    return undefined;
  } catch (error) {
    return error;
  } finally {
    await client.close();
  }
}

/** Runs `work` with the port of a server that is closed afterwards. */
async function serving<T>(server: Server, work: (port: number) => Promise<T>): Promise<T> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await work((server.address() as AddressInfo).port);
  } finally {
    server.close();
    if ("closeAllConnections" in server)
      (server as unknown as { closeAllConnections(): void }).closeAllConnections();
  }
}

const http = (listener: RequestListener) => createServer(listener) as Server;
const at = (port: number, more: Partial<Connection> = {}): Connection => ({
  host: "127.0.0.1",
  port,
  user: "panda",
  password: SECRET,
  database: "local",
  useSsl: false,
  ...more,
});

/** A failure of one line that names code and place and gives no password away. */
function expectFailure(error: unknown, code: string, ...texts: string[]): void {
  expect(error).toBeInstanceOf(EnvironmentFailure);
  const failure = error as EnvironmentFailure;
  expect(failure).toMatchObject({ code, exitCode: 1 });
  for (const text of texts) expect(failure.message).toContain(text);
  expect(failure.message).not.toContain("\n");
  expect(JSON.stringify([failure.message, failure.fields])).not.toContain(SECRET);
}

describe("first contact", () => {
  test("succeeds where server, user and database are there", async () => {
    expect(await contact(embedded.connection)).toBeUndefined();
  });

  test("says that nothing listens, and what to start", async () => {
    const port = await serving(
      http(() => undefined),
      async (free) => free,
    );
    expectFailure(
      await contact(at(port)),
      "no-connection",
      `Cannot connect to ClickHouse at 127.0.0.1:${port}`,
      "npm run dev:moose",
      "--embedded",
    );
    expectFailure(
      await contact(at(port, { host: "localhost" })),
      "no-connection",
      `Cannot connect to ClickHouse at localhost:${port}`,
    );
    expectFailure(await contact(at(port, { host: "::1" })), "no-connection", `[::1]:${port}`);
  });

  test("says that the host has no address", async () => {
    expectFailure(
      await contact(at(1, { host: "nowhere.invalid" })),
      "no-connection",
      "Cannot connect to ClickHouse at nowhere.invalid:1",
    );
  });

  test("says that the password is wrong, and does not show it", async () => {
    expectFailure(
      await contact({ ...embedded.connection, password: SECRET }),
      "authentication",
      'user "panda"',
    );
    expectFailure(
      await contact({ ...embedded.connection, user: "nobody", password: SECRET }),
      "authentication",
      'user "nobody"',
    );
  });

  test.each([516, 192, 193, 194])("takes the server's code %i for a wrong password", async (code) => {
    const answer = `Code: ${code}. DB::Exception: panda: ${"Authentication failed.\n".repeat(3)} (AUTHENTICATION_FAILED) (version 25.6.1)`;
    await serving(
      http((_, response) => void response.writeHead(403).end(answer)),
      async (port) => expectFailure(await contact(at(port)), "authentication", `127.0.0.1:${port}`),
    );
  });

  test("says that the database is missing", async () => {
    expectFailure(
      await contact({ ...embedded.connection, database: "elsewhere" }),
      "database-missing",
      '"elsewhere"',
      "db_name",
    );
  });

  test("passes another refusal of the server on in one line", async () => {
    const answer = `Code: 202. DB::Exception: Too many simultaneous\nqueries.${" Maximum: 100".repeat(50)} (TOO_MANY_SIMULTANEOUS_QUERIES)`;
    await serving(
      http((_, response) => void response.writeHead(500).end(answer)),
      async (port) =>
        expectFailure(await contact(at(port)), "server-error", "code 202", "Too many simultaneous queries"),
    );
  });

  test("says that something else answers", async () => {
    await serving(
      http((_, response) => void response.writeHead(404).end("<html>\n404</html>")),
      async (port) => expectFailure(await contact(at(port)), "no-clickhouse", "is not ClickHouse"),
    );
    await serving(
      http((_, response) => void response.writeHead(200).end("welcome")),
      async (port) => expectFailure(await contact(at(port)), "no-clickhouse", "is not ClickHouse"),
    );
  });

  test("says that a connection was cut, or no answer came", async () => {
    await serving(
      createTcpServer((socket) => socket.destroy()),
      async (port) => expectFailure(await contact(at(port)), "no-connection", "Cannot connect"),
    );
    await serving(
      http(() => undefined),
      async (port) =>
        expectFailure(await contact(at(port), 200), "no-connection", "did not answer within 0.2 s"),
    );
  });

  test("says that encryption is the trouble", async () => {
    await serving(
      http((_, response) => void response.end("Ok.\n")),
      async (port) => expectFailure(await contact(at(port, { useSsl: true })), "tls", "use_ssl = true"),
    );
  });
});

describe("the client", () => {
  test("prints nothing when a request fails", async () => {
    const methods = (["log", "info", "warn", "error", "debug"] as const).map((method) =>
      jest.spyOn(console, method).mockImplementation(),
    );
    const client = openClient(embedded.connection);
    const failure = await select(client, "SELECT missing FROM nowhere").catch((error: unknown) => error);
    await client.close();
    const gone = openClient(at(1));
    await expect(select(gone, "SELECT 1")).rejects.toThrow();
    await gone.close();
    expect(describeServerError(failure)).toMatchObject({ kind: "answered", code: "60" });
    for (const method of methods) {
      expect(method).not.toHaveBeenCalled();
      method.mockRestore();
    }
  });

  test("sends values and names as parameters, whatever is in them", async () => {
    const client = openClient(embedded.connection);
    const hostile = [
      "'; DROP TABLE x; --",
      "a\\b",
      "tab\tnewline\nreturn\r",
      "😀 é",
      "{x:String}",
      "\\N",
      "`",
    ];
    for (const value of hostile) {
      expect(await select(client, "SELECT {value:String} AS value", { value })).toEqual([{ value }]);
    }
    await client.close();
  });

  test("keeps 64-bit integers whole", async () => {
    const client = openClient(embedded.connection);
    expect(await select(client, "SELECT 18446744073709551615 AS big")).toEqual([
      { big: "18446744073709551615" },
    ]);
    await client.close();
  });
});

describe("an error of the server", () => {
  test.each([
    [Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }), "gone", "ECONNREFUSED"],
    [Object.assign(new AggregateError([], ""), { code: "ECONNREFUSED" }), "gone", "ECONNREFUSED"],
    [Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }), "gone", "ECONNRESET"],
    [new Error("Timeout error."), "gone", undefined],
    [new Error("socket hang up"), "gone", undefined],
    [Object.assign(new Error("Memory limit"), { code: "241" }), "answered", "241"],
    [
      Object.assign(new Error("self-signed certificate"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }),
      "tls",
      "DEPTH_ZERO_SELF_SIGNED_CERT",
    ],
    [new Error("<html>502 Bad Gateway</html>"), "answered", undefined],
    [new TypeError("x is not a function"), "bug", undefined],
    ["text", "bug", undefined],
  ])("%p is of kind %s", (error, kind, code) => {
    const described = describeServerError(error);
    expect(described).toMatchObject({ kind, code });
    expect(described.message).not.toBe("");
  });

  test("is told in one line of bounded length", () => {
    const { message } = describeServerError(
      Object.assign(new Error(`a\n\tb (version 25.6.1 (official build)) ${"x".repeat(1000)}`), { code: "1" }),
    );
    expect(message).toHaveLength(300);
    expect(message).toMatch(/^a b/);
  });
});
