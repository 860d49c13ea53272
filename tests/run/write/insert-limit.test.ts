import { insertError } from "../../../app/writer/insert-error";
import { InsertLimit } from "../../../app/run/write/insert-limit";

/** How many of many pieces of work the limit lets go on at once. */
async function width(limit: InsertLimit): Promise<number> {
  let [now, most] = [0, 0];
  const work = async () => {
    most = Math.max(most, ++now);
    await new Promise((done) => setImmediate(done));
    now--;
  };
  await Promise.all(Array.from({ length: 20 }, () => limit.run(work)));
  return most;
}

const overloaded = () =>
  Promise.reject(insertError(Object.assign(new Error("too many parts"), { code: "252" }), "batch 1", true));

describe("InsertLimit", () => {
  it("lets as many go on as it was told, and no more", async () => {
    expect(await width(new InsertLimit(5))).toBe(5);
    expect(await width(new InsertLimit(1))).toBe(1);
  });

  it("halves when the server is overloaded, never below one, and grows again with successes", async () => {
    const limit = new InsertLimit(8);
    await expect(limit.run(overloaded)).rejects.toThrow("too many parts");
    let most = 0;
    let now = 0;
    const holds: (() => void)[] = [];
    const held = Array.from({ length: 8 }, () =>
      limit.run(async () => {
        most = Math.max(most, ++now);
        await new Promise<void>((done) => holds.push(done));
        now--;
      }),
    );
    await new Promise((done) => setImmediate(done));
    expect(most).toBe(4);
    while (holds.length > 0 || now > 0) {
      holds.splice(0).forEach((done) => done());
      await new Promise((done) => setImmediate(done));
    }
    await Promise.all(held);
    for (let i = 0; i < 6; i++) await limit.run(overloaded).catch(() => {});
    await limit.run(async () => {});
    for (let i = 0; i < 10; i++) await width(limit);
    expect(await width(limit)).toBe(8);
  });

  it("does not slow down for other failures", async () => {
    const limit = new InsertLimit(4);
    await limit.run(() => Promise.reject(new Error("reset"))).catch(() => {});
    expect(await width(limit)).toBe(4);
  });
});
