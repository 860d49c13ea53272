import { isatty } from "node:tty";

/** Ctrl+C, `kill`, and the end of the terminal: the first one asks to stop, the second one leaves at once. */
export interface StopSignals {
  /** Aborts at the first signal; the reason is its name. */
  readonly signal: AbortSignal;
  /** 130 after SIGINT, 143 after SIGTERM, 129 after SIGHUP, `undefined` where none came. */
  exitCode(): number | undefined;
  /** Restores Node's handling of the signals. */
  dispose(): void;
}

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** @param leave called at the second signal, with the exit code; restores the terminal and exits */
export function listenForStop(leave: (exitCode: number) => void): StopSignals {
  const controller = new AbortController();
  let received: keyof typeof EXIT_CODES | undefined;
  const onSignal = (name: keyof typeof EXIT_CODES) => () => {
    if (received !== undefined) return leave(EXIT_CODES[name]);
    received = name;
    controller.abort(name);
  };
  const listeners = [
    ["SIGINT", onSignal("SIGINT")],
    ["SIGTERM", onSignal("SIGTERM")],
    ["SIGHUP", usesTerminal() ? onSignal("SIGHUP") : () => undefined],
  ] as const;
  for (const [name, listener] of listeners) process.on(name, listener);
  return {
    signal: controller.signal,
    exitCode: () => received && EXIT_CODES[received],
    dispose: () => {
      for (const [name, listener] of listeners) process.removeListener(name, listener);
    },
  };
}

/**
 * False under `nohup`: it redirects all three, and that it lets SIGHUP be ignored is lost, since Node resets
 * every signal at its start.
 */
function usesTerminal(): boolean {
  return [0, 1, 2].some((fd) => isatty(fd));
}
