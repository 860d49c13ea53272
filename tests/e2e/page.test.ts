import type { ChildProcess } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { type QueryResults, type SizeResults, writeQueryResults } from "../../app/queries/query-results";
import { resultsFolder } from "../../app/queries/results-folder";
import { ask } from "../support/raw-http";
import { until } from "../support/until";
import { describeWithBrowser, openBrowser } from "./describe-with-browser";
import { FakerProject, type Outcome } from "./faker-project";

/** What one query took, at two sizes. */
function resultsOf(table: string): QueryResults {
  const size = (rows: number): SizeResults => ({
    measuredAt: "2026-01-01T10:00:00.000Z",
    rows,
    uncompressedBytes: null,
    diskBytes: null,
    queries: [
      {
        name: table,
        load: { kind: "closed", clients: 1 },
        runs: 2,
        errors: 0,
        unanswered: 0,
        error: null,
        seconds: 1,
        cold: null,
        latency: { p50: rows, p90: rows, p95: rows, p99: rows, max: rows },
        serverMedian: null,
        parts: [rows],
        histogram: [[rows, 2]],
        read: { rows: null, bytes: null, marks: null, peakMemory: null, source: "none" },
        keys: [],
        answer: null,
      },
    ],
  });
  return {
    format: 1,
    measuredAt: "2026-01-01T10:00:00.000Z",
    table: { database: "local", table },
    seed: "a",
    run: null,
    server: { version: "1", settings: {} },
    sizes: [size(1_000), size(10_000)],
    estimates: [],
  };
}

/** Shown as text where nothing goes wrong. */
const HOSTILE = "<img src=x onerror=alert(1)>";
const QUOTED = "`<img src=x onerror=alert(1)>`";

