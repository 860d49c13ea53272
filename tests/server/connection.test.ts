import { hostname } from "node:os";
import { address, isLocal } from "../../app/server/connection";

test.each([
  ["localhost", "localhost:8123"],
  ["10.0.0.1", "10.0.0.1:8123"],
  ["::1", "[::1]:8123"],
  ["[::1]", "[::1]:8123"],
])("the address of host %s is %s", (host, expected) => {
  expect(address({ host, port: 8123 })).toBe(expected);
});

test.each(["localhost", "LOCALHOST", "localhost.", "127.0.0.1", "127.9.9.9", "::1", "[::1]", hostname()])(
  "%s is this machine",
  (host) => {
    expect(isLocal({ host })).toBe(true);
  },
);

test.each(["10.0.0.1", "127.evil.example", "localhost.example", "notlocalhost", "128.0.0.1", "0127.0.0.1"])(
  "%s is another machine",
  (host) => {
    expect(isLocal({ host })).toBe(false);
  },
);
