import { openClient } from "../../app/server/client";
import { ERROR_CODES } from "../../app/server/error-codes";
import { select } from "../../app/server/select";
import { withEmbedded } from "../support/embedded";

const entries = Object.entries(ERROR_CODES);

test("each of ClickHouse's codes has the server's own name", async () => {
  const numbered = entries.filter(([code]) => /^\d+$/.test(code));
  expect(numbered.length).toBeGreaterThan(40);
  await withEmbedded(async ({ connection }) => {
    const client = openClient(connection);
    const names = await select<{ code: number; name: string }>(
      client,
      "SELECT arrayJoin({codes:Array(UInt32)}) AS code, errorCodeToName(code) AS name",
      { codes: numbered.map(([code]) => Number(code)) },
    );
    await client.close();
    expect(Object.fromEntries(names.map(({ code, name }) => [code, name]))).toEqual(
      Object.fromEntries(numbered.map(([code, { name }]) => [code, name])),
    );
  });
});

test("what asks for less passes, and what means something particular of the user's does not", () => {
  for (const [code, { overload, heals, meaning }] of entries) {
    if (overload) expect([code, heals]).toEqual([code, true]);
    if (meaning !== undefined) expect([code, heals]).toEqual([code, false]);
  }
});
