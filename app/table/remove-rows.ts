import { grouped } from "../request/whole-number";
import type { ClickHouseClient } from "@clickhouse/client";
import { EnvironmentFailure } from "../errors";
import type { Model } from "../model/column";
import { checkRanges, type Range, spansOf } from "../plan/range";
import { describeServerError } from "../server/server-error";
import { quoteTable } from "../server/table-name";
import { checksumsOn } from "./checksum";
import { requireAllSeen } from "./hidden-rows";
import { byShard, onAddresses } from "./shards";
import type { KeyedTable } from "./table-key";

/** The rows that were seen in a range and recognised as ours. Nothing else may be removed. */
export interface RecognisedRows {
  readonly range: Range;
  /** How many they are. */
  readonly rows: number;
  /** Of these rows over `columns`, mod 2^64. */
  readonly checksum: bigint;
  readonly columns: Model;
}

export interface Removal {
  /** Called right before rows are removed; rejects where that is no longer allowed. */
  readonly commit: () => Promise<void>;
  /**
   * Called with some ranges once their rows are gone, before the next are removed. What the ledger has of them
   * is changed here, never before: killed in between, the next survey finds them gone.
   */
  readonly gone: (ranges: readonly Range[]) => Promise<void>;
}

/** Rows that are checked and removed by one statement. */
const ROWS_A_STATEMENT = 10_000_000;
/** Gapless spans of one statement: each is a condition. */
const SPANS_A_STATEMENT = 100;

/** A lightweight DELETE is refused: by the table's projections or a setting, or not known. */
const REFUSED_LIGHTLY = new Set(["344", "48"]);

/**
 * Removes the rows of ranges. A range is removed only if it holds exactly the rows that were recognised at that
 * moment; one that holds none is left alone.
 * @param recognised sorted and disjoint
 * @throws Refusal `reads-filtered`; EnvironmentFailure `rows-changed`, `rows-not-removed`, `rows-remain`
 */
export async function removeRows(
  client: ClickHouseClient,
  table: KeyedTable,
  recognised: readonly RecognisedRows[],
  { commit, gone }: Removal,
): Promise<void> {
  checkRanges(recognised.map(({ range }) => range));
  const here = { name: table.name, key: table.key };
  await byShard(client, table, recognised, async (clients, own) => {
    const where = onAddresses(table, clients);
    for (const group of statements(own)) {
      const held = await requireUnchanged(clients, here, group, where);
      if (held.length > 0) {
        for (const at of clients) await requireAllSeen(at, here);
        for (const at of clients) {
          await commit();
          await remove(at, here, spansOf(held), onAddresses(table, [at]));
        }
        await requireGone(clients, here, held, where);
      }
      await gone(group.map(({ range }) => range));
    }
    return [];
  });
}

/** Neighbours with the same columns. */
function* statements(recognised: readonly RecognisedRows[]): Generator<RecognisedRows[]> {
  let [group, rows, spans]: [RecognisedRows[], number, number] = [[], 0, 0];
  for (const next of recognised) {
    const last = group.at(-1);
    const apart = last === undefined || last.range.first + last.range.rows !== next.range.first;
    const full = rows + next.rows > ROWS_A_STATEMENT || (apart && spans === SPANS_A_STATEMENT);
    if (last !== undefined && (full || !sameColumns(last.columns, next.columns))) {
      yield group;
      [group, rows, spans] = [[], 0, 0];
    }
    if (apart || group.length === 0) spans++;
    group.push(next);
    rows += next.rows;
  }
  if (group.length > 0) yield group;
}

function sameColumns(a: Model, b: Model): boolean {
  return a === b || (a.length === b.length && a.every(({ name }, i) => name === b[i]!.name));
}

/** @returns the ranges that hold rows */
async function requireUnchanged(
  clients: readonly ClickHouseClient[],
  table: KeyedTable,
  group: readonly RecognisedRows[],
  where: string,
): Promise<Range[]> {
  const ranges = group.map(({ range }) => range);
  const found = await checksumsOn(clients, table, group[0]!.columns, ranges);
  return found.flatMap(({ range, rows, checksum }, i) => {
    if (rows === 0) return [];
    const due = group[i]!;
    if (rows === due.rows && checksum === due.checksum) return [range];
    throw new EnvironmentFailure(
      "rows-changed",
      `The rows of ${table.name.table}${where} with the numbers ${ids(range)} changed while they were being looked at: nothing of them was removed; find out what else writes there, then run the same command again`,
      { table: table.name.table, ...range, rows },
    );
  });
}

/** By a lightweight DELETE, waited for on all replicas; where the table refuses that, by a mutation. */
async function remove(
  client: ClickHouseClient,
  { name, key }: KeyedTable,
  spans: readonly Range[],
  where: string,
) {
  const condition = spans.map((span) => key.within(span)).join(" OR ");
  const settings = { lightweight_deletes_sync: "2", mutations_sync: "2" } as const;
  const command = (query: string) => client.command({ query, clickhouse_settings: settings });
  try {
    try {
      await command(`DELETE FROM ${quoteTable(name)} WHERE ${condition}`);
    } catch (error) {
      if (!REFUSED_LIGHTLY.has(describeServerError(error).code ?? "")) throw error;
      await command(`ALTER TABLE ${quoteTable(name)} DELETE WHERE ${condition}`);
    }
  } catch (error) {
    const { kind, heals, message, advice } = describeServerError(error);
    if (kind !== "answered" || heals) throw error;
    const [first, last] = [spans[0]!, spans[spans.length - 1]!];
    throw new EnvironmentFailure(
      "rows-not-removed",
      `Rows of ${name.table}${where} with the numbers ${grouped(first.first)} to ${grouped(last.first + last.rows - 1)} have to be removed, but ClickHouse refused: ${message}; ${advice ?? "remove the cause"}, then run the same command again; until then the table and the state tables stay as they are`,
      { table: name.table, first: first.first, last: last.first + last.rows - 1 },
      { cause: error },
    );
  }
}

async function requireGone(
  clients: readonly ClickHouseClient[],
  table: KeyedTable,
  ranges: readonly Range[],
  where: string,
) {
  const left = (await checksumsOn(clients, table, [], ranges)).find(({ rows }) => rows > 0);
  if (left === undefined) return;
  throw new EnvironmentFailure(
    "rows-remain",
    `${grouped(left.rows)} rows with the numbers ${ids(left.range)} are in ${table.name.table}${where} although they were just deleted: find out what else inserts there, then run the same command again`,
    { table: table.name.table, ...left.range, found: left.rows },
  );
}

function ids({ first, rows }: Range): string {
  return `${grouped(first)} to ${grouped(first + rows - 1)}`;
}
