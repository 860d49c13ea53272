import { flagOf } from "../../app/request/option";
import { REQUEST_OPTIONS } from "../../app/request/request-options";
import { inInput, inRetry } from "../../app/workflows/input-wording";

test.each(REQUEST_OPTIONS)("no message to a workflow's user names the flag of $name", (option) => {
  for (const rest of ["", " 5", " and so on", "; see --help"])
    expect(inInput(`use ${flagOf(option)}${rest}`)).toMatch(new RegExp(`^use "${option.name}"`));
});

test.each([
  ["start there with --start-image-id 5", 'start there with "startImageId": 5'],
  ["--reset removes only rows", '"reset": true removes only rows'],
  ["omit --seed to go on", 'omit "seed" to go on'],
  ["--writer native does not need it", '"writer": "native" does not need it'],
  ["--rows and --target-size both set", '"rows" and "targetSize" both set'],
  ["add --yes or --embedded", "add --yes or --embedded"],
])("%s", (message, expected) => {
  expect(inInput(message)).toBe(expected);
});

test("what is tried again by itself needs nobody to call again", () => {
  expect(inRetry("ClickHouse failed: socket hang up; run the same command again to go on")).toBe(
    "ClickHouse failed: socket hang up",
  );
  expect(inRetry("free --rows, then run the same command again to go on")).toBe(
    'free "rows", then run the same command again to go on',
  );
});
