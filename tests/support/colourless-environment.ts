import { TestEnvironment } from "jest-environment-node";

// On a terminal jest sets it in its workers: children of the tests would inherit it, and colour what tests read.
delete process.env.FORCE_COLOR;

export default TestEnvironment;
