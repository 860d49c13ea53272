import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { guardedInsert } from "../../app/writer/guarded-insert";
import { GuardedStream } from "../../app/writer/guarded-stream";
import { InsertError } from "../../app/writer/insert-error";
import { batchOfBytes } from "../support/writers";

const free = async () => {};
const never = new Promise<void>(() => {});

/** An insert whose request takes all that the stream gives, and then ends as `answer` does. */
function send(commit: () => Promise<void>, answer: () => Promise<unknown>, signal?: AbortSignal) {
  const stream = new GuardedStream(batchOfBytes(new Uint8Array(1_000)), commit);
  const insert = async () => {
    await pipeline(stream, new PassThrough().resume());
    await answer();
  };
  return { stream, sent: guardedInsert("t", stream, { id: "batch 1", commit, signal }, insert) };
}

describe("a guarded insert", () => {
  test("ends when the server has acknowledged it", async () => {
    const { stream, sent } = send(free, free);
    await sent;
    expect(stream).toMatchObject({ released: true, destroyed: true });
  });

  test("ends with what the commit says, whatever the request makes of it", async () => {
    const reason = new Error("the claim is gone");
    const { stream, sent } = send(() => Promise.reject(reason), free);
    await expect(sent).rejects.toBe(reason);
    expect(stream).toMatchObject({ released: false, destroyed: true });
  });

  test("is not begun in vain when it was aborted before", async () => {
    const commit = jest.fn(free);
    const reason = new Error("stop");
    await expect(send(commit, free, AbortSignal.abort(reason)).sent).rejects.toBe(reason);
    expect(commit).not.toHaveBeenCalled();
  });

  test("ends at once when it is aborted while the answer is awaited, and may have landed", async () => {
    const controller = new AbortController();
    const { stream, sent } = send(
      free,
      async () => {
        controller.abort("enough");
        await never;
      },
      controller.signal,
    );
    await expect(sent).rejects.toMatchObject({
      kind: "unknown",
      cause: "enough",
      message: "Insert of batch 1 into t was aborted after its last row had been sent",
    });
    expect(stream.destroyed).toBe(true);
  });

  test("names what failed and says whether it may have landed", async () => {
    const reset = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
    const after = send(free, () => Promise.reject(reset)).sent;
    await expect(after).rejects.toBeInstanceOf(InsertError);
    await expect(after).rejects.toMatchObject({
      kind: "unknown",
      message: "Insert of batch 1 into t failed (ECONNRESET): read ECONNRESET",
    });
    const stream = new GuardedStream(batchOfBytes(new Uint8Array(10)), free);
    const before = guardedInsert("t", stream, { id: "batch 1", commit: free }, () => Promise.reject(reset));
    await expect(before).rejects.toMatchObject({ kind: "retryable" });
    expect(stream).toMatchObject({ released: false, destroyed: true });
  });
});
