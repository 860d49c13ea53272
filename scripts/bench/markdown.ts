import { type Spread, spreadOf } from "./measurement";

export function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    `**${title}**`,
    "",
    line(head),
    line(head.map((_, i) => (i === 0 ? "---" : "---:"))),
    ...rows.map(line),
  ].join("\n");
}

export const cells = ({ min, median, max }: Spread, show: (n: number) => string) => [
  show(min),
  show(median),
  show(max),
];
export const number = (n: number) => Math.round(n).toLocaleString("en-US");
export const seconds = (n: number) => n.toFixed(2);
/** Median of seconds, in microseconds. */
export const micros = (values: readonly number[]) => (spreadOf(values).median * 1e6).toFixed(2);
