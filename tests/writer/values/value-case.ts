import type { ColumnValues } from "../../../app/model/types/column-values";
import { startTestEmbedded, type TestEmbedded } from "../../support/embedded";
import { rowsOf, sql } from "../../support/olap-insert";
import { openWriter, WRITER_NAMES } from "../../support/writers";

/** Values of one column, and what the server makes of them. */
export interface ValueCase {
  readonly type: string;
  readonly values: ColumnValues;
  /** What the server is asked for of the column `v`, as text. */
  readonly ask: string;
  readonly expected: readonly (string | null)[];
}

/** Declares the tests that each writer brings the values of each case into a table exactly. */
export function testEachWriter(cases: readonly ValueCase[]): void {
  let server: TestEmbedded;
  beforeAll(async () => {
    server = await startTestEmbedded();
  });
  afterAll(() => server.stop());

  describe.each(WRITER_NAMES)("the writer %s", (name) => {
    it.each(cases.map((one, i) => [`${one.type} (${one.values.kind})`, i, one] as const))(
      "brings %s into the table exactly",
      async (_, i, one) => {
        const { connection } = server;
        const rows = one.expected.length;
        const table = `${name}${i}`;
        await sql(
          connection,
          `CREATE TABLE ${table} (n UInt32, v ${one.type}) ENGINE = MergeTree ORDER BY n`,
        );
        const writer = await openWriter(name, connection, table);
        const batch = writer.encode({
          firstRow: 0,
          rows,
          columns: [
            {
              name: "n",
              values: { kind: "number", values: Uint32Array.from({ length: rows }, (_, n) => n) },
            },
            { name: "v", values: one.values },
          ],
        });
        await writer.send(batch, { id: "one batch", commit: async () => {} });
        await writer.close();
        const found = await rowsOf<{ answer: string | null }>(
          connection,
          `SELECT ${one.ask} AS answer FROM ${table} ORDER BY n`,
        );
        expect(found.map(({ answer }) => answer)).toEqual(one.expected);
      },
    );
  });
}

/** Values of a column of strings. */
export function strings(texts: readonly string[]): ColumnValues {
  const parts = texts.map((text) => Buffer.from(text));
  const offsets = Uint32Array.from([0, ...parts.map((_, i) => Buffer.concat(parts.slice(0, i + 1)).length)]);
  return { kind: "string", bytes: Buffer.concat(parts), offsets };
}

/** Numbers of `width` bytes, little-endian. */
export function fixed(width: number, ...rows: bigint[]): ColumnValues {
  const bytes = new Uint8Array(width * rows.length);
  rows.forEach((row, i) => {
    for (let k = 0; k < width; k++) bytes[i * width + k] = Number((row >> BigInt(8 * k)) & 255n);
  });
  return { kind: "fixed", width, bytes };
}
