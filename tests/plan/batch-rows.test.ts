import { suitBatches } from "../../app/plan/batch-rows";
import { parseRequest } from "../../app/request/parse-request";

describe("rows per insert", () => {
  const batchSize = (flags: Record<string, string>, partitionKey: string) =>
    suitBatches(parseRequest(flags), partitionKey).batchSize;

  it("are as many as can be in a partitioned table, unless they are given", () => {
    expect(batchSize({}, "toYYYYMM(upload_date)")).toEqual({ value: 100_000, source: "default" });
    expect(batchSize({ batchSize: "5000" }, "country_code")).toEqual({ value: 5_000, source: "given" });
    expect(batchSize({}, "")).toEqual({ value: 10_000, source: "default" });
    expect(batchSize({ writer: "native", rows: "20000" }, "country_code").value).toBe(100_000);
  });

  it("are 10,000 to 100,000 with native, such that a run has five inserts or more, unless they are given", () => {
    const rows = (target: number) => batchSize({ writer: "native", rows: `${target}` }, "").value;
    expect([1, 50_000, 99_999].map(rows)).toEqual([10_000, 10_000, 10_000]);
    expect([100_000, 277_777, 500_000].map(rows)).toEqual([20_000, 50_000, 100_000]);
    expect(batchSize({ writer: "native" }, "").value).toBe(100_000);
    expect(batchSize({ writer: "native", batchSize: "10000" }, "").value).toBe(10_000);
  });
});
