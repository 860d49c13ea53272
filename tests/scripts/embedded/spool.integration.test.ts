import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { attachEmbedded } from "../../../scripts/embedded/attach-embedded";
import { endProcess } from "../../../scripts/embedded/process-life";
import { ask } from "../../support/raw-http";

describe("temporary files of a server whose own folder the engine would read as a pattern", () => {
  const root = mkdtempSync(path.join(tmpdir(), "spool-test-"));
  const kept = process.env.TMPDIR;
  beforeAll(() => (process.env.TMPDIR = root));
  afterAll(() => {
    if (kept === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = kept;
    rmSync(root, { recursive: true });
  });
  const spools = () => readdirSync(root).filter((name) => name.startsWith("data-faker-spool-"));
  const attach = () =>
    attachEmbedded({
      folder: path.join(root, "a[1]\\b"),
      preferredPort: 0,
      user: "panda",
      password: "pandapass",
      database: "local",
      start: true,
    });

  it("are removed at its end, and after a kill at the next start of any; those of the living stay", async () => {
    const killed = await attach();
    const [left] = spools();
    await endProcess(killed.pid, "SIGKILL");
    expect(spools()).toEqual([left]);
    const living = left!.replace(/-\d+-\w+$/, `-${process.pid}-abcdef`);
    mkdirSync(path.join(root, living));
    const client = await attach();
    expect(spools()).toHaveLength(2);
    expect(spools()).toContain(living);
    expect(spools()).not.toContain(left);
    expect((await ask(client.connection, { params: { query: "SELECT 1" } })).status).toBe(200);
    await client.release();
    await endProcess(client.pid);
    expect(spools()).toEqual([living]);
  });
});
