import { Refusal } from "../../app/errors";
import { commandPrefix } from "../cli/command-prefix";
import { placeFlags } from "../cli/place-flags";
import { RunView } from "../terminal/run-view";
import { listenForStop } from "../terminal/stop-signals";
import { styleFor } from "../terminal/style";

/**
 * Does work that shows its events on the terminal and that a signal asks to stop.
 * @returns 130 or 143 where a signal came, else what the work returns
 */
export async function withRunView(
  place: Parameters<typeof placeFlags>[0],
  work: (view: RunView, stop: AbortSignal) => Promise<number>,
): Promise<number> {
  const view = new RunView({
    output: process.stdout,
    clock: () => performance.now() / 1000,
    style: styleFor(process.stdout, process.env),
    pid: process.pid,
    prefix: commandPrefix(process.env),
    placeFlags: placeFlags(place),
  });
  const signals = listenForStop((code) => {
    view.close();
    process.exit(code);
  });
  try {
    const code = await work(view, signals.signal);
    return signals.exitCode() ?? code;
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "run-under-way")) throw error;
    const stop = [commandPrefix(process.env), "stop", placeFlags(place)].filter(Boolean).join(" ");
    throw new Refusal(error.code, `${error.message}: ${stop}`, error.fields, { cause: error });
  } finally {
    view.close();
    signals.dispose();
  }
}
