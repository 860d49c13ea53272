import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import { ServerException } from "./server-exception";

/** Names that no web site's owner can point elsewhere. */
const OWN_NAMES = /^(.+\.)?localhost$|^host\.docker\.internal$/i;

/**
 * Keeps the web pages out that somebody looks at on this machine: the password is one that they can guess,
 * and the engine reads and writes files. A browser tells them by headers of its own; of a page whose site has
 * its name point to this machine, by the name.
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
