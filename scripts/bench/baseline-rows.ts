import seedrandom from "seedrandom";
import type { ImagesAnalytical } from "../../datamodels/images-analytical";

/** A row as JSON: decimals and dates are texts. */
export type BaselineRow = Record<keyof ImagesAnalytical, unknown>;

const SITES = ["Shutterstock", "Getty", "Pexels", "Unsplash", "iStock", "Alamy", "Pond5", "Adobe"];
const GENDERS = ["", "male", "female", "both", "other"];
const AGES = ["", "baby", "child", "teen", "young", "adult", "older", "old"];
const COUNTRIES = ["US", "GB", "DE", "FR", "BR", "IN", "CN", "JP", "NG", "MX"];
const REGIONS = [
  "North America",
  "Europe",
  "Europe",
  "Europe",
  "South America",
  "Asia",
  "Asia",
  "Asia",
  "Africa",
  "North America",
];
const SUBJECTS = [
  "young woman",
  "old man",
  "group of friends",
  "smiling child",
  "business man",
  "doctor",
  "student",
  "couple",
];
const ACTIONS = [
  "walking",
  "talking on the phone",
  "drinking coffee",
  "looking at camera",
  "running",
  "reading a book",
  "dancing",
];
const PLACES = [
  "in the park",
  "at the office",
  "on the beach",
  "in a kitchen",
  "on a city street",
  "against white background",
];
const STYLES = [
  "portrait",
  "close up",
  "isolated",
  "copy space",
  "natural light",
  "studio shot",
  "panoramic view",
];
const NAMES = ["Anna", "Ben", "Carla", "David", "Elena", "Frank", "Grace", "Hugo"];
const SURNAMES = ["Smith", "Miller", "Rossi", "Sato", "Garcia", "Novak", "Okafor", "Khan"];

/**
 * The row maker of the old design, for comparison: a generator of its own for each row, seeded with a text,
 * one draw a value, and an object of 74 columns.
 */
export function baselineRow(seed: string, id: number): BaselineRow {
  const random = seedrandom(`${seed}-${id}`);
  const below = (n: number) => Math.floor(random() * n);
  const chance = (p: number) => random() < p;
  const pick = <T>(list: readonly T[]) => list[below(list.length)]!;
  const list = (most: number, n: number) => Array.from({ length: 1 + below(most) }, () => below(n));
  const angle = () => (random() * 90 - 45).toFixed(3);
  const maybe = (n: number) => (chance(0.3) ? null : below(n));
  const score = () => Math.round(random() * 10_000) / 10_000;
  const day = () => new Date(1_262_304_000_000 + below(5_000) * 86_400_000).toISOString();
  const site = below(SITES.length);
  const country = below(COUNTRIES.length);
  const gender = below(GENDERS.length);
  const age = below(AGES.length);
  const ethnicity = below(9);
  const caption = `${pick(SUBJECTS)} ${pick(ACTIONS)} ${pick(PLACES)}, ${pick(STYLES)}, ${pick(STYLES)}`;
  const siteImageId = String(100_000_000 + below(900_000_000));
  return {
    image_id: id,
    site_name_id: site + 1,
    site_name: SITES[site],
    site_image_id: siteImageId,
    gender_id: gender,
    gender: GENDERS[gender],
    age_id: age,
    age: AGES[age],
    age_detail_id: below(12),
    location_id: country + 1,
    country_code: COUNTRIES[country],
    region: REGIONS[country],
    keyword_ids: list(12, 30_000),
    ethnicity_ids: [ethnicity],
    ethnicity_white: ethnicity === 0,
    ethnicity_black: ethnicity === 1,
    ethnicity_asian: ethnicity === 2,
    ethnicity_hispanic: ethnicity === 3,
    ethnicity_middle_eastern: ethnicity === 4,
    ethnicity_native_american: ethnicity === 5,
    ethnicity_pacific_islander: ethnicity === 6,
    ethnicity_mixed: ethnicity === 7,
    ethnicity_other: ethnicity === 8,
    has_face: chance(0.7),
    has_body: chance(0.6),
    has_feet: chance(0.2),
    has_hands: chance(0.4),
    has_left_hand: chance(0.3),
    has_right_hand: chance(0.3),
    is_face_distant: chance(0.1),
    is_small: chance(0.1),
    is_face_no_lms: chance(0.1),
    face_x: angle(),
    face_y: angle(),
    face_z: angle(),
    mouth_gap: (random() * 20).toFixed(3),
    body_pose_cluster_256: maybe(256),
    body_pose_cluster_512: maybe(512),
    body_pose_cluster_768: maybe(768),
    hand_poses_cluster_32: maybe(32),
    hand_gesture_cluster_32: maybe(32),
    hand_gesture_cluster_64: maybe(64),
    hand_gesture_cluster_128: maybe(128),
    arms_poses3D_cluster_64: maybe(64),
    arm_poses3D_cluster_128: maybe(128),
    hand_position_cluster_128: maybe(128),
    hsv_cluster: maybe(128),
    meta_hsv_cluster: maybe(64),
    face_cluster: maybe(512),
    topic_id_1: below(64),
    topic_score_1: score(),
    topic_id_2: below(64),
    topic_score_2: score(),
    topic_id_3: below(64),
    topic_score_3: score(),
    is_not_face_topic_id: maybe(64),
    is_not_face_score: score(),
    is_face_model_topic_id: maybe(64),
    is_face_model_score: score(),
    affect_id: maybe(32),
    affect_score: score(),
    detection_count: below(10),
    detection_classes: list(4, 80),
    detection_top_class_id: below(80),
    detection_top_class_confidence: score(),
    obj_cluster: maybe(768),
    upload_date: day().slice(0, 10),
    author: `${pick(NAMES)} ${pick(SURNAMES)}`,
    caption,
    content_url: `https://images.example.com/${siteImageId}/${caption.replace(/[ ,]+/g, "-")}-${siteImageId}.jpg`,
    width: 1_000 + below(5_000),
    height: 1_000 + below(5_000),
    is_dupe_of: chance(0.05) ? below(id) : 0,
    updated_at: day().slice(0, 19).replace("T", " "),
  };
}
