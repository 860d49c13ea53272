import { randomBytes, timingSafeEqual } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pageHandler } from "../../app/page/page-handler";
import { readPageState } from "../../app/page/read-page-state";
import { readReport } from "../../app/report/read-report";
import { thisOwner } from "../../app/run/claim/this-owner";
import { commandPrefix } from "../cli/command-prefix";
import type { Commands } from "../cli/commands";
import { placeArguments } from "../cli/place-flags";
import { listenForStop } from "../terminal/stop-signals";
import { PageJobs } from "./page-jobs";
import { printLine } from "./print-line";
import { withServer } from "./with-server";

/** Serves the page until Ctrl+C; that is its proper end, and the code is 0. */
export const page: Commands["page"] = ({ place }) =>
  withServer(place, async (server) => {
    const signals = listenForStop((code) => process.exit(code));
    const jobs = new PageJobs({
      argv: [process.execPath, process.argv[1]!],
      prefix: commandPrefix(process.env),
      place: placeArguments({ ...place, table: undefined }),
      env: {
        ...process.env,
        ...(place.url === undefined ? {} : { DATA_FAKER_PASSWORD: server.connection.password }),
      },
    });
    const owner = thisOwner("terminal");
    const folder = server.directory ?? process.cwd();
    const http = createServer();
    await once(http.listen(0, "127.0.0.1"), "listening");
    const { port } = http.address() as AddressInfo;
    const token = randomBytes(18).toString("base64url");
    const handle = pageHandler({
      state: async () => ({ ...(await readPageState({ session: server, owner })), jobs: jobs.list() }),
      report: (name) => readReport({ session: server, name, folder }),
      folder,
      isOwnHost: (host) => host === `127.0.0.1:${port}` || host === `localhost:${port}`,
      act: (action) => jobs.start(action),
      onBug: (error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
    });
    http.on("request", (request, response) => {
      const [, given = "", rest = ""] = /^\/([^/?]*)([^?]*)/.exec(request.url ?? "") ?? [];
      // Whoever has no token learns nothing but that.
      void handle(request, response, isSame(given, token) ? rest : undefined);
    });
    printLine(`The page is at http://127.0.0.1:${port}/${token}/`);
    printLine(
      `Whoever has this address can fill, stop and verify; Ctrl+C ends the page, and what it has begun`,
    );
    if (!signals.signal.aborted) await once(signals.signal, "abort");
    http.close();
    http.closeAllConnections();
    await jobs.end();
    signals.dispose();
    return 0;
  });

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
