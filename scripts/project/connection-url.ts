import { Refusal } from "../../app/errors";
import type { Connection } from "../../app/server/connection";

/** The connection of `--url`; the password is `undefined` where the URL has none. */
export type UrlConnection = Omit<Connection, "password"> & { readonly password: string | undefined };

/** ClickHouse's own, where the URL says nothing. */
const DEFAULTS = { user: "default", database: "default", port: 8123, securePort: 8443 };

/**
 * Reads `http://user:password@host:8123/database`, of which only scheme and host are needed. Parts may be
 * percent-encoded.
 * @throws Refusal `bad-arguments`, without the text: it may hold a password
 */
export function parseConnectionUrl(text: string): UrlConnection {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const useSsl = url?.protocol === "https:";
  if (!url || !(useSsl || url.protocol === "http:") || url.hostname === "")
    throw malformed("expected http://user@host:8123/database or https://...");
  if (url.search !== "" || url.hash !== "") throw malformed("nothing may follow the database's name");
  const [database = "", ...more] = url.pathname.slice(1).split("/");
  if (more.length > 0) throw malformed("only a database's name may follow the host");
  return {
    host: url.hostname,
    port: url.port === "" ? defaultPort(text, useSsl) : Number(url.port),
    user: decoded(url.username) || DEFAULTS.user,
    password: decoded(url.password) || undefined,
    database: decoded(database) || DEFAULTS.database,
    useSsl,
  };
}

/** The same URL for a message or a command. */
export function withoutPassword(text: string): string {
  const { user, host, port, database, useSsl } = parseConnectionUrl(text);
  return `http${useSsl ? "s" : ""}://${encodeURIComponent(user)}@${host}:${port}/${encodeURIComponent(database)}`;
}

/** A URL forgets a port that is its scheme's own, such as http's 80. */
function defaultPort(text: string, useSsl: boolean): number {
  const written = /^[a-z]+:\/\/[^/]*:(\d+)(?:\/|$)/i.exec(text)?.[1];
  return written === undefined ? (useSsl ? DEFAULTS.securePort : DEFAULTS.port) : Number(written);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw malformed("a % must begin the code of a character, such as %40 for @");
  }
}

function malformed(problem: string): Refusal {
  return new Refusal("bad-arguments", `--url: ${problem}`);
}