describeWithBrowser("the page in a browser", () => {
  let project: FakerProject;
  let server: { child: ChildProcess; done: Promise<Outcome> };
  let address: URL;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  /** What the browser has to complain of: a breach of the policy, a file that is missing, an error of the script. */
  const complaints: string[] = [];

  beforeAll(async () => {
    project = await FakerProject.create();
    await project.run("--rows", "20", "--seed", "a");
    await project.command(`CREATE TABLE ${QUOTED} (id UInt32, note String) ENGINE = MergeTree ORDER BY id`);
    server = project.start("page");
    let out = "";
    server.child.stdout!.on("data", (part) => (out += part));
    await until("the page is served", async () => /http:\S+\n/.test(out));
    address = new URL(/http:\S+/.exec(out)![0]);
    browser = await openBrowser();
    context = await browser.newContext();
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", (dialog) => complaints.push(dialog.message()));
    await page.goto(address.href);
  });
  afterAll(async () => {
    await browser?.close();
    server?.child.kill("SIGTERM");
    await server?.done;
    await project?.remove();
  });

  const card = (name: string) =>
    page.locator(".card").filter({ has: page.getByRole("heading", { name, exact: true }) });
  const images = () => card("images_analytical");

  it("shows a run from its start to its end, and what there was before", async () => {
    expect(await images().locator(".run").first().innerText()).toMatch(
      /^100\.0 %\s+20 of 20 rows[^]*complete[^]*seed "a"/,
    );
    const { done } = project.start("--rows", "150000", "--batch-size", "5000");
    await images().locator(".state.running").waitFor();
    await images()
      .getByText(/^[1-9][\d,]* of 150,000 rows$/)
      .waitFor();
    const bar = images().getByRole("progressbar");
    const share = Number(await bar.evaluate((one: { value: number }) => one.value));
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(1);
    await images()
      .getByText(/ left$/)
      .waitFor();
    expect((await done).code).toBe(0);
    await images().locator(".state.complete").waitFor();
    expect(await images().innerText()).toMatch(/150,000 rows, [^]*150,000 of 150,000 rows/);
    expect(complaints).toEqual([]);
  });

  it("fills and stops by the keyboard alone, with the focus in sight", async () => {
    const focused = () =>
      page.evaluate(() => {
        const { document, getComputedStyle } = globalThis as any;
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
        const label = document.activeElement.getAttribute("aria-label") ?? document.activeElement.name;
        return { label: label as string | undefined, outline: `${outlineStyle} ${outlineWidth}` };
      });
    const tabTo = async (label: string) => {
      for (let i = 0; i < 20; i++) {
        await page.keyboard.press("Tab");
        const { label: at, outline } = await focused();
        // Behind the last control the focus leaves the page.
        if (at === undefined) continue;
        expect([at, outline]).toEqual([at, expect.stringMatching(/^(solid|auto) [1-9]/)]);
        if (at === label) return;
      }
      throw new Error(`Tab does not lead to ${label}`);
    };
    await page.reload();
    await images().waitFor();
    await tabTo("rows");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("2M");
    await page.keyboard.press("Enter");
    await images().locator(".state.running").waitFor();
    await page.keyboard.press("Escape");
    await tabTo("Stop images_analytical");
    await page.keyboard.press("Enter");
    await images().getByText("it has stopped.").waitFor();
    await images().locator(".state.stopped").waitFor();
    expect(complaints).toEqual([]);
  });

  it("verifies, and shows what is wrong", async () => {
    await project.command("DELETE FROM images_analytical WHERE image_id = 7");
    await images()
      .getByRole("button", { name: /^Verify/ })
      .click();
    await images().getByText("has ended with exit code 1").waitFor();
    expect(await images().locator("pre").first().innerText()).toMatch(/ 7 .* 1 .* missing/);
    expect(complaints).toEqual([]);
  });

  it("a table with a hostile name, its runs and what they print harm nobody", async () => {
    const hostile = card(HOSTILE);
    await hostile.getByRole("textbox").fill("50");
    await hostile.getByRole("button", { name: /^Fill/ }).click();
    await hostile.locator(".state.complete").waitFor();
    await hostile.getByRole("button", { name: /^Verify/ }).click();
    await hostile.getByText("All is well: all 50 rows").waitFor();
    expect(await page.locator("img").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it("a refusal is said beside the button", async () => {
    await images().getByRole("textbox").fill("a lot");
    await images().getByRole("button", { name: /^Fill/ }).click();
    await images()
      .getByRole("alert")
      .getByText('rows: expected a whole number from 1 to 1,000,000,000,000, received "a lot"')
      .waitFor();
    complaints.length = 0; // The browser's own line about status 409.
  });

  it("axe finds nothing serious, light and dark, narrow and wide", async () => {
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of [400, 1600]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        // Not as an element, which the policy forbids.
        await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
        const violations = await page.evaluate(async () => {
          const found = await (globalThis as any).axe.run();
          return found.violations.map(
            (one: any) => `${one.impact}: ${one.id} ${one.nodes[0].html}`,
          ) as string[];
        });
        expect([colorScheme, width, violations]).toEqual([colorScheme, width, []]);
        const overflow = await page.evaluate(() => (globalThis as any).document.documentElement.scrollWidth);
        expect(overflow).toBeLessThanOrEqual(width);
      }
  });

  it("shows what queries take, by the files that are kept, and says which can't be read", async () => {
    const folder = resultsFolder(project.directory);
    writeQueryResults(path.join(folder, "a.json"), resultsOf(HOSTILE));
    writeFileSync(path.join(folder, "b.json"), "{");
    await page.goto(address.href);
    await page.getByRole("link", { name: "What queries take" }).click();
    await page.getByRole("heading", { name: `local.${HOSTILE}` }).waitFor();
    expect(await page.locator("svg.chart").count()).toBeGreaterThan(0);
    expect(await page.locator("p.notice").innerText()).toMatch(
      /b\.json: .*expected a file that queries has written/,
    );
    expect(await page.locator("img").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  describe("refuses requests", () => {
    const request = (headers: Record<string, string>, path = "state.json", method = "GET", body = "") =>
      ask(
        { ...project.connection, host: "127.0.0.1", port: Number(address.port) },
        { method, path: `${path.startsWith("/") ? "" : address.pathname}${path}`, headers, body },
      );
    const own = () => ({ Origin: address.origin, "Content-Type": "application/json" });
    const stop = JSON.stringify({ kind: "stop", table: "images_analytical" });

    it("to another name than this machine's", async () => {
      for (const Host of ["evil.example", `evil.example:${address.port}`, "127.0.0.1", "127.0.0.1:1"])
        expect([Host, (await request({ Host })).status]).toEqual([Host, 403]);
      expect((await request({ Host: `localhost:${address.port}` })).status).toBe(200);
    });

    it("of pages of other sites", async () => {
      for (const headers of [
        { Origin: "http://evil.example" },
        { Origin: "null" },
        { Origin: `https://${address.host}` },
        { "Sec-Fetch-Site": "cross-site" },
        { "Sec-Fetch-Site": "same-site" },
      ] as Record<string, string>[])
        for (const method of ["GET", "POST"])
          expect((await request({ ...own(), ...headers }, "action", method, stop)).status).toBe(403);
    });

    it("without the token, and with another one", async () => {
      for (const path of ["/", "/state.json", "/action", `/${"x".repeat(24)}/state.json`])
        for (const method of ["GET", "POST"])
          expect((await request(own(), path, method, stop)).status).toBe(403);
    });

    it("that ask for something without saying where they come from, as another type, or without sense", async () => {
      const status = async (headers: Record<string, string>, body: string, path = "action") =>
        (await request(headers, path, "POST", body)).status;
      expect(await status({ "Content-Type": "application/json" }, stop)).toBe(403);
      for (const type of ["text/plain", "application/x-www-form-urlencoded", ""])
        expect(await status({ ...own(), "Content-Type": type }, stop)).toBe(415);
      for (const body of [
        "",
        "{}",
        "[]",
        '{"kind":"drop","table":"a"}',
        '{"kind":"stop","table":1}',
        '{"kind":"stop","table":"a","more":1}',
        '{"kind":"fill","table":"a","rows":0}',
      ])
        expect([body, await status(own(), body)]).toEqual([body, 409]);
      expect(await status(own(), "x".repeat(20_000))).toBe(413);
      expect(await status(own(), stop, "state.json")).toBe(405);
    });
  });

  it("a page of another site can neither read the state nor frame the page", async () => {
    const other = await context.newPage();
    await other.goto("data:text/html,<p>other</p>");
    const read = await other.evaluate(
      (url) =>
        fetch(url).then(
          (answer) => answer.text(),
          () => "refused",
        ),
      `${address.href}state.json`,
    );
    expect(read).toBe("refused");
    await other.close();
  });
});
