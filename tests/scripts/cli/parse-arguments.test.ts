import * as fc from "fast-check";
import { parseArguments } from "../../../scripts/cli/parse-arguments";
import { refusalOf } from "../../support/refusal";
import { HERE, message, parse } from "./parsed";

describe("parseArguments", () => {
  it("reads the flags of a run, in any order, with a space or an equals sign", () => {
    const flags = [
      ["--rows", "1M"],
      ["--batch-size", "20_000"],
      ["--seed", "a 'b' \"c\"\n🙂"],
      ["--start-image-id", "5"],
      ["--checkpoint-interval", "3"],
      ["--project", "dir"],
      ["--writer", "native"],
      ["--threads", "4"],
      ["--skip-columns", "a,b"],
      ["--state-tables", "mine"],
    ] as const;
    const switches = ["--reset", "--embedded", "--yes", "--share"];
    const shuffled = fc.shuffledSubarray([...flags.map((_, i) => i), 100, 101, 102, 103], { minLength: 14 });
    fc.assert(
      fc.property(shuffled, fc.boolean(), (order, equals) => {
        const argv = order.flatMap((i) =>
          i >= 100 ? [switches[i - 100]!] : equals ? [flags[i]!.join("=")] : [...flags[i]!],
        );
        expect(parse(...argv)).toEqual({
          kind: "run",
          spec: undefined,
          place: { ...HERE, project: "dir", embedded: true, stateTables: "mine", yes: true },
          request: {
            target: { rows: 1_000_000, source: "given" },
            batchSize: { value: 20_000, source: "given" },
            checkpointInterval: { value: 3, source: "given" },
            seed: "a 'b' \"c\"\n🙂",
            startImageId: 5,
            reset: true,
            writer: "native",
            threads: 4,
            share: true,
            skipColumns: ["a", "b"],
          },
        });
      }),
    );
  });

  it("skips a -- that comes first", () => {
    expect(parse("--", "--rows", "100")).toEqual(parse("--rows", "100"));
    expect(parse("--")).toEqual(parse());
  });

  it.each([
    [["100"], /"100" is not the value of any flag: write for example data-faker --rows 100/],
    [["rows=100"], /"rows=100" is not the value of any flag: write data-faker --rows 100/],
    [["rows", "100"], /"rows" is not the value of any flag: write data-faker --rows/],
    [["--rows", "100", "200"], /"200" is not the value of any flag/],
    [["--rows", "1", "--", "--reset"], /"--reset" is not the value of any flag/],
    [
      ["stauts"],
      /the commands are work, preview, status, verify, stop, page, explain, plan, queries, report, ddl, dev/,
    ],
    [["status", "stop"], /"stop" is not the value of any flag/],
    [[""], /"" is not the value of any flag/],
    [["-rows", "100"], /two dashes: write --rows/],
    [["-rows=100"], /two dashes: write --rows/],
    [["-count"], /two dashes: write --count/],
    [["-ch"], /two dashes/],
    [["-r", "100"], /unknown option '-r'/],
    [["--row", "100"], /^--row belongs to explain: .*; or is --rows meant\?$/],
    [["--ROWS", "100"], /unknown option '--ROWS'/],
    [["--no-reset"], /unknown option '--no-reset'/],
    [["--__proto__"], /unknown option/],
    [["--x\n\u001b[31m"], /unknown option/],
    [["–rows", "100"], /typographic dash: write --rows/],
    [["—rows=100"], /typographic dash: write --rows=100/],
    [["−rows"], /typographic dash/],
    [["--seed", "–rows", "5"], /--seed needs a value/],
    [["--rows", "1", "--rows", "2"], /--rows is given twice/],
    [["--rows=1", "--rows=1"], /--rows is given twice/],
    [["-c", "--count"], /--count is given twice/],
    [["--rows"], /--rows needs a value: --rows <n>/],
    [["--seed"], /--seed needs a value/],
    [["--rows", "--seed", "x"], /--rows needs a value, received "--seed"/],
    [["--seed", "--reset"], /a value that begins with a dash is written --seed=--reset/],
    [["--seed", "--", "--rows", "1"], /--seed needs a value/],
    [["--project", "-x"], /--project needs a value/],
    [["--rows="], /--rows: expected a whole number .+, received ""/],
    [["--rows", ""], /--rows: expected a whole number/],
    [["--rows", "-5"], /--rows: expected a whole number .+, received "-5"/],
    [["--target-size", "-5GB"], /--target-size: expected a size/],
    [["--target-size="], /--target-size: expected a size/],
    [["--seed="], /--seed: expected text/],
    [["--seed", ""], /--seed: expected text/],
    [["--project="], /--project: expected a folder/],
    [["--batch-size", "0"], /--batch-size: expected/],
    [["--batch-size", "100001"], /--batch-size: expected a whole number from 1 to 100,000/],
    [["--checkpoint-interval", "10001"], /--checkpoint-interval: expected/],
    [["--start-image-id", "0"], /--start-image-id: expected/],
    [["preview", "--rows", "0"], /--rows: expected/],
    [["preview", "--format", "xml"], /--format: expected cards or table or json/],
    [["--format", "csv"], /--format belongs to preview: write preview --format/],
    [["--embedded=yes"], /--embedded takes no value/],
    [["--reset="], /--reset takes no value/],
    [["--rows", "1", "--target-size", "1GB"], /both set the target/],
    [["--count", "--rows", "3"], /--rows cannot be combined with --count/],
    [["--count", "--format", "csv"], /--format cannot be combined with --count/],
    [["preview", "--reset"], /--reset cannot be combined with preview/],
    [["preview", "--count"], /--count cannot be combined with preview/],
    [["explain"], /Name it with --table/],
    [["explain", "--table", "t", "--row", "-1"], /--row: /],
    [["preview", "--spec", "f"], /--spec cannot be combined with preview/],
    [["preview", "--embedded"], /--embedded cannot be combined with preview/],
    [["status", "--rows", "3"], /--rows cannot be combined with status/],
    [["stop", "--json"], /--json cannot be combined with stop/],
    [["stop", "-c"], /--count cannot be combined with stop/],
    [["--json"], /--json belongs to status, verify, plan: write status --json/],
    [["verify", "--json", "--repair"], /--json cannot be combined with --repair: repair first/],
    [["--rows", "3", "--watch"], /--watch belongs to status/],
  ] as [string[], RegExp][])("refuses %j", (argv, expected) => expect(message(argv)).toMatch(expected));

  const flag = fc.constantFrom(
    "--rows",
    "--target-size",
    "--batch-size",
    "--seed",
    "--start-image-id",
    "--reset",
    "--checkpoint-interval",
    "-c",
    "--count",
    "--project",
    "--embedded",
    "--format",
    "preview",
    "--yes",
    "--json",
    "--watch",
    "status",
    "stop",
    "--",
    "-",
    "-h",
    "--help",
    "--version",
  );
  const value = fc.oneof(
    fc.constantFrom("100", "1M", "0", "-1", "1.5", "100GB", "", "x", "1e9", "=", "--", "-x"),
    fc.string(),
    fc.string({ unit: "binary" }),
  );
  const argument = fc.oneof(
    { weight: 4, arbitrary: flag },
    { weight: 3, arbitrary: value },
    fc.tuple(flag, value).map(([name, text]) => `${name}=${text}`),
    flag.map((name) => name.slice(0, -1)),
  );

  it("ends on every list of arguments with an invocation or a refusal of one line", () => {
    fc.assert(
      fc.property(
        fc.array(argument, { maxLength: 6 }),
        fc.dictionary(fc.constantFrom("npm_config_rows", "npm_config_x"), value),
        (argv, env) => {
          try {
            expect(parseArguments(argv, env).kind).toMatch(/^(run|count|preview|status|stop|help|version)$/);
          } catch {
            refusalOf(() => parseArguments(argv, env));
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("starts the default run from no list that names anything to do", () => {
    const harmless = new Set(["--reset", "--embedded", "--yes", "--"]);
    fc.assert(
      fc.property(fc.array(argument, { maxLength: 5 }), (argv) => {
        let found;
        try {
          found = parseArguments(argv, {});
        } catch {
          return;
        }
        if (found.kind !== "run" || found.request.target.source === "given") return;
        const flags = argv.filter(
          (word, i) =>
            !harmless.has(word) &&
            !argv[i - 1]?.match(/^--(batch-size|seed|start-image-id|checkpoint-interval|project)$/),
        );
        for (const word of flags)
          expect(word).toMatch(/^--(batch-size|seed|start-image-id|checkpoint-interval|project)(=|$)/);
      }),
      { numRuns: 1000 },
    );
  });
});
