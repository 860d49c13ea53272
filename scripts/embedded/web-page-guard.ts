import type { IncomingMessage } from "node:http";
import { isOwnHost } from "../../app/page/own-host";
import { ServerException } from "./server-exception";

/**
 * Keeps out web pages that are open on this machine: they could guess the password, and the engine reads and
 * writes files. A browser's requests are recognised by its own headers; those of a page whose site has its
 * name point to this machine, by that name.
 * @throws ServerException 516, status 403
 */
export function refuseWebPages({ headers }: IncomingMessage): void {
  const site = headers["sec-fetch-site"];
  const fromPage = headers.origin !== undefined || (site !== undefined && site !== "none");
  if (!fromPage && (!headers.host || isOwnHost(headers.host))) return;
  throw new ServerException(
    516,
    "Requests of web pages, or to another name than localhost, are refused here (AUTHENTICATION_FAILED)",
    403,
  );
}
