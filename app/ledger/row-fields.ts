import { Refusal } from "../errors";
import { quoteString } from "../model/quoting";
import { quoted } from "../request/quoted";
import { quoteTable, type TableName } from "../server/table-name";

/** A row as ClickHouse answers with it: 64-bit integers are strings. */
export type Cells = Readonly<Record<string, unknown>>;

/** The fields of one row of the ledger; what cannot be understood is a Refusal `ledger-corrupt`. */
export class RowFields {
  /**
   * @param key the columns that tell the row from others
   */
  constructor(
    private readonly cells: Cells,
    private readonly table: TableName,
    private readonly key: readonly string[],
  ) {}

  /**
   * A safe integer.
   * @param least the smallest that is valid; default 0
   * @param most the largest that is valid
   */
  whole(field: string, least = 0, most = Number.MAX_SAFE_INTEGER): number {
    const value = this.number(field);
    if (!Number.isSafeInteger(value) || value < least || value > most)
      throw this.corrupt(
        field,
        `a whole number from ${least}${most < Number.MAX_SAFE_INTEGER ? ` to ${most}` : ""}`,
      );
    return value;
  }

  /** Finite, and not negative. */
  amount(field: string): number {
    const value = this.number(field);
    if (!Number.isFinite(value) || value < 0) throw this.corrupt(field, "a number from 0");
    return value;
  }

  /** A 64-bit integer. */
  wide(field: string): bigint {
    const value = this.cells[field];
    if (typeof value !== "string" || !/^\d+$/.test(value)) throw this.corrupt(field, "a whole number");
    return BigInt(value);
  }

  text(field: string): string {
    const value = this.cells[field];
    if (typeof value !== "string") throw this.corrupt(field, "text");
    return value;
  }

  /** Text of at least one character. */
  name(field: string): string {
    const value = this.text(field);
    if (value === "") throw this.corrupt(field, "text that is not empty");
    return value;
  }

  oneOf<Choice extends string>(field: string, choices: readonly Choice[]): Choice {
    const value = choices.find((choice) => choice === this.cells[field]);
    if (value === undefined) throw this.corrupt(field, choices.join(" or "));
    return value;
  }

  /** JSON: an object of whole numbers. */
  versions(field: string): Readonly<Record<string, number>> {
    const value = this.json(field);
    if (typeof value !== "object" || value === null || Array.isArray(value))
      throw this.corrupt(field, "an object of whole numbers in JSON");
    if (!Object.values(value).every(Number.isSafeInteger))
      throw this.corrupt(field, "an object of whole numbers in JSON");
    return value as Readonly<Record<string, number>>;
  }

  /** JSON: a list of text. */
  names(field: string): readonly string[] {
    const value = this.json(field);
    if (!Array.isArray(value) || !value.every((name) => typeof name === "string"))
      throw this.corrupt(field, "a list of text in JSON");
    return value;
  }

  /** JSON: an object. @param isValid whether its values are what they should be; default: any are */
  object(field: string, isValid: (value: object) => boolean = () => true): object {
    const value = this.json(field);
    if (typeof value !== "object" || value === null || Array.isArray(value) || !isValid(value))
      throw this.corrupt(field, "an object in JSON");
    return value;
  }

  private number(field: string): number {
    const value = this.cells[field];
    return value === "" || (typeof value !== "number" && typeof value !== "string") ? NaN : Number(value);
  }

  private json(field: string): unknown {
    try {
      return JSON.parse(this.text(field));
    } catch {
      return undefined;
    }
  }

  private corrupt(field: string, expected: string): Refusal {
    const value = this.cells[field];
    const where = this.key.map((name) => `${name} = ${quoteString(String(this.cells[name]))}`);
    return new Refusal(
      "ledger-corrupt",
      `Checkpoint corrupted: ${field} is ${quoted(value)} in a row of ${quoteTable(this.table)}, expected ${expected}: correct it, or delete the row where ${where.join(" AND ")}`,
      { table: this.table.table, field },
    );
  }
}
