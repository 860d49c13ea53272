/** What `npm test -- <kind>` runs; `x.integration.test.ts` starts an engine, a server or a process. */
const KINDS: Readonly<Record<string, string>> = {
  unit: "--testPathIgnorePatterns=/tests/e2e/|[.]integration[.]test[.]js$",
  integration: "--testPathPatterns=[.]integration[.]test[.]js$",
  e2e: "--testPathPatterns=/tests/e2e/",
};

/** What the arguments of `npm test` ask for. */
export interface TestArguments {
  /** Print the plan of the house, and nothing else. */
  readonly plan: boolean;
  /** Whether formatting and lint are checked: not where single test files are named. */
  readonly lint: boolean;
  /** For jest; `undefined`: it does not run. */
  readonly jest: readonly string[] | undefined;
}

/**
 * The arguments that name no test, which jest would answer with a page of its own.
 * @param jest what {@link testArguments} says
 * @param files paths of the sources
 */
export function unknownTests(jest: readonly string[], files: Iterable<string>): string[] {
  const tests = [...files]
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => file.replace(/ts$/, "js"));
  // What follows a flag may be its value.
  const flag = jest.findIndex((argument) => argument.startsWith("-"));
  const leading = flag < 0 ? jest : jest.slice(0, flag);
  return leading.filter((name) => !tests.some((file) => name.includes(file) || matches(name, file)));
}

/** Jest takes names for patterns. */
function matches(pattern: string, file: string): boolean {
  try {
    return new RegExp(pattern, "i").test(`/dist/${file}`);
  } catch {
    return false;
  }
}

/**
 * `lint`, `unit`, `integration` and `e2e` choose a kind, `--plan` prints the plan; all else is jest's, and
 * `tests/rows/seed.test.ts` means the file's compiled form.
 */
export function testArguments(argv: readonly string[]): TestArguments {
  // pnpm hands on the `--` that npm takes for itself.
  const given = argv[0] === "--" ? argv.slice(1) : argv;
  return {
    plan: given.includes("--plan"),
    lint: given.every((argument) => argument === "lint" || argument in KINDS),
    jest: given.includes("lint")
      ? undefined
      : given.map((argument) => KINDS[argument] ?? argument.replace(/\.ts$/, ".js")),
  };
}
