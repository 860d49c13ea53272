import { once } from "node:events";
import { createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import type { Connection } from "../../app/server/connection";

/**
 * A proxy that stands in for a server which does not let this user set some settings: the embedded engine
 * knows no constraints.
 * @param settings by name
 */
export async function withRefusedSettings<T>(
  server: Connection,
  settings: readonly string[],
  work: (proxied: Connection) => Promise<T>,
): Promise<T> {
  const proxy = createServer((request, response) => {
    const asked = new URL(request.url!, "http://x").searchParams;
    const refused = settings.find((name) => asked.has(name));
    if (refused !== undefined) {
      request.resume();
      response
        .writeHead(500, { "x-clickhouse-exception-code": "452" })
        .end(
          `Code: 452. DB::Exception: Setting ${refused} should not be changed. (SETTING_CONSTRAINT_VIOLATION)`,
        );
      return;
    }
    const { host, port } = server;
    const passed = send({ host, port, path: request.url, method: request.method, headers: request.headers });
    passed.on("response", (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    passed.on("error", () => response.destroy());
    request.pipe(passed);
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  try {
    return await work({ ...server, port: (proxy.address() as AddressInfo).port });
  } finally {
    proxy.closeAllConnections();
    proxy.close();
  }
}
