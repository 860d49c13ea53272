import { Command, Option as CommanderOption } from "commander";
import { flagOf } from "../../app/request/option";
import { CLI_OPTIONS } from "./cli-options";
import { EXAMPLES } from "./examples";

/** The command line as commander knows it. It neither prints nor exits. */
export function buildProgram(): Command {
  const program = new Command("npm start --")
    .usage(
      "[flags]\n       npm start -- status [--json] [--watch]\n       npm start -- verify [--repair]\n       npm start -- stop\n       npm start -- dev [--infra <who>]",
    )
    .description(
      "Fills the images_analytical table of a MooseStack project with realistic,\nreproducible rows. Called again, it goes on where it left off.",
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
  return program.addHelpText("after", `\n${EXAMPLES}`);
}

/** What `--help` prints; at most 80 columns wide. */
export function helpText(): string {
  let text = "";
  buildProgram()
    .configureOutput({ writeOut: (part) => (text += part) })
    .outputHelp();
  return text;
}
