import { commandsOf, pageOf, sectionOf } from "../docs/pages";
import { describeWithStack } from "./describe-with-stack";
import { MooseStack } from "./moose-stack";

jest.setTimeout(590_000);

/** The commands of a section from where Moose has started. */
const commandsUnder = (file: string, heading: string) =>
  commandsOf({ text: sectionOf(pageOf(file), heading) }).filter((command) =>
    /^(moose-cli|npm run dev:faker)/.test(command),
  );

describeWithStack("the pages' commands for a project with Moose, in order, in one folder", () => {
  let stack: MooseStack;
  beforeAll(async () => {
    stack = await MooseStack.start({});
  });
  afterAll(() => stack?.stop());

  it.each([
    ["README.md", "In your Moose project"],
    ["docs/workflows.md", "Start, watch, stop"],
  ])("%s, %s", async (file, heading) => {
    const commands = commandsUnder(file, heading);
    const ids: string[] = [];
    let last = "";
    for (const command of commands) {
      const { rows } = await stack.count();
      last = (await stack.exec("bash", "-c", command)).stdout;
      const id = /\/workflows\/([^/\s]+)\//.exec(last)?.[1];
      if (id !== undefined) {
        ids.push(id);
        await stack.moreThan(rows);
      }
    }
    // Status is the last one of both.
    expect(last).toContain("spring");
    for (const id of ids) expect([id, (await stack.end(id)).status]).toEqual([id, "COMPLETED"]);
    const rows = Number(/"rows": (\d+)/.exec(commands.join())![1]);
    expect(await stack.count()).toEqual({ rows, ids: rows });
  });
});
