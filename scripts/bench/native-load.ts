import { imagesDomain } from "../../app/domains/images/images-domain";
import { Agent, request } from "node:http";
import { quoteString } from "../../app/model/quoting";
import { modelFromOlapTable } from "../../app/model/model-from-olap-table";
import { createRowGenerator } from "../../app/rows/row-generator";
import type { Connection } from "../../app/server/connection";
import { NativeEncoder } from "../../app/writer/native/native-encoder";
import { imagesAnalytical } from "../../datamodels/images-analytical";

/** The bodies of inserts in Native that make `rows` rows, the same as those of a run with this seed. */
export function nativeBodies(seed: string, rows: number, batch: number): Uint8Array[] {
  const model = modelFromOlapTable(imagesAnalytical);
  const generator = createRowGenerator(seed, model, imagesDomain);
  const encoder = new NativeEncoder(model);
  const bodies: Uint8Array[] = [];
  for (let first = 1; first <= rows; first += batch) {
    bodies.push(encoder.encode(generator.generate(first, Math.min(batch, rows - first + 1))).bytes);
  }
  return bodies;
}

/** Sends ready-made bodies, `flight` of them at a time. */
export async function loadNative(
  connection: Connection,
  bodies: readonly Uint8Array[],
  flight: number,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: flight });
  let next = 0;
  const sender = async () => {
    while (next < bodies.length) await post(connection, agent, bodies[next++]!);
  };
  try {
    await Promise.all(Array.from({ length: flight }, sender));
  } finally {
    agent.destroy();
  }
}

function post(
  { host, port, user, password, database }: Connection,
  agent: Agent,
  body: Uint8Array,
): Promise<void> {
  const query = new URLSearchParams({ database, query: "INSERT INTO images_analytical FORMAT Native" });
  return new Promise((done, fail) => {
    const sent = request({
      host,
      port,
      agent,
      method: "POST",
      path: `/?${query.toString()}`,
      auth: `${user}:${password}`,
      headers: { "content-length": body.length },
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
    sent.end(body);
  });
}

/** Random rows made by the server itself. */
export function insertRandomSql(rows: number): string {
  const structure = modelFromOlapTable(imagesAnalytical)
    .map(({ name, clickhouseType }) => `${name} ${clickhouseType}`)
    .join(", ");
  return `INSERT INTO images_analytical SELECT * FROM generateRandom(${quoteString(structure)}, 1, 40, 6) LIMIT ${rows}`;
}
