import { describeServerError } from "../../app/server/server-error";

describe("an error of the server", () => {
  test.each([
    [Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }), "gone", "ECONNREFUSED"],
    [Object.assign(new AggregateError([], ""), { code: "ECONNREFUSED" }), "gone", "ECONNREFUSED"],
    [Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }), "gone", "ECONNRESET"],
    [new Error("Timeout error."), "gone", undefined],
    [new Error("socket hang up"), "gone", undefined],
    [Object.assign(new Error("Memory limit"), { code: "241" }), "answered", "241"],
    [
      Object.assign(new Error("self-signed certificate"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }),
      "tls",
      "DEPTH_ZERO_SELF_SIGNED_CERT",
    ],
    [new Error("<html>502 Bad Gateway</html>"), "answered", undefined],
    [new TypeError("x is not a function"), "bug", undefined],
    ["text", "bug", undefined],
  ])("%p is of kind %s", (error, kind, code) => {
    const described = describeServerError(error);
    expect(described).toMatchObject({ kind, code });
    expect(described.message).not.toBe("");
  });

  test.each([
    ["<html>502 Bad Gateway</html>", true],
    ["upstream connect error: 503 Service Unavailable", true],
    ["", true],
    ["no values for column x", false],
  ])("without a code, %p heals: %p", (text, heals) => {
    expect(describeServerError(new Error(text)).heals).toBe(heals);
  });

  test.each([
    ["252", "Too many parts (300). Merges are processing slower than inserts", undefined],
    [
      "252",
      "Too many partitions for single INSERT block (more than 100). The limit is controlled by 'max_partitions_per_insert_block' setting",
      "too-many-partitions",
    ],
    ["497", "panda: Not enough privileges", "right-missing"],
    ["516", "Authentication failed", "authentication"],
    ["81", "Database elsewhere does not exist", "database-missing"],
    ["60", "Unknown table", "table-missing"],
  ])("with the code %s and the text %p means %p", (code, text, meaning) => {
    expect(describeServerError(Object.assign(new Error(text), { code })).meaning).toBe(meaning);
  });

  test.each([
    [
      "Failed to insert: Error: Code: 252. DB::Exception: it happened. (TOO_MANY_PARTS)",
      "252",
      "TOO_MANY_PARTS",
    ],
    ["Failed to insert: Error: read ECONNRESET", "ECONNRESET", "ECONNRESET"],
  ])("is found in another error's text: %s", (text, code, name) => {
    expect(describeServerError(new Error(text))).toMatchObject({ code, name, heals: true });
  });

  test("that is not known may have landed, and does not heal", () => {
    for (const code of ["49", "99999"]) {
      expect(describeServerError(Object.assign(new Error("it happened"), { code }))).toMatchObject({
        landed: "unknown",
        heals: false,
        overload: false,
      });
    }
  });

  test("is told in one line of bounded length", () => {
    const { message } = describeServerError(
      Object.assign(new Error(`a\n\tb (version 25.6.1 (official build)) ${"x".repeat(1000)}`), { code: "1" }),
    );
    expect(message).toHaveLength(300);
    expect(message).toMatch(/^a b/);
  });
});
