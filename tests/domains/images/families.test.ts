import { imagesDomain } from "../../../app/domains/images/images-domain";
import { createRowGenerator } from "../../../app/rows/row-generator";
import { column, DEFAULT_MODEL } from "../../rows/default-model";
import { readBlock, type Value } from "../../rows/read-block";

const ROWS = 20_000;
const unknown = [
  column("ethnicity_martian", "Bool"),
  column("has_hat", "UInt8"),
  column("has_note", "String"),
  column("is_blurred", "Bool"),
  column("hand_shape_cluster_16", "Nullable(UInt8)"),
  column("body_shape_cluster_60", "UInt16"),
  column("tint_cluster_205", "Nullable(UInt16)"),
  column("tint_cluster_410", "Nullable(UInt16)"),
  column("topic_id_4", "UInt16"),
  column("topic_score_4", "Float32"),
];
const block = readBlock(
  createRowGenerator("42", [...DEFAULT_MODEL, ...unknown], imagesDomain).generate(1, ROWS),
);
const rows = block.image_id!.map(
  (_, i) =>
    (name: string): Value =>
      block[name]![i]!,
);
const share = (holds: (row: (name: string) => Value) => boolean) => rows.filter(holds).length / ROWS;

describe("a column whose name is not known, but begins as a family's do, is one of the family", () => {
  test.each([
    ["ethnicity_martian", 0.0001, 0.01],
    ["has_hat", 0.1, 0.2],
    ["is_blurred", 0.02, 0.04],
  ])("%s is a flag of few rows", (name, least, most) => {
    const observed = share((row) => row(name) === 1);
    expect(observed).toBeGreaterThan(least);
    expect(observed).toBeLessThan(most);
  });

  test("nobody has an ethnicity or a hat", () => {
    const nobody = rows.filter((row) => row("gender_id") === 0);
    expect(nobody.length).toBeGreaterThan(50);
    expect(nobody.filter((row) => row("ethnicity_martian") === 1 || row("has_hat") === 1)).toEqual([]);
  });

  test.each([
    ["hand_shape_cluster_16", "hand_gesture_cluster_32", null, 16],
    ["body_shape_cluster_60", "body_pose_cluster_512", 0, 60],
    ["tint_cluster_205", "hsv_cluster", null, 205],
    ["tint_cluster_410", "hsv_cluster", null, 410],
  ])("%s is there where %s is, and has all its numbers", (name, known, none, clusters) => {
    expect(share((row) => (row(name) === none) === (row(known) === null))).toBe(1);
    const numbers = new Set(block[name]!.filter((value) => value !== none) as number[]);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(clusters);
    // Each rank has a number of its own; the last ranks are too rare for so few rows.
    expect(numbers.size).toBeGreaterThan(clusters * 0.75);
  });

  test("a fourth topic is another one than the three, and scores less", () => {
    const holds = (row: (name: string) => Value) =>
      row("topic_score_3") === 0
        ? row("topic_id_4") === 0 && row("topic_score_4") === 0
        : ![1, 2, 3].some((rank) => row(`topic_id_${rank}`) === row("topic_id_4")) &&
          (row("topic_score_4") as number) <= (row("topic_score_3") as number);
    expect(share(holds)).toBe(1);
    expect(new Set(block.topic_id_4).size).toBe(64);
  });

  test("text is text", () => {
    expect(block.has_note!.filter((value) => value === "0" || value === "1")).toEqual([]);
  });
});
