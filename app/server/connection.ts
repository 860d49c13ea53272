import { isIPv4 } from "node:net";
import { hostname } from "node:os";

/** How to reach a ClickHouse server over HTTP. */
export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly useSsl: boolean;
}

/**
 * Whether the server runs on this machine, by its name: localhost, 127.0.0.0/8, ::1, or this machine's host
 * name.
 */
export function isLocal(connection: Pick<Connection, "host">): boolean {
  const host = connection.host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/\.$/, "");
  return (
    host === "localhost" ||
    host === "::1" ||
    host === hostname().toLowerCase() ||
    (isIPv4(host) && host.startsWith("127."))
  );
}

/** A host as a URL has it: an IPv6 address in brackets. */
export function urlHost(host: string): string {
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
}

/** Host and port as a URL has them. */
export function address({ host, port }: Pick<Connection, "host" | "port">): string {
  return `${urlHost(host)}:${port}`;
}
