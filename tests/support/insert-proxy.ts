import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Connection } from "../../app/server/connection";

/** A proxy that counts the bytes of the bodies it has been sent, and may keep the answer to itself. */
export async function withProxy(
  server: Connection,
  work: (
    connection: Connection,
    seen: () => number,
    answer: (kind: "pass" | "reset" | "hang" | "bad-gateway") => void,
  ) => Promise<void>,
): Promise<void> {
  let bytes = 0;
  let mode: "pass" | "reset" | "hang" | "bad-gateway" = "pass";
  const sockets = new Set<{ destroy(): void }>();
  const proxy = createServer((request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => {
      parts.push(part);
      bytes += part.length;
    });
    request.on("error", () => {});
    request.on("end", async () => {
      if (mode === "bad-gateway") return response.writeHead(502).end("<html>Bad Gateway</html>");
      const { host, port } = server;
      const answer = await fetch(`http://${host}:${port}${request.url}`, {
        method: "POST",
        body: Buffer.concat(parts),
        headers: { authorization: request.headers.authorization! },
      });
      const text = await answer.text();
      if (mode === "reset") request.socket.destroy();
      else if (mode === "pass") response.writeHead(answer.status).end(text);
      return undefined;
    });
  });
  proxy.on("connection", (socket) => sockets.add(socket));
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  try {
    const connection = { ...server, port: (proxy.address() as AddressInfo).port };
    await work(
      connection,
      () => bytes,
      (kind) => (mode = kind),
    );
  } finally {
    for (const socket of sockets) socket.destroy();
    proxy.close();
  }
}
