import * as fc from "fast-check";
import { isOwnHost } from "../../app/page/own-host";
import { foreignRequest } from "../../app/page/request-guard";

const HOST = "127.0.0.1:4000";
const isOurs = (host: string) => host === HOST;
const guard = (method: string, headers: Record<string, string>) => foreignRequest(method, headers, isOurs);

describe("foreignRequest", () => {
  it("lets in a program, the address bar, a link, and the page itself", () => {
    for (const headers of [
      {},
      { "sec-fetch-site": "none", "sec-fetch-mode": "navigate" },
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" },
      { "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors" },
    ] as Record<string, string>[])
      expect(guard("GET", { host: HOST, ...headers })).toBeUndefined();
    expect(
      guard("POST", { host: HOST, origin: `http://${HOST}`, "sec-fetch-site": "same-origin" }),
    ).toBeUndefined();
  });

  it("refuses every other host, origin and site, whatever else is said", () => {
    const method = fc.constantFrom("GET", "HEAD", "POST", "PUT", "OPTIONS");
    const mode = fc.constantFrom("cors", "no-cors", "navigate", "same-origin");
    fc.assert(
      fc.property(method, mode, fc.string(), (verb, fetchMode, text) => {
        const headers = { "sec-fetch-mode": fetchMode };
        const own = { ...headers, host: HOST };
        if (text !== HOST) expect(guard(verb, { ...headers, host: text })).toMatch(/another name/);
        if (text !== `http://${HOST}`) expect(guard(verb, { ...own, origin: text })).toMatch(/other pages/);
        const site = { ...own, origin: `http://${HOST}`, "sec-fetch-site": text };
        const isLink = verb === "GET" && fetchMode === "navigate";
        if (text !== "same-origin" && text !== "none" && !isLink)
          expect(guard(verb, site)).toMatch(/other pages/);
      }),
    );
    expect(guard("GET", {})).toMatch(/another name/);
    expect(guard("POST", { host: HOST })).toMatch(/say not where they come from/);
  });
});

it("isOwnHost knows addresses and reserved names, and no name that a site can have", () => {
  for (const host of [
    "localhost",
    "localhost:4000",
    "app.localhost:1",
    "127.0.0.1:4000",
    "[::1]:4000",
    "192.168.1.5:4000",
  ])
    expect([host, isOwnHost(host)]).toEqual([host, true]);
  for (const host of [
    "",
    "evil.example",
    "localhost.evil.example:4000",
    "127.0.0.1.evil.example",
    "localhost:x",
    "notlocalhost",
  ])
    expect([host, isOwnHost(host)]).toEqual([host, false]);
  fc.assert(fc.property(fc.domain(), (domain) => !isOwnHost(domain)));
});
