import { lazy } from "../../../rows/lazy";
import { fitTable } from "../../../rows/random/fit";
import { AGE, FIRST_TOPIC, PEOPLE, SECOND_TOPIC, THIRD_TOPIC } from "../distributions";
import { SCENE_BY_SLOT, SCENES, sceneFor } from "../vocabulary/scenes";
import { TOPIC_FAMILIES, TOPIC_IN_FAMILY, TOPIC_IN_SCENE, TOPIC_SCENES } from "./declared";

/** How many topics there are, numbered from 0. */
export const TOPICS = FIRST_TOPIC.length;

function shares(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** The share of takes in each scene, whoever is in them. */
const sceneShares = (): number[] => {
  const sums = SCENES.map(() => 0);
  const nobody = shares(PEOPLE)[0]!;
  [nobody, ...shares(AGE).map((share) => share * (1 - nobody))].forEach((share, age) => {
    for (const scene of SCENE_BY_SLOT) sums[sceneFor(scene, age)]! += share / SCENE_BY_SLOT.length;
  });
  return sums;
};

/** By scene: the shares of first topics, among all takes with topics. */
export const topicByScene = lazy(() =>
  fitTable(
    SCENES.map(({ name }) => TOPIC_SCENES.map((scene) => (scene === name ? TOPIC_IN_SCENE : 1))),
    sceneShares(),
    shares(FIRST_TOPIC),
  ),
);

/** By first topic: the shares of second and of third ones, which differ from it. */
export const secondByFirst = following(SECOND_TOPIC);
export const thirdByFirst = following(THIRD_TOPIC);

function following(weights: readonly number[]): () => number[][] {
  return lazy(() =>
    fitTable(
      FIRST_TOPIC.map((_, first) =>
        weights.map((_, topic) => {
          if (topic === first) return 0;
          return topic % TOPIC_FAMILIES === first % TOPIC_FAMILIES ? TOPIC_IN_FAMILY : 1;
        }),
      ),
      shares(FIRST_TOPIC),
      shares(weights),
    ),
  );
}
