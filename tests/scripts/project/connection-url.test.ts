import fc from "fast-check";
import { parseConnectionUrl, withoutPassword } from "../../../scripts/project/connection-url";
import { refusalOf } from "../../support/refusal";

const LOCAL = { host: "localhost", port: 8123, user: "default", database: "default", useSsl: false };

test("only scheme and host are needed; the rest is ClickHouse's own", () => {
  expect(parseConnectionUrl("http://localhost")).toEqual(LOCAL);
  expect(parseConnectionUrl("http://localhost/")).toEqual(LOCAL);
  expect(parseConnectionUrl("https://db.example")).toEqual({
    ...LOCAL,
    host: "db.example",
    port: 8443,
    useSsl: true,
  });
  expect(parseConnectionUrl("http://db.example:80/shop").port).toBe(80);
  expect(parseConnectionUrl("https://db.example:443").port).toBe(443);
  expect(parseConnectionUrl("http://[::1]:9/x")).toEqual({ ...LOCAL, host: "[::1]", port: 9, database: "x" });
});

test("any user, password and database can be written, percent-encoded", () => {
  const part = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(part, part, part, fc.integer({ min: 1, max: 65_535 }), (user, password, database, port) => {
      const [u, p, d] = [user, password, database].map(encodeURIComponent);
      const url = `http://${u}:${p}@localhost:${port}/${d}`;
      expect(parseConnectionUrl(url)).toEqual({ ...LOCAL, user, password, database, port });
      const shown = withoutPassword(url);
      expect(parseConnectionUrl(shown)).toEqual({ ...LOCAL, user, database, port });
      expect(shown).not.toContain(`:${p}@`);
    }),
  );
});

test.each([
  "localhost:8123",
  "localhost",
  "",
  "tcp://localhost:9000",
  "http://",
  "http://secret:word@host:99999/x",
  "http://secret:word@host/a/b",
  "http://secret:word@host/a?secure=1",
  "http://secret:w%zz@host/a",
])("refuses %j without showing it", (text) => {
  const { code, message } = refusalOf(() => parseConnectionUrl(text));
  expect(code).toBe("bad-arguments");
  expect(message).toMatch(/^--url: /);
  expect(message).not.toContain("secret");
});
