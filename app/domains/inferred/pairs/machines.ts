import { nameWords } from "../names/name-words";
import { template } from "../names/generators";
import { grouped, pairedTogether } from "./grouped";
import { columnsNamed, isNumber, isText, type Pair, type Paired, prefixBefore } from "./pair";

type Event = readonly [weight: number, type: string, reason: string, message: string];

/** What a cluster says of its pods. */
const EVENTS: readonly Event[] = [
  [20, "Normal", "Scheduled", "Successfully assigned default/api-{hex8}-{hex4} to node-{1-40}"],
  [
    20,
    "Normal",
    "Pulled",
    'Container image "registry.example/api:2.{0-9}.{0-20}" already present on machine',
  ],
  [20, "Normal", "Created", "Created container api"],
  [20, "Normal", "Started", "Started container api"],
  [8, "Normal", "Killing", "Stopping container api"],
  [6, "Warning", "Unhealthy", "Readiness probe failed: HTTP probe failed with statuscode: 503"],
  [4, "Warning", "BackOff", "Back-off restarting failed container api in pod api-{hex8}-{hex4}"],
  [2, "Warning", "FailedScheduling", "0/{3-40} nodes are available: insufficient memory"],
];

const CLUSTERS = new Set(["k8s", "kubernetes", "kube", "pod", "cluster"]);

type Screen = readonly [weight: number, width: number, height: number];

const SCREENS: readonly Screen[] = [
  [24, 1_920, 1_080],
  [20, 390, 844],
  [12, 1_366, 768],
  [12, 412, 915],
  [10, 1_440, 900],
  [8, 393, 852],
  [7, 2_560, 1_440],
  [7, 768, 1_024],
];

/** A cluster's message is of its reason; the width and the height are of one screen. */
export const machines: Pair = (columns, _alone, table) => {
  const all: Paired[] = [];
  const texts = columns.filter(isText);
  if (nameWords(table).some((word) => CLUSTERS.has(word))) {
    const [reason] = columnsNamed(texts, ["reason", "*event reason"]);
    const [type] = columnsNamed(texts, ["type", "*event type"]);
    const [message] = columnsNamed(texts, ["message", "*event message"]);
    if (reason && message)
      all.push(
        grouped("event", "of one event", EVENTS, {
          [reason.name]: ([, , name]) => name,
          [message.name]: ([, , , text]) => template(text),
          ...(type && { [type.name]: ([, name]: Event) => name }),
        }),
      );
  }
  const numbers = columns.filter(isNumber);
  for (const prefix of ["screen", "viewport", "window"]) {
    const [width, height] = ["width", "height"].map((side) =>
      numbers.find(({ name }) => prefixBefore(name, [side]) === prefix),
    );
    if (width && height)
      all.push(
        grouped(prefix, `one ${prefix}`, SCREENS, {
          [width.name]: ([, value]) => value,
          [height.name]: ([, , value]) => value,
        }),
      );
  }
  return pairedTogether(all);
};
