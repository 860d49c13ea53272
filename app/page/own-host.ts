import { isIP } from "node:net";

/** Names that no web site's owner can point elsewhere. */
const OWN_NAMES = /^(.+\.)?localhost$|^host\.docker\.internal$/i;

/**
 * Whether a Host header is one that no web site's owner can have point to this machine: an address, or a name that
 * is reserved.
 */
export function isOwnHost(host: string): boolean {
  const name = host.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
  return isIP(name) !== 0 || OWN_NAMES.test(name);
}
