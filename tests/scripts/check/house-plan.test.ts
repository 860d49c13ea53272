import { housePlan } from "../../../scripts/check/house-plan";

test("the plan counts the files and lines of each room", () => {
  const plan = housePlan(
    new Map([
      ["app/run/claim/a.ts", "1\n2\n"],
      ["app/run/b.ts", "1\n"],
      ["scripts/bench.ts", "1\n2\n3\n"],
      ["scripts/bench/a.ts", "1"],
      ["scripts/bench/b.ts", "1\n2"],
    ]),
  );
  const row = (room: string) => plan.split("\n").find((line) => line.split("│")[1]?.trim() === room);
  expect(row("app/run/claim")).toMatch(/ 1 .* 2 .* 2 /);
  expect(row("app/run")).toMatch(/ 1 .* 1 .* 1 /);
  expect(row("scripts/bench")).toMatch(/ 2 .* 3 .* 2 /);
  expect(row("scripts")).toMatch(/ 1 .* 3 .* 3 /);
});
