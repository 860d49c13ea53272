import type { Output } from "../../scripts/terminal/output";

/** Keeps what is written; `terminal` makes it one of 80 columns. */
export class FakeOutput implements Output {
  text = "";

  constructor(
    readonly isTTY: boolean,
    readonly columns = 80,
  ) {}

  write(text: string): boolean {
    this.text += text;
    return true;
  }

  /** What a terminal shows, line by line; understands what a progress bar uses. */
  get screen(): string[] {
    const lines = [""];
    let row = 0;
    let column = 0;
    for (const [token] of this.text.matchAll(/\x1b\[[?\d;]*[A-Za-z]|\x1b\d|[^\x1b]/gs)) {
      const move = /^\x1b\[(\d*)([AGJK])$/.exec(token);
      if (token === "\n") lines[++row] ??= "";
      if (token === "\n" || token === "\r") column = 0;
      else if (move) {
        const [, count, kind] = move;
        if (kind === "A") row -= Number(count || 1);
        if (kind === "G") column = Number(count || 1) - 1;
        if (kind === "K") lines[row] = count === "2" ? "" : lines[row]!.slice(0, column);
        if (kind === "J") lines.splice(row, Infinity, lines[row]!.slice(0, column));
      } else if (!token.startsWith("\x1b")) {
        lines[row] = lines[row]!.slice(0, column).padEnd(column) + token + lines[row]!.slice(column + 1);
        column++;
      }
    }
    return lines;
  }
}
