import { parseArguments } from "../../../scripts/cli/parse-arguments";
import { refusalOf } from "../../support/refusal";

/** What a command line asks for, without a word in the environment. */
export const parse = (...argv: string[]) => parseArguments(argv, {});

/** What a command line is refused with. */
export const message = (argv: string[]) => refusalOf(() => parse(...argv)).message;

/** The place that is meant where no flag names one. */
export const HERE = {
  project: undefined,
  embedded: false,
  url: undefined,
  table: undefined,
  stateTables: undefined,
  cluster: undefined,
  shardingKey: undefined,
  yes: false,
};
