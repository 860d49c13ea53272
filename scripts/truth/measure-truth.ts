import { IMAGES_LINKS } from "../../app/domains/images/declared-links";
import { IMAGES_SHARES, IMAGES_SHARES_BY_PLACE } from "../../app/domains/images/declared-shares";
import { imagesDomain } from "../../app/domains/images/images-domain";
import { modelFromOlapTable } from "../../app/model/model-from-olap-table";
import { createRowGenerator } from "../../app/rows/row-generator";
import type { Finding } from "../../app/table/finding";
import { measureLink } from "../../app/table/measure-links";
import { measureShares, type ShareFinding } from "../../app/table/measure-shares";
import { NativeEncoder } from "../../app/writer/native/native-encoder";
import { imagesAnalytical } from "../../datamodels/images-analytical";
import type { BenchServer } from "../bench/bench-server";
import { loadNative } from "../bench/native-load";
import { FACTS } from "./facts";

export interface FactFinding {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly observed: number;
  readonly outside: boolean;
}

export interface Truth {
  readonly shares: readonly ShareFinding[];
  readonly links: readonly Finding[];
  readonly facts: readonly FactFinding[];
  readonly columns: readonly ColumnSize[];
}

/** Bytes a row, before and after compression. */
export interface ColumnSize {
  readonly column: string;
  readonly bytes: number;
  readonly compressed: number;
}

const TABLE = "images_analytical";
const BATCH = 100_000;

/**
 * Writes the first `rows` rows of a seed into the server's table, and holds them against what is declared.
 * @throws the signal's reason, between two statements
 */
export async function measureTruth(
  server: BenchServer,
  seed: string,
  rows: number,
  signal?: AbortSignal,
): Promise<Truth> {
  await fill(server, seed, rows, signal);
  const { client } = server;
  const select = async <T>(query: string): Promise<T[]> =>
    (await client.query({ query, format: "JSONEachRow" })).json<T>();

  const shares: ShareFinding[] = [];
  for (const declared of [...IMAGES_SHARES, ...IMAGES_SHARES_BY_PLACE]) {
    signal?.throwIfAborted();
    shares.push(...(await measureShares(client, TABLE, declared)));
  }
  const links: Finding[] = [];
  for (const declared of IMAGES_LINKS) links.push(await measureLink(client, TABLE, declared));
  const facts: FactFinding[] = [];
  for (const { name, query, least, most } of FACTS) {
    signal?.throwIfAborted();
    const [row] = await select<Record<string, number | string>>(query.replace(/\bT\b/g, TABLE));
    const observed = Number(Object.values(row!)[0]);
    facts.push({ name, least, most, observed, outside: !(observed >= least && observed <= most) });
  }
  const columns = await select<ColumnSize>(
    `SELECT column, round(sum(column_data_uncompressed_bytes) / sum(rows), 2) AS bytes,
       round(sum(column_data_compressed_bytes) / sum(rows), 2) AS compressed
     FROM system.parts_columns WHERE active AND database = currentDatabase() AND table = '${TABLE}'
     GROUP BY column ORDER BY compressed DESC`,
  );
  return { shares, links, facts, columns };
}

/** In one part, so that sizes do not depend on merges. */
async function fill(
  { connection, client }: BenchServer,
  seed: string,
  rows: number,
  signal?: AbortSignal,
): Promise<void> {
  const model = modelFromOlapTable(imagesAnalytical);
  const generator = createRowGenerator(seed, model, imagesDomain);
  const encoder = new NativeEncoder(model);
  for (let first = 1; first <= rows; first += BATCH) {
    signal?.throwIfAborted();
    const block = generator.generate(first, Math.min(BATCH, rows - first + 1));
    await loadNative(connection, [encoder.encode(block).bytes], { blocks: 1, flight: 1, settings: {} });
  }
  await client.command({ query: `OPTIMIZE TABLE ${TABLE} FINAL` });
}

/** What is not as declared. */
export function outside({ shares, links, facts }: Truth): readonly { readonly name: string }[] {
  return [...shares, ...links, ...facts].filter((finding) => finding.outside);
}
