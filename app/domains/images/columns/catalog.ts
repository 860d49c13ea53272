import { CLUSTER_COLUMNS } from "./clusters";
import { IDENTITY_COLUMNS } from "./identity";
import type { ColumnDefinition } from "../../../rows/column-definition";
import { PEOPLE_COLUMNS } from "./people";
import { SCORE_COLUMNS } from "./scores";

/** All columns that the generator knows, by name. */
export const CATALOG: ReadonlyMap<string, ColumnDefinition> = new Map(
  Object.entries({ ...IDENTITY_COLUMNS, ...PEOPLE_COLUMNS, ...CLUSTER_COLUMNS, ...SCORE_COLUMNS }),
);
