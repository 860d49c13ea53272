import { createLikeSql } from "../../app/forecast/scratch-table";

const scratch = { database: "d", table: "s" };
const like = (engine: string, engineFull: string) =>
  createLikeSql({ name: { database: "d", table: "t`\\" }, engine, engineFull }, scratch);

describe("a table like another", () => {
  it("is like it where it is on one server, whatever its name", () => {
    expect(like("MergeTree", "MergeTree ORDER BY id")).toBe("CREATE TABLE `d`.`s` AS `d`.`t\\`\\\\`");
  });

  it("is not replicated, and keeps columns among the parameters, keys and settings", () => {
    const engine = "ReplicatedReplacingMergeTree";
    expect(
      like(
        engine,
        `${engine}('/tables/{uuid}/{shard}', '{replica}', version) ORDER BY (a, 'x') SETTINGS b = 1`,
      ),
    ).toMatch(/ ENGINE = ReplacingMergeTree\(version\) ORDER BY \(a, 'x'\) SETTINGS b = 1$/);
    expect(like("ReplicatedMergeTree", "ReplicatedMergeTree('/p', '{r}') ORDER BY id")).toMatch(
      / ENGINE = MergeTree\(\) ORDER BY id$/,
    );
    expect(like("SharedMergeTree", "SharedMergeTree ORDER BY id")).toMatch(
      / ENGINE = MergeTree ORDER BY id$/,
    );
  });
});
