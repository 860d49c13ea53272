import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Refusal } from "../../app/errors";
import type { Model } from "../../app/model/column";
import { quoteIdentifier } from "../../app/model/quoting";
import { coverColumns } from "../../app/rows/column-coverage";
import { createRowGenerator } from "../../app/rows/row-generator";
import { refuseRowsBeyond } from "../../app/run/check/rows-beyond";
import { randomSeed } from "../../app/run/session/host";
import type { Encoder } from "../../app/writer/encoder";
import { NativeEncoder } from "../../app/writer/native/native-encoder";
import { JsonEncoder } from "../../app/writer/olap/json-encoder";
import type { Commands } from "../cli/commands";
import type { PreviewFormat } from "../cli/preview-formats";
import { convertRows } from "../embedded/convert-rows";
import { readerLeft } from "../terminal/guard-streams";
import { listenForStop } from "../terminal/stop-signals";
import { type FilledTable, reasonOf } from "./column-reasons";
import { declaredImages } from "./declared-images";
import { printAnswer } from "./print-answer";
import { IMAGES } from "./server";
import { shownSeed } from "./shown-seed";
import { readShownTable } from "./shown-table";
import { shownValue, type ShownRows, tableOf, valuesOf } from "./shown-rows";

/** Rows that are made at a time. */
const BLOCK_ROWS = 20_000;
/** The most rows that a person looks at. */
const MOST_SHOWN = 100;
/** Columns that still fit beside one another. */
const MOST_BESIDE = 8;
/** Characters of a value, or of a rule, that are shown on a wide terminal, and on a narrow one. */
const [LEAST_CHARACTERS, MOST_CHARACTERS] = [16, 60];
/** Characters of a card that are lines and spaces. */
const CARD_LINES = 10;

type MachineFormat = Exclude<PreviewFormat, "cards" | "table">;

/** No line between the rows of a table. */
const CLOSE = { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" };

/** What ClickHouse calls the formats that it writes. */
const CLICKHOUSE_FORMATS: Readonly<Record<Exclude<MachineFormat, "json">, string>> = {
  csv: "CSVWithNames",
  tsv: "TSVWithNames",
  sql: "SQLInsert",
  parquet: "Parquet",
};

/** Prints rows and writes nothing: of a declared table, for which no server is needed, or of one on the server. */
export const preview: Commands["preview"] = async (invocation) => {
  const { place, rows, spec } = invocation;
  const seed = invocation.seed ?? randomSeed();
  const table = place.table === undefined ? await declaredImages() : await readShownTable(place, spec, seed);
  const format = invocation.format ?? (table.model.length > MOST_BESIDE ? "cards" : "table");
  const shown = {
    first: invocation.startImageId,
    rows,
    seed: shownSeed(table.domain, invocation.seed, () => seed),
  };
  refuseRowsBeyond(table, shown.first + rows - 1);
  if (format !== "cards" && format !== "table") return print(table, shown, format, place.table ?? IMAGES);
  if (rows > MOST_SHOWN) {
    throw new Refusal(
      "too-many-rows",
      `preview shows ${MOST_SHOWN} rows at most: for more, name a --format such as csv or json`,
    );
  }
  return printAnswer(format === "cards" ? cards(table, shown) : beside(table, shown));
};

/** A table for each row: a column a line, with the rule that made it. */
function cards(table: FilledTable, shown: ShownRows): string {
  const reasons = table.model.map(({ name }) => reasonOf(table, name));
  const names = Math.max(...table.model.map(({ name }) => name.length));
  const half = Math.floor(((process.stdout.columns || Infinity) - names - CARD_LINES) / 2);
  const most = Math.min(Math.max(half, LEAST_CHARACTERS), MOST_CHARACTERS);
  return valuesOf(table, shown)
    .map((row, i) => {
      const lines = table.model.map(({ name }, c) => [
        name,
        shownValue(row[name], most),
        shownValue(reasons[c], most),
      ]);
      return tableOf(
        ["column", `row ${shown.first + i} of seed ${shown.seed}`, "rule, and what it has"],
        lines,
        [null, null, most + 2],
        CLOSE,
      );
    })
    .join("\n\n");
}

function beside(table: FilledTable, shown: ShownRows): string {
  const { filled } = coverColumns(table.model, table.domain);
  const lines = valuesOf(table, shown).map((row) => filled.map(({ name }) => shownValue(row[name], 40)));
  return tableOf(
    filled.map(({ name }) => name),
    lines,
    filled.map(() => null),
    CLOSE,
  );
}

async function print(
  table: FilledTable,
  shown: ShownRows,
  format: MachineFormat,
  name: string,
): Promise<number> {
  const stop = listenForStop((code) => process.exit(code));
  const { filled } = coverColumns(table.model, table.domain);
  try {
    if (format === "json") {
      const blocks = encoded(table, shown, new JsonEncoder(filled), stop.signal);
      await pipeline(Readable.from(blocks), process.stdout, { end: false });
    } else {
      const native = encoded(table, shown, new NativeEncoder(filled), stop.signal);
      const structure = filled.map((column) => `${quoteIdentifier(column.name)} ${column.clickhouseType}`);
      const settings = settingsOf(filled, name);
      const conversion = {
        native,
        structure: structure.join(", "),
        format: CLICKHOUSE_FORMATS[format],
        settings,
      };
      await convertRows(conversion, process.stdout);
    }
  } catch (error) {
    const failure = error as NodeJS.ErrnoException;
    if (!readerLeft(failure)) {
      // A full disk, say: standard error has a line of it.
      if (failure.syscall === "write") return 1;
      throw error;
    }
  } finally {
    stop.dispose();
  }
  return stop.exitCode() ?? 0;
}

function* encoded(
  { model, domain }: FilledTable,
  { seed, first, rows }: ShownRows,
  encoder: Encoder,
  signal: AbortSignal,
): Generator<Uint8Array> {
  const generator = createRowGenerator(seed, model, domain);
  for (let made = 0; made < rows && !signal.aborted; made += BLOCK_ROWS)
    yield encoder.encode(generator.generate(first + made, Math.min(BLOCK_ROWS, rows - made))).bytes;
}

/** Names are quoted only where they must be: other databases know no backticks. */
function settingsOf(columns: Model, table: string): Readonly<Record<string, string | number>> {
  const plain = columns.every(({ name }) => /^[a-z_]\w*$/i.test(name));
  return {
    output_format_sql_insert_table_name: table,
    output_format_sql_insert_max_batch_size: 1_000,
    output_format_sql_insert_quote_names: plain ? 0 : 1,
    output_format_csv_serialize_tuple_into_separate_columns: 0,
  };
}
