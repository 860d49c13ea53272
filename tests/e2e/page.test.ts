import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { writeQueryResults } from "../../app/queries/query-results";
import { resultsFolder } from "../../app/queries/results-folder";
import { describeWithBrowser, openBrowser } from "./describe-with-browser";
import { FakerProject } from "./faker-project";
import { resultsOf } from "./kept-results";
import { type ServedPage, servePage } from "./served-page";

/** Shown as text where nothing goes wrong. */
const HOSTILE = "<img src=x onerror=alert(1)>";
const QUOTED = "`<img src=x onerror=alert(1)>`";

describeWithBrowser("the page in a browser", () => {
  let project: FakerProject;
  let server: ServedPage;
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
    server = await servePage(project);
    address = server.address;
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
    await server?.end();
    await project?.remove();
  });

  const card = (name: string) =>
    page.locator(".card").filter({ has: page.getByRole("heading", { name, exact: true }) });
  const images = () => card("images_analytical");

  it("shows a run from its start to its end, and what there was before", async () => {
    expect(await images().locator(".run").first().innerText()).toMatch(
      /^100\.0 %\s+20 of 20 rows[^]*complete[^]*seed "a"/,
    );
    const { done } = project.start("--rows", "400000", "--batch-size", "5000");
    await images().locator(".state.running").waitFor();
    await images()
      .getByText(/^[1-9][\d,]* of 400,000 rows$/)
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
    expect(await images().innerText()).toMatch(/400,000 rows, [^]*400,000 of 400,000 rows/);
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
    const cells = await images()
      .getByRole("region", { name: "Rows that are not" })
      .getByRole("cell")
      .allInnerTexts();
    expect(cells).toEqual(["7", "1", "missing", ""]);
    expect(await images().innerText()).toMatch(/To write the missing rows: .*verify --repair --embedded/);
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

  /** Nothing serious by axe, light and dark, and nothing wider than the page. */
  async function expectAccessible(widths: readonly number[]): Promise<void> {
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of widths) {
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
  }

  it("axe finds nothing serious, light and dark, narrow and wide", () => expectAccessible([400, 1600]));

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
    await expectAccessible([400]);
    expect(complaints).toEqual([]);
  });

  it("shows what the data of a table looks like, with the report's own rules and nobody's script", async () => {
    for (const name of ["images_analytical", HOSTILE]) {
      await page.goto(address.href);
      await card(name).getByRole("link", { name: "What the data of" }).click();
      await page.getByRole("heading", { name, level: 1 }).waitFor();
      expect(await page.locator("svg.chart").count()).toBeGreaterThan(0);
      const width = await page
        .locator("main")
        .evaluate((main) => (globalThis as any).getComputedStyle(main).maxWidth as string);
      expect(width).toMatch(/px$/);
      expect(await page.locator("img").count()).toBe(0);
      await expectAccessible([400]);
    }
    expect(complaints).toEqual([]);
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
