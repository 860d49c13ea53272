import type { ReadStream } from "node:tty";

/**
 * Asks for a password on a terminal, without showing what is typed.
 * @returns `undefined` where it was called off: Ctrl+C, or Ctrl+D on an empty line
 */
export async function askPassword(
  question: string,
  input: ReadStream,
  output: { write(text: string): unknown },
): Promise<string | undefined> {
  input.setRawMode(true);
  input.setEncoding("utf8");
  output.write(question);
  try {
    let typed = "";
    for await (const chunk of input.iterator({ destroyOnReturn: false })) {
      for (const key of chunk as string) {
        if (key === "\r" || key === "\n") return typed;
        if (key === "\x03" || (key === "\x04" && typed === "")) return undefined;
        if (key === "\x7f" || key === "\b") typed = [...typed].slice(0, -1).join("");
        else if (key >= " ") typed += key;
      }
    }
    return undefined;
  } finally {
    input.setRawMode(false);
    input.pause();
    output.write("\n");
  }
}
