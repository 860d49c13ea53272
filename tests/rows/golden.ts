import { imagesDomain } from "../../app/domains/images/images-domain";
import { createHash } from "node:crypto";
import { createRowGenerator } from "../../app/rows/row-generator";
import type { ColumnValues } from "../../app/model/types/column-values";
import { streamVersions } from "../../app/rows/stream-versions";
import { DEFAULT_MODEL } from "./default-model";
import { valueAt, type Value } from "./read-block";

const SEED = "42";
const IDS = [1, 2, 64, 1_000_000, 4_294_967_295];
const ROWS = 10_000;

/** What seed 42 makes: some rows whole, and a hash of each column over the first 10,000 rows. */
export interface Golden {
  readonly versions: Readonly<Record<string, number>>;
  readonly columns: Readonly<Record<string, { readonly rows: readonly Value[]; readonly hash: string }>>;
}

export function makeGolden(): Golden {
  const generator = createRowGenerator(SEED, DEFAULT_MODEL, imagesDomain);
  const first = generator.generate(1, ROWS);
  const hashes = first.columns.map(({ values }) => hashOf(values));
  const rows: Value[][] = DEFAULT_MODEL.map(() => []);
  for (const id of IDS) {
    generator.generate(id, 1).columns.forEach(({ values }, c) => rows[c]!.push(valueAt(values, 0)));
  }
  const columns = DEFAULT_MODEL.map(({ name }, c) => [name, { rows: rows[c]!, hash: hashes[c]! }]);
  return { versions: streamVersions(DEFAULT_MODEL, imagesDomain), columns: Object.fromEntries(columns) };
}

function hashOf(values: ColumnValues): string {
  const hash = createHash("sha256");
  for (let i = 0; i < ROWS; i++) hash.update(`${JSON.stringify(valueAt(values, i))}\n`);
  return hash.digest("hex").slice(0, 16);
}
