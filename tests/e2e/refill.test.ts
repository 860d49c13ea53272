import { setTimeout } from "node:timers/promises";
import { Script } from "node:vm";
import { withLoggingProxy } from "../support/logging-proxy";
import { until } from "../support/until";
import { describeWithStack } from "./describe-with-stack";
import { MooseStack } from "./moose-stack";

describeWithStack("the workflow refill-images", () => {
  let stack: MooseStack;
  beforeAll(async () => {
    stack = await MooseStack.start({
      DATA_FAKER_REFILL_EVERY: "4s",
      DATA_FAKER_REFILL_TARGET: "200",
      DATA_FAKER_REFILL_STEP: "60",
    });
  });
  afterAll(() => stack?.stop());

  it("waits for the first run, tops it up in steps, and makes the rows that one run would have made", async () => {
    await stack.logged(/no refill: there is no run yet/);
    await stack.end(await stack.run("fake-images", { rows: 100, seed: "s" }));
    await stack.logged(/complete, 160 of 160 rows/);
    await stack.logged(/complete, 200 of 200 rows/);
    await stack.logged(/no refill: full, 200 rows/);
    const refilled = await stack.hash();
    const { code, out } = await stack.terminal("--reset", "--rows", "200", "--seed", "s").end;
    expect([code, out]).toEqual([0, expect.stringContaining("200 of 200")]);
    expect(await stack.count()).toEqual({ rows: 200, ids: 200 });
    expect(await stack.hash()).toBe(refilled);
  });

  it("writes again what was truncated", async () => {
    const before = await stack.hash();
    await stack.command("TRUNCATE TABLE images_analytical");
    await until("the rows are back", async () => (await stack.count()).rows === 200);
    expect(await stack.hash()).toBe(before);
  });

  it("the page that Moose serves shows its run and what it does next, and only reads", async () => {
    const origin = `http://127.0.0.1:${stack.ports.web}`;
    const base = `${origin}/data-faker`;
    const [page, script, state] = await Promise.all(
      ["", "/page.js", "/state.json"].map(async (file) => (await fetch(`${base}${file}`)).text()),
    );
    // Moose hands over the same path with and without the slash.
    expect(page).toContain('src="./data-faker/page.js"');
    expect(await (await fetch(`${base}/`)).text()).toContain('src="page.js"');
    expect(() => new Script(script!)).not.toThrow();
    expect(JSON.parse(state!)).toMatchObject({
      jobs: null,
      tables: [
        {
          name: "images_analytical",
          rows: 200,
          runs: [{ status: "complete", rows_inserted: 200 }, { status: "reset" }],
          refill: { every: "4s", targetRows: 200, next: { nothing: "full, 200 rows" } },
        },
      ],
      problems: [],
    });
    const headers = { "Content-Type": "application/json", Origin: origin };
    const body = JSON.stringify({ kind: "stop", table: "images_analytical" });
    const answers = [
      await fetch(`${base}/action`, { method: "POST", headers, body }),
      await fetch(`${base}/state.json`, { headers: { Origin: "http://evil.example" } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([405, 403]);
  });

  it("yields to a run from the terminal, with which fake-images is refused", async () => {
    // Slow, so that it outlasts all that Moose does beside it, and light, so that Moose gets to do it.
    const slowInserts = async (statement: string) => {
      if (/^INSERT INTO \S*images_analytical/.test(statement.replaceAll("`", ""))) await setTimeout(300);
      return undefined;
    };
    await withLoggingProxy(
      stack.server.connection,
      async ({ port }) => {
        const { child, end } = stack.terminalAt(port, "--rows", "1000000", "--batch-size", "10");
        try {
          await stack.moreThan(200);
          await stack.logged(/no refill: a run of process \d+ .*\(terminal\) is under way/);
          const refused = await stack.end(await stack.run("fake-images", { rows: 1000 }));
          expect(JSON.parse(refused.failure).details).toMatch(/under way: process \d+ on .* \(terminal\)/);
        } finally {
          child.kill("SIGINT");
        }
        expect((await end).code).toBe(130);
      },
      slowInserts,
    );
    const { rows, ids } = await stack.count();
    expect(ids).toBe(rows);
  });

  it("yields to fake-images, which the terminal sees", async () => {
    const id = await stack.run("fake-images");
    await until("the workflow is under way", async () =>
      /"status": ?"running"[^}]*\}?[^}]*"door": ?"workflow"/s.test(
        (await stack.terminal("status", "--json").end).out,
      ),
    );
    await stack.logged(/no refill: a run is under way/);
    await stack.cancel(id);
    await stack.end(id);
  });
});
