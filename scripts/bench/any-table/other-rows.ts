import type { Faker } from "@faker-js/faker";
import { openClient } from "../../../app/server/client";
import type { Connection } from "../../../app/server/connection";
import type { MakeResult } from "../make-rows";
import { drizzleRows, type DrizzleFunctions } from "./drizzle-columns";
import { FAKER_ROWS } from "./faker-rows";
import { requireFrom } from "./other-packages";
import type { ComparedTable } from "./shop-tables";

/*
 * A program: rows of another tool, as objects, which are thrown away or sent as JSON, one insert at a time. Its
 * argument is an OtherTask as JSON; it prints a MakeResult as JSON.
 */

export interface OtherTask {
  readonly tool: "faker" | "drizzle";
  /** Where the tool is installed. */
  readonly folder: string;
  readonly table: ComparedTable;
  readonly rows: number;
  /** Rows an insert. */
  readonly batch: number;
  /** Where the rows go to; default: nowhere. */
  readonly connection?: Connection;
}

/** @returns makes the row of a number, from 1 on */
function maker({ tool, folder, table, rows }: OtherTask): (i: number) => object {
  if (tool === "faker") {
    const { faker } = requireFrom<{ faker: Faker }>(folder, "@faker-js/faker");
    faker.seed(42);
    const row = FAKER_ROWS[table];
    return (i) => row(faker, i);
  }
  const { getGeneratorsFunctions } = requireFrom<{ getGeneratorsFunctions(): DrizzleFunctions }>(
    folder,
    "drizzle-seed",
  );
  return drizzleRows(getGeneratorsFunctions(), table, rows);
}

async function main(task: OtherTask): Promise<void> {
  const { table, rows, batch, connection } = task;
  const make = maker(task);
  const client = connection && openClient(connection);
  const started = performance.now();
  const cpu = process.cpuUsage();
  for (let first = 1; first <= rows; first += batch) {
    const values = Array.from({ length: Math.min(batch, rows - first + 1) }, (_, i) => make(first + i));
    await client?.insert({
      table,
      values,
      format: "JSONEachRow",
      clickhouse_settings: { date_time_input_format: "best_effort" },
    });
  }
  const { user, system } = process.cpuUsage(cpu);
  await client?.close();
  const seconds = (performance.now() - started) / 1000;
  const result: MakeResult = { rows, seconds, cpuSeconds: (user + system) / 1e6, bytes: 0 };
  process.stdout.write(JSON.stringify(result));
}

void main(JSON.parse(process.argv[2]!) as OtherTask);
