import fc from "fast-check";
import { Refusal } from "../../../app/errors";
import { benchArguments } from "../../../scripts/bench/bench-arguments";

const FLAGS = ["--quick", "--any-table", "--help"];

test("any flags in any order are taken, and the command that is reported asks for the same", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(FLAGS), fc.boolean(), (flags, dashes) => {
      const read = benchArguments([...(dashes ? ["--"] : []), ...flags]);
      expect(read.quick).toBe(flags.includes("--quick"));
      expect(read.help).toBe(flags.includes("--help"));
      expect(read.parts.includes("images")).toBe(!flags.includes("--any-table"));
      expect(read.parts).toContain("any table");
      const again = benchArguments(read.command.split(" ").slice(3));
      expect(again).toEqual({ ...read, help: false });
    }),
  );
});

test("the file of the figures is taken, and what is unknown is refused in one line", () => {
  expect(benchArguments(["--out", "x.json"]).out).toBe("x.json");
  expect(benchArguments([]).out).toBeUndefined();
  for (const wrong of [["--anytable"], ["events"], ["--out"]]) {
    expect(() => benchArguments(wrong)).toThrow(Refusal);
    expect(() => benchArguments(wrong)).toThrow(/^[^\n]+; see --help$/);
  }
});
