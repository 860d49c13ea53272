import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { findTool, getBrowser, getTools, toolsFolder } from "../../../scripts/dev-stack/tools";

describe("the tools of the dev stack", () => {
  let folder: string;
  let bin: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "tools-"));
    bin = path.join(folder, "bin");
    mkdirSync(bin);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const put = (file: string, content = "", mode = 0o755) => {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\n${content}\n`);
    chmodSync(file, mode);
    return file;
  };
  const get = async (signal = new AbortController().signal) => {
    const lines: string[] = [];
    const tools = await getTools({
      projectDirectory: folder,
      env: { PATH: bin },
      signal,
      say: (line) => lines.push(line),
    }).catch((error: Error) => error);
    return { tools, lines };
  };

  it("are found in the project's folder before PATH, where they can be executed", () => {
    const find = () => findTool("temporal", folder, { PATH: `relative:${bin}` });
    expect(find()).toBeUndefined();
    put(path.join(bin, "temporal"), "", 0o644);
    expect(find()).toBeUndefined();
    const onPath = put(path.join(bin, "temporal"));
    expect(find()).toBe(onPath);
    const own = put(path.join(toolsFolder(folder), "temporal"));
    expect(find()).toBe(own);
  });

  it("are named together where no package manager can give them, before any is installed", async () => {
    const { tools, lines } = await get();
    expect(tools).toMatchObject({ code: "tool-missing" });
    expect(lines).toEqual([
      expect.stringMatching(/^redis-server is missing: install it /),
      expect.stringMatching(/^temporal is missing: install Go /),
    ]);
  });

  // A stand-in for Go: the real build takes minutes.
  it("are built by go into the project's folder, once", async () => {
    const redis = put(path.join(bin, "redis-server"));
    put(
      path.join(bin, "go"),
      `PATH=/usr/bin:/bin; mkdir -p "$GOBIN" && echo "$@" > "$GOBIN/temporal" && chmod +x "$GOBIN/temporal"`,
    );
    const temporal = path.join(toolsFolder(folder), "temporal");
    const { tools, lines } = await get();
    expect(tools).toEqual({ "redis-server": redis, temporal });
    expect(lines).toEqual([expect.stringContaining("once, about three minutes")]);
    expect(readFileSync(temporal, "utf8")).toBe("install github.com/temporalio/cli/cmd/temporal@v1.3.0\n");
    expect((await get()).lines).toEqual([]);
  });

  (process.getuid?.() === 0 ? it : it.skip)(
    "are installed by the system's package manager where that is allowed",
    async () => {
      put(path.join(bin, "temporal"));
      put(
        path.join(bin, "apt-get"),
        `PATH=/usr/bin:/bin; case "$*" in *redis-server*) cp ${path.join(bin, "temporal")} ${path.join(bin, "redis-server")};; esac`,
      );
      expect((await get()).tools).toMatchObject({ "redis-server": path.join(bin, "redis-server") });
    },
  );

  it("leave the browser out where no package manager can give it, and say so", async () => {
    const lines: string[] = [];
    const getter = {
      projectDirectory: folder,
      env: { PATH: bin },
      signal: new AbortController().signal,
      say: (line: string) => void lines.push(line),
    };
    expect(await getBrowser(getter)).toBeUndefined();
    expect(lines).toEqual([
      expect.stringMatching(/^chromium is missing: install it .* tests of the page are skipped$/),
    ]);
    if (process.getuid?.() === 0) {
      const chromium = path.join(bin, "chromium");
      put(
        path.join(bin, "apt-get"),
        `PATH=/usr/bin:/bin; case "$*" in *install*chromium*) cp ${bin}/apt-get ${chromium};; esac`,
      );
      expect(await getBrowser(getter)).toBe(chromium);
    }
  });

  it("show what the package manager said where it fails", async () => {
    put(path.join(bin, "redis-server"));
    put(path.join(bin, "go"), "echo no network >&2; exit 1");
    const { tools, lines } = await get();
    expect(lines).toEqual([expect.any(String), "no network"]);
    expect(tools).toMatchObject({
      code: "tool-failed",
      exitCode: 1,
      message: "go install github.com/temporalio/cli/cmd/temporal@v1.3.0 failed; its output is above",
    });
  });

  it("are no longer waited for after a stop", async () => {
    put(path.join(bin, "redis-server"));
    put(path.join(bin, "go"), "exec /bin/sleep 60");
    const controller = new AbortController();
    setTimeout(() => controller.abort("SIGTERM"), 100);
    expect((await get(controller.signal)).tools).toMatchObject({ name: "AbortError" });
    expect(existsSync(toolsFolder(folder))).toBe(false);
  });
});
