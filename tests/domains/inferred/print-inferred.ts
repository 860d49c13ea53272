import { inferredRules } from "./inferred-rules";

/**
 * Prints what the test of inference compares; look through the differences before they are kept:
 *     node dist/tests/domains/inferred/print-inferred.js > tests/domains/inferred/inferred.json
 */
console.log(JSON.stringify(inferredRules(), undefined, 2));
