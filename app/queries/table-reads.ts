import type { ClickHouseClient, ClickHouseSettings } from "@clickhouse/client";
import { describeServerError } from "../server/server-error";
import type { ParameterValues } from "./bind-parameters";
import type { KeyStage, TableRead } from "./query-results";

/** A node of the plan, as far as it is read; see ClickHouse's "EXPLAIN PLAN", `indexes` and `json`. */
interface PlanNode {
  readonly "Node Type"?: string;
  readonly Description?: string;
  readonly Plans?: readonly PlanNode[];
  readonly Indexes?: readonly PlanIndex[];
}

interface PlanIndex {
  readonly Type?: string;
  readonly Name?: string;
  readonly Keys?: readonly string[];
  readonly "Initial Parts"?: number;
  readonly "Selected Parts"?: number;
  readonly "Initial Granules"?: number;
  readonly "Selected Granules"?: number;
}

/** By which keys a query reads its tables; empty where the server does not say. */
export async function explainReads(
  client: ClickHouseClient,
  sql: string,
  parameters: ParameterValues,
  settings: ClickHouseSettings,
): Promise<TableRead[]> {
  try {
    const answer = await client.query({
      query: `EXPLAIN indexes = 1, json = 1 ${sql}`,
      query_params: { ...parameters },
      format: "TabSeparatedRaw",
      clickhouse_settings: settings,
    });
    return readsOf(JSON.parse(await answer.text()) as readonly { readonly Plan: PlanNode }[]);
  } catch (error) {
    // A server that is older than these settings, or a query that fails anyhow.
    if (error instanceof SyntaxError || describeServerError(error).kind === "answered") return [];
    throw error;
  }
}

/** The tables of a plan in its order. */
export function readsOf(plans: readonly { readonly Plan: PlanNode }[]): TableRead[] {
  const found: TableRead[] = [];
  const visit = (node: PlanNode) => {
    const type = node["Node Type"] ?? "";
    const table = node.Description ?? "";
    // A projection has no database; one that the server has ready, such as the counts of its parts, is no MergeTree.
    if (/^ReadFrom.*MergeTree/.test(type))
      found.push({ table, projection: !table.includes("."), stages: (node.Indexes ?? []).map(stageOf) });
    else if (/^ReadFromPrepared/.test(type) && table !== "")
      found.push({ table, projection: true, stages: [] });
    node.Plans?.forEach(visit);
  };
  for (const { Plan } of plans) visit(Plan);
  return found;
}

function stageOf(index: PlanIndex): KeyStage {
  const parts = [index["Selected Parts"] ?? 0, index["Initial Parts"] ?? 0] as const;
  const granules = [index["Selected Granules"] ?? 0, index["Initial Granules"] ?? 0] as const;
  // Some versions write Min-Max.
  const type = (index.Type ?? "").replace("-", "");
  return { type, name: index.Name ?? null, keys: index.Keys ?? [], parts, granules };
}
