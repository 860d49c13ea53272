import type { Connection } from "../../app/server/connection";
import { type Model } from "../../app/model/column";
import { modelFromServer } from "../../app/model/model-from-server";

/** Runs one statement, by the test's own means; throws what the server says. */
export async function sql(connection: Connection, statement: string): Promise<string> {
  const { host, port, database, user, password } = connection;
  const answer = await fetch(`http://${host}:${port}/?database=${database}`, {
    method: "POST",
    body: statement,
    headers: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` },
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${statement}: ${text}`);
  return text;
}

export async function rowsOf<T>(connection: Connection, statement: string): Promise<T[]> {
  const settings = "output_format_json_quote_64bit_integers = 1, output_format_json_quote_decimals = 1";
  const text = await sql(connection, `${statement} SETTINGS ${settings} FORMAT JSONEachRow`);
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** The model of a table of the server. */
export async function readModel(connection: Connection, table: string): Promise<Model> {
  return modelFromServer(
    await rowsOf(
      connection,
      `SELECT name, type, default_kind FROM system.columns WHERE database = '${connection.database}' AND table = '${table}' ORDER BY position`,
    ),
  );
}
