import type { ClickHouseSettings } from "@clickhouse/client";
import { Agent, request } from "node:http";
import { imagesDomain } from "../../app/domains/images/images-domain";
import { modelFromOlapTable } from "../../app/model/model-from-olap-table";
import { quoteString } from "../../app/model/quoting";
import { createRowGenerator } from "../../app/rows/row-generator";
import type { Connection } from "../../app/server/connection";
import { NativeEncoder } from "../../app/writer/native/native-encoder";
import { imagesAnalytical } from "../../datamodels/images-analytical";

/** The blocks in Native that make `rows` rows, the same as those of a run with this seed. */
export function nativeBlocks(seed: string, rows: number, blockRows: number): Uint8Array[] {
  const model = modelFromOlapTable(imagesAnalytical);
  const generator = createRowGenerator(seed, model, imagesDomain);
  const encoder = new NativeEncoder(model);
  const blocks: Uint8Array[] = [];
  for (let first = 1; first <= rows; first += blockRows) {
    blocks.push(encoder.encode(generator.generate(first, Math.min(blockRows, rows - first + 1))).bytes);
  }
  return blocks;
}

/** How ready-made blocks are sent. */
export interface NativeLoad {
  /** Of an insert. */
  readonly blocks: number;
  /** Inserts at a time. */
  readonly flight: number;
  readonly settings: ClickHouseSettings;
}

export async function loadNative(
  connection: Connection,
  blocks: readonly Uint8Array[],
  load: NativeLoad,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.flight });
  let next = 0;
  const sender = async () => {
    while (next < blocks.length) {
      const body = blocks.slice(next, (next += load.blocks));
      await post(connection, agent, body, load.settings);
    }
  };
  try {
    await Promise.all(Array.from({ length: load.flight }, sender));
  } finally {
    agent.destroy();
  }
}

function post(
  { host, port, user, password, database }: Connection,
  agent: Agent,
  body: readonly Uint8Array[],
  settings: ClickHouseSettings,
): Promise<void> {
  const query = new URLSearchParams({ database, query: "INSERT INTO images_analytical FORMAT Native" });
  for (const [name, value] of Object.entries(settings)) query.set(name, String(value));
  return new Promise((done, fail) => {
    const sent = request({
      host,
      port,
      agent,
      method: "POST",
      path: `/?${query.toString()}`,
      auth: `${user}:${password}`,
      headers: { "content-length": body.reduce((sum, { length }) => sum + length, 0) },
    });
    sent.on("error", fail);
    sent.on("response", (response) => {
      response.resume();
      response.on("error", fail);
      response.on("end", () =>
        response.statusCode === 200
          ? done()
          : fail(new Error(`the server refused the rows: ${response.statusCode}`)),
      );
    });
    for (const block of body) sent.write(block);
    sent.end();
  });
}

/** Random rows made by the server itself. */
export function insertRandomSql(rows: number): string {
  const structure = modelFromOlapTable(imagesAnalytical)
    .map(({ name, clickhouseType }) => `${name} ${clickhouseType}`)
    .join(", ");
  return `INSERT INTO images_analytical SELECT * FROM generateRandom(${quoteString(structure)}, 1, 40, 6) LIMIT ${rows}`;
}
