import { serverFailure } from "../../app/server/server-failure";
import type { Place } from "../cli/invocation";
import { openServer, type Server } from "./server";

/** Works on a server that it closes afterwards; the server's errors become expected failures. */
export async function withServer<T>(place: Place, work: (server: Server) => Promise<T>): Promise<T> {
  const server = await openServer(place);
  try {
    return await work(server);
  } catch (error) {
    throw serverFailure(error);
  } finally {
    await server.close();
  }
}
