import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { ServerException } from "./server-exception";

/**
 * Checks who asks, in ClickHouse's order: the X-ClickHouse-User and -Key headers, HTTP basic authentication,
 * the parameters `user` and `password`.
 * @throws ServerException 516 where they are not `user` and `password`
 */
export function authenticate(
  request: IncomingMessage,
  query: URLSearchParams,
  user: string,
  password: string,
): void {
  const given = credentials(request, query);
  // Both are compared, and as hashes, so that the time taken tells nothing.
  const userRight = same(given.user, user);
  const passwordRight = same(given.password, password);
  if (userRight && passwordRight) return;
  throw new ServerException(
    516,
    `${printable(given.user)}: Authentication failed: password is incorrect, or there is no user with such name. (AUTHENTICATION_FAILED)`,
  );
}

function credentials(request: IncomingMessage, query: URLSearchParams): { user: string; password: string } {
  const { headers } = request;
  const user = headers["x-clickhouse-user"];
  const key = headers["x-clickhouse-key"];
  if (user !== undefined || key !== undefined)
    return { user: String(user ?? "default"), password: String(key ?? "") };
  const basic = /^Basic\s+([A-Za-z0-9+/=_-]+)\s*$/i.exec(headers.authorization ?? "");
  if (basic !== null) {
    const pair = Buffer.from(basic[1]!, "base64").toString();
    const colon = pair.indexOf(":");
    return colon < 0
      ? { user: pair, password: "" }
      : { user: pair.slice(0, colon), password: pair.slice(colon + 1) };
  }
  return { user: query.get("user") ?? "default", password: query.get("password") ?? "" };
}

function same(left: string, right: string): boolean {
  const hash = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(left), hash(right));
}

function printable(name: string): string {
  return name.replace(/[^\x20-\x7e]/g, "?").slice(0, 100);
}
