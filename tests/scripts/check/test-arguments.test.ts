import { testArguments, unknownTests } from "../../../scripts/check/test-arguments";

describe("testArguments", () => {
  it("runs everything without arguments", () =>
    expect(testArguments([])).toEqual({ plan: false, lint: true, jest: [] }));

  it.each([
    ["unit", "tests/rows/seed.test.js", true],
    ["unit", "tests/server/client.integration.test.js", false],
    ["unit", "tests/e2e/verify.test.js", false],
    ["integration", "tests/rows/seed.test.js", false],
    ["integration", "tests/server/client.integration.test.js", true],
    ["integration", "tests/e2e/verify.test.js", false],
    ["e2e", "tests/e2e/verify.test.js", true],
    ["e2e", "tests/server/client.integration.test.js", false],
  ])("%s: %s %s", (kind, file, runs) => {
    const { lint, jest } = testArguments(["--", kind]);
    const [flag, pattern] = jest![0]!.split("=") as [string, string];
    expect([lint, new RegExp(pattern).test(`/dist/${file}`) !== flag.includes("Ignore")]).toEqual([
      true,
      runs,
    ]);
  });

  it("names the compiled form of a test file, without checking the style of all others", () =>
    expect(testArguments(["tests/rows/seed.test.ts", "-t", "law"])).toEqual({
      plan: false,
      lint: false,
      jest: ["tests/rows/seed.test.js", "-t", "law"],
    }));

  it.each([
    [[], []],
    [["tests/rows/seed.test.js", "nonsense", "-t", "law"], ["nonsense"]],
    [["rows/", "SEED", "./tests/rows/seed.test.js", "tests/(", "seed.test"], ["tests/("]],
  ])("knows which of %j name no test", (jest, unknown) =>
    expect(unknownTests(jest, ["tests/rows/seed.test.ts", "app/nonsense.ts"])).toEqual(unknown),
  );

  it("stops before the tests with lint", () => expect(testArguments(["lint"]).jest).toBeUndefined());
});
