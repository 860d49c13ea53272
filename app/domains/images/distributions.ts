import type { Share } from "../../rows/random/shares";

/**
 * What the rows are made of, as exact shares: the generator draws by this table and the tests measure against
 * it. Weights are integers; a share is [part, whole]. "Of people" means: of the takes that show anybody.
 */

/** How many people a take shows: nobody, one, two, three or more. Nobody means: gender unknown. */
export const PEOPLE = [1, 64, 20, 15] as const;
/** Of people: women, men. Makes 66 % and 33 % of all. */
export const GENDER = [66, 33] as const;
/** Of people: baby, child, teenager, young, adult, old (age ids 1 to 6). */
export const AGE = [50, 80, 70, 250, 500, 50] as const;
/**
 * The finer ages of each age, numbered on from 1: baby 1-2, child 3-5, teenager 6-7, young 8-9, adult 10-13,
 * old 14-16.
 */
export const AGE_DETAIL = [
  [40, 60],
  [40, 35, 25],
  [50, 50],
  [45, 55],
  [35, 30, 20, 15],
  [50, 35, 15],
] as const;

/** Ethnicities in the order of their ids, 1 to 9. */
export const ETHNICITIES = [
  "white",
  "black",
  "asian",
  "hispanic",
  "middle_eastern",
  "native_american",
  "pacific_islander",
  "mixed",
  "other",
] as const;
/** Of people: the first ethnicity. The last five share 7 %. */
export const ETHNICITY = [700, 80, 100, 50, 20, 8, 5, 27, 10] as const;
/** Of takes of two or more people: a second one is drawn by the same weights, and kept where it differs. */
export const SECOND_ETHNICITY: Share = [1, 10];

/** Of people; makes 60 % of all rows. */
export const FACE: Share = [60, 99];
/** Of rows with a face; with the next one it makes 45 % of all rows. */
export const BODY_WITH_FACE: Share = [65, 100];
/** Of rows with people but no face. */
export const BODY_WITHOUT_FACE: Share = [6, 39];
/** Of rows with a body; no body, no feet. */
export const FEET: Share = [35, 100];
/** Of rows with a body. */
export const HANDS_WITH_BODY: Share = [70, 100];
/** Of rows with people but no body. */
export const HANDS_WITHOUT_BODY: Share = [15, 100];
/** Of rows with hands: the left one only, the right one only, both. */
export const WHICH_HANDS = [20, 30, 50] as const;
/** Of rows with a face: the face is small. */
export const SMALL_FACE: Share = [25, 100];
/** Of rows with a small face: it is small because it is far away. */
export const DISTANT_FACE: Share = [48, 100];
/** Of rows with a small face, and with another one: no landmarks were found in it. */
export const NO_LANDMARKS_SMALL: Share = [16, 100];
export const NO_LANDMARKS: Share = [2, 100];

/** Sizes in pixels, wide by high, and their weights; 0 x 0 is unknown. */
export const SIZES = [
  [2048, 1365, 330],
  [2048, 1366, 190],
  [1365, 2048, 150],
  [1366, 2048, 90],
  [2048, 1536, 80],
  [1536, 2048, 40],
  [2048, 2048, 50],
  [2048, 1152, 25],
  [1024, 683, 15],
  [0, 0, 30],
] as const;

/** Takes that have topics. */
export const HAS_TOPIC: Share = [93, 100];
/** Topic ids are 1 to 63. */
export const TOPICS = 63;

/** What a cluster column needs before it can hold a number. */
export type ClusterNeed = "body" | "hands" | "face" | "detections" | "nothing";

export interface ClusterShare {
  readonly column: string;
  /** Clusters are numbered from 1 to this. */
  readonly clusters: number;
  readonly needs: ClusterNeed;
  /** Of the rows that have what the column needs: NULL nevertheless. Rows that lack it are always NULL. */
  readonly notClustered: Share;
}

export const CLUSTERS: readonly ClusterShare[] = [
  { column: "body_pose_cluster_256", clusters: 256, needs: "body", notClustered: [30, 100] },
  { column: "body_pose_cluster_512", clusters: 512, needs: "body", notClustered: [30, 100] },
  { column: "body_pose_cluster_768", clusters: 768, needs: "body", notClustered: [30, 100] },
  { column: "hand_poses_cluster_32", clusters: 32, needs: "hands", notClustered: [50, 100] },
  { column: "hand_gesture_cluster_32", clusters: 32, needs: "hands", notClustered: [50, 100] },
  { column: "hand_gesture_cluster_64", clusters: 64, needs: "hands", notClustered: [50, 100] },
  { column: "hand_gesture_cluster_128", clusters: 128, needs: "hands", notClustered: [50, 100] },
  { column: "arms_poses3D_cluster_64", clusters: 64, needs: "body", notClustered: [60, 100] },
  { column: "arm_poses3D_cluster_128", clusters: 128, needs: "body", notClustered: [60, 100] },
  { column: "hand_position_cluster_128", clusters: 128, needs: "hands", notClustered: [40, 100] },
  { column: "hsv_cluster", clusters: 256, needs: "nothing", notClustered: [25, 100] },
  { column: "meta_hsv_cluster", clusters: 64, needs: "nothing", notClustered: [25, 100] },
  { column: "face_cluster", clusters: 512, needs: "face", notClustered: [20, 100] },
  { column: "obj_cluster", clusters: 256, needs: "detections", notClustered: [25, 100] },
];

