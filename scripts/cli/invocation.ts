import type { Load } from "../../app/queries/query-results";
import type { Bounds } from "../../app/queries/send-loops";
import type { Request } from "../../app/request/request";
import type { Infra } from "../dev-stack/infra";
import type { PreviewFormat } from "./preview-formats";

/** Which server is meant. */
export interface Place {
  /** Folder of the Moose project; `undefined`: the nearest one, from the working directory upwards. */
  readonly project: string | undefined;
  readonly embedded: boolean;
  /** `--url`: a server without a Moose project. */
  readonly url: string | undefined;
  /**
   * A table's name, or `database.table`; `undefined`: `images_analytical`, for status, verify and stop all that
   * have runs.
   */
  readonly table: string | undefined;
  /** Prefix of the names of the ledger's tables; `undefined`: that of those on the server. */
  readonly stateTables: string | undefined;
  /** The cluster that the table is spread over: its name, or its shards' addresses; `undefined`: it is on one server. */
  readonly cluster: string | undefined;
  /** See `ShardingKey.expression`; `undefined`: the shards take turns. */
  readonly shardingKey: string | undefined;
  /** Whether the user agreed to a server that is not on this machine. */
  readonly yes: boolean;
}

/** What a command line asks for, checked as far as that needs neither files nor server. */
export type Invocation =
  | {
      readonly kind: "run";
      readonly request: Request;
      /** Path of a file that says how columns are filled. */
      readonly spec: string | undefined;
      readonly place: Place;
    }
  | {
      readonly kind: "work";
      /** Says how rows are written, not which. */
      readonly request: Request;
      readonly place: Place;
    }
  | { readonly kind: "count"; readonly place: Place }
  | {
      readonly kind: "preview";
      readonly rows: number;
      /** `undefined`: as the number of columns suggests. */
      readonly format: PreviewFormat | undefined;
      /** `undefined`: a random one. */
      readonly seed: string | undefined;
      readonly startImageId: number;
      readonly spec: string | undefined;
      /** Only asked for its table where one is named. */
      readonly place: Place;
    }
  | { readonly kind: "status"; readonly json: boolean; readonly watch: boolean; readonly place: Place }
  | { readonly kind: "verify"; readonly repair: boolean; readonly json: boolean; readonly place: Place }
  | { readonly kind: "stop"; readonly place: Place }
  | { readonly kind: "page"; readonly place: Place }
  | {
      readonly kind: "explain";
      /** `undefined`: all columns, not one row. */
      readonly row: number | undefined;
      /** As that of `preview`. */
      readonly seed: string | undefined;
      readonly spec: string | undefined;
      /** Path of the file to write the specification to. */
      readonly writeSpec: string | undefined;
      readonly place: Place;
    }
  | {
      readonly kind: "plan";
      /** The fill; what was not said is as a run would have it. */
      readonly request: Request;
      readonly workers: number;
      readonly shards: number;
      readonly spec: string | undefined;
      readonly json: boolean;
      readonly place: Place;
    }
  | {
      readonly kind: "queries";
      /** Paths of two files of results to compare, where nothing is to be measured. */
      readonly compare: readonly [before: string, after: string] | undefined;
      /** Path of a file or a folder; `undefined`: the project's own, or the package's. */
      readonly queries: string | undefined;
      readonly loads: readonly Load[];
      readonly bounds: Bounds;
      /** How the table is filled; its seed is the parameters', too, else that of the table's run, or always the same. */
      readonly request: Request;
      readonly spec: string | undefined;
      /** Another server to measure on in turns, as {@link Place} has `url`. */
      readonly against: string | undefined;
      /** Sizes to fill the table to, rising; empty: as it is. */
      readonly at: readonly number[];
      /** Whether queries are measured as well while the table is filled from one of these sizes to the next. */
      readonly whileFilling: boolean;
      /** The size to make estimates for. */
      readonly target: number;
      /** Path of the results' file. */
      readonly out: string | undefined;
      readonly place: Place;
    }
  | {
      readonly kind: "report";
      /** Path of the page to write. */
      readonly out: string;
      readonly place: Place;
    }
  | { readonly kind: "ddl"; readonly place: Place }
  | {
      readonly kind: "dev";
      /** `undefined`: the first that works. */
      readonly infra: Infra | undefined;
      /** As {@link Place} has it. */
      readonly project: string | undefined;
    }
  | { readonly kind: "help" }
  | { readonly kind: "version" };
