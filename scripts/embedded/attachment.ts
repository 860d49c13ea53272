import { request, type IncomingMessage } from "node:http";
import type { EmbeddedAddress } from "./address-file";

/**
 * One long request: the server lives as long as somebody holds one, and a client that is killed lets go of
 * its own.
 */
export interface Attachment {
  release(): Promise<void>;
}

export type AttachAnswer = { readonly attachment: Attachment } | { readonly refused: "credentials" | "gone" };

/** Where the server is asked for one; earlier versions, which may still be running, know it by this name. */
export const ATTACH_PATH = "/lease";

const ANSWER_MILLISECONDS = 5_000;

/**
 * Attaches to the server at `address`; `gone` where no server answers, or another than the address says.
 */
export function attachTo(address: EmbeddedAddress, user: string, password: string): Promise<AttachAnswer> {
  return new Promise((done) => {
    const gone = (): void => {
      asked.destroy();
      done({ refused: "gone" });
    };
    const asked = request({
      host: address.host,
      port: address.port,
      path: ATTACH_PATH,
      agent: false,
      auth: `${user}:${password}`,
      timeout: ANSWER_MILLISECONDS,
    });
    asked.on("error", gone);
    asked.on("timeout", gone);
    asked.on("response", (response) => {
      if (response.statusCode === 403) {
        asked.destroy();
        done({ refused: "credentials" });
        return;
      }
      response.once("data", (data: Buffer) => {
        if (response.statusCode !== 200 || data.toString().trim() !== address.instance) gone();
        else done({ attachment: held(response) });
      });
      response.on("error", gone);
      response.on("end", gone);
    });
    asked.end();
  });
}

function held(response: IncomingMessage): Attachment {
  const { socket } = response;
  socket.setTimeout(0);
  // A process that has nothing else to do ends, and its attachment with it.
  socket.unref();
  response.resume();
  return {
    release: () =>
      new Promise((done) => {
        if (socket.destroyed) {
          done();
          return;
        }
        socket.once("close", () => done());
        socket.destroy();
      }),
  };
}
