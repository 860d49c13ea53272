import { Refusal } from "../errors";

/** Something that is to come after others. */
interface Node {
  readonly table: string;
  /** Tables whose rows its rows refer to. */
  readonly refersTo: readonly string[];
  /** Tables whose rows they would refer to if these were there first. */
  readonly mayReferTo?: readonly string[];
}

/**
 * Tables in an order in which each comes after those that its rows refer to or may refer to, and otherwise as they
 * were given. What a row may refer to closes no circle: the reference that would is left out. A table that is not
 * among them is no matter here.
 * @throws Refusal `reference-cycle` naming the tables of a circle
 */
export function fillOrder<T extends Node>(nodes: readonly T[]): T[] {
  const byTable = new Map(nodes.map((node) => [node.table, node]));
  const before = new Map(nodes.map(({ table, refersTo }) => [table, new Set(refersTo)]));
  for (const { table, mayReferTo = [] } of nodes)
    for (const other of mayReferTo) if (!comesAfter(other, table, before)) before.get(table)!.add(other);
  const ordered = new Set<T>();
  const visit = (node: T, path: readonly string[]): void => {
    if (ordered.has(node)) return;
    const way = [...path, node.table];
    if (path.includes(node.table)) {
      throw new Refusal(
        "reference-cycle",
        `The rows of ${way.slice(way.indexOf(node.table)).join(" refer to those of ")}: take one of these references away`,
        { tables: way },
      );
    }
    for (const table of before.get(node.table)!) {
      const other = byTable.get(table);
      if (other !== undefined) visit(other, way);
    }
    ordered.add(node);
  };
  for (const node of nodes) visit(node, []);
  return [...ordered];
}

/** Whether a table is another one or comes after it, by way of any others. */
function comesAfter(
  table: string,
  other: string,
  before: ReadonlyMap<string, ReadonlySet<string>>,
  seen = new Set<string>(),
): boolean {
  if (table === other) return true;
  if (seen.has(table)) return false;
  seen.add(table);
  return [...(before.get(table) ?? [])].some((next) => comesAfter(next, other, before, seen));
}
