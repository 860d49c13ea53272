import { EnvironmentFailure, Refusal } from "../../../app/errors";
import type { Commands } from "../../../scripts/cli/commands";
import { main } from "../../../scripts/cli/main";

async function call(argv: string[], count: () => Promise<number> = async () => 0) {
  const never = async (): Promise<number> => {
    throw new Error("not asked for");
  };
  const others = {
    run: never,
    preview: never,
    status: never,
    verify: never,
    page: never,
    work: never,
    stop: never,
    explain: never,
    plan: never,
    queries: never,
    report: never,
    ddl: never,
    dev: never,
  };
  const commands: Commands = { ...others, count };
  let out = "";
  let err = "";
  const streams = { out: (text: string) => (out += text), err: (text: string) => (err += text) };
  const code = await main(argv, {}, commands, "1.2.3", streams);
  return { code, out, err };
}

describe("main", () => {
  it("returns the exit code of the action", async () => {
    for (const code of [0, 1, 130, 143])
      expect(await call(["--count"], async () => code)).toEqual({ code, out: "", err: "" });
  });

  it("prints the help and the version on standard output", async () => {
    expect(await call(["--version"])).toEqual({ code: 0, out: "1.2.3\n", err: "" });
    const { code, out, err } = await call(["--help"]);
    expect([code, err, out.startsWith("Usage: ")]).toEqual([0, "", true]);
  });

  it("turns expected failures into one line on standard error", async () => {
    const refused = await call(["--count"], () => Promise.reject(new Refusal("x", "no:\n  because")));
    expect(refused).toEqual({ code: 2, out: "", err: "no: because\n" });
    const failed = await call(["--count"], () => Promise.reject(new EnvironmentFailure("x", "down")));
    expect(failed).toEqual({ code: 1, out: "", err: "down\n" });
    expect(await call(["--bogus"])).toEqual({
      code: 2,
      out: "",
      err: "unknown option '--bogus'; --help shows all flags\n",
    });
  });

  it("shows the stack of a bug", async () => {
    const { code, err } = await call(["--count"], () => Promise.reject(new TypeError("oops")));
    expect(code).toBe(1);
    expect(err).toMatch(/^TypeError: oops\n\s+at /);
  });
});
