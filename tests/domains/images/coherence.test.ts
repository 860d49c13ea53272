import { imagesDomain } from "../../../app/domains/images/images-domain";
import { ETHNICITIES } from "../../../app/domains/images/distributions";
import { createRowGenerator } from "../../../app/rows/row-generator";
import { COUNTRIES, REGIONS } from "../../../app/domains/images/vocabulary/countries";
import { SITES } from "../../../app/domains/images/vocabulary/sites";
import { column, DEFAULT_MODEL } from "../../rows/default-model";
import { readBlock, type Value } from "../../rows/read-block";

type Row = Record<string, Value>;

const ROWS = 5_000;

/** With room for any row number. */
const WIDE_MODEL = DEFAULT_MODEL.map((one) =>
  /^(image_id|is_dupe_of)$/.test(one.name) ? column(one.name, "UInt64") : one,
);

function rowsOf(seed: string, first: number): Row[] {
  const model = first + ROWS < 2 ** 32 ? DEFAULT_MODEL : WIDE_MODEL;
  const columns = readBlock(createRowGenerator(seed, model, imagesDomain).generate(first, ROWS));
  const names = Object.keys(columns);
  return Array.from({ length: ROWS }, (_, i) =>
    Object.fromEntries(names.map((name) => [name, columns[name]![i]!])),
  );
}

