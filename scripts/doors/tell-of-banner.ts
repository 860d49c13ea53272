import { commandPrefix, silentPrefix } from "../cli/command-prefix";

/** npm prints lines of its own before an answer in JSON, which no program expects there. */
export function tellOfBanner(command: string): void {
  const prefix = commandPrefix(process.env);
  if (process.stdout.isTTY || !prefix.startsWith("npm ") || process.env.npm_config_loglevel === "silent")
    return;
  process.stderr.write(
    `note: npm prints lines of its own before the answer; "${silentPrefix(prefix)} ${command} --json" prints the answer alone\n`,
  );
}
