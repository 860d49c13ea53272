import type { Connection } from "../../app/server/connection";
import type { Place } from "../cli/invocation";
import { type Project, readProject, requireLocal } from "../project/project";
import { parseConnectionUrl } from "../project/connection-url";
import { askPassword } from "../terminal/ask-password";

/**
 * The project and the server of a command; with `--url` there is no project.
 * @throws Refusal where a part is missing, or the server is elsewhere and nobody agreed
 */
export async function readPlace(
  place: Place,
): Promise<{ connection: Connection; directory: Project["directory"] | undefined }> {
  if (place.url === undefined) {
    const project = readProject(place.project, process.cwd(), process.env);
    if (!place.embedded) requireLocal(project.connection, place.yes);
    return project;
  }
  const { password, ...server } = parseConnectionUrl(place.url);
  requireLocal(server, place.yes);
  const isNamed = place.url.includes("@");
  return {
    connection: { ...server, password: password ?? (await passwordOf(server, isNamed)) },
    directory: undefined,
  };
}

/** Empty where none is known, and nobody is named or can be asked. */
async function passwordOf(
  { user, host }: Pick<Connection, "user" | "host">,
  isNamed: boolean,
): Promise<string> {
  const given = process.env.DATA_FAKER_PASSWORD;
  if (given !== undefined || !isNamed || !process.stdin.isTTY || !process.stderr.isTTY) return given ?? "";
  const asked = `Password of ${user} on ${host} (empty for none, or set DATA_FAKER_PASSWORD): `;
  const typed = await askPassword(asked, process.stdin, process.stderr);
  // Nothing has begun: it ends as by Ctrl+C anywhere else.
  if (typed === undefined) process.kill(process.pid, "SIGINT");
  return typed ?? "";
}
