import { openClient } from "../../app/server/client";
import { select } from "../../app/server/select";
import { describeServerError } from "../../app/server/server-error";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";

let embedded: TestEmbedded;
beforeAll(async () => {
  embedded = await startTestEmbedded();
});
afterAll(() => embedded?.stop());

describe("the client", () => {
  test("prints nothing when a request fails", async () => {
    const methods = (["log", "info", "warn", "error", "debug"] as const).map((method) =>
      jest.spyOn(console, method).mockImplementation(),
    );
    const client = openClient(embedded.connection);
    const failure = await select(client, "SELECT missing FROM nowhere").catch((error: unknown) => error);
    await client.close();
    const gone = openClient({ ...embedded.connection, port: 1 });
    await expect(select(gone, "SELECT 1")).rejects.toThrow();
    await gone.close();
    expect(describeServerError(failure)).toMatchObject({ kind: "answered", code: "60" });
    for (const method of methods) {
      expect(method).not.toHaveBeenCalled();
      method.mockRestore();
    }
  });

  test("sends values and names as parameters, whatever is in them", async () => {
    const client = openClient(embedded.connection);
    const hostile = [
      "'; DROP TABLE x; --",
      "a\\b",
      "tab\tnewline\nreturn\r",
      "😀 é",
      "{x:String}",
      "\\N",
      "`",
    ];
    for (const value of hostile) {
      expect(await select(client, "SELECT {value:String} AS value", { value })).toEqual([{ value }]);
    }
    await client.close();
  });

  test("keeps 64-bit integers whole", async () => {
    const client = openClient(embedded.connection);
    expect(await select(client, "SELECT 18446744073709551615 AS big")).toEqual([
      { big: "18446744073709551615" },
    ]);
    await client.close();
  });
});
