import type { Model } from "./column";

/** What the server, or a declaration, says of a table: from it follows what its rows mean. */
export interface TableFacts {
  /** Without the database. */
  readonly name: string;
  readonly model: Model;
  /** Comments of columns by name, as far as there are any. */
  readonly comments: Readonly<Record<string, string>>;
  /** The expressions of ORDER BY in their order; names unquoted. */
  readonly sortingKey: readonly string[];
}
