import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EnvironmentFailure } from "../../app/errors";
import { openClient } from "../../app/server/client";
import type { Connection } from "../../app/server/connection";
import { firstContact } from "../../app/server/first-contact";
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
      "start it, or correct the address in moose.config.toml",
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

  describe("names TLS", () => {
    const folder = mkdtempSync(join(tmpdir(), "data-faker-tls-"));
    afterAll(() => rmSync(folder, { recursive: true }));
    const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    beforeAll(() => {
      const made = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost";
      execFileSync("openssl", [...made.split(" "), "-keyout", key, "-out", cert], { stdio: "ignore" });
    });
    const https = (listener: RequestListener) =>
      createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, listener) as unknown as Server;

    test.each(["127.0.0.1", "localhost"])("where a TLS port of %s is spoken to without", async (host) => {
      await serving(
        https((_, response) => void response.end("Ok.\n")),
        async (port) => {
          const error = await contact(at(port, { host }));
          expectFailure(error, "tls", `${host}:${port} speaks TLS only`, "set use_ssl = true");
          expect((error as Error).message).not.toContain("start it");
        },
      );
    });

    test("where a port without is spoken to with TLS", async () => {
      await serving(
        http((_, response) => void response.end("Ok.\n")),
        async (port) =>
          expectFailure(
            await contact(at(port, { useSsl: true })),
            "tls",
            "does not speak TLS",
            "set use_ssl = false",
          ),
      );
    });

    test("where the certificate is not trusted", async () => {
      await serving(
        https((_, response) => void response.end("Ok.\n")),
        async (port) =>
          expectFailure(await contact(at(port, { useSsl: true })), "tls", "self-signed certificate"),
      );
    });

    test("but not where nothing speaks it", async () => {
      await serving(
        createTcpServer((socket) => socket.destroy()),
        async (port) => expectFailure(await contact(at(port)), "no-connection", "Cannot connect"),
      );
    });
  });
});
