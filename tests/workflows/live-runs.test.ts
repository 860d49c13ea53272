import { enterLiveRun, type LiveRun, liveRunEnded, TAKEN_OVER } from "../../app/workflows/live-runs";

/** A clock whose pauses are over at once, and on which they take their time. */
function clock() {
  let now = 0;
  const pause = async (milliseconds: number) => {
    now += milliseconds;
    await new Promise(setImmediate);
  };
  return { monotonic: () => now, pause, now: () => now };
}

const run = (workflowId: string, kind: LiveRun["kind"] = "fill") => ({
  workflowId,
  kind,
  stop: new AbortController(),
});
/** A table of its own for each test: the list is the process's. */
let tables = 0;
const nextTable = () => `table ${++tables}`;

test("one run a table; others go on beside it", async () => {
  const table = nextTable();
  const leave = await enterLiveRun(table, run("a"), clock());
  const leaveOther = await enterLiveRun(nextTable(), run("b"), clock());
  const time = clock();
  expect(await enterLiveRun(table, run("c"), time)).toBeUndefined();
  expect(time.now()).toBeGreaterThanOrEqual(12_000);
  leave!();
  const after = await enterLiveRun(table, run("c"), clock());
  expect(after).toBeDefined();
  after!();
  leaveOther!();
});

test("a newer attempt of a workflow ends the earlier one and waits for its end", async () => {
  const table = nextTable();
  const first = run("a");
  const leave = await enterLiveRun(table, first, clock());
  let entered = false;
  const second = enterLiveRun(table, run("a"), clock()).then((left) => {
    entered = true;
    return left;
  });
  await new Promise(setImmediate);
  expect([first.stop.signal.aborted, entered]).toEqual([true, false]);
  leave!();
  (await second)!();
  expect(entered).toBe(true);
});

test("a refill yields to a fill, and a fill never to a refill", async () => {
  const table = nextTable();
  const refill = run("refill", "refill");
  const leaveRefill = await enterLiveRun(table, refill, clock());
  const fill = enterLiveRun(table, run("fill"), clock());
  await new Promise(setImmediate);
  expect(refill.stop.signal.aborted).toBe(true);
  leaveRefill!();
  const leaveFill = await fill;
  const time = clock();
  expect(await enterLiveRun(table, run("refill", "refill"), time)).toBeUndefined();
  expect(time.now()).toBe(0);
  leaveFill!();
});

test("a run that was cancelled is waited for", async () => {
  const table = nextTable();
  const cancelled = run("a");
  const leave = await enterLiveRun(table, cancelled, clock());
  cancelled.stop.abort();
  const ended = liveRunEnded("a");
  const next = enterLiveRun(table, run("b"), clock());
  leave!();
  await ended;
  (await next)!();
});

test("a worker enters only where nothing else runs, of whichever table, and yields to a fill", async () => {
  const [table, other] = [nextTable(), nextTable()];
  const leaveOther = await enterLiveRun(other, run("a"), clock());
  const time = clock();
  expect(await enterLiveRun(table, run("w", "work"), time)).toBeUndefined();
  leaveOther!();
  const worker = run("w", "work");
  const leaveWorker = await enterLiveRun(table, worker, time);
  expect(await enterLiveRun(table, run("v", "work"), time)).toBeUndefined();
  expect(time.now()).toBe(0);
  const fill = enterLiveRun(table, run("fill"), clock());
  await new Promise(setImmediate);
  expect(worker.stop.signal.reason).toBe(TAKEN_OVER);
  leaveWorker!();
  const leaveFill = await fill;
  expect(await enterLiveRun(table, run("v", "work"), time)).toBeUndefined();
  leaveFill!();
});
