import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { guardConsole } from "../../../scripts/terminal/console-guard";
import { until } from "../../support/until";
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
      const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "pipe"] });
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

  it("goes on at SIGHUP where it has no terminal, as under nohup", async () => {
    const heard = `process.on("SIGHUP", () => console.log("ready"));`;
    const ended = await signalled(`${heard} ${FINISH}`, ["SIGHUP", "SIGINT"]);
    expect(ended).toEqual({ code: 130, output: "ready\nready\nSIGINT\n" });
  });

  it("asks to stop when its terminal is closed", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "hang-up-"));
    const [script, reason] = [path.join(folder, "script.js"), path.join(folder, "reason")];
    writeFileSync(
      script,
      `const stop = require(${JSON.stringify(modulePath)}).listenForStop(() => {});
       const alive = setInterval(() => {}, 1000);
       const tell = () => require("node:fs").writeFileSync("${reason}", stop.signal.reason + " " + stop.exitCode());
       stop.signal.onabort = () => { tell(); process.exit(); };
       console.log("ready");`,
    );
    const terminal = spawn("script", ["-qec", `${process.execPath} ${script}`, "/dev/null"], {
      stdio: ["pipe", "pipe", "ignore"],
    });
    terminal.stdout.on("data", (data: Buffer) => data.includes("ready") && terminal.kill("SIGKILL"));
    await until("it hears of it", () => Promise.resolve(readFileSync(reason, "utf8") !== ""));
    expect(readFileSync(reason, "utf8")).toBe("SIGHUP 129");
    rmSync(folder, { recursive: true });
  });

  it("leaves at the second signal", async () => {
    expect((await signalled(LINGER, ["SIGINT", "SIGINT"])).code).toBe(130);
    expect((await signalled(LINGER, ["SIGINT", "SIGTERM"])).code).toBe(143);
  });
});
