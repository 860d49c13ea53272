import { imagesDomain } from "../../../app/domains/images/images-domain";
import { ETHNICITIES } from "../../../app/domains/images/distributions";
import { createRowGenerator } from "../../../app/rows/row-generator";
import { COUNTRIES, REGIONS } from "../../../app/domains/images/vocabulary/countries";
import { SITES } from "../../../app/domains/images/vocabulary/sites";
import { DEFAULT_MODEL } from "../../rows/default-model";
import { readBlock, type Value } from "../../rows/read-block";

type Row = Record<string, Value>;

const ROWS = 5_000;

function rowsOf(seed: string, first: number): Row[] {
  const columns = readBlock(createRowGenerator(seed, DEFAULT_MODEL, imagesDomain).generate(first, ROWS));
  const names = Object.keys(columns);
  return Array.from({ length: ROWS }, (_, i) =>
    Object.fromEntries(names.map((name) => [name, columns[name]![i]!])),
  );
}

/** A law holds for a row when it returns true. */
const laws: Record<string, (row: Row) => boolean> = {
  "ids agree with their names": (row) =>
    row.gender === ["", "women", "men"][row.gender_id as number] &&
    row.age === ["", "baby", "child", "teenager", "young", "adult", "old"][row.age_id as number] &&
    row.site_name === SITES[(row.site_name_id as number) - 1]!.name,
  "the finer age is one of its age": (row) => {
    const [low, high] = [
      [0, 0],
      [1, 2],
      [3, 5],
      [6, 7],
      [8, 9],
      [10, 13],
      [14, 16],
    ][row.age_id as number]!;
    return (row.age_detail_id as number) >= low! && (row.age_detail_id as number) <= high!;
  },
  "place, country and region agree": (row) => {
    const [code, region] = row.location_id === 0 ? ["", 0] : COUNTRIES[(row.location_id as number) - 1]!;
    return row.country_code === code && row.region === REGIONS[region];
  },
  "unknown gender means nobody: no age, ethnicity, face, body": (row) =>
    row.gender_id !== 0 ||
    [
      row.age_id,
      row.age_detail_id,
      row.has_face,
      row.has_body,
      row.has_hands,
      row.has_feet,
      (row.ethnicity_ids as []).length,
    ].every((value) => value === 0),
  "somebody has an age and an ethnicity": (row) =>
    row.gender_id === 0 || ((row.age_id as number) > 0 && (row.ethnicity_ids as []).length > 0),
  "ethnicity ids agree with the flags": (row) => {
    const ids = row.ethnicity_ids as number[];
    return (
      new Set(ids).size === ids.length &&
      ids.length <= 2 &&
      ETHNICITIES.every((name, e) => row[`ethnicity_${name}`] === (ids.includes(e + 1) ? 1 : 0))
    );
  },
  "a left or right hand is a hand, and hands are left or right": (row) =>
    row.has_hands === ((row.has_left_hand as number) | (row.has_right_hand as number)),
  "feet belong to a body": (row) => row.has_feet === 0 || row.has_body === 1,
  "small, distant, without landmarks: only faces; distant ones are small": (row) =>
    (row.has_face === 1 || (row.is_small === 0 && row.is_face_distant === 0 && row.is_face_no_lms === 0)) &&
    (row.is_face_distant === 0 || row.is_small === 1),
  "face angles only with a face, the mouth only with landmarks": (row) =>
    (row.has_face === 1 ||
      [row.face_x, row.face_y, row.face_z, row.mouth_gap].every((value) => value === 0)) &&
    (row.is_face_no_lms === 0 || row.mouth_gap === 0),
  "face angles within their ranges": (row) =>
    row.has_face === 0 ||
    ((row.face_x as number) >= -41_000 &&
      (row.face_x as number) < -2_000 &&
      Math.abs(row.face_y as number) <= 25_000 &&
      Math.abs(row.face_z as number) <= 25_000 &&
      (row.mouth_gap as number) >= 0 &&
      (row.mouth_gap as number) < 20_000),
  "clusters need what they cluster": (row) =>
    (row.has_body === 1 || allNull(row, /^body_pose|^arms?_poses/)) &&
    (row.has_hands === 1 || allNull(row, /^hand_/)) &&
    (row.has_face === 1 || row.face_cluster === null) &&
    ((row.detection_count as number) > 0 || row.obj_cluster === null),
  "clusters are numbered from 1 to their count": (row) =>
    Object.entries(row).every(([name, value]) => {
      const count = /_cluster_(\d+)$/.exec(name);
      return !count || value === null || ((value as number) >= 1 && (value as number) <= Number(count[1]));
    }),
  "topics are three different ones, or none": (row) => {
    const topics = [row.topic_id_1, row.topic_id_2, row.topic_id_3] as number[];
    return (
      topics.every((topic) => topic === 0) ||
      (new Set(topics).size === 3 && topics.every((topic) => topic >= 1 && topic <= 63))
    );
  },
  "topic scores fall, and make at most 1": (row) => {
    const scores = [1, 2, 3].map((rank) => Math.round((row[`topic_score_${rank}`] as number) * 10_000));
    return (
      scores[0]! >= scores[1]! &&
      scores[1]! >= scores[2]! &&
      scores[0]! + scores[1]! + scores[2]! <= 10_000 &&
      (row.topic_id_1 === 0) === (scores[0] === 0)
    );
  },
  "models that do not look, or have no answer, have no score": (row) =>
    [
      ["is_not_face_topic_id", "is_not_face_score"],
      ["is_face_model_topic_id", "is_face_model_score"],
      ["affect_id", "affect_score"],
    ].every(([id, score]) => (row[id!] === null) === (row[score!] === 0)) &&
    (row.has_face === 0 || row.is_not_face_topic_id === null) &&
    (row.has_face === 1 || row.is_face_model_topic_id === null) &&
    (row.gender_id !== 0 || row.affect_id === null),
  "scores lie on a grid of 0.0001": (row) =>
    Object.entries(row).every(
      ([name, value]) =>
        !/_score|_confidence/.test(name) ||
        Math.fround(Math.round((value as number) * 10_000) / 10_000) === value,
    ),
  "detections agree": (row) => {
    const classes = row.detection_classes as number[];
    const count = row.detection_count as number;
    return (
      count >= classes.length &&
      (count === 0) === (classes.length === 0) &&
      count <= 20 &&
      new Set(classes).size === classes.length &&
      classes.every((c) => c >= 1 && c <= 80) &&
      (count === 0
        ? row.detection_top_class_id === 0
        : classes.includes(row.detection_top_class_id as number)) &&
      (count === 0) === (row.detection_top_class_confidence === 0) &&
      ((row.has_face === 0 && row.has_body === 0) || classes.includes(1)) &&
      (row.gender_id !== 0 || !classes.includes(1))
    );
  },
  "20 to 50 different keywords": (row) => {
    const keywords = row.keyword_ids as number[];
    return keywords.length >= 20 && keywords.length <= 50 && new Set(keywords).size === keywords.length;
  },
  "half of the keywords belong to the topic": (row) => {
    const keywords = row.keyword_ids as number[];
    const groups = keywords.map((keyword) => Math.floor((keyword - 1) / 4096));
    const topic = row.topic_id_1 === 0 ? 64 : row.topic_id_1;
    const half = keywords.length >> 1;
    return groups.every((group, i) => group === (i < half ? 0 : topic));
  },
  "a duplicate's original is earlier": (row) =>
    (row.is_dupe_of as number) >= 0 && (row.is_dupe_of as number) < (row.image_id as number),
  "dates lie between 2008 and 2026, the update after the upload": (row) => {
    const day = row.upload_date as number;
    const days = (row.updated_at as number) / 86_400 - day;
    return (
      day >= Date.UTC(2008, 0, 1) / 86_400_000 &&
      day < Date.UTC(2026, 6, 1) / 86_400_000 &&
      days >= 1 &&
      days < 91
    );
  },
  "site image ids have 8 to 10 digits": (row) => /^[1-9]\d{7,9}$/.test(row.site_image_id as string),
  "captions have 5 to 150 characters": (row) =>
    (row.caption as string).length >= 5 && (row.caption as string).length <= 150,
  "the URL has the site's host, the caption's slug and the site's image id": (row) => {
    const site = SITES[(row.site_name_id as number) - 1]!;
    const url = row.content_url as string;
    const tail = `-${row.site_image_id as string}${site.suffix}`;
    const slug = url.slice(site.prefix.length, url.length - tail.length);
    const whole = (row.caption as string)
      .toLowerCase()
      .replace(/'/g, "")
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
    return (
      url.startsWith(site.prefix) &&
      url.endsWith(tail) &&
      slug.length > 0 &&
      (whole === slug || whole.startsWith(`${slug}-`)) &&
      url.length >= 60 &&
      url.length <= 131 &&
      !/--/.test(slug)
    );
  },
  "sizes are unknown on both sides or on neither": (row) => (row.width === 0) === (row.height === 0),
};

function allNull(row: Row, names: RegExp): boolean {
  return Object.entries(row).every(([name, value]) => !names.test(name) || value === null);
}

describe.each([
  ["42", 1],
  ["another", 4_000_000_000],
  ["", 63],
] as const)("seed %j from id %d", (seed, first) => {
  const rows = rowsOf(seed, first);

  test.each(Object.entries(laws))("%s", (_, law) => {
    expect(rows.filter((row) => !law(row)).slice(0, 2)).toEqual([]);
  });

  test("rows of a take share who is in the picture; rows of a shoot share the rest", () => {
    const byTake = ["gender", "age", "age_detail_id", "has_face", "caption", "topic_id_1"];
    const byShoot = ["author", "site_name", "upload_date", "country_code"];
    const runs = (names: string[]): number =>
      rows.filter((row, i) => i === 0 || names.some((name) => row[name] !== rows[i - 1]![name])).length;
    // As long runs as the real table has: 575 captions and some 220 shoots in 1,000 rows.
    expect(runs(byTake) / ROWS).toBeGreaterThan(0.5);
    expect(runs(byTake) / ROWS).toBeLessThan(0.65);
    expect(runs(byShoot) / ROWS).toBeGreaterThan(0.15);
    expect(runs(byShoot) / ROWS).toBeLessThan(0.3);
    expect(runs([...byTake, ...byShoot])).toBe(runs(["caption", "author", "site_name", "upload_date"]));
  });
});

test("a neighbourhood of 1,000 rows looks like the real one", () => {
  const generator = createRowGenerator("42", DEFAULT_MODEL, imagesDomain);
  const distinct = (values: Value[]): number => new Set(values).size;
  const commonest = (values: Value[]): number => {
    const counts = new Map<Value, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return Math.max(...counts.values());
  };
  const found = Array.from({ length: 40 }, (_, i) => {
    const { caption, author } = readBlock(generator.generate(1 + i * 25_000, 1_000));
    return [distinct(caption!), distinct(author!), commonest(caption!), commonest(author!)];
  });
  const [captions, authors, caption, author] = [0, 1, 2, 3].map(
    (k) => found.reduce((sum, row) => sum + row[k]!, 0) / 40,
  );
  expect(captions).toBeGreaterThan(520);
  expect(captions).toBeLessThan(630);
  expect(authors).toBeGreaterThan(145);
  expect(authors).toBeLessThan(180);
  expect(caption).toBeGreaterThan(15);
  expect(author).toBeGreaterThan(30);
  expect(author).toBeLessThan(65);
});
