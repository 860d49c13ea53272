type AppendCaption = (typeof import("./caption"))["appendCaption"];

let made: AppendCaption | undefined;

/** Made when it is first asked for: its texts take a third of a second, and a thread that makes no rows needs none. */
export function captionMaker(): AppendCaption {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a value is wanted at once
  return (made ??= (require("./caption") as typeof import("./caption")).appendCaption);
}
