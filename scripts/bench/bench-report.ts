import { type AnyTableReport, renderAnyTable } from "./any-table/any-table-report";
import { type ImagesReport, renderImages } from "./images-report";

/** What `npm run bench` produces. */
export interface BenchReport {
  readonly at: string;
  readonly command: string;
  readonly machine: string;
  /** Missing where it was not measured, as is the other. */
  readonly images?: ImagesReport;
  readonly anyTable?: AnyTableReport;
}

export function renderReport({ at, command, machine, images, anyTable }: BenchReport): string {
  const where = `${machine}; ${at.slice(0, 10)}; ${command}`;
  const parts = [
    ...(images ? [renderImages(images, where)] : []),
    ...(anyTable ? [renderAnyTable(anyTable, where)] : []),
  ];
  return `${parts.join("\n\n")}\n`;
}
