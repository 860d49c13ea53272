import { elementLimits } from "../../app/server/element-limits";

test("settings are changed for statements that may have too many elements, and for no others", () => {
  expect(elementLimits(100_000)).toEqual({});
  expect(elementLimits(100_002)).toEqual({ max_ast_elements: "100002", max_expanded_ast_elements: "500000" });
  expect(elementLimits(700_000)).toEqual({ max_ast_elements: "700000", max_expanded_ast_elements: "700000" });
});
