import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readStackAddresses, requireLocalServices } from "../../../scripts/dev-stack/stack-addresses";
import { refusalOf } from "../../support/refusal";

describe("readStackAddresses", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "stack-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const read = (text: string, env: Record<string, string> = {}) => {
    writeFileSync(path.join(folder, "moose.config.toml"), text);
    return readStackAddresses(undefined, folder, env);
  };
  const portsOf = (text: string, env?: Record<string, string>) => {
    const { clickhouse, redis, temporal, moose, others } = read(text, env);
    return [clickhouse, redis, temporal, moose, ...others].map(({ port }) => port);
  };

  it("takes Moose's defaults, its file before them, and its variables before both", () => {
    expect(portsOf("")).toEqual([18123, 6379, 7233, 4000, 5001, 4001]);
    const text = `[clickhouse_config]\nhost_port = 1\n[redis_config]\nurl = "redis://localhost:2"\n[temporal_config]\ntemporal_port = 3\n[http_server_config]\nport = 4\nmanagement_port = 5\nproxy_port = 6\n`;
    expect(portsOf(text)).toEqual([1, 2, 3, 4, 5, 6]);
    // Each address names the variable that moves it.
    const { clickhouse, redis, temporal, moose, others } = read(text);
    const env = Object.fromEntries(
      [clickhouse, redis, temporal, moose, ...others].map(({ name, variable }, i) => [
        variable,
        name === "Redis" ? `redis://127.0.0.1:${i + 11}/2` : String(i + 11),
      ]),
    );
    expect(portsOf(text, env)).toEqual([11, 12, 13, 14, 15, 16]);
  });

  it("refuses what is no address", () => {
    expect(refusalOf(() => read('[redis_config]\nurl = "6379"\n')).message).toContain(
      "redis://127.0.0.1:6379",
    );
    expect(refusalOf(() => read("", { MOOSE_TEMPORAL_CONFIG__TEMPORAL_PORT: "x" })).message).toMatch(
      /^MOOSE_TEMPORAL_CONFIG__TEMPORAL_PORT: temporal_port must be/,
    );
  });

  it("refuses to start here what has its address elsewhere", () => {
    requireLocalServices(read(""));
    expect(
      refusalOf(() => requireLocalServices(read('[temporal_config]\ntemporal_host = "far.example"\n')))
        .message,
    ).toBe(
      "Temporal is set to far.example:7233, which is not this machine: use what runs there with --infra none",
    );
  });
});
