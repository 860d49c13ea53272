/** Ctrl+C and `kill`: the first one asks to stop, the second one leaves at once. */
export interface StopSignals {
  /** Aborts at the first signal; the reason is its name. */
  readonly signal: AbortSignal;
  /** 130 after SIGINT, 143 after SIGTERM, `undefined` where none came. */
  exitCode(): number | undefined;
  /** Restores Node's handling of the signals. */
  dispose(): void;
}

const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

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
