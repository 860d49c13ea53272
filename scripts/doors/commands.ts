import type { Commands } from "../cli/commands";
import { count } from "./count";
import { run } from "./run";
import { sample } from "./sample";
import { status } from "./status";
import { stop } from "./stop";
import { verify } from "./verify";

export const commands: Commands = {
  run,
  count,
  sample,
  status,
  verify,
  stop,
  dev: async (invocation) => (await import("./dev")).dev(invocation),
};
