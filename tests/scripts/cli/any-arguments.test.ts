import * as fc from "fast-check";
import { ExpectedError } from "../../../app/errors";
import { requestFromInput } from "../../../app/request/request-from-input";
import { REQUEST_OPTIONS } from "../../../app/request/request-options";
import type { Commands } from "../../../scripts/cli/commands";
import { CLI_OPTIONS } from "../../../scripts/cli/cli-options";
import type { Invocation } from "../../../scripts/cli/invocation";
import { main } from "../../../scripts/cli/main";

const kebab = (name: string) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
const FLAGS = CLI_OPTIONS.map(({ name }) => kebab(name));

const someText = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom(
    "",
    "0",
    "-1",
    "1.5",
    "1e9",
    "10k",
    "1M",
    "1_000",
    "١٢",
    "NaN",
    "Infinity",
    "0x10",
    "100GB",
    "5 XB",
    "--",
    "-",
    "=",
    "'; DROP TABLE x; --",
    "\0",
    "\n",
    "../..",
    "olap",
    "native",
    "true",
  ),
);
const someFlag = fc.oneof(
  fc.constantFrom(...FLAGS, "-c", "-h", "--help", "--version"),
  fc
    .constantFrom(...FLAGS)
    .chain((flag) => fc.integer({ min: 1, max: flag.length }).map((cut) => flag.slice(0, cut))),
  someText.map((text) => `--${text}`),
);
const someArgument = fc.oneof(
  someFlag,
  someText,
  fc.tuple(someFlag, someText).map(([flag, text]) => `${flag}=${text}`),
  fc.constantFrom("status", "stop", "verify", "dev", "run", "help"),
);

/** Runs the door with commands that only say that they were called. */
async function call(argv: readonly string[]): Promise<{ code: number; err: string; called: Invocation[] }> {
  const called: Invocation[] = [];
  const action = async (invocation: unknown) => {
    called.push(invocation as Invocation);
    return 0;
  };
  let err = "";
  const commands: Commands = {
    run: action,
    work: action,
    count: action,
    preview: action,
    status: action,
    verify: action,
    stop: action,
    page: action,
    explain: action,
    plan: action,
    queries: action,
    report: action,
    ddl: action,
    dev: action,
  };
  const code = await main(argv, {}, commands, "1.2.3", {
    out: () => undefined,
    err: (text) => (err += text),
  });
  return { code, err, called };
}

describe("whatever comes to the door", () => {
  it("a command line is carried out or ends with code 2 and one line", async () => {
    let [carriedOut, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(someArgument, { minLength: 1, maxLength: 6 }), async (argv) => {
        const { code, err, called } = await call(argv);
        if (code === 0) {
          carriedOut++;
          expect([err, called.length <= 1]).toEqual(["", true]);
          // Only something that was said in full may start a run, never a slip that is passed over.
          if (called[0]?.kind === "run")
            expect(
              argv.every((argument, i) => argument.startsWith("--") || argv[i - 1]!.startsWith("--")),
            ).toBe(true);
        } else {
          refused++;
          expect([code, called]).toEqual([2, []]);
          expect(err).toMatch(/^[^\n]+\n$/);
          expect(err).not.toMatch(/\n\s+at /);
        }
      }),
      { numRuns: 2_000, seed: 42 },
    );
    expect(carriedOut).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(500);
  });

  it("a workflow's input becomes a request or a refusal of one line", () => {
    const key = fc.oneof(fc.constantFrom(...REQUEST_OPTIONS.map(({ name }) => name)), someText);
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      someText,
      fc.date({ noInvalidDate: false }),
      fc.constant(undefined),
    );
    const input = fc.oneof(
      { weight: 9, arbitrary: fc.dictionary(key, value, { maxKeys: 4 }) },
      fc.jsonValue({ maxDepth: 1 }),
    );
    let [accepted, refused] = [0, 0];
    fc.assert(
      fc.property(input, (given) => {
        try {
          const request = requestFromInput(given);
          accepted++;
          expect(Number.isSafeInteger(request.target.rows) && request.target.rows > 0).toBe(true);
        } catch (error) {
          refused++;
          expect(error).toBeInstanceOf(ExpectedError);
          expect((error as ExpectedError).exitCode).toBe(2);
          expect((error as Error).message).not.toContain("\n");
        }
      }),
      { numRuns: 2_000, seed: 42 },
    );
    expect(accepted).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(500);
  });
});
