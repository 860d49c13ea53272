/** Tests run as compiled by tspc, because moose-lib and typia transform types at compile time. */
module.exports = {
  testEnvironment: "<rootDir>/dist/tests/support/colourless-environment.js",
  roots: ["<rootDir>/dist/tests"],
  testMatch: ["**/*.test.js"],
  moduleFileExtensions: ["js", "json", "node"],
  modulePathIgnorePatterns: ["<rootDir>/dist/packages"],
  testTimeout: 60_000,
  // The end-to-end tests wait most of the time; jest's own default on two cores is one worker.
  maxWorkers: "100%",
};
