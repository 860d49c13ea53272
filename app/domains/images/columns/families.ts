import { upTo } from "../../../model/types/shape";
import { describeType } from "../../../model/types/describe-type";
import type { Column } from "../../../model/column";
import { FLAG, SCORE, type ColumnDefinition } from "../../../rows/column-definition";
import type { Factors } from "../../../rows/factors";
import { stateAt } from "../../../rows/random/counters";
import { draw } from "../../../rows/random/mix";
import { even } from "../../../rows/random/shapes";
import { type Share, threshold } from "../../../rows/random/shares";
import type { NumberSource } from "../../../rows/values/source";
import {
  UNKNOWN_CLUSTERS_OFF,
  UNKNOWN_ETHNICITY,
  UNKNOWN_FLAG,
  UNKNOWN_PART,
  type ClusterShare,
} from "../distributions";
import { People } from "../factors/people";
import { TopicScores } from "../factors/topic-scores";
import { Topics } from "../factors/topics";
import { TOPICS } from "../links/topics";
import { clusterDefinition } from "./clusters";
import { gather } from "./gather";

/**
 * What fills a column whose name is not known, but begins or ends as those of a family do: it behaves as one of them.
 * @returns `undefined` where it belongs to none, or its type holds no such numbers
 */
export function familyColumn({ name, type }: Column): ColumnDefinition | undefined {
  const definition = byName(name);
  const { counts, takes } = describeType(type);
  return definition && counts?.unit === "one" && takes(definition.shape) ? definition : undefined;
}

function byName(name: string): ColumnDefinition | undefined {
  if (name.startsWith("ethnicity_")) return flag(name, UNKNOWN_ETHNICITY, true);
  if (name.startsWith("has_")) return flag(name, UNKNOWN_PART, true);
  if (name.startsWith("is_")) return flag(name, UNKNOWN_FLAG, false);
  if (name.startsWith("topic_id"))
    return { shape: upTo(TOPICS - 1), create: (factors) => furtherTopic(factors, name) };
  if (name.startsWith("topic_score"))
    return { shape: SCORE, create: (factors) => furtherScore(factors, name) };
  const clusters = Number(/_cluster_(\d{1,4})$/.exec(name)?.[1] ?? 0);
  return clusters >= 2
    ? clusterDefinition({ column: name, clusters, thing: thingOf(name), off: UNKNOWN_CLUSTERS_OFF })
    : undefined;
}

/** A flag of some rows, or of some that show people. */
function flag(name: string, share: Share, people: boolean): ColumnDefinition {
  const limit = threshold(share);
  const create = (factors: Factors): NumberSource => {
    const among = people ? factors.get(People).rowAnybody : undefined;
    const base = factors.streams.base(`column/${name}`, 2);
    const values = new Uint8Array(factors.capacity);
    return {
      values,
      fill: (rows) => {
        for (let i = 0; i < rows; i++)
          values[i] = draw(stateAt(base, factors.rows, i), 0) < limit && among?.[i] !== 0 ? 1 : 0;
      },
    };
  };
  return { shape: FLAG, create };
}

/** A topic besides the three, of takes that have all of them; else 0. */
function furtherTopic(factors: Factors, name: string): NumberSource {
  const { topics, counts, shoots } = factors.get(Topics);
  const { takes, takeOf } = shoots;
  const base = factors.streams.base(`column/${name}`, 2);
  const ofTake = new Uint8Array(factors.capacity);
  const { values, fill } = gather(ofTake, takeOf, new Uint8Array(factors.capacity));
  return {
    values,
    fill: (rows) => {
      for (let t = 0; t < takes.count; t++) {
        const known = topics.map((topic) => topic[t]!);
        let topic = even(draw(stateAt(base, takes, t), 0), TOPICS);
        while (known.includes(topic)) topic = (topic + 1) % TOPICS;
        ofTake[t] = counts[t] === known.length ? topic : 0;
      }
      fill!(rows);
    },
  };
}

/** A part of the third topic's score. */
function furtherScore(factors: Factors, name: string): NumberSource {
  const [, , third] = factors.get(TopicScores).scores;
  const base = factors.streams.base(`column/${name}`, 2);
  const values = new Uint32Array(factors.capacity);
  return {
    values,
    fill: (rows) => {
      for (let i = 0; i < rows; i++)
        values[i] = Math.floor((third[i]! * draw(stateAt(base, factors.rows, i), 0)) / 2 ** 32);
    },
  };
}

/** What its name says it clusters. */
function thingOf(name: string): ClusterShare["thing"] {
  if (/hand|gesture/.test(name)) return "gesture";
  if (name.includes("arm")) return "arms";
  if (/body|pose/.test(name)) return "pose";
  return name.includes("face") ? "face" : "colour";
}
