import { insertError } from "../../app/writer/insert-error";

/** As @clickhouse/client throws it. */
function clickHouseError(code: number, type: string): Error {
  return Object.assign(new Error("what happened"), { code: String(code), type });
}

/** As OlapTable.insert wraps an answer that the client could not take apart. */
function wrapped(code: number, type: string): Error {
  return new Error(
    `Failed to insert data into table t: Error: Code: ${code}. DB::Exception: it happened. (${type})`,
  );
}

function systemError(code: string): Error {
  return Object.assign(new Error(`connect ${code} 127.0.0.1:1`), { code });
}

describe("insertError", () => {
  it.each([
    [252, "TOO_MANY_PARTS", "retryable"],
    [241, "MEMORY_LIMIT_EXCEEDED", "retryable"],
    [242, "TABLE_IS_READ_ONLY", "retryable"],
    [202, "TOO_MANY_SIMULTANEOUS_QUERIES", "retryable"],
    [60, "UNKNOWN_TABLE", "fatal"],
    [16, "NO_SUCH_COLUMN_IN_TABLE", "fatal"],
    [117, "INCORRECT_DATA", "fatal"],
    [516, "AUTHENTICATION_FAILED", "fatal"],
    [164, "READONLY", "fatal"],
    [159, "TIMEOUT_EXCEEDED", "unknown"],
    [319, "UNKNOWN_STATUS_OF_INSERT", "unknown"],
    [49, "LOGICAL_ERROR", "unknown"],
  ])("has the server's %d %s as %s", (code, type, kind) => {
    for (const error of [clickHouseError(code, type), wrapped(code, type)]) {
      expect(insertError(error, "batch 1", true)).toMatchObject({
        kind,
        serverCode: code,
        serverType: type,
        exitCode: 1,
      });
    }
  });

  it.each([
    [241, "Memory limit exceeded: while pushing to view db.counts (6f0c2d5e-0000-4000-8000-000000000000)"],
    [
      252,
      "Too many partitions for single INSERT block (more than 100): while pushing to view db.counts. (NAME)",
    ],
    [395, "no: while pushing to view db.counts"],
  ])("never tries again what failed in a view, where the table holds the rows: %s", (code, text) => {
    const error = Object.assign(new Error(text), { code: String(code), type: "NAME" });
    expect(insertError(error, "batch 1", true)).toMatchObject({
      kind: "unknown",
      heals: false,
      message: expect.stringMatching(/ failed in the materialized view db\.counts \(.*empty its target/),
    });
  });

  it.each([
    [319, "the status is unknown", true],
    [252, "Too many parts (300)", true],
    [252, "Too many partitions for single INSERT block (more than 100)", false],
    [190, "Elements 'a.x' and 'a.y' of Nested data structure must have the same length", false],
    [395, "Value passed to 'throwIf' function is non-zero", false],
    [153, "Division by zero", false],
    [164, "Cannot execute query in readonly mode", false],
    [497, "Not enough privileges", false],
    [62, "Syntax error", false],
    [49, "Logical error", false],
    [99999, "a code of a later version", false],
  ])("tells whether the server's %d heals: %s", (code, text, heals) => {
    const error = Object.assign(new Error(text), { code: String(code), type: "NAME" });
    for (const released of [true, false]) expect(insertError(error, "batch 1", released).heals).toBe(heals);
    expect(insertError(new Error("<html>502 Bad Gateway</html>"), "batch 1", true).heals).toBe(true);
  });

  it.each([
    ["ECONNREFUSED", "retryable"],
    ["ENOTFOUND", "retryable"],
    ["ECONNRESET", "unknown"],
    ["EPIPE", "unknown"],
  ])("has the system's %s after the last row as %s", (code, kind) => {
    expect(insertError(systemError(code), "batch 1", true)).toMatchObject({ kind, serverType: code });
    expect(insertError(new Error(`Failed to insert: Error: read ${code}`), "batch 1", true)).toMatchObject({
      kind,
    });
  });

  it.each([
    systemError("ECONNRESET"),
    new Error("Timeout error."),
    new Error("<html>502 Bad Gateway</html>"),
    "odd",
  ])("has %s as unknown once the last row has gone, and as retryable before", (error) => {
    expect(insertError(error, "batch 1", true).kind).toBe("unknown");
    expect(insertError(error, "batch 1", false).kind).toBe("retryable");
  });

  it("does not take a DOMException's number for a server's", () => {
    const error = insertError(new DOMException("aborted", "AbortError"), "batch 1", true);
    expect(error).toMatchObject({ kind: "unknown", serverCode: undefined });
  });

  it("is one line of bounded length that names the insert and the error", () => {
    const error = insertError(
      new Error(`Code: 252. DB::Exception:\n${"x\n".repeat(9_999)}(TOO_MANY_PARTS)`),
      "batch 7",
      true,
    );
    expect(error.message).toMatch(/^Insert of batch 7 failed \(code 252 TOO_MANY_PARTS\): Code: 252\./);
    expect(error.message).not.toContain("\n");
    expect(error.message.length).toBeLessThan(700);
  });
});
