import * as d from "../../../app/domains/images/distributions";
import { COUNTRIES } from "../../../app/domains/images/vocabulary/countries";
import type { ArrayValues, NumberValues } from "../../../app/model/types/column-values";
import type { RowBlock } from "../../../app/rows/row-block";
import { columnOf } from "../../rows/read-block";

/** Rows that are counted at once. */
export const BLOCK = 64 * 625;

/** Counts how often each value occurs among the rows where `given` is not 0. */
export class Tally {
  readonly counts = new Map<string, Float64Array>();

  add(name: string, bins: number, values: ArrayLike<number>, given?: ArrayLike<number>): void {
    let counts = this.counts.get(name);
    if (!counts) this.counts.set(name, (counts = new Float64Array(bins)));
    for (let i = 0; i < BLOCK; i++) if (!given || given[i] !== 0) counts[values[i]!]!++;
  }
}

/** By width * 4096 + height. */
const sizeNumber = new Uint8Array(2 ** 24);
d.SIZES.forEach(([width, height], number) => (sizeNumber[width * 4096 + height] = number));

/** Counts a block of {@link BLOCK} rows. */
export function addBlock(tally: Tally, block: RowBlock): void {
  const numbers = (name: string): NumberValues["values"] => (columnOf(block, name) as NumberValues).values;
  const derive = (value: (i: number) => number): Uint8Array => {
    const out = new Uint8Array(BLOCK);
    for (let i = 0; i < BLOCK; i++) out[i] = value(i);
    return out;
  };
  const both = (a: ArrayLike<number>, b: ArrayLike<number>): Uint8Array => derive((i) => a[i]! & b[i]!);
  const not = (a: ArrayLike<number>): Uint8Array => derive((i) => (a[i] ? 0 : 1));

  const gender = numbers("gender_id");
  const age = numbers("age_id");
  const people = derive((i) => (gender[i] ? 1 : 0));
  const [face, body, hands, small] = ["has_face", "has_body", "has_hands", "is_small"].map(numbers);
  const [left, right] = [numbers("has_left_hand"), numbers("has_right_hand")];
  tally.add("gender", 3, gender);
  tally.add("age", 7, age, people);
  tally.add("age detail", 17, numbers("age_detail_id"), people);
  const ethnicity = columnOf(block, "ethnicity_ids") as ArrayValues;
  const ids = (ethnicity.elements as NumberValues).values;
  tally.add(
    "ethnicity",
    10,
    derive((i) => (people[i] ? ids[ethnicity.offsets[i]!]! : 0)),
    people,
  );
  tally.add(
    "second ethnicity",
    2,
    derive((i) => (ethnicity.offsets[i + 1]! - ethnicity.offsets[i]! > 1 ? 1 : 0)),
    people,
  );
  tally.add("site", 19, numbers("site_name_id"));
  tally.add("country", COUNTRIES.length + 1, numbers("location_id"));
  tally.add("face", 2, face!);
  tally.add("face of people", 2, face!, people);
  tally.add("body", 2, body!);
  tally.add("body with face", 2, body!, face);
  tally.add("body of people without face", 2, body!, both(people, not(face!)));
  tally.add("feet", 2, numbers("has_feet"), body);
  tally.add("hands with body", 2, hands!, body);
  tally.add("hands without body", 2, hands!, both(people, not(body!)));
  tally.add(
    "which hands",
    4,
    derive((i) => left[i]! | (right[i]! << 1)),
    hands,
  );
  tally.add("small", 2, small!, face);
  tally.add("distant", 2, numbers("is_face_distant"), small);
  tally.add("no landmarks", 2, numbers("is_face_no_lms"), both(face!, not(small!)));
  tally.add("no landmarks, small", 2, numbers("is_face_no_lms"), small);
  const counts = numbers("detection_count");
  const needs = { body: body!, hands: hands!, face: face!, detections: counts, nothing: undefined };
  for (const { column, clusters, needs: need } of d.CLUSTERS) {
    const { values, nulls } = columnOf(block, column) as NumberValues;
    tally.add(`${column} NULL`, 2, nulls!, needs[need]);
    tally.add(column, clusters + 1, values, not(nulls!));
  }
  const looks = { faces: face!, "no faces": not(face!), people };
  for (const { id, looksAt } of d.SCORED_MODELS) {
    tally.add(`${id} NULL`, 2, (columnOf(block, id) as NumberValues).nulls!, looks[looksAt]);
  }
  const [width, height] = [numbers("width"), numbers("height")];
  tally.add(
    "size",
    d.SIZES.length,
    derive((i) => sizeNumber[width[i]! * 4096 + height[i]!]!),
  );
  const topics = numbers("topic_id_1");
  tally.add(
    "topic",
    2,
    derive((i) => (topics[i] ? 1 : 0)),
  );
  const [dupe, image] = [numbers("is_dupe_of"), numbers("image_id")];
  const duplicate = derive((i) => (dupe[i] ? 1 : 0));
  tally.add("duplicate", 2, duplicate);
  tally.add(
    "near duplicate",
    2,
    derive((i) => (image[i]! - dupe[i]! <= 4_096 ? 1 : 0)),
    duplicate,
  );
  const { offsets } = columnOf(block, "site_image_id") as ArrayValues;
  tally.add(
    "digits",
    3,
    derive((i) => offsets[i + 1]! - offsets[i]! - 8),
  );
  const classes = columnOf(block, "detection_classes") as ArrayValues;
  const classIds = (classes.elements as NumberValues).values;
  const seen = derive((i) => face![i]! | body![i]!);
  const found = derive((i) => classes.offsets[i + 1]! - classes.offsets[i]!);
  const person = derive((i) => (found[i]! > 0 && classIds[classes.offsets[i]!] === d.PERSON_CLASS ? 1 : 0));
  const top = numbers("detection_top_class_id");
  tally.add("person unseen", 2, person, both(people, not(seen)));
  tally.add(
    "other classes",
    6,
    derive((i) => found[i]! - person[i]!),
  );
  tally.add(
    "person on top",
    2,
    derive((i) => (top[i] === d.PERSON_CLASS ? 1 : 0)),
    both(
      person,
      derive((i) => (found[i]! > 1 ? 1 : 0)),
    ),
  );
  const sixteenth = (values: ArrayLike<number>, knots: readonly number[], unit: number): Uint8Array =>
    derive((i) => {
      const value = values[i]! * unit + 0.5 * (unit === 1 ? 0 : 1); // floats back on their grid
      let slot = 15;
      while (slot > 0 && value < knots[slot]!) slot--;
      return slot;
    });
  tally.add("yaw", 16, sixteenth(numbers("face_x"), d.YAW, 1), face);
  tally.add("pitch", 16, sixteenth(numbers("face_y"), d.TILT, 1), face);
  tally.add("roll", 16, sixteenth(numbers("face_z"), d.TILT, 1), face);
  tally.add("topic score", 16, sixteenth(numbers("topic_score_1"), d.TOPIC_SCORE, 10_000), topics);
  const [score2, score3] = [numbers("topic_score_2"), numbers("topic_score_3")];
  tally.add(
    "second topic below 0.20",
    2,
    derive((i) => (score2[i]! < 0.2 ? 1 : 0)),
    topics,
  );
  tally.add(
    "third topic below 0.10",
    2,
    derive((i) => (score3[i]! < 0.1 ? 1 : 0)),
    topics,
  );
  const days = numbers("upload_date");
  const middle = (d.UPLOAD_DAYS[0] + d.UPLOAD_DAYS[1]) / 2;
  tally.add(
    "early upload",
    2,
    derive((i) => (days[i]! < middle ? 1 : 0)),
  );
}
