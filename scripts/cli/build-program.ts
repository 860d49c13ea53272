import { Command, Option as CommanderOption } from "commander";
import { flagOf } from "../../app/request/option";
import { CLI_OPTIONS } from "./cli-options";
import { examples } from "./examples";

const USES = [
  "[flags]",
  "work [--writer <name>]",
  "status [--json] [--watch]",
  "verify [--repair] [--json]",
  "stop",
  "page",
  "explain --table <name>",
  "plan [--workers <n>]",
  "queries [--clients <n>]",
  "report [--out <file>]",
  "ddl",
  "dev [--infra <who>]",
];

/**
 * The command line as commander knows it. It neither prints nor exits.
 * @param prefix what the user types before the flags
 */
export function buildProgram(prefix: string): Command {
  const program = new Command(prefix)
    .usage(USES.join(`\n       ${prefix} `))
    .description(
      "Fills a table of a MooseStack project, images_analytical unless --table names\nanother, with realistic, reproducible rows. Called again, it goes on where it\nleft off.",
    )
    .argument("[operands...]")
    .helpOption(false)
    .exitOverride()
    .configureOutput({
      writeOut: () => {},
      writeErr: () => {},
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
    })
    .configureHelp({ helpWidth: 80, visibleArguments: () => [], styleUsage: (usage) => usage });
  for (const option of CLI_OPTIONS) {
    const short = option.short === undefined ? "" : `-${option.short}, `;
    const value = option.placeholder === undefined ? "" : ` <${option.placeholder}>`;
    program.addOption(
      new CommanderOption(`${short}${flagOf(option)}${value}`, option.help).helpGroup(`${option.group}:`),
    );
  }
  return program.addHelpText("after", `\n${examples(prefix)}`);
}

/** What `--help` prints; at most 80 columns wide. */
export function helpText(prefix: string): string {
  let text = "";
  buildProgram(prefix)
    .configureOutput({ writeOut: (part) => (text += part) })
    .outputHelp();
  return text;
}
