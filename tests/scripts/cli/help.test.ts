import { helpText } from "../../../scripts/cli/build-program";
import { CLI_OPTIONS } from "../../../scripts/cli/cli-options";
import { examples } from "../../../scripts/cli/examples";
import { parseArguments } from "../../../scripts/cli/parse-arguments";
import { flagOf } from "../../../app/request/option";
import {
  DEFAULT_BATCH_SIZE,
  DEFAULT_CHECKPOINT_INTERVAL,
  DEFAULT_BYTES,
  REQUEST_OPTIONS,
} from "../../../app/request/request-options";

describe.each([
  "npm start --",
  "npm run dev:faker --",
  "pnpm dev:faker",
  "npx data-faker",
  "pnpm --filter data-faker start",
])("helpText, called as %s", (prefix) => {
  const help = helpText(prefix);

  it("is at most 80 columns wide and names every flag once in its list", () => {
    for (const line of help.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    const listed = help.split("\n").flatMap((line) => /^  (?:-\w, )?(--[a-z-]+)/.exec(line)?.[1] ?? []);
    expect(listed).toEqual(CLI_OPTIONS.map(flagOf));
  });

  it("shows examples that the command line takes", () => {
    const [, text] = examples(prefix).split("Examples:");
    const commands = text!
      .split("\n")
      .map((line) => line.replace(/ --silent/, "").trim())
      .filter((line) => line.startsWith(`${prefix} `))
      .map((line) => line.slice(prefix.length + 1).replace(/(?: {2,}.*| \|.*)$/, ""));
    expect(commands).toHaveLength(7);
    for (const example of commands) expect(() => parseArguments(example.split(" "), {})).not.toThrow();
  });

  it("states the limits and defaults that are checked", () => {
    const helpOf = (name: string) => REQUEST_OPTIONS.find((option) => option.name === name)!.help;
    const maximumOf = (name: string) => CLI_OPTIONS.find((option) => option.name === name)!.maximum!;
    expect(helpOf("batchSize")).toContain(`at most ${maximumOf("batchSize").toLocaleString("en-US")}`);
    expect(helpOf("batchSize")).toContain(`default: ${DEFAULT_BATCH_SIZE.toLocaleString("en-US")}`);
    expect(helpOf("checkpointInterval")).toContain(`default: ${DEFAULT_CHECKPOINT_INTERVAL}`);
    expect(helpOf("targetSize")).toContain("default: 100GB");
    expect(DEFAULT_BYTES).toBe(100e9);
  });
});
