/**
 * Who runs ClickHouse, Redis and Temporal beside Moose; in the order of preference, and `none` by request
 * only.
 */
export const INFRAS = ["docker", "dockerless", "embedded", "none"] as const;
export type Infra = (typeof INFRAS)[number];

/** Each resolves with the reason why not, in a few words, or with `undefined`. */
export interface InfraProbes {
  docker(): Promise<string | undefined>;
  downloads(): Promise<string | undefined>;
}

/** What is used, with the reason as the end of a sentence. */
export interface InfraChoice {
  readonly infra: Infra;
  readonly reason: string;
}

/** The one that was asked for, else the first that works. */
export async function chooseInfra(asked: Infra | undefined, probes: InfraProbes): Promise<InfraChoice> {
  if (asked !== undefined) return { infra: asked, reason: `as --infra ${asked} says` };
  const noDocker = await probes.docker();
  if (noDocker === undefined) return { infra: "docker", reason: "Docker works" };
  const noDownloads = await probes.downloads();
  if (noDownloads === undefined)
    return {
      infra: "dockerless",
      reason: `${noDocker}, and the downloads of moose-cli dev --dockerless can be reached`,
    };
  return { infra: "embedded", reason: `${noDocker}, and ${noDownloads}` };
}

/** What the choice means, for the line that announces it. */
export const INFRA_MEANING: Record<Infra, string> = {
  docker: "Moose's containers",
  dockerless: "Moose's own programs without Docker",
  embedded: "the embedded ClickHouse, redis-server and Temporal's dev server",
  none: "the services that already run",
};
