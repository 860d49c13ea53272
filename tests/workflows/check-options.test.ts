import { OlapTable } from "@514labs/moose-lib";
import { checkOptions } from "../../app/workflows/check-options";
import { refusalOf } from "../support/refusal";

const table = new OlapTable<{ image_id: number }>("images_analytical", { orderByFields: ["image_id"] });
const message = (options: object, env: Record<string, string> = {}) =>
  refusalOf(() => checkOptions({ table, ...options }, env)).message;

describe("the factory's options", () => {
  it("have defaults", () => {
    expect(checkOptions({ table }, {})).toEqual({
      table,
      defaultRows: 100_000,
      skipColumns: [],
      page: true,
      given: {},
      stateTables: { runs: "data_faker_runs", steps: "data_faker_steps" },
      workflows: { fill: "fake-images", refill: "refill-images", work: "work-images" },
      refill: { schedule: "@every 1m", targetRows: 100_000, step: undefined, repair: true },
    });
    expect(checkOptions({ table, refill: false }, {}).refill).toBeUndefined();
  });

  it.each([
    ["shop.größe v2", "fake-shop-gro-e-v2"],
    ["日本", "fake-table"],
    ["_a_b", "fake-a-b"],
    ["a`b", "fake-a-b"],
  ])("name the workflow of the table %s %s", (name, fill) => {
    const named = Object.create(table, { name: { value: name } }) as typeof table;
    expect(checkOptions({ table: named }, {}).workflows.fill).toBe(fill);
  });

  it("give way to the environment", () => {
    const refill = { every: "1m", targetRows: 5, step: 1, repair: true };
    const env = {
      DATA_FAKER_REFILL_EVERY: "30s",
      DATA_FAKER_REFILL_TARGET: "1_000",
      DATA_FAKER_REFILL_STEP: "10",
      DATA_FAKER_REFILL_REPAIR: "off",
    };
    expect(checkOptions({ table, refill }, env).refill).toEqual({
      schedule: "@every 30s",
      targetRows: 1_000,
      step: 10,
      repair: false,
    });
    expect(checkOptions({ table, refill }, { DATA_FAKER_REFILL: "off" }).refill).toBeUndefined();
    expect(checkOptions({ table, refill: false }, { DATA_FAKER_REFILL: "on" }).refill).toBeDefined();
  });

  it.each([
    [
      { table: { name: "images" } },
      /^dataFaker: table: expected the OlapTable .*two copies of @514labs\/moose-lib/,
    ],
    [{ defaultRows: 0 }, /^dataFaker: defaultRows: expected .* received 0/],
    [{ rows: 5 }, /^dataFaker: unknown option "rows" .*defaultRows/],
    [{ name: "a b" }, /^dataFaker: name: expected .* received "a b"/],
    [{ cluster: "" }, /^dataFaker: cluster: expected a cluster's name.* received ""/],
    [{ cluster: "photos", shardingKey: "" }, /^dataFaker: shardingKey: expected .* received ""/],
    [
      { shardingKey: "image_id" },
      /^dataFaker: shardingKey: expected .*, beside cluster, received "image_id"/,
    ],
    [{ stateTables: "a-b" }, /^dataFaker: stateTables: expected .* received "a-b"/],
    [{ stateTables: { runs: "a" } }, /^dataFaker: stateTables: expected /],
    [{ page: "on" }, /^dataFaker: page: expected true or false, received "on"/],
    [{ register: "prod" }, /^dataFaker: register: expected "dev" or "always", received "prod"/],
    [{ refill: true }, /^dataFaker: refill: expected false or an object/],
    [{ refill: { rows: 5 } }, /^dataFaker: unknown option "rows" of refill/],
    [{ refill: { every: "often" } }, /^dataFaker: refill.every: expected .* received "often"/],
    [{ refill: { targetRows: 1.5 } }, /^dataFaker: refill.targetRows: expected /],
    [{ refill: { repair: "no" } }, /^dataFaker: refill.repair: expected true or false, received "no"/],
  ])("%j is refused in one line", (options, expected) => {
    expect(message(options)).toMatch(expected);
  });

  it("a wrong variable is refused by its name", () => {
    expect(message({}, { DATA_FAKER_REFILL: "yes" })).toMatch(
      /^DATA_FAKER_REFILL: expected on or off, received "yes"/,
    );
    expect(message({}, { DATA_FAKER_REFILL_EVERY: "5" })).toMatch(
      /^DATA_FAKER_REFILL_EVERY: expected a time/,
    );
    expect(message({}, { DATA_FAKER_REFILL_TARGET: "-1" })).toMatch(/^DATA_FAKER_REFILL_TARGET: expected /);
  });
});
