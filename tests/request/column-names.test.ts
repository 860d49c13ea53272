import { columnNames } from "../../app/request/column-names";
import { refusalOf } from "../support/refusal";

test.each([
  ["a", ["a"]],
  [" a , b,a ", ["a", "b"]],
  [
    ["a, b", "c"],
    ["a, b", "c"],
  ],
  [[], []],
])("%j", (given, names) => {
  expect(columnNames("--skip-columns", given)).toEqual(names);
});

test.each(["", ",", "a,,b", [""], [1], 7, null])("%j is refused in one line", (given) => {
  const { code, message } = refusalOf(() => columnNames("--skip-columns", given));
  expect(code).toBe("invalid-names");
  expect(message).toMatch(/^--skip-columns: expected the names of columns .*, received .*$/);
});
