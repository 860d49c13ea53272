import { Refusal } from "../../errors";
import type { Model } from "../../model/column";
import { describeType } from "../../model/types/describe-type";
import { widthOf } from "../../model/types/memory";
import { grouped } from "../../request/whole-number";
import { type ExpectedSize, expectedSize } from "../../table/expected-size";
import { freeBytes } from "../../table/table-state";
import type { RunOptions } from "../session/run-options";

/** How far a measured size is from the expected one before it is told; and below so many bytes it never is. */
const WORTH_TELLING = 0.2;
const LEAST_TOLD = 1e9;

/** More than a row of ours takes for each column, however long texts and arrays are; fixed strings apart. */
const MOST_BYTES_A_COLUMN = 1_024;

/**
 * Before rows are written.
 * @param bytesARow of them; not waited for where they fit in any case. Default: it is measured
 * @throws Refusal `disk-too-small` where they can't fit
 */
export async function refuseTooLarge(
  { client, table, emit }: Pick<RunOptions, "client" | "table" | "emit">,
  rows: number,
  bytesARow?: Promise<number>,
): Promise<void> {
  const free = await freeBytes(client, table);
  if (free === undefined || rows * mostBytes(table.model) < free) return;
  const { disk } = await expectedSize(client, table, rows, bytesARow);
  const message = `${grouped(rows)} rows take about ${gigabytes(disk)} GB on disk`;
  if (disk > free) {
    throw new Refusal(
      "disk-too-small",
      `${message}, but the server has ${gigabytes(free)} GB free: ask for fewer --rows, or make room`,
      { rows, free },
    );
  }
  if (2 * disk > free)
    emit({
      kind: "warning",
      message: `${message}, and ClickHouse's merges for a while as much again, but the server has ${gigabytes(free)} GB free: it may run full before the end`,
    });
}

/** Tells what the other rows will take by those that are there; never fails, since nothing depends on it. */
export async function tellMeasured(
  { client, table, emit }: Pick<RunOptions, "client" | "table" | "emit">,
  rows: number,
  planned: ExpectedSize,
  bytesARow?: Promise<number>,
): Promise<void> {
  try {
    const { disk, uncompressed } = await expectedSize(client, table, rows, bytesARow);
    const free = await freeBytes(client, table);
    const message = `by the rows so far, the other ${grouped(rows)} take about ${gigabytes(disk)} GB on disk`;
    const share = (size: ExpectedSize) => size.disk / size.uncompressed;
    if (free !== undefined && disk > free)
      emit({
        kind: "warning",
        message: `${message}, but the server has ${gigabytes(free)} GB free: make room, or stop the run and ask for fewer --rows`,
      });
    else if (
      disk > LEAST_TOLD &&
      Math.abs(share({ disk, uncompressed }) / share(planned) - 1) > WORTH_TELLING
    )
      emit({ kind: "notice", message });
  } catch {
    // Where the server can't be asked, the run itself will tell.
  }
}

/** Of a row before it is compressed. */
function mostBytes(model: Model): number {
  const widths = model.map(({ type }) => Math.max(MOST_BYTES_A_COLUMN, widthOf(describeType(type).memory)));
  return widths.reduce((sum, width) => sum + width, 0);
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1);
}
