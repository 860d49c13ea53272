import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { InfraProbes } from "./infra";

const PATIENCE_MILLISECONDS = 4_000;

/** What `moose-cli dev --dockerless` of the pinned version downloads first. */
const DOWNLOADS = [
  "https://github.com/ClickHouse/ClickHouse/releases/download/v25.8.18.1-lts/clickhouse-common-static-25.8.18.1-amd64.tgz",
  "https://temporal.download/cli/archive/v1.3.0?platform=linux&arch=amd64",
];

/** Asks this machine and the network, four seconds each at most. */
export const infraProbes: InfraProbes = {
  async docker() {
    try {
      await promisify(execFile)("docker", ["info"], {
        timeout: PATIENCE_MILLISECONDS,
        killSignal: "SIGKILL",
      });
      return undefined;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "ENOENT"
        ? "Docker is not installed"
        : "Docker does not answer";
    }
  },
  async downloads() {
    const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
    const answers = await Promise.all(
      DOWNLOADS.map((url) =>
        fetch(url, { method: "HEAD", signal }).then(
          ({ ok }) => ok,
          () => false,
        ),
      ),
    );
    const failed = DOWNLOADS.find((_, i) => !answers[i]);
    return (
      failed &&
      `${new URL(failed).hostname}, from which moose-cli dev --dockerless downloads, cannot be reached`
    );
  },
};
