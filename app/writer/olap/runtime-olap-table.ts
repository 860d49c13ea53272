import { getTables, OlapTable } from "@514labs/moose-lib";
import type { Model } from "../../model/column";

type MooseColumn = OlapTable<unknown>["columnArray"][number];

/**
 * An OlapTable for inserting into a table whose columns are only known at run time. It is not part of the
 * project: Moose's registry is left as it was found, also where the project has registered a table of that
 * name.
 */
export function runtimeOlapTable(
  name: string,
  database: string,
  model: Model,
): OlapTable<Record<string, unknown>> {
  const tables = getTables();
  const registered = tables.get(name);
  tables.delete(name);
  try {
    // The constructor's other arguments are what Moose's compiler plugin adds where the type is known.
    const Table = OlapTable as unknown as new (
      name: string,
      config: { database: string },
      schema: object,
      columns: MooseColumn[],
    ) => OlapTable<Record<string, unknown>>;
    return new Table(
      name,
      { database },
      { version: "3.1", components: {}, schemas: [] },
      model.map(mooseColumn),
    );
  } finally {
    tables.delete(name);
    if (registered !== undefined) tables.set(name, registered);
  }
}

function mooseColumn({ name, clickhouseType, nullable }: Model[number]): MooseColumn {
  return {
    name,
    data_type: clickhouseType,
    required: !nullable,
    unique: false,
    primary_key: false,
    default: null,
    materialized: null,
    alias: null,
    ttl: null,
    codec: null,
    annotations: [],
    comment: null,
  };
}
