import { once } from "node:events";
import { createServer } from "node:net";

/** Below those that systems give to outgoing connections: such a one can take a port before its server does. */
const FIRST = 10_000;
const COUNT = 20_000;

/** Different ports of 127.0.0.1 that nobody listens on. */
export async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    if (await isFree(port)) ports.add(port);
  }
  return [...ports];
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    await once(server.listen(port, "127.0.0.1"), "listening");
  } catch {
    return false;
  }
  await new Promise((done) => server.close(done));
  return true;
}
