import type { ClickHouseClient } from "@clickhouse/client";
import fc from "fast-check";
import { printName, quoteIdentifier, quoteString, splitName } from "../../app/model/quoting";
import { openClient } from "../../app/server/client";
import { select } from "../../app/server/select";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";

let server: TestEmbedded;
let client: ClickHouseClient;
beforeAll(async () => {
  server = await startTestEmbedded();
  client = openClient(server.connection);
});
afterAll(async () => {
  await client.close();
  await server.stop();
});

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."\b\f\n\r\t\0\\'\"`\v"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
});

test("the server reads back each text and each name as it was", async () => {
  await fc.assert(
    fc.asyncProperty(
      text,
      text.filter((name) => name !== ""),
      async (value, name) => {
        const query = `SELECT ${quoteString(value)} AS ${quoteIdentifier(name)}`;
        expect(await select(client, query)).toEqual([{ [name]: value }]);
      },
    ),
  );
});

test("a tuple's names are printed as the server prints them, and read back", async () => {
  const names = [
    "a",
    "_x",
    "b1",
    "b c",
    "1a",
    "a.b",
    "é",
    "$y",
    "a`b\\",
    "z\nz",
    "it's",
    "x, (",
    "order",
    "nan",
    "DATE",
  ];
  const reserved = ["distinct", "ALL", "table", "Select", "from", "fromm"];
  for (const name of [...names, ...reserved]) {
    const [found] = await select<{ type: string }>(
      client,
      `SELECT toTypeName(CAST(tuple(1), ${quoteString(`Tuple(\`${name.replace(/[\\`]/g, "\\$&")}\` UInt8)`)})) AS type`,
    );
    // It breaks the line before each element.
    expect(found!.type.replace("(\n    ", "(")).toBe(`Tuple(${printName(name)} UInt8)`);
    expect(splitName(`${printName(name)} UInt8`)).toEqual([name, "UInt8"]);
  }
});
