import { EnvironmentFailure, Refusal } from "../../app/errors";
import { serverFailure } from "../../app/server/server-failure";

test("an error of the server becomes a failure of one line that says how to go on", () => {
  const error = Object.assign(new Error("Memory limit\nexceeded"), { code: "241" });
  const failure = serverFailure(error);
  expect(failure).toBeInstanceOf(EnvironmentFailure);
  expect(failure).toMatchObject({
    code: "server-failed",
    message: "ClickHouse failed: Memory limit exceeded; run the same command again to go on",
    cause: error,
  });
});

test.each([
  ["497", "Not enough privileges", /; have the right granted that the message names, then run the same/],
  ["62", "Syntax error", /; remove the cause, then run the same/],
])("the advice for %s (%s) names what is to be done first", (code, text, advice) => {
  expect(serverFailure(Object.assign(new Error(text), { code }))).toMatchObject({
    message: expect.stringMatching(advice),
  });
});

test.each([new Refusal("x", "no"), new EnvironmentFailure("x", "no"), new TypeError("a bug"), "text"])(
  "%p stays what it is",
  (error) => {
    expect(serverFailure(error)).toBe(error);
  },
);
