import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readQueryResults } from "../../app/queries/query-results";
import { openClient } from "../../app/server/client";
import { startTestEmbedded } from "../support/embedded";
import { run } from "../support/test-client";
import { callQueries, onTable } from "./call-queries";

it("queries are measured beside the run that fills the table from one size to the next", async () => {
  const embedded = await startTestEmbedded();
  const folder = mkdtempSync(path.join(tmpdir(), "while-filling-"));
  const { database } = embedded.connection;
  const client = openClient(embedded.connection);
  try {
    await run(client, "CREATE TABLE visits (id UInt32, country String) ENGINE = MergeTree ORDER BY id");
    mkdirSync(path.join(folder, "queries"));
    writeFileSync(
      path.join(folder, "queries/visits.sql"),
      "-- name: by country\nSELECT country, count() FROM visits GROUP BY country\n-- name: all\nSELECT count() FROM visits",
    );
    const sizes = ["--at", "1k,500k", "--while-filling", "--runs", "6", "--clients", "1,2"];
    const { code, out, err } = await callQueries(folder, ...onTable(embedded, "visits"), ...sizes);
    expect([code, err]).toEqual([0, ""]);
    const { sizes: measured } = readQueryResults(
      path.join(folder, `.data-faker/queries/${database}.visits.json`),
    );
    expect(measured.map(({ rows }) => rows)).toEqual([1_000, 500_000]);
    const [first, last] = measured.map(({ queries }) => queries.map(({ name, load }) => [name, load]));
    const quiet = ["by country", "all"].flatMap((name) =>
      [1, 2].map((clients) => [name, { kind: "closed", clients }]),
    );
    expect(last).toEqual(quiet);
    expect(first!.slice(0, 4)).toEqual(quiet);
    // A run may be over before all of them had their turn.
    expect(first).toContainEqual(["by country", { kind: "filling", clients: 1 }]);
    expect(out).toMatch(/by country +1 client, while filling +\d/);
  } finally {
    await client.close();
    await embedded.stop();
    rmSync(folder, { recursive: true });
  }
}, 180_000);
