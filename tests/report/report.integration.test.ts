import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ClickHouseClient } from "@clickhouse/client";
import { escapeHtml } from "../../app/html/escape";
import { resultsFile } from "../../app/queries/results-file";
import { readReport } from "../../app/report/read-report";
import { askFacts, type ReportFacts } from "../../app/report/report-facts";
import { reportPage } from "../../app/report/report-page";
import { openServerSession } from "../../app/run/session/server-session";
import { openClient } from "../../app/server/client";
import { select } from "../../app/server/select";
import { readTableDefinition } from "../../app/table/target-table";
import { resultsOf } from "../e2e/kept-results";
import { endProcess, startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { run } from "../support/test-client";

const HOSTILE = "<img src=x onerror=alert(1)>";

describe("a report", () => {
  let embedded: TestEmbedded;
  let client: ClickHouseClient;
  beforeAll(async () => {
    embedded = await startTestEmbedded();
    client = openClient(embedded.connection);
    await run(
      client,
      `CREATE TABLE orders (id UInt64, status LowCardinality(String), paid Bool, net Decimal(10, 2), weight Float64,
        note Nullable(String), at DateTime, tags Array(String), extra Map(String, UInt8), address Tuple(String, UInt8),
        big UInt256, u UUID, nothing Nullable(UInt8)) ENGINE = MergeTree ORDER BY id`,
      `INSERT INTO orders SELECT number, ['open', 'paid', 'shipped'][1 + (number % 7) % 3], number % 7 % 3 = 1,
        number / 100, if(number % 100 = 0, nan, exp(number / 1000)), if(number % 4 = 0, NULL, concat('note ', toString(number % 50))),
        toDateTime('2024-01-01 00:00:00', 'UTC') + number * 60, arrayMap(i -> concat('tag', toString(i)), range(number % 4)),
        map('k', 1), ('x', 1), number, generateUUIDv4(number), NULL FROM numbers(10000)`,
      "CREATE TABLE empty (id UInt64, name Nullable(String)) ENGINE = MergeTree ORDER BY id",
      `CREATE TABLE \`${HOSTILE}\` (\`<b>"'\\\\\` String, \`a\\\`b\` UInt8) ENGINE = MergeTree ORDER BY tuple()`,
      `INSERT INTO \`${HOSTILE}\` VALUES ('${HOSTILE}', 1), ('</style><script>alert(1)</script>', 2), ('\\0\\xff"', 3)`,
      "CREATE TABLE memory (x Float64, s String) ENGINE = Memory",
      "INSERT INTO memory VALUES (1e300, 'a'), (-1e300, 'b'), (inf, ''), (nan, 'é')",
    );
  });
  afterAll(async () => {
    await client.close();
    await embedded.stop();
  });

  async function factsOf(table: string): Promise<ReportFacts> {
    const definition = await readTableDefinition(client, { database: "local", table });
    return askFacts({
      client,
      definition: definition!,
      findFilled: () => Promise.resolve(undefined),
      queries: undefined,
    });
  }

  const number = async (query: string) =>
    Number(Object.values((await select<Record<string, unknown>>(client, query))[0]!)[0]);

  it("has the numbers that direct queries have", async () => {
    const facts = await factsOf("orders");
    const column = (name: string) => facts.columns.find((one) => one.name === name)!;
    expect(facts).toMatchObject({
      rows: 10_000,
      sampleRows: 10_000,
      leftOut: [],
      declared: undefined,
      run: undefined,
    });
    for (const value of ["open", "paid", "shipped"]) {
      const count = column("status").frequencies!.top.find(([text]) => text === value)![1];
      expect(count).toBe(await number(`SELECT count() FROM orders WHERE status = '${value}'`));
    }
    expect(column("note").summary!.nulls).toBe(await number("SELECT countIf(isNull(note)) FROM orders"));
    expect(column("note").frequencies!.distinct).toBe(await number("SELECT uniqExact(note) FROM orders"));
    expect(column("net").summary!.measure).toMatchObject({ min: 0, max: 99.99, notPositive: 1 });
    expect(column("tags").frequencies).toMatchObject({
      distinct: 3,
      top: [
        ["tag0", 7500],
        ["tag1", 5000],
        ["tag2", 2500],
      ],
    });
    for (const { from, to, count } of column("at").distribution!.bins)
      expect(count).toBe(
        await number(
          `SELECT countIf(toUnixTimestamp(at) >= ${from} - 1e-3 AND toUnixTimestamp(at) < ${to} - ${to === Date.UTC(2024, 0, 7, 22, 39) / 1000 ? -1 : 1e-3}) FROM orders`,
        ),
      );
    const links = facts.links!;
    const [status, paid] = ["status", "paid"].map((name) => links.columns.indexOf(name));
    expect(links.v[status!]![paid!]).toBeCloseTo(
      await number("SELECT cramersVBiasCorrected(status, paid) FROM orders"),
      6,
    );
  });

  it("counts each row once in a distribution", async () => {
    const { columns } = await factsOf("orders");
    for (const { summary, distribution, shape } of columns) {
      if (distribution === undefined || summary === undefined || shape === "list") continue;
      const sum = distribution.bins.reduce((all, { count }) => all + count, 0);
      const counted =
        summary.rows - summary.nulls - (distribution.scale === "log" ? summary.measure!.notPositive : 0);
      // NaN is no value.
      expect([counted, counted - 100]).toContain(sum);
    }
  });

  it.each(["orders", "empty", HOSTILE, "memory"])(
    "is one page of %s that loads and runs nothing",
    async (table) => {
      const facts = await factsOf(table);
      const page = reportPage(facts);
      const forbidden =
        /<img|<script|<b>|<link (?!rel="icon" href="data:,")|<[^>]* (style|on\w+)=|NaN|Infinity|undefined|url\(|@import/;
      expect(forbidden.exec(page)?.[0]).toBeUndefined();
      expect(page.match(/<\/style>/g)).toHaveLength(1);
      expect(page.endsWith("</html>\n")).toBe(true);
      expect(facts.leftOut).toEqual([]);
    },
  );

  it("samples a large table evenly, whatever its order", async () => {
    const { ReportTable } = await import("../../app/report/report-table");
    await run(
      client,
      "CREATE TABLE sorted (half Bool, id UInt64) ENGINE = MergeTree ORDER BY (half, id)",
      "INSERT INTO sorted SELECT number % 10 < 3, number FROM numbers(2000000)",
    );
    const { sample } = new ReportTable(client, { database: "local", table: "sorted" }, 8);
    expect(await number(`SELECT count() ${sample}`)).toBeGreaterThan(200_000);
    expect(await number(`SELECT count() ${sample}`)).toBeLessThan(300_000);
    expect(Math.abs((await number(`SELECT avg(half) ${sample}`)) - 0.3)).toBeLessThan(0.04);
  });

  it("shows what queries take, and of a file that is broken or of another table why it does not", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "report-"));
    const session = await openServerSession(embedded.connection);
    const name = { database: "local", table: "orders" };
    const file = resultsFile(folder, name);
    const reported = async (text: string) => {
      await writeFile(file, text);
      return (await readReport({ session, name, folder }))!;
    };
    try {
      await mkdir(path.dirname(file), { recursive: true });
      const kept = await reported(JSON.stringify(resultsOf("orders")));
      expect(kept).toContain('id="queries"');
      expect(kept).not.toContain('id="left-out"');
      for (const [text, why] of [
        [JSON.stringify(resultsOf(HOSTILE)), `it has the results of "local.${HOSTILE}"`],
        ['{"format": 2}', "the file.format is not 1"],
        ['{\n"', "expected a file that queries has written"],
      ] as const) {
        const page = await reported(text);
        expect(page).toContain('id="columns"');
        expect(page).not.toContain('id="queries"');
        const [line] = /<li>What queries take: [^<]*<\/li>/.exec(page) ?? [];
        expect(line).toContain(`What queries take: ${path.relative(folder, file)}: `);
        expect(line).toContain(escapeHtml(why));
        expect(line).not.toMatch(/\n/);
      }
    } finally {
      await session.close();
      await rm(folder, { recursive: true });
    }
  });

  it("leaves out what the user may not read, and says so", async () => {
    await run(client, "CREATE TABLE secretive (id UInt64, secret String) ENGINE = MergeTree ORDER BY id");
    await run(client, "INSERT INTO secretive SELECT number, 'x' FROM numbers(100)");
    await client.close();
    await endProcess(embedded.pid);
    await embedded.restart([
      "GRANT SELECT(id), SHOW COLUMNS ON local.secretive",
      "GRANT SELECT ON system.tables",
      "GRANT SELECT ON system.columns",
    ]);
    client = openClient(embedded.connection);
    const facts = await factsOf("secretive");
    expect(facts.rows).toBe(100);
    expect(facts.columns.map(({ summary }) => summary?.distinct)).toEqual([100, undefined]);
    const page = reportPage(facts);
    for (const sentence of facts.leftOut) expect(page).toContain(escapeHtml(sentence));
    expect(facts.leftOut.join("\n")).toMatch(/Some of the rows: the user may not read it/);
  });
});
