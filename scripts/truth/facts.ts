import {
  columnBytes,
  commonest,
  distinct,
  each,
  entropies,
  KEYWORDS,
  month,
  MOST_MONTHS,
  NEIGHBOURS,
  ONE_SHOOT,
  WORDS,
} from "./fact-queries";

/** What was measured in real rows and is not declared as a share: it comes out of how rows are made. */
export interface Fact {
  readonly name: string;
  /** SQL of one number. T stands for the table. */
  readonly query: string;
  /** Bounds, both included. */
  readonly least: number;
  readonly most: number;
}

/** Different ones in the first 1,000, 10,000, 100,000 and 1,000,000 rows. */
function growth(name: string, expression: string, ...bounds: readonly (readonly [number, number])[]): Fact[] {
  return bounds.map(([least, most], i) => {
    const rows = 10 ** (3 + i);
    return { name: `${name} in the first ${rows} rows`, query: distinct(expression, rows), least, most };
  });
}

export const FACTS: readonly Fact[] = [
  {
    name: "same author as the row before",
    query: `SELECT avg(row.author = before.author) FROM ${NEIGHBOURS}`,
    least: 0.62,
    most: 0.74,
  },
  {
    name: "same caption as the row before",
    query: `SELECT avg(row.caption = before.caption) FROM ${NEIGHBOURS}`,
    least: 0.24,
    most: 0.34,
  },
  {
    name: "same gender as the row before, of one shoot",
    query: `SELECT avgIf(row.gender = before.gender, ${ONE_SHOOT}) FROM ${NEIGHBOURS}`,
    least: 0.7,
    most: 0.8,
  },
  {
    name: "same age as the row before, of one shoot",
    query: `SELECT avgIf(row.age = before.age, ${ONE_SHOOT}) FROM ${NEIGHBOURS}`,
    least: 0.77,
    most: 0.87,
  },
  {
    name: "leading characters of site_image_id as in the row before, of one shoot",
    query: `SELECT avgIf(arrayFirstIndex(i -> substring(row.number, i, 1) != substring(before.number, i, 1), range(1, 12)) - 1, ${ONE_SHOOT}) FROM ${NEIGHBOURS}`,
    least: 5.5,
    most: 8,
  },
  {
    name: "authors in 1,000 neighbouring rows",
    query: each(1_000, "uniqExact(author)"),
    least: 140,
    most: 185,
  },
  {
    name: "captions in 1,000 neighbouring rows",
    query: each(1_000, "uniqExact(caption)"),
    least: 520,
    most: 650,
  },
  {
    name: "the commonest author of 1,000 neighbouring rows",
    query: each(1_000, commonest("author")),
    least: 0.035,
    most: 0.065,
  },
  {
    name: "months in 1,000 neighbouring rows",
    query: each(1_000, `uniqExact(${month})`),
    least: 38,
    most: 65,
  },
  {
    name: "months that hold 96 % of 1,000 neighbouring rows",
    query: each(1_000, MOST_MONTHS),
    least: 18,
    most: 32,
  },
  { name: "months in 100,000 ids", query: each(100_000, `uniqExact(${month})`), least: 85, most: 96 },
  ...growth("authors", "author", [130, 200], [1_000, 1_800], [4_000, 9_000], [10_000, 25_000]),
  ...growth("captions", "caption", [500, 750], [5_000, 7_500], [50_000, 75_000], [500_000, 750_000]),
  ...growth("words of captions", WORDS, [1_200, 2_500], [3_000, 8_000], [7_000, 25_000], [20_000, 80_000]),
  ...growth("keywords", KEYWORDS, [5_000, 8_000], [11_000, 18_000], [17_000, 27_000], [23_000, 36_000]),
  {
    name: "an author's commonest country",
    query: `SELECT avg(x) FROM (SELECT ${commonest("country_code")} AS x FROM T WHERE country_code != '' GROUP BY author HAVING count() >= 60)`,
    least: 0.8,
    most: 0.92,
  },
  {
    name: "an author's commonest site",
    query: `SELECT avg(x) FROM (SELECT ${commonest("site_name")} AS x FROM T GROUP BY author HAVING count() >= 60)`,
    least: 0.93,
    most: 1,
  },
  {
    name: "days of an author in two countries",
    query:
      "SELECT avg(x > 1) FROM (SELECT uniqExact(country_code) AS x FROM T GROUP BY author, site_name, upload_date HAVING count() > 1)",
    least: 0,
    most: 0.02,
  },
  {
    name: "authors with an agency",
    query: "SELECT avg(author LIKE '% / %') FROM T",
    least: 0.12,
    most: 0.19,
  },
  {
    name: "women among women and men, in the region with fewest",
    query:
      "SELECT min(x) FROM (SELECT countIf(gender = 'women') / countIf(gender IN ('women', 'men')) AS x FROM T WHERE region != '' GROUP BY region)",
    least: 0.36,
    most: 0.46,
  },
  {
    name: "women among women and men, in the region with most",
    query:
      "SELECT max(x) FROM (SELECT countIf(gender = 'women') / countIf(gender IN ('women', 'men')) AS x FROM T WHERE region != '' GROUP BY region HAVING count() > 0.1 * (SELECT count() FROM T))",
    least: 0.7,
    most: 0.76,
  },
  {
    name: "yaw above 0",
    query: "SELECT countIf(face_x > 0) / count() FROM T WHERE has_face AND NOT is_face_no_lms",
    least: 0.24,
    most: 0.26,
  },
  {
    name: "yaw within 5 degrees of 0",
    query: "SELECT countIf(abs(face_x) <= 5) / count() FROM T WHERE has_face AND NOT is_face_no_lms",
    least: 0.15,
    most: 0.17,
  },
  {
    name: "face angles without landmarks",
    query: "SELECT countIf(face_x != 0 OR face_y != 0 OR face_z != 0) FROM T WHERE is_face_no_lms",
    least: 0,
    most: 0,
  },
  {
    name: "groups of one hsv_cluster",
    query:
      "SELECT max(x) FROM (SELECT uniqExact(meta_hsv_cluster) AS x FROM T WHERE isNotNull(hsv_cluster) GROUP BY hsv_cluster)",
    least: 1,
    most: 1,
  },
  {
    name: "gesture without the other gestures",
    query:
      "SELECT avg(isNull(hand_gesture_cluster_64) OR isNull(hand_gesture_cluster_128)) FROM T WHERE isNotNull(hand_gesture_cluster_32)",
    least: 0,
    most: 0.02,
  },
  {
    name: "mutual information of gestures 32 and 64 in 1,300 rows, as a share of the mean entropy",
    query: `SELECT 2 * (ofA + ofB - ofBoth) / (ofA + ofB) FROM ${entropies("hand_gesture_cluster_32", "hand_gesture_cluster_64")}`,
    least: 0.7,
    most: 0.8,
  },
  {
    name: "mutual information of gesture 32 and hand position in 1,300 rows, as a share of the lesser entropy",
    query: `SELECT (ofA + ofB - ofBoth) / least(ofA, ofB) FROM ${entropies("hand_gesture_cluster_32", "hand_position_cluster_128")}`,
    least: 0.38,
    most: 0.48,
  },
  {
    name: "how far the hand position tells which hands there are, in 1,300 rows",
    query: `SELECT (ofA + ofB - ofBoth) / ofA FROM ${entropies("has_left_hand + 2 * has_right_hand", "hand_position_cluster_128")}`,
    least: 0.87,
    most: 0.97,
  },
  {
    name: "pairs of gestures 32 and 64 in 1,300 rows",
    query:
      "SELECT uniqExact(hand_gesture_cluster_32, hand_gesture_cluster_64) FROM (SELECT * FROM T WHERE isNotNull(hand_gesture_cluster_32) ORDER BY image_id LIMIT 1299)",
    least: 150,
    most: 230,
  },
  {
    name: "triples of gestures 32, 64 and 128 in 1,300 rows",
    query:
      "SELECT uniqExact(hand_gesture_cluster_32, hand_gesture_cluster_64, hand_gesture_cluster_128) FROM (SELECT * FROM T WHERE isNotNull(hand_gesture_cluster_32) ORDER BY image_id LIMIT 1299)",
    least: 650,
    most: 850,
  },
  {
    name: "different sizes in 100,000 rows",
    query: "SELECT uniqExact(width, height) FROM T WHERE image_id <= 100000",
    least: 150,
    most: 1e6,
  },
  {
    name: "the commonest keyword",
    query:
      "SELECT max(n) / (SELECT count() FROM T) FROM (SELECT count() AS n FROM T ARRAY JOIN keyword_ids AS keyword GROUP BY keyword)",
    least: 0.2,
    most: 0.4,
  },
  { name: "duplicates", query: "SELECT avg(is_dupe_of != 0) FROM T", least: 0.004, most: 0.01 },
  {
    name: "duplicates that show something else",
    query:
      "SELECT countIf(d.caption != o.caption OR d.author != o.author OR d.gender != o.gender OR NOT (d.hsv_cluster <=> o.hsv_cluster)) FROM T AS d JOIN T AS o ON o.image_id = d.is_dupe_of",
    least: 0,
    most: 0,
  },
  {
    name: "duplicates with the original's site_image_id",
    query:
      "SELECT countIf(d.site_image_id = o.site_image_id) FROM T AS d JOIN T AS o ON o.image_id = d.is_dupe_of",
    least: 0,
    most: 3,
  },
  {
    name: "bytes a row",
    query:
      "SELECT sum(data_uncompressed_bytes) / sum(rows) FROM system.parts WHERE active AND database = currentDatabase() AND table = 'T'",
    least: 475,
    most: 525,
  },
  { name: "bytes of updated_at, compressed", query: columnBytes("updated_at"), least: 0, most: 0.2 },
  { name: "bytes of upload_date, compressed", query: columnBytes("upload_date"), least: 1.6, most: 2.9 },
  { name: "bytes of site_image_id, compressed", query: columnBytes("site_image_id"), least: 5, most: 9 },
  { name: "bytes of content_url, compressed", query: columnBytes("content_url"), least: 27, most: 35 },
];