/** A model that looks at some pictures only: an id from 1, and a score; NULL and 0 where it did not. */
export interface ScoredModel {
  readonly id: string;
  readonly score: string;
  readonly ids: number;
  readonly looksAt: "faces" | "no faces" | "people";
  /** Of the rows that it looks at: those that it has an answer for. */
  readonly answers: Share;
}

export const SCORED_MODELS: readonly ScoredModel[] = [
  {
    id: "is_not_face_topic_id",
    score: "is_not_face_score",
    ids: 63,
    looksAt: "no faces",
    answers: [80, 100],
  },
  {
    id: "is_face_model_topic_id",
    score: "is_face_model_score",
    ids: 63,
    looksAt: "faces",
    answers: [90, 100],
  },
  { id: "affect_id", score: "affect_score", ids: 24, looksAt: "people", answers: [70, 100] },
];

/** Detection classes are 1 to 80; 1 is a person. */
export const PERSON_CLASS = 1;
/**
 * Of rows with people but neither face nor body: a person is detected. Always with a face or a body; never
 * without people.
 */
export const PERSON_DETECTED: Share = [50, 100];
/** How many classes besides a person are detected: none to five. */
export const OTHER_CLASSES = [35, 30, 18, 10, 5, 2] as const;
/** Of rows with a person among several classes: the person is the top one. */
export const PERSON_ON_TOP: Share = [85, 100];

/** Rows that are duplicates of an earlier image, where there is an earlier one at the distance drawn. */
export const DUPLICATE: Share = [8, 1000];
/** Of duplicates: those whose original is at most 4,096 ids away; others are up to a million away. */
export const NEAR_DUPLICATE: Share = [90, 100];

/** Site image ids of 8, 9 and 10 digits. */
export const SITE_IMAGE_ID_DIGITS = [25, 35, 40] as const;

/** Keywords a picture carries: from 20 to 50 by quantiles (see `quantile`; the last value is not reached). */
export const KEYWORDS = [20, 20, 21, 22, 23, 24, 26, 27, 29, 31, 33, 35, 37, 40, 43, 46, 51] as const;

/** First and last upload day, in days since 1970: 2008-01-01 and 2026-06-30. Later days are likelier. */
export const UPLOAD_DAYS = [13_879, 20_634] as const;
/** `updated_at` lies from one day to this many days after the upload. */
export const UPDATED_WITHIN_DAYS = 90;

/** Countries unknown; the weights of the others are in `vocabulary/countries.ts`. */
export const COUNTRY_UNKNOWN: Share = [2, 100];

/** The weight of the author with number r, from 0, is 2^18 / (r + this), rounded down: a long tail. */
export const AUTHOR_HEAD = 6;

/** In thousandths of a degree. */
export const YAW = [
  -41000, -38500, -36500, -34800, -33000, -31200, -29300, -27200, -25000, -22600, -20000, -17500, -14800,
  -12000, -9000, -6000, -2000,
] as const;
/** Pitch and roll, in thousandths of a degree. */
export const TILT = [
  -25000, -6500, -4000, -2900, -2100, -1500, -1000, -500, 0, 500, 1000, 1500, 2100, 2900, 4000, 6500, 25000,
] as const;
/** In thousandths; 0 without a face or without landmarks. */
export const MOUTH_GAP = [
  0, 100, 220, 350, 500, 700, 950, 1200, 1500, 1850, 2250, 2700, 3250, 3900, 4800, 7500, 20000,
] as const;

/** The first topic's score in ten-thousandths: 0.27, 0.45, 0.67 at 10 %, 50 %, 90 %. */
export const TOPIC_SCORE = [
  1200, 2450, 2870, 3200, 3480, 3740, 3990, 4240, 4500, 4760, 5040, 5350, 5700, 6050, 6450, 7100, 9400,
] as const;
/**
 * The second score as ten-thousandths of the first, and the third of the second; but the second takes at most
 * seven tenths of what the first leaves of 1, and the third at most the rest.
 */
export const SECOND_TOPIC_RATIO = [
  900, 1900, 2550, 3100, 3550, 3950, 4350, 4750, 5150, 5600, 6050, 6550, 7050, 7600, 8250, 9000, 9950,
] as const;
export const THIRD_TOPIC_RATIO = [
  1000, 2200, 2950, 3550, 4050, 4500, 4950, 5350, 5750, 6150, 6600, 7050, 7550, 8050, 8600, 9250, 9980,
] as const;
/** Scores and confidences of models, in ten-thousandths. */
export const CONFIDENCE = [
  2500, 3400, 4100, 4700, 5250, 5750, 6200, 6650, 7050, 7450, 7850, 8200, 8550, 8900, 9250, 9600, 9990,
] as const;
