import { suitBatches } from "../../app/plan/batch-rows";
import { parseRequest } from "../../app/request/parse-request";

describe("rows per insert", () => {
  const batchSize = (flags: Record<string, string>, partitionKey: string) =>
    suitBatches(parseRequest(flags), partitionKey).batchSize;

  it("are as many as can be in a partitioned table, unless they are given", () => {
    expect(batchSize({}, "toYYYYMM(upload_date)")).toEqual({ value: 100_000, source: "default" });
    expect(batchSize({ batchSize: "5000" }, "country_code")).toEqual({ value: 5_000, source: "given" });
    expect(batchSize({}, "")).toEqual({ value: 10_000, source: "default" });
  });
});
