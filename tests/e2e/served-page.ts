import { until } from "../support/until";
import type { FakerProject } from "./faker-project";

/** The page as the command serves it. */
export interface ServedPage {
  /** With its token. */
  readonly address: URL;
  /** Ends it as SIGTERM does. @returns the exit code */
  end(): Promise<number | null>;
}

export async function servePage(project: FakerProject): Promise<ServedPage> {
  const { child, done } = project.start("page");
  let out = "";
  child.stdout!.on("data", (part) => (out += part));
  await until("the page is served", async () => /http:\S+\n/.test(out));
  return {
    address: new URL(/http:\S+/.exec(out)![0]),
    async end() {
      child.kill("SIGTERM");
      return (await done).code;
    },
  };
}
