import { getBrowser, getTools, TOOLS } from "./dev-stack/tools";
import { readProject } from "./project/project";
import { runDoor } from "./terminal/run-door";

/** `npm run tools`: installs what the dev stack and the end-to-end tests need besides the packages. */
void runDoor(async (signal) => {
  const { directory: projectDirectory } = readProject(undefined, process.cwd(), process.env);
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const getter = { projectDirectory, env: process.env, signal, say };
  const browser = await getBrowser(getter);
  const tools = await getTools(getter);
  for (const tool of TOOLS) say(`${tool}: ${tools[tool]}`);
  if (browser !== undefined) say(`chromium: ${browser}`);
});
