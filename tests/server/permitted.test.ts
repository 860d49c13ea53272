import { permitted } from "../../app/server/permitted";

describe("what may be forbidden", () => {
  const failing = (code: string) => () => Promise.reject(Object.assign(new Error("no"), { code }));

  test.each([
    ["lacks the right", "497"],
    ["knows no such table", "60"],
  ])("has no answer where the user %s", async (_, code) => {
    expect(await permitted(failing(code))).toBeUndefined();
  });

  test("is answered where it is not, and fails as anything else does", async () => {
    expect(await permitted(async () => 1)).toBe(1);
    await expect(permitted(failing("241"))).rejects.toMatchObject({ code: "241" });
    await expect(permitted(failing("ECONNRESET"))).rejects.toMatchObject({ code: "ECONNRESET" });
  });
});
