import type { Model } from "./column";
import type { KeyForm } from "./key-form";
import type { ValueSchema } from "./value-schema";

/** What the server, or a declaration, says of a table: from it follows what its rows mean. */
export interface TableFacts {
  /** Without the database. */
  readonly name: string;
  readonly model: Model;
  /** Comments of columns by name, as far as there are any. */
  readonly comments: Readonly<Record<string, string>>;
  /** The expressions of ORDER BY in their order; names unquoted. */
  readonly sortingKey: readonly string[];
  /** Those of PRIMARY KEY, which Moose makes of the columns that are a `Key`. Default: the sorting key. */
  readonly primaryKey?: readonly string[];
  /** Whether rows that are equal in the sorting key may become one. Default: false. */
  readonly replaces?: boolean;
  /** What the declaration says of values, by column; a server knows nothing of it. */
  readonly schemas?: Readonly<Record<string, ValueSchema>>;
  /** Of tables whose rows this one's may refer to, though nobody said so. Default: none. */
  readonly otherKeys?: readonly OtherKey[];
}

/** The key of another table of the same database. */
export interface OtherKey {
  /** Without the database. */
  readonly table: string;
  readonly column: string;
  readonly form: KeyForm;
}
