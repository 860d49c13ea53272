import type { Domain } from "../rows/domain";
import { imagesDomain } from "./images/images-domain";

const DOMAINS: ReadonlyMap<string, Domain> = new Map([imagesDomain].map((domain) => [domain.name, domain]));

/**
 * The domain of a name: a thread is told the name, since functions cannot be sent to it.
 * @throws Error where there is none
 */
export function domainNamed(name: string): Domain {
  const domain = DOMAINS.get(name);
  if (domain === undefined) throw new Error(`no domain ${name}`);
  return domain;
}
