import { chooseSource } from "../../domains/choose-domain";
import type { OtherTables } from "../../domains/spec/relations/resolve-references";
import type { TableSpec } from "../../domains/spec/table-spec";
import { Refusal } from "../../errors";
import { runRecords } from "../../ledger/run-records";
import { readTableDefinition } from "../../table/target-table";
import { newestRun } from "../../plan/newest-run";
import type { DeclaredRows, TableAccess } from "./server-session";

interface Access extends Pick<TableAccess, "client" | "ledger"> {
  /** What is said of the rows of other tables. */
  readonly declared?: ((table: string) => DeclaredRows | undefined) | undefined;
}

/** The other tables of a table's database, as the same ledger knows them. Each is read once, when it is asked for. */
export function otherTables(access: Access): OtherTables {
  const read = readOtherTables(access);
  return {
    rowsOf: once((table) => read.rowsOf(table)),
    keys: once(() => read.keys()),
    specOf: once((table) => read.specOf(table)),
  };
}

function once<T>(read: (table: string) => Promise<T>): (table?: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (table = "") => {
    const answer = answers.get(table) ?? read(table);
    answers.set(table, answer);
    return answer;
  };
}

function readOtherTables({ client, ledger, declared }: Access): OtherTables {
  return {
    async rowsOf(table) {
      const other = ledger.ofTable(table);
      const [rows, steps, specs] = await Promise.all([other.newestRuns(), other.spans(), other.specs()]);
      const run = newestRun(runRecords(rows, steps));
      if (run === undefined) return undefined;
      const spec = specs.get(run.runId) as TableSpec | undefined;
      if (spec === undefined || run.rowsRecorded < run.targetRows) {
        const reason = spec === undefined ? "has no specification" : "is not complete: go on with it first";
        throw new Refusal("reference-missing", `The run of ${table}, to which rows refer, ${reason}`, {
          table,
        });
      }
      return { spec, seed: run.seed, firstRow: run.firstRow, rows: run.rowsRecorded };
    },
    keys: () => ledger.keys(),
    async specOf(table) {
      const definition = await readTableDefinition(client, { ...ledger.target, table });
      if (definition === undefined) return undefined;
      const { given, schemas } = declared?.(table) ?? {};
      const source = chooseSource({ ...definition.facts, ...(schemas && { schemas }) }, given);
      return typeof source === "object" ? source : undefined;
    },
  };
}
