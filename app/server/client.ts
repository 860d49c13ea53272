import { type ClickHouseClient, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { address, type Connection } from "./connection";

export interface ClientOptions {
  /**
   * How long a request may stay without a byte, in milliseconds; a DELETE or a survey of a large table is
   * silent. Default 600,000.
   */
  readonly requestTimeout?: number;
  /** Requests under way at a time. Default 10. */
  readonly connections?: number;
}

/**
 * A client of its own for the questions asked of the table and for the ledger. It prints nothing. Close it in
 * the end.
 */
export function openClient(connection: Connection, options: ClientOptions = {}): ClickHouseClient {
  return createClient({
    url: `${connection.useSsl ? "https" : "http"}://${address(connection)}`,
    username: connection.user,
    password: connection.password,
    database: connection.database,
    application: "data-faker",
    request_timeout: options.requestTimeout ?? 600_000,
    max_open_connections: options.connections ?? 10,
    // Below the 3 s after which servers before 23.11 drop an idle connection; later ones wait longer.
    keep_alive: { enabled: true, idle_socket_ttl: 2_000 },
    log: { level: ClickHouseLogLevel.OFF },
  });
}