/** A law holds for a row when it returns true. */
const laws: Record<string, (row: Row) => boolean> = {
  "ids agree with their names": (row) =>
    row.gender === { 0: "", 1: "men", 2: "none", 8: "women" }[row.gender_id as number] &&
    row.age === ["", "baby", undefined, "child", "teenager", "young", "adult", "old"][row.age_id as number] &&
    row.site_name === SITES[(row.site_name_id as number) - 1]!.name,
  "the finer age is one of its age": (row) => {
    const [low, high] = [[0, 0], [1, 2], [], [3, 5], [6, 7], [8, 9], [10, 13], [14, 16]][
      row.age_id as number
    ]!;
    return (row.age_detail_id as number) >= low! && (row.age_detail_id as number) <= high!;
  },
  "place, country and region agree": (row) => {
    const [code, region] = row.location_id === 0 ? ["", 0] : COUNTRIES[(row.location_id as number) - 1]!;
    return row.country_code === code && row.region === REGIONS[region];
  },
  "gender 0 means nobody: no age, ethnicity, face, body": (row) =>
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
  "face angles and the mouth only with landmarks": (row) =>
    (row.has_face === 1 && row.is_face_no_lms === 0) ||
    [row.face_x, row.face_y, row.face_z, row.mouth_gap].every((value) => value === 0),
  "face angles within their ranges": (row) =>
    row.has_face === 0 ||
    ((row.face_x as number) >= -60_000 &&
      (row.face_x as number) < 47_000 &&
      Math.abs(row.face_y as number) <= 62_500 &&
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
  "as many topics as scores, all different": (row) => {
    const count = [1, 2, 3].filter((rank) => (row[`topic_score_${rank}`] as number) > 0).length;
    const topics = [row.topic_id_1, row.topic_id_2, row.topic_id_3] as number[];
    return (
      new Set(topics.slice(0, count)).size === count &&
      topics.every((topic, i) => (i < count ? topic >= 0 && topic <= 63 : topic === 0))
    );
  },
  "topic scores fall, and make at most 1": (row) => {
    const scores = [1, 2, 3].map((rank) => row[`topic_score_${rank}`] as number);
    return (
      scores[0]! >= scores[1]! && scores[1]! >= scores[2]! && scores[0]! + scores[1]! + scores[2]! <= 1.000001
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
    const topic = row.topic_score_1 === 0 ? 65 : 1 + (row.topic_id_1 as number);
    const half = keywords.length >> 1;
    return groups.every((group, i) => group === (i < half ? 0 : topic));
  },
  "a duplicate's original is another image": (row) =>
    (row.is_dupe_of as number) >= 0 && row.is_dupe_of !== row.image_id,
  "dates lie between 2018 and 2026, imports after all of them": (row) => {
    const day = row.upload_date as number;
    const end = Date.UTC(2026, 6, 1) / 86_400_000;
    const days = (row.updated_at as number) / 86_400 - end;
    return day >= Date.UTC(2018, 6, 1) / 86_400_000 && day < end && days >= 0 && days < 365;
  },
  "site image ids have 8 to 10 digits": (row) => /^[1-9]\d{7,9}$/.test(row.site_image_id as string),
  "captions have 5 to 150 characters": (row) =>
    (row.caption as string).length >= 5 && Buffer.byteLength(row.caption as string) <= 150,
  "the URL has the site's host, the caption's slug and the site's image id": (row) => {
    const site = SITES[(row.site_name_id as number) - 1]!;
    const url = row.content_url as string;
    const tail = `${site.middle}${row.site_image_id as string}${site.suffix}`;
    const slug = url.slice(site.prefix.length, url.length - tail.length);
    const whole = (row.caption as string)
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase()
      .replace(/[łøıßæđþð]/g, (letter) => "loisadtd"["łøıßæđþð".indexOf(letter)]!)
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
  ["42", 2 ** 32 - 2_500],
  ["42", 2 ** 53 - ROWS],
] as const)("seed %j from id %d", (seed, first) => {
  const rows = rowsOf(seed, first);

  test.each(Object.entries(laws))("%s", (_, law) => {
    expect(rows.filter((row) => !law(row)).slice(0, 2)).toEqual([]);
  });
});

test.each([1, 2 ** 32 - 25_000])(
  "a duplicate shows what its original shows, under another id of its site, from id %d on",
  (first) => {
    const generator = createRowGenerator("42", WIDE_MODEL, imagesDomain);
    const block = readBlock(generator.generate(first, 50_000));
    const names = Object.keys(block).filter(
      (name) => !/^(image_id|site_image_id|content_url|width|height|is_dupe_of|updated_at)$/.test(name),
    );
    const places = block.is_dupe_of!.map((original) => (Number(original) || Infinity) - first);
    const duplicates = places.flatMap((p, i) => (p >= 0 && p < 50_000 ? [[i, p] as const] : []));
    expect(duplicates.length).toBeGreaterThan(200);
    for (const [i, original] of duplicates) {
      for (const name of names) expect([i, name, block[name]![i]]).toEqual([i, name, block[name]![original]]);
      expect(block.site_image_id![i]).not.toBe(block.site_image_id![original]);
      expect(Number(block.is_dupe_of![original])).toBe(0);
    }
  },
);

test("an original is no later than an image id can be", () => {
  const model = [column("image_id", "UInt64"), column("is_dupe_of", "UInt64")];
  const generator = createRowGenerator("42", model, imagesDomain);
  const originals = Array.from({ length: 10 }, (_, n) =>
    readBlock(generator.generate(2 ** 32 - (n + 1) * 100_000, 100_000)).is_dupe_of!.map(Number),
  ).flat();
  expect(originals.filter((original) => original > 0).length).toBeGreaterThan(1_000);
  expect(Math.max(...originals.filter((original) => original > 0))).toBeLessThan(2 ** 32);
});

test("flags of the finer ethnicities are parts of the coarser ones", () => {
  const flags = [
    "east_asian",
    "south_asian",
    "southeast_asian",
    "hispanic_latino",
    "afro_latinx",
    "person_of_color",
  ];
  const model = [
    ...DEFAULT_MODEL,
    ...[...flags, "unheard_of"].map((name) => column(`ethnicity_${name}`, "Bool")),
  ];
  const block = readBlock(createRowGenerator("42", model, imagesDomain).generate(1, 50_000));
  const rows = block.image_id!.map((_, i) => (name: string) => block[`ethnicity_${name}`]![i] as number);
  for (const row of rows) {
    expect(row("east_asian") + row("south_asian") + row("southeast_asian")).toBe(row("asian"));
    expect(row("hispanic_latino")).toBe(row("hispanic"));
    expect(row("afro_latinx")).toBeLessThanOrEqual(row("hispanic"));
    expect(row("person_of_color")).toBeLessThanOrEqual(row("other"));
  }
  const share = (name: string) => rows.filter((row) => row(name) === 1).length / rows.length;
  for (const name of [...flags, "unheard_of"]) expect(share(name)).toBeGreaterThan(0);
  expect(share("unheard_of")).toBeLessThan(0.01);
  expect(share("person_of_color")).toBeLessThan(0.01);
});
