import { TOPIC_SCENES } from "../links/declared";
import { type Scene, SCENES } from "../vocabulary/scenes";
import { beach, shore } from "./pools/themes/beach";
import { cafe } from "./pools/themes/cafe";
import { gym } from "./pools/themes/gym";
import { home } from "./pools/themes/home";
import { kitchen } from "./pools/themes/kitchen";
import { nature } from "./pools/themes/nature";
import { office } from "./pools/themes/office";
import { park } from "./pools/themes/park";
import { school } from "./pools/themes/school";
import { street } from "./pools/themes/street";
import { studio } from "./pools/themes/studio";
import type { SceneThemes, Theme } from "./theme";
import { travel } from "./pools/themes/travel";
import { winter } from "./pools/themes/winter";

const BY_SCENE: Readonly<Record<string, SceneThemes>> = {
  home,
  kitchen,
  office,
  school,
  cafe,
  studio,
  gym,
  travel,
  street,
  park,
  nature,
  beach,
  winter,
};

export interface PlacedTheme {
  readonly words: Theme;
  readonly scene: Scene;
  /** What is to be seen there without people. */
  readonly view: string;
}

const SHORE_VIEW = "a wooden jetty | reeds by the water | a lonely bench | a moored boat | a quiet pier";
/** The number of the theme for a beach that is none. */
export const SHORE = SCENES.length;
/** The number of topic 0's theme; those of the other topics follow. */
export const FIRST_TOPIC_THEME = SHORE + 1;

/** The general themes in the order of `SCENES`, the shore, and the topics' in their order. */
export const THEMES: readonly PlacedTheme[] = [
  ...SCENES.map((scene) => placed(scene, ({ general }) => general)),
  { ...placed(sceneOf("nature"), () => shore), view: SHORE_VIEW },
  ...TOPIC_SCENES.map((scene, topic) => placed(sceneOf(scene), ({ topics }) => topics[topic]!)),
];

function placed(scene: Scene, words: (themes: SceneThemes) => Theme): PlacedTheme {
  const themes = BY_SCENE[scene.name]!;
  return { words: words(themes), scene, view: themes.view };
}

function sceneOf(name: string): Scene {
  return SCENES.find((scene) => scene.name === name)!;
}
