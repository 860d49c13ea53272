import { Refusal } from "../../app/errors";
import type { Place } from "./invocation";
import type { Values } from "./own-values";

/** The server and table that flags name. @throws Refusal where they contradict each other */
export function parsePlace(values: Values): Place {
  if (values.project === "")
    throw new Refusal("bad-arguments", "--project: expected a folder, received empty text");
  const other = values.embedded ? "--embedded" : values.project === undefined ? undefined : "--project";
  if (values.url !== undefined && other !== undefined)
    throw new Refusal("contradiction", `--url names a server by itself: leave out ${other}`);
  if (values.cluster !== undefined && values.embedded)
    throw new Refusal("contradiction", "--cluster cannot be combined with --embedded, which is one server");
  if (values.shardingKey !== undefined && values.cluster === undefined)
    throw new Refusal(
      "contradiction",
      "--sharding-key says where in a cluster rows lie: name it with --cluster",
    );
  return {
    project: values.project as string | undefined,
    embedded: values.embedded === true,
    url: values.url as string | undefined,
    table: values.table as string | undefined,
    stateTables: values.stateTables as string | undefined,
    cluster: values.cluster as string | undefined,
    shardingKey: values.shardingKey as string | undefined,
    yes: values.yes === true,
  };
}
