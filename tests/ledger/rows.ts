import { LEDGER_VERSION } from "../../datamodels/ledger-version";
import type { BeatRow, ClaimRow, LeaseRow } from "../../app/ledger/run-row";
import type { StepRow } from "../../app/ledger/step-row";

const WHO = {
  target_database: "d",
  target_table: "t",
  host: "h",
  process: "p",
  pid: 7,
  door: "terminal",
} as const;

/** A claim to fill; by default of epoch 1, for rows 1 to 300. */
export function claim(fields: Partial<ClaimRow> = {}): ClaimRow {
  return {
    ...WHO,
    kind: "claim",
    epoch: 1,
    owner: "a",
    revision: 1,
    at: 1_000,
    intent: "fill",
    run_id: "run",
    seed: "42",
    stream_versions: { caption: 1 },
    columns: ["image_id"],
    first_row: 1,
    target_rows: 300,
    batch_size: 100,
    checkpoint_interval: 1,
    ...fields,
  };
}

/** A lease, by default of epoch 2, of rows 1 to 100. */
export function lease(fields: Partial<LeaseRow> = {}): LeaseRow {
  return { ...claim(), kind: "lease", under: 1, epoch: 2, owner: "b", pid: 8, target_rows: 100, ...fields };
}

export function beat(fields: Partial<BeatRow> = {}): BeatRow {
  return {
    ...WHO,
    kind: "beat",
    epoch: 1,
    owner: "a",
    revision: 1,
    at: 2_000,
    state: "running",
    message: "",
    ...fields,
  };
}

/** A written step of 100 rows. */
export function step(first: number, fields: Partial<StepRow> = {}): StepRow {
  return {
    run_id: "run",
    first_row: first,
    revision: 2 ** 24 + 1,
    at: 3_000,
    rows: 100,
    batches: 1,
    state: "written",
    checksum: 5n,
    seconds: 0.5,
    ...fields,
  };
}

/* Rows as ClickHouse answers with them. */

export const claimCells = {
  ...claim(),
  revision: "1",
  at: "1000",
  first_row: "1",
  target_rows: "300",
  stream_versions: '{"caption":1}',
  columns: '["image_id"]',
  ledger_version: LEDGER_VERSION,
  message: "",
};

export const beatCells = { ...beat(), ledger_version: LEDGER_VERSION };

export const stepCells = {
  ...step(1),
  target_database: "d",
  target_table: "t",
  checksum: "18446744073709551615",
  revision: "16777217",
};
