import { Refusal } from "../errors";

/** Something that is to come after others. */
interface Node {
  readonly table: string;
  /** Tables whose rows its rows refer to. */
  readonly refersTo: readonly string[];
}

/**
 * Tables in an order in which each comes after those that its rows refer to, and otherwise as they were given. A
 * table that is not among them is no matter here.
 * @throws Refusal `reference-cycle` naming the tables of a circle
 */
export function fillOrder<T extends Node>(nodes: readonly T[]): T[] {
  const byTable = new Map(nodes.map((node) => [node.table, node]));
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
    for (const table of node.refersTo) {
      const other = byTable.get(table);
      if (other !== undefined) visit(other, way);
    }
    ordered.add(node);
  };
  for (const node of nodes) visit(node, []);
  return [...ordered];
}
