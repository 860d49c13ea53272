import { execFileSync } from "node:child_process";

it.each([
  ["by themselves", undefined],
  ["of process.env", { ...process.env }],
])("children inherit no FORCE_COLOR %s", (_, env) => {
  const printed = execFileSync(process.execPath, ["-p", "process.env.FORCE_COLOR"], {
    env,
    encoding: "utf8",
  });
  expect(printed).toBe("undefined\n");
});
