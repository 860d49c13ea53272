import { once } from "node:events";
import { connect, createServer } from "node:net";
import { EnvironmentFailure } from "../../app/errors";
import type { StackPort } from "./stack-addresses";

/** @throws EnvironmentFailure `port-taken`, naming all of them */
export async function requireFree(ports: readonly StackPort[]): Promise<void> {
  const taken = await keep(ports, async ({ port }) => !(await isFree(port)));
  if (taken.length === 0) return;
  const named = taken.map(({ name, port }) => `port ${port} (${name}) is taken`).join(", ");
  throw new EnvironmentFailure(
    "port-taken",
    `${named}: end what uses it (another dev stack?), choose another port with ${taken.map(({ variable }) => variable).join(", ")}, or use services that are already running with --infra none`,
    { taken },
  );
}

/** @throws EnvironmentFailure `service-missing`, naming all of them */
export async function requireAnswering(ports: readonly StackPort[]): Promise<void> {
  const missing = await keep(ports, async (service) => !(await isAnswering(service)));
  if (missing.length === 0) return;
  const named = missing.map(({ name, host, port }) => `${name} (${host}:${port})`).join(", ");
  throw new EnvironmentFailure(
    "service-missing",
    `nothing answers for ${named}: start it, or have it started with --infra embedded`,
    { missing },
  );
}

/** Whether a connection is taken, within a second. */
export async function isAnswering({ host, port }: Pick<StackPort, "host" | "port">): Promise<boolean> {
  const socket = connect({ host: host.replace(/^\[(.*)\]$/, "$1"), port });
  try {
    await once(socket, "connect", { signal: AbortSignal.timeout(1_000) });
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  } catch {
    return false;
  }
  server.close();
  await once(server, "close");
  return true;
}

async function keep(
  ports: readonly StackPort[],
  test: (port: StackPort) => Promise<boolean>,
): Promise<StackPort[]> {
  const kept = await Promise.all(ports.map(test));
  return ports.filter((_, i) => kept[i]);
}
