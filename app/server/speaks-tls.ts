import { isIP } from "node:net";
import { connect } from "node:tls";
import type { Connection } from "./connection";

const PATIENCE_MILLISECONDS = 5_000;

/** Whether what listens at an address answers a TLS handshake; its certificate does not matter. */
export function speaksTls({ host, port }: Pick<Connection, "host" | "port">): Promise<boolean> {
  const bare = host.replace(/^\[(.*)\]$/, "$1");
  return new Promise((resolve) => {
    const socket = connect({
      host: bare,
      port,
      rejectUnauthorized: false,
      timeout: PATIENCE_MILLISECONDS,
      ...(isIP(bare) ? {} : { servername: bare }),
    });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once("secureConnect", () => end(true));
    for (const event of ["error", "timeout", "close"]) socket.once(event, () => end(false));
  });
}
