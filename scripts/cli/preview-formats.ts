/** How preview prints rows: the first two for a person, the others for a program. */
export const PREVIEW_FORMATS = ["cards", "table", "json", "csv", "tsv", "sql", "parquet"] as const;

export type PreviewFormat = (typeof PREVIEW_FORMATS)[number];
