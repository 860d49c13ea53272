import type { DeclaredShares } from "../domains/declared/declared-shares";
import { IMAGES_SHARES, IMAGES_SHARES_BY_PLACE } from "../domains/images/declared-shares";
import { sharesOfSpec } from "../domains/spec/declared-shares";
import type { TableSpec } from "../domains/spec/table-spec";
import { Refusal } from "../errors";
import { quoted } from "../request/quoted";
import { quoteTable } from "../server/table-name";
import { SIGMAS } from "../table/finding";
import { measureShares } from "../table/measure-shares";
import type { TargetTable } from "../table/target-table";
import type { Binding } from "./bind-parameters";
import type { Query } from "./query";
import type { AnswerCheck } from "./query-results";
import type { QuerySender } from "./query-sender";

/** Names that a message lists. */
const LISTED = 12;

/** What is declared of the table's rows: by hand of images, by a specification of others. */
export function declaredOf({
  domain,
  model,
}: Pick<TargetTable, "domain" | "model">): readonly DeclaredShares[] {
  if (typeof domain.source === "object") return sharesOfSpec(domain.source as TableSpec, model);
  return domain.source === "images" ? [...IMAGES_SHARES, ...IMAGES_SHARES_BY_PLACE] : [];
}

/**
 * What a query's file expects of its answer: `shares of` something that is declared.
 * @throws Refusal `expectation-unknown`
 */
export function expectationOf(
  { expects, name, file }: Query,
  declared: readonly DeclaredShares[],
): DeclaredShares {
  const of = /^shares of (.+)$/i.exec(expects ?? "")?.[1];
  const found = declared.find((one) => one.name === of);
  if (found !== undefined) return found;
  const names = declared.slice(0, LISTED).map((one) => one.name);
  throw new Refusal(
    "expectation-unknown",
    `${file}: ${quoted(name)} expects ${quoted(expects)}: ${
      names.length === 0
        ? "nothing is declared of this table's rows"
        : `write -- expect: shares of ... one of ${names.join(", ")}${declared.length > LISTED ? " and others" : ""}`
    }`,
    { file },
  );
}

/**
 * Compares an answer with what is declared: its first column is the value, its second how many rows have it. The
 * error of sampling is that of the rows that are there, of which neighbours are alike.
 */
export async function checkAnswer(
  query: Query,
  declared: DeclaredShares,
  { name, key }: Pick<TargetTable, "name" | "key">,
  sender: QuerySender,
  binding: Binding,
): Promise<AnswerCheck> {
  const answer = await sender.client.query({
    query: query.sql,
    query_params: binding(0),
    format: "JSONCompactEachRow",
    clickhouse_settings: sender.settings,
  });
  const shares = sharesOfAnswer(await answer.json<readonly unknown[]>());
  const findings = await measureShares(sender.client, quoteTable(name), declared, key.rowNumber);
  const errors = new Map(findings.map(({ value, error }) => [value, error]));
  const rows = [...shares.values()].reduce((sum, { count }) => sum + count, 0);
  const values = [...new Set([...declared.shares.keys(), ...shares.keys()])];
  const wrong = values
    .map((value) => ({
      value,
      declared: declared.shares.get(value) ?? 0,
      answered: shares.get(value)?.share ?? 0,
      error: errors.get(value) ?? 0,
    }))
    // So rare a value comes by ones: a row more or less is no fault.
    .filter((one) => Math.abs(one.answered - one.declared) > SIGMAS * one.error + 3 / Math.max(rows, 1))
    .sort((a, b) => Math.abs(b.answered - b.declared) - Math.abs(a.answered - a.declared));
  return { expects: query.expects!, right: wrong.length === 0, wrong, values: values.length };
}

function sharesOfAnswer(
  rows: readonly (readonly unknown[])[],
): Map<string, { count: number; share: number }> {
  const counts = new Map<string, number>();
  for (const [value, count] of rows) {
    const text = textOf(value);
    counts.set(text, (counts.get(text) ?? 0) + (Number(count) || 0));
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0) || 1;
  return new Map([...counts].map(([value, count]) => [value, { count, share: count / total }]));
}

/** A value as declared shares write it. */
function textOf(value: unknown): string {
  if (value === null) return "NULL";
  if (typeof value === "boolean") return value ? "1" : "0";
  return typeof value === "string" ? value : JSON.stringify(value);
}
