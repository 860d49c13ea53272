import { ask } from "../support/raw-http";
import { FakerProject } from "./faker-project";
import { type ServedPage, servePage } from "./served-page";

describe("the page refuses requests", () => {
  let project: FakerProject;
  let server: ServedPage;
  let address: URL;
  beforeAll(async () => {
    project = await FakerProject.create();
    server = await servePage(project);
    address = server.address;
  });
  afterAll(async () => {
    await server?.end();
    await project?.remove();
  });

  const request = (headers: Record<string, string>, path = "state.json", method = "GET", body = "") =>
    ask(
      { ...project.connection, host: "127.0.0.1", port: Number(address.port) },
      { method, path: `${path.startsWith("/") ? "" : address.pathname}${path}`, headers, body },
    );
  const own = () => ({ Origin: address.origin, "Content-Type": "application/json" });
  const stop = JSON.stringify({ kind: "stop", table: "images_analytical" });

  it("to another name than this machine's", async () => {
    for (const Host of ["evil.example", `evil.example:${address.port}`, "127.0.0.1", "127.0.0.1:1"])
      expect([Host, (await request({ Host })).status]).toEqual([Host, 403]);
    expect((await request({ Host: `localhost:${address.port}` })).status).toBe(200);
  });

  it("of pages of other sites", async () => {
    for (const headers of [
      { Origin: "http://evil.example" },
      { Origin: "null" },
      { Origin: `https://${address.host}` },
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site" },
    ] as Record<string, string>[])
      for (const method of ["GET", "POST"])
        expect((await request({ ...own(), ...headers }, "action", method, stop)).status).toBe(403);
  });

  it("without the token, and with another one", async () => {
    for (const path of ["/", "/state.json", "/action", `/${"x".repeat(24)}/state.json`])
      for (const method of ["GET", "POST"])
        expect((await request(own(), path, method, stop)).status).toBe(403);
  });

  it("that ask for something without saying where they come from, as another type, or without sense", async () => {
    const status = async (headers: Record<string, string>, body: string, path = "action") =>
      (await request(headers, path, "POST", body)).status;
    expect(await status({ "Content-Type": "application/json" }, stop)).toBe(403);
    for (const type of ["text/plain", "application/x-www-form-urlencoded", ""])
      expect(await status({ ...own(), "Content-Type": type }, stop)).toBe(415);
    for (const body of [
      "",
      "{}",
      "[]",
      '{"kind":"drop","table":"a"}',
      '{"kind":"stop","table":1}',
      '{"kind":"stop","table":"a","more":1}',
      '{"kind":"fill","table":"a","rows":0}',
    ])
      expect([body, await status(own(), body)]).toEqual([body, 409]);
    expect(await status(own(), "x".repeat(20_000))).toBe(413);
    expect(await status(own(), stop, "state.json")).toBe(405);
  });

  it("for reports of tables that there are not, or of no name", async () => {
    for (const path of ["report/local/nothing", "report/local/%", "report/", "report/a/b/c"])
      expect([path, (await request({}, path)).status]).toEqual([path, 404]);
    expect((await request({}, "/report/local/images_analytical")).status).toBe(403);
  });

  it("and ends with 0 when it is asked to", async () => {
    expect(await server.end()).toBe(0);
  });
});
