import { spawn } from "node:child_process";
import path from "node:path";
import { guardConsole } from "../../../scripts/terminal/console-guard";
import { FakeOutput } from "../../support/fake-output";

describe("guardConsole", () => {
  it("drops what libraries print, or writes it to the debug stream, and gives console back", () => {
    const before = { ...console };
    const debug = new FakeOutput(false);
    for (const stream of [undefined, debug]) {
      const giveBack = guardConsole(stream);
      console.log("a %d", 1);
      console.error({ b: 2 });
      giveBack();
    }
    expect(debug.text).toBe("a 1\n{ b: 2 }\n");
    expect(console.log).toBe(before.log);
    expect(console.error).toBe(before.error);
  });
});

describe("listenForStop", () => {
  const modulePath = path.resolve(__dirname, "../../../scripts/terminal/stop-signals.js");

  /** Runs a program that waits for signals; sends the next one whenever it says that it is ready for it. */
  function signalled(
    program: string,
    signals: NodeJS.Signals[],
  ): Promise<{ code: number | null; output: string }> {
    return new Promise((resolve) => {
      const script = `const stop = require(${JSON.stringify(modulePath)}).listenForStop((code) => process.exit(code));
        const alive = setInterval(() => {}, 1000); ${program} console.log("ready");`;
      const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
      let output = "";
      child.stdout.on("data", (data: Buffer) => {
        output += data.toString();
        const signal = output.endsWith("ready\n") ? signals.shift() : undefined;
        if (signal) child.kill(signal);
      });
      child.on("close", (code) => resolve({ code, output }));
    });
  }

  const FINISH = `stop.signal.onabort = () => { console.log(stop.signal.reason); clearInterval(alive); stop.dispose(); process.exitCode = stop.exitCode(); };`;
  const LINGER = `stop.signal.onabort = () => console.log("ready");`;

  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("asks to stop at the first %s, and knows the exit code", async (signal, code) => {
    expect(await signalled(FINISH, [signal])).toEqual({ code, output: `ready\n${signal}\n` });
  });

  it("leaves at the second signal", async () => {
    expect((await signalled(LINGER, ["SIGINT", "SIGINT"])).code).toBe(130);
    expect((await signalled(LINGER, ["SIGINT", "SIGTERM"])).code).toBe(143);
  });
});
