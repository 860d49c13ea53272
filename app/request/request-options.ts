import { BYTES_PER_ROW } from "./byte-size";
import type { Option } from "./option";
import { checkSeed } from "./seed";

/** Target of a run for which none was given: 100 GB. */
export const DEFAULT_BYTES = 100e9;
export const DEFAULT_BATCH_SIZE = 10_000;
export const DEFAULT_CHECKPOINT_INTERVAL = 1;

export const MAX_ROWS = 1e12;

/**
 * 100,000 rows are about 190 MB as JSON (a V8 string ends at 512 MB), and the server makes one part of them,
 * so that the insert lands wholly or not at all.
 */
export const MAX_BATCH_SIZE = 100_000;

/** The ways into ClickHouse, the default first. */
export const WRITER_NAMES = ["olap", "native"] as const;
export type WriterName = (typeof WRITER_NAMES)[number];

/**
 * The options that shape a run: the flags, the help, the workflows' input and the checks are made from this
 * table.
 */
export const REQUEST_OPTIONS = [
  {
    name: "rows",
    type: "number",
    placeholder: "n",
    minimum: 1,
    maximum: MAX_ROWS,
    help: "total rows of the run: 1000000, 1_000_000, 10k, 1M, 100G",
  },
  {
    name: "targetSize",
    type: "size",
    placeholder: "size",
    help: `the same target as a size, at ${BYTES_PER_ROW} bytes a row of images_analytical, and at what rows of other tables take: 100GB, 1.5TB, 512MiB (default: 100GB for a new run)`,
  },
  {
    name: "seed",
    type: "text",
    check: checkSeed,
    placeholder: "text",
    help: "the same seed gives the same rows (default: a random one, shown, and kept when the run goes on)",
  },
  {
    name: "startImageId",
    type: "number",
    placeholder: "n",
    minimum: 1,
    maximum: Number.MAX_SAFE_INTEGER,
    help: "number of the run's first row, which is its image id in images_analytical (default: that of the run being continued, or 1); --start-row is the same",
  },
  {
    name: "reset",
    type: "switch",
    help: "remove the rows that earlier runs wrote, and no others, then start afresh",
  },
  {
    name: "batchSize",
    type: "number",
    placeholder: "n",
    minimum: 1,
    maximum: MAX_BATCH_SIZE,
    help: "rows per insert, at most 100,000 (default: 10,000; native, and a partitioned table: 100,000, native less in a run below 500,000 rows); with olap, 100,000 spare the server a quarter of its work",
  },
  {
    name: "checkpointInterval",
    type: "number",
    placeholder: "n",
    minimum: 1,
    maximum: 10_000,
    help: "batches per checkpoint (default: 1)",
  },
  {
    name: "writer",
    type: "choice",
    placeholder: "name",
    choices: WRITER_NAMES,
    help: "olap (default) inserts through Moose's OlapTable; native uses ClickHouse's own format and is three times as fast",
  },
  {
    name: "threads",
    type: "number",
    placeholder: "n",
    minimum: 1,
    maximum: 64,
    help: "threads that make rows (default: half the cores, or all but one if the server is on another machine); fewer where rows on their way would take more than 1 GiB of memory",
  },
  {
    name: "share",
    type: "switch",
    help: "let others write parts of the run at the same time: they join with the command work",
  },
  {
    name: "skipColumns",
    type: "names",
    placeholder: "names",
    help: "columns to leave to the server, which gives them their default: a,b",
  },
] as const satisfies readonly Option[];

export type RequestOptionName = (typeof REQUEST_OPTIONS)[number]["name"];
