import { once } from "node:events";
import { until } from "../support/until";
import { FakerProject, type Outcome } from "./faker-project";

jest.setTimeout(240_000);

let project: FakerProject;
beforeEach(async () => {
  project = await FakerProject.create();
});
const fleet: ReturnType<FakerProject["start"]>[] = [];
afterEach(async () => {
  // Of a test that failed.
  for (const { child } of fleet.splice(0)) child.kill("SIGKILL");
  await project?.remove();
});

const SHARED = ["--share", "--seed", "42", "--batch-size", "1000"];
const exact = (rows: number) => ({ rows, ids: rows });

/** One who joins before there is a run. Resolves when it says that it waits. */
async function early(): Promise<ReturnType<FakerProject["start"]>> {
  const worker = project.start("work");
  fleet.push(worker);
  await once(worker.child.stdout!, "data");
  return worker;
}

it("is joined by one who came a moment earlier; another one is tired of waiting", async () => {
  const [worker, tired] = await Promise.all([early(), early()]);
  tired.child.kill("SIGINT");
  expect(await tired.done).toMatchObject({
    code: 130,
    out: "note: There is no run into images_analytical yet: waiting a minute for one that is started with --share\n",
    err: "",
  });
  const led = await project.run("--rows", "40000", ...SHARED);
  const joined = await worker.done;
  expect([led.code, joined.code, joined.out]).toEqual([
    0,
    0,
    expect.stringMatching(/: waiting a minute [^]*\nComplete/),
  ]);
  expect(await project.contents()).toMatchObject(exact(40_000));
});

it("is stopped as a whole, and lets nobody in before who would not share it", async () => {
  fleet.push(project.start("--rows", "5000000", ...SHARED));
  await once(fleet[0]!.child.stdout!, "data");
  fleet.push(project.start("work"), project.start("work"));
  const status = async () =>
    JSON.parse((await project.run("status", "--json")).out) as { workers: unknown[] };
  await until("all three are at work", async () => (await status()).workers.length === 3);
  await project.command("DELETE FROM images_analytical WHERE image_id = 7");
  const beside = [
    ["--reset", "--rows", "1000"],
    ["verify", "--repair"],
  ];
  const refused = expect.stringMatching(
    /^A run into images_analytical is under way: process \d+ on \S+ \(terminal\)/,
  );
  for (const flags of beside)
    expect([flags, await project.run(...flags)]).toMatchObject([flags, { code: 2, err: refused }]);
  expect((await project.run("stop")).code).toBe(0);
  const ends: Outcome[] = await Promise.all(fleet.map(({ done }) => done));
  expect(ends.map(({ code, err }) => [code, err])).toEqual([3, 3, 3].map((code) => [code, ""]));
  expect((await project.run("verify", "--repair")).code).toBe(0);
  const { rows, ids } = await project.contents();
  expect(ids).toBe(rows);
});
