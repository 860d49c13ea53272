import { openClient } from "../../app/server/client";
import type { Connection } from "../../app/server/connection";
import { baselineRow } from "./baseline-rows";

/* A program: the old design end to end. Its argument is a BaselineTask as JSON. */

export interface BaselineTask {
  readonly connection: Connection;
  readonly seed: string;
  readonly rows: number;
  /** Rows an insert; one insert at a time. */
  readonly batch: number;
}

async function main({ connection, seed, rows, batch }: BaselineTask): Promise<void> {
  const client = openClient(connection);
  for (let first = 1; first <= rows; first += batch) {
    const values = Array.from({ length: Math.min(batch, rows - first + 1) }, (_, i) =>
      baselineRow(seed, first + i),
    );
    await client.insert({ table: "images_analytical", values, format: "JSONEachRow" });
  }
  await client.close();
}

void main(JSON.parse(process.argv[2]!) as BaselineTask);
