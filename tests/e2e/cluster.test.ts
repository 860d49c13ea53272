import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { address } from "../../app/server/connection";
import { startTestEmbedded, type TestEmbedded } from "../support/embedded";
import { sql } from "../support/raw-http";
import { until } from "../support/until";
import { startTerminal, type Terminal } from "./terminal";

jest.setTimeout(240_000);

const ROWS = 900_000;

/** Two servers as the shards of a cluster, and the command line in an empty folder. */
describe("a table of a cluster", () => {
  let shards: TestEmbedded[];
  let folder: string;
  let place: string[];
  beforeAll(async () => {
    shards = [await startTestEmbedded(), await startTestEmbedded()];
    folder = await mkdtemp(path.join(tmpdir(), "cluster-"));
    const { user, host, port, database } = shards[0]!.connection;
    const cluster = shards.map(({ connection }) => address(connection)).join(",");
    place = ["--url", `http://${user}@${host}:${port}/${database}`, "--cluster", cluster];
    const ddl = await call(["ddl", ...place.slice(0, 2)]);
    for (const statement of ddl.out.split(/;\n+/).filter(Boolean))
      for (const { connection } of shards) await sql(connection, statement);
  });
  afterAll(async () => {
    for (const shard of shards ?? []) await shard.stop();
    if (folder) await rm(folder, { recursive: true });
  });

  function start(args: readonly string[]): Terminal {
    const { PATH } = process.env;
    const env = { PATH, HOME: folder, DATA_FAKER_PASSWORD: shards[0]!.connection.password };
    return startTerminal(folder, env, args);
  }
  const call = (args: readonly string[]) => start(args).end;
  const at = (...args: string[]) => call([...args, ...place]);
  const held = async () =>
    Promise.all(
      shards.map(async ({ connection }) =>
        Number(await sql(connection, "SELECT count() FROM images_analytical FORMAT TSV")),
      ),
    );

  it("has each row once, on its shard, also where the run is killed again and again", async () => {
    const fill = ["--rows", `${ROWS}`, "--seed", "42", "--writer", "native", "--batch-size", "20000"];
    for (let kill = 1; kill <= 3; kill++) {
      const before = (await held()).reduce((sum, rows) => sum + rows, 0);
      const { child, end } = start([...fill, ...place]);
      await until("rows", async () => (await held()).reduce((sum, rows) => sum + rows, 0) > before);
      child.kill("SIGKILL");
      await end;
    }
    expect(await at(...fill)).toMatchObject({ code: 0 });
    expect(await held()).toEqual([500_000, 400_000]);
    const ids = shards.map(({ connection }) =>
      sql(
        connection,
        "SELECT uniqExact(image_id), countIf(intDiv(image_id - 1, 100000) % 2 = 0) FROM images_analytical FORMAT TSV",
      ),
    );
    expect((await Promise.all(ids)).map((line) => line.trim())).toEqual(["500000\t500000", "400000\t0"]);
    expect((await at("verify")).out).toContain("All is well");
  });

  it("waits for a shard whose server was killed, and goes on where it is there again", async () => {
    const rows = ROWS + 400_000;
    const fill = ["--rows", `${rows}`, "--writer", "native", "--batch-size", "20000"];
    const { end } = start([...fill, ...place]);
    await until("rows", async () => (await held())[1]! > 400_000);
    const [, second] = shards as [TestEmbedded, TestEmbedded];
    process.kill(second.pid, "SIGKILL");
    const port = second.connection.port;
    await second.restart();
    expect(second.connection.port).toBe(port);
    const { out } = await end;
    expect(out).toContain("retry");
    expect(await at(...fill)).toMatchObject({ code: 0 });
    expect(await held()).toEqual([700_000, 600_000]);
    expect((await at("verify")).out).toContain("All is well");
  });

  it("is counted, shown and grown as one table", async () => {
    const rows = 1_300_000;
    expect((await at("--count")).out).toBe(`${rows}\n`);
    expect((await at("status")).out).toContain("complete");
    const grown = await at("--rows", `${rows + 100_000}`, "--share", "--writer", "native");
    expect(grown).toMatchObject({ code: 0 });
    expect(grown.out).toContain(place[3]);
    expect(await held()).toEqual([700_000, 700_000]);
    expect((await at("stop")).out).toBe("No run is under way.\n");
  });

  it("is not taken for a table of one server", async () => {
    const [url, address] = place as [string, string];
    for (const command of [["--rows", "2000000"], ["verify"], ["--rows", "10", "--reset"]]) {
      const refused = await call([...command, url, address]);
      expect(refused.code).toBe(2);
      expect(refused.out).toContain(`go on with --cluster ${place[3]}`);
    }
    const measured = await call(["queries", "--at", "2M", url, address]);
    expect(measured.code).toBe(2);
    expect(measured.out).toContain(`fill it with --cluster ${place[3]}, then measure without --at`);
  });

  it("is verified by itself where other tables are on one server", async () => {
    await sql(shards[0]!.connection, "CREATE TABLE alone (id UInt32) ENGINE = MergeTree ORDER BY id");
    expect(await call(["--rows", "100", "--table", "alone", ...place.slice(0, 2)])).toMatchObject({
      code: 0,
    });
    const refused = await at("verify");
    expect(refused.code).toBe(2);
    expect(refused.out).toMatch(/The rows of alone lie on one server.*--table looks at one table alone/);
    expect((await at("verify", "--table", "images_analytical")).out).toContain("All is well");
  });

  it("has each row where its sharding key says, also where the run is killed, and keeps to the key", async () => {
    const [one, other] = shards.map(({ connection }) => connection);
    for (const connection of [one!, other!]) await sql(connection, "CREATE TABLE keyed AS images_analytical");
    const keyed = ["--table", "keyed", "--sharding-key", "cityHash64(author, image_id)"];
    const fill = ["--rows", "400000", "--seed", "42", "--writer", "native", "--batch-size", "20000"];
    const found = async (connection: TestEmbedded["connection"], shard: number) => {
      const asked = `SELECT count(), uniqExact(image_id), countIf(cityHash64(author, image_id) % 2 = ${shard}) FROM keyed FORMAT TSV`;
      return (await sql(connection, asked)).trim().split("\t").map(Number);
    };
    const { child, end } = start([...fill, ...place, ...keyed]);
    await until("rows", async () => (await found(other!, 1))[0]! > 0);
    child.kill("SIGKILL");
    await end;
    expect(await at(...fill, ...keyed)).toMatchObject({ code: 0 });
    const [first, second] = [await found(one!, 0), await found(other!, 1)];
    for (const rows of [first, second]) expect(rows).toEqual([rows[0], rows[0], rows[0]]);
    expect(first[0]! + second[0]!).toBe(400_000);
    expect((await at("verify", ...keyed)).out).toContain("All is well");
    const refused = await at("verify", "--table", "keyed");
    expect(refused.code).toBe(2);
    expect(refused.out).toContain(`go on with --cluster ${place[3]} --sharding-key '${keyed[3]}'`);
    const contradicted = await call(["--count", ...place.slice(0, 2), ...keyed]);
    expect(contradicted.out).toContain("name it with --cluster");
  });

  it("says what is wrong with a cluster that is named", async () => {
    const [url, address] = place as [string, string];
    const wrong = async (cluster: string) => {
      const { code, out } = await call(["--count", url, address, "--cluster", cluster]);
      expect(code).toBeGreaterThan(0);
      return out;
    };
    expect(await wrong("nowhere")).toContain('the server knows no cluster "nowhere"; it knows none');
    expect(await wrong("here:0")).toContain("expected a cluster's name, or addresses");
    const first = place[3]!.split(",")[0]!;
    expect(await wrong(`${first},${first}`)).toContain(`two shards would be at ${first}`);
    expect(await wrong(`${first},127.0.0.1:9`)).toContain("127.0.0.1:9");
    expect(await wrong(`${first},db.example.org:8123`)).toContain("is not on this machine: add --yes");
  });
});
