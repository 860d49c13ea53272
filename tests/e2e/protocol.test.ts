import { type Logged, withLoggingProxy } from "../support/logging-proxy";
import { FakerProject, runPlain } from "./faker-project";

jest.setTimeout(120_000);

let project: FakerProject;
beforeEach(async () => {
  project = await FakerProject.create();
});
afterEach(() => project.remove());

/** Runs the command against the server through a proxy. */
async function logged(...flags: string[]): Promise<Logged[]> {
  return withLoggingProxy(project.connection, async ({ host, port }, log) => {
    const { code, err } = await runPlain(project.directory, flags, {
      MOOSE_CLICKHOUSE_CONFIG__HOST: host,
      MOOSE_CLICKHOUSE_CONFIG__HOST_PORT: String(port),
    });
    expect([code, err]).toEqual([0, expect.any(String)]);
    return log;
  });
}

const rowsOf = <Row>(body: string): Row[] =>
  body
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
const into = (log: readonly Logged[], table: string) =>
  log.filter(({ query }) => new RegExp(`^INSERT INTO \\S*${table}\\b`).test(query.replaceAll("`", "")));

describe("the ledger's protocol, as the server sees it", () => {
  it("announces every row before its insert, and records a step only after the answer", async () => {
    await project.run("--rows", "1000", "--seed", "42");
    const log = await logged("--rows", "40000", "--batch-size", "1000", "--checkpoint-interval", "2");
    const steps = into(log, "data_faker_steps").flatMap(({ body, arrived, answered }) =>
      rowsOf<{ first_row: number; rows: number; state: string }>(body).map((step) => ({
        first: Number(step.first_row),
        last: Number(step.first_row) + Number(step.rows) - 1,
        state: step.state,
        arrived,
        answered,
      })),
    );
    const batches = into(log, "images_analytical").map(({ body, parameters, arrived, answered }) => {
      expect(parameters.get("async_insert")).toBe("0");
      const ids = rowsOf<{ image_id: number }>(body).map((row) => row.image_id);
      return { first: Math.min(...ids), last: Math.max(...ids), arrived, answered };
    });
    expect(batches).toHaveLength(39);
    for (const batch of batches) {
      const covering = steps.filter(({ first, last }) => first <= batch.first && batch.last <= last);
      expect(covering.some(({ state, answered }) => state === "announced" && answered < batch.arrived)).toBe(
        true,
      );
      expect(covering.filter(({ state }) => state === "written").length).toBeGreaterThan(0);
      for (const { state, arrived } of covering)
        if (state === "written") expect(arrived).toBeGreaterThan(batch.answered);
    }
  });

  it("reads the steps one by one at the first and the last survey only, however many there are", async () => {
    await project.run("--rows", "1000", "--seed", "42");
    for (const rows of ["2000", "20000"]) {
      const log = await logged("--rows", rows, "--batch-size", "500");
      const reads = log.filter(({ query }) => /^SELECT \* EXCEPT at\b[^]*data_faker_steps\b/.test(query));
      expect(reads).toHaveLength(2);
    }
  });

  it("asks as many questions of a large table as of a small one when it starts again", async () => {
    await project.run("--rows", "2000", "--seed", "42", "--batch-size", "100");
    const small = await logged();
    await project.run("--rows", "30000", "--batch-size", "1000");
    const large = await logged();
    // Some are asked side by side, and arrive in any order.
    const questions = (asked: typeof small) => asked.map(({ query }) => query.slice(0, 60)).sort();
    expect(questions(large)).toEqual(questions(small));
    expect(into(large, "images_analytical")).toEqual([]);
  });

  it("makes the same rows with every writer, number of threads, batch size and interval", async () => {
    const made: unknown[] = [];
    for (const flags of [
      ["--writer", "olap", "--threads", "1"],
      ["--writer", "native", "--threads", "1"],
      ["--writer", "native", "--threads", "4", "--batch-size", "1500", "--checkpoint-interval", "3"],
      ["--writer", "olap", "--threads", "3", "--batch-size", "700"],
    ]) {
      const { code, err } = await project.run("--rows", "12000", "--seed", "42", "--reset", ...flags);
      expect([code, err]).toEqual([0, expect.any(String)]);
      made.push(await project.contents());
    }
    expect(made).toEqual(made.map(() => made[0]));
    expect(made[0]).toMatchObject({ rows: 12_000, ids: 12_000 });
  });
});
