import { once } from "node:events";
import { createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import type { Connection } from "../../app/server/connection";

/**
 * Moose's command line keeps its state in a KeeperMap table, which a server without Keeper can't have: this
 * passes everything on, and has the state in EmbeddedRocksDB.
 */
export async function withKeeperMapProxy<T>(
  server: Connection,
  work: (proxied: Connection) => Promise<T>,
): Promise<T> {
  const proxy = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts)
      .toString("latin1")
      .replace(/ENGINE = KeeperMap\([^)]*\)/, "ENGINE = EmbeddedRocksDB");
    const { "transfer-encoding": _, ...headers } = request.headers;
    const passed = send(
      {
        host: server.host,
        port: server.port,
        path: request.url,
        method: request.method,
        headers: { ...headers, "content-length": String(body.length) },
      },
      (answer) => {
        response.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(response);
      },
    );
    passed.on("error", () => response.destroy());
    passed.end(body, "latin1");
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
