import { Refusal } from "../../../app/errors";
import { parseArguments } from "../../../scripts/cli/parse-arguments";
import type { Invocation } from "../../../scripts/cli/invocation";

type Queries = Extract<Invocation, { kind: "queries" }>;

const parse = (...flags: string[]) => parseArguments(["queries", ...flags], {}) as Queries;

function refusal(...flags: string[]): string {
  try {
    parse(...flags);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  return "none";
}

describe("queries", () => {
  it("is bounded by seconds, or by runs alone where only they are given", () => {
    expect(parse().bounds).toEqual({ seconds: 3, runs: Infinity });
    expect(parse("--runs", "1k").bounds).toEqual({ seconds: Infinity, runs: 1_000 });
    expect(parse("--runs", "9", "--seconds", "2").bounds).toEqual({ seconds: 2, runs: 9 });
  });

  it("is sent by one client, by several numbers of them, or so many times a second", () => {
    expect(parse().loads).toEqual([{ kind: "closed", clients: 1 }]);
    expect(parse("--clients", "1, 4,4").loads).toEqual([
      { kind: "closed", clients: 1 },
      { kind: "closed", clients: 4 },
    ]);
    expect(parse("--rate", "50").loads).toEqual([{ kind: "open", rate: 50 }]);
  });

  it("is measured at sizes that rise, and estimated for 200 million rows", () => {
    expect(parse("--at", "10M,1M,10M", "--threads", "2")).toMatchObject({
      at: [1e6, 1e7],
      target: 2e8,
      request: { threads: 2 },
    });
    expect(parse("--target", "1G").target).toBe(1e9);
  });

  it("compares two files, and does nothing else then", () => {
    expect(parse("--compare", "a.json", "b.json").compare).toEqual(["a.json", "b.json"]);
    expect(parse().compare).toBeUndefined();
    expect(refusal("--compare", "a.json")).toContain("needs two files");
    expect(refusal("--compare", "a.json", "b.json", "c.json")).toContain("not the value of any flag");
    expect(refusal("--compare", "a.json", "b.json", "--runs", "3")).toContain("--runs cannot be combined");
  });

  it.each([
    [["--clients", "0"], "--clients: expected a whole number from 1 to 256"],
    [["--clients", "1,,2"], "--clients: expected a whole number"],
    [["--rate", "5", "--clients", "2"], "give only one of them"],
    [["--while-filling", "--at", "1M"], "name two or more with --at"],
    [["--while-filling"], "name two or more with --at"],
    [["--while-filling", "--at", "1M,2M", "--rate", "5"], "leave out --rate"],
    [["--rows", "5"], "name the sizes with --at"],
    [["--threads", "5"], "--threads says how the table is filled"],
    [["--spec", "x.json"], "--spec says how the table is filled"],
    [["--target-size", "1GB"], "cannot be combined with queries"],
    [["extra"], "not the value of any flag"],
    [["--watch"], "--watch cannot be combined with queries"],
  ] as [string[], string][])("refuses %j", (flags, said) => expect(refusal(...flags)).toContain(said));
});
