import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { ServerException } from "./server-exception";

/** Names that no web site's owner can point elsewhere. */
const OWN_NAMES = /^(.+\.)?localhost$|^host\.docker\.internal$/i;

/**
 * Keeps out web pages that are open on this machine: they could guess the password, and the engine reads and
 * writes files. A browser's requests are recognised by its own headers; those of a page whose site has its
 * name point to this machine, by that name.
 * @throws ServerException 516, status 403
 */
export function refuseWebPages({ headers }: IncomingMessage): void {
  const site = headers["sec-fetch-site"];
  const fromPage = headers.origin !== undefined || (site !== undefined && site !== "none");
  if (!fromPage && isOwnName(headers.host)) return;
  throw new ServerException(
    516,
    "Requests of web pages, or to another name than localhost, are refused here (AUTHENTICATION_FAILED)",
    403,
  );
}

function isOwnName(host: string | undefined): boolean {
  const name = (host ?? "").replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
  return name === "" || isIP(name) !== 0 || OWN_NAMES.test(name);
}
