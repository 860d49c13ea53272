/** A statement that only reads, as a file has it, or the code of a project. */
export interface Query {
  readonly name: string;
  readonly sql: string;
  readonly parameters: readonly QueryParameter[];
  /** What its answer is expected to be, e.g. `shares of gender`. */
  readonly expects: string | undefined;
  /** Where it stands. */
  readonly file: string;
}

/** A `{name:Type}` of a query. */
export interface QueryParameter {
  readonly name: string;
  readonly type: string;
  /**
   * The statement whose first column has its values, or the one value of all runs, as text, NULL as `null`;
   * `undefined`: the table's column of the parameter's name.
   */
  readonly source: string | { readonly value: string | null } | undefined;
}
