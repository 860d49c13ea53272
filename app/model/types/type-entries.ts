import type { ColumnType } from "../column-type";
import { array } from "./kinds/array";
import { bool } from "./kinds/bool";
import { date } from "./kinds/date";
import { datetime } from "./kinds/datetime";
import { datetime64 } from "./kinds/datetime64";
import { decimal } from "./kinds/decimal";
import { enumeration } from "./kinds/enumeration";
import { fixedString } from "./kinds/fixed-string";
import { float } from "./kinds/float";
import { geo } from "./kinds/geo";
import { integer } from "./kinds/integer";
import { ipv4 } from "./kinds/ipv4";
import { ipv6 } from "./kinds/ipv6";
import { json } from "./kinds/json";
import { map } from "./kinds/map";
import { nested } from "./kinds/nested";
import { other } from "./kinds/other";
import { string } from "./kinds/string";
import { tuple } from "./kinds/tuple";
import { uuid } from "./kinds/uuid";
import type { TypeEntry } from "./type-description";

type TypeEntries = {
  readonly [K in ColumnType["kind"]]: TypeEntry<Extract<ColumnType, { kind: K }>>;
};

/** One entry a kind; a kind without one does not compile. */
export const TYPE_ENTRIES: TypeEntries = {
  integer,
  float,
  bool,
  string,
  "fixed-string": fixedString,
  date,
  datetime,
  datetime64,
  decimal,
  enum: enumeration,
  uuid,
  ipv4,
  ipv6,
  array,
  tuple,
  nested,
  geo,
  map,
  json,
  other,
};
