import type { IncomingHttpHeaders } from "node:http";

/**
 * Why a request is not answered: it comes from a page of another site, or a site has its name point to this
 * machine. Browsers say by headers where a request comes from; what is no browser could read all this anyway.
 * @param isOwnHost whether a Host header names this machine
 * @returns a line; `undefined` where nothing is wrong
 */
export function foreignRequest(
  method: string | undefined,
  headers: IncomingHttpHeaders,
  isOwnHost: (host: string) => boolean,
): string | undefined {
  const { host, origin, "sec-fetch-site": site, "sec-fetch-mode": mode } = headers;
  if (host === undefined || !isOwnHost(host))
    return "requests to another name than 127.0.0.1 or localhost are refused";
  const isLink = method === "GET" && mode === "navigate";
  const isForeign = site !== undefined && site !== "same-origin" && site !== "none" && !isLink;
  if (isForeign || (origin !== undefined && origin !== `http://${host}`))
    return "requests of other pages are refused";
  if (method === "POST" && origin === undefined)
    return "requests that say not where they come from are refused";
  return undefined;
}
