import type { Model } from "../model/column";
import { coverColumns, fillerOf } from "./column-coverage";
import type { Domain } from "./domain";
import { Factors } from "./factors";
import { Streams } from "./random/stream";

/**
 * The streams that this model's columns use, with their versions, by name. They are part of a run: rows made
 * with other versions are other rows.
 */
export function streamVersions(model: Model, domain: Domain): Readonly<Record<string, number>> {
  const streams = new Streams("");
  const factors = new Factors(streams, 1, domain.contents);
  for (const column of coverColumns(model, domain).filled) fillerOf(column, domain, factors);
  return streams.versions();
}
