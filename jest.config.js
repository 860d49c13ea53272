/** Tests run as compiled by tspc, because moose-lib and typia transform types at compile time. */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/dist/tests"],
  testMatch: ["**/*.test.js"],
  moduleFileExtensions: ["js", "json", "node"],
  modulePathIgnorePatterns: ["<rootDir>/dist/packages"],
  testTimeout: 60_000,
};
