import type { ClickHouseClient } from "@clickhouse/client";
import { EnvironmentFailure } from "../errors";
import { address, type Connection } from "./connection";
import { describeServerError } from "./server-error";
import { speaksTls } from "./speaks-tls";

/**
 * Makes sure that the server can be reached, knows the user, and has the database.
 * @param timeout how long it may take, in milliseconds; default 30,000, because a server may be busy
 * @throws EnvironmentFailure of one line that says which of these is not so, and what to do
 */
export async function firstContact(
  client: ClickHouseClient,
  connection: Connection,
  timeout = 30_000,
): Promise<void> {
  const signal = AbortSignal.timeout(timeout);
  let rows: { databases: string }[];
  try {
    // Some servers let an unknown database pass until a table of it is named.
    const answer = await client.query({
      query: "SELECT count() AS databases FROM system.databases WHERE name = {name:String}",
      query_params: { name: connection.database },
      format: "JSONEachRow",
      abort_signal: signal,
    });
    rows = await answer.json<{ databases: string }>();
  } catch (error) {
    throw await contactFailure(error, connection, signal.aborted ? timeout : undefined);
  }
  if (rows.length === 0) throw noClickHouse(connection, "an empty answer");
  if (Number(rows[0]!.databases) === 0) throw databaseMissing(connection);
}

function databaseMissing(connection: Connection): EnvironmentFailure {
  return new EnvironmentFailure(
    "database-missing",
    `ClickHouse at ${address(connection)} has no database "${connection.database}": correct db_name in moose.config.toml, or create it (Moose does when it starts)`,
    { host: connection.host, port: connection.port, database: connection.database },
  );
}

function noClickHouse(connection: Connection, answer: string): EnvironmentFailure {
  return new EnvironmentFailure(
    "no-clickhouse",
    `What answers at ${address(connection)} is not ClickHouse (${answer}): correct host and host_port in moose.config.toml`,
    { host: connection.host, port: connection.port },
  );
}

/** How a server ends a connection that does not begin with a TLS handshake. */
const HUNG_UP = ["ECONNRESET", "EPIPE", undefined];

async function contactFailure(
  error: unknown,
  connection: Connection,
  timedOutAfter: number | undefined,
): Promise<unknown> {
  const { kind, code, message, meaning } = describeServerError(error);
  const where = address(connection);
  const fields = { host: connection.host, port: connection.port, user: connection.user, code };
  const failure = (name: string, text: string) =>
    new EnvironmentFailure(name, text, fields, { cause: error });
  if (timedOutAfter !== undefined) {
    return failure(
      "no-connection",
      `ClickHouse at ${where} did not answer within ${timedOutAfter / 1000} s: check whether it is overloaded and whether host and port are right`,
    );
  }
  if (kind === "bug") return error;
  if (kind === "tls") {
    const plain = /wrong version number|packet length too long|http request/.test(message);
    const problem = plain ? "what answers there does not speak TLS" : message;
    return failure(
      "tls",
      `Cannot connect to ClickHouse at ${where} with TLS (use_ssl = true): ${problem}; ${plain ? "set use_ssl = false, or host_port to the server's HTTPS port" : "use a certificate that this machine trusts, or another host_port"}, in moose.config.toml`,
    );
  }
  if (!connection.useSsl && HUNG_UP.includes(code) && (await speaksTls(connection))) {
    return failure(
      "tls",
      `ClickHouse at ${where} speaks TLS only, and use_ssl is false: set use_ssl = true, or host_port to the server's HTTP port, in moose.config.toml`,
    );
  }
  if (kind === "gone") {
    return failure(
      "no-connection",
      `Cannot connect to ClickHouse at ${where} (${message}): start it, or correct the address in moose.config.toml`,
    );
  }
  if (code === undefined) return noClickHouse(connection, message);
  if (meaning === "database-missing") return databaseMissing(connection);
  if (meaning === "authentication") {
    return failure(
      "authentication",
      `ClickHouse at ${where} does not accept the password of user "${connection.user}": correct user and password in moose.config.toml or MOOSE_CLICKHOUSE_CONFIG__USER and __PASSWORD`,
    );
  }
  return failure(
    "server-error",
    `ClickHouse at ${where} refuses the first query with code ${code}: ${message}`,
  );
}
