import { ByteBuffer } from "../../../../app/rows/byte-buffer";
import { draw, rowState } from "../../../../app/rows/random/mix";
import { appendCaption } from "../../../../app/domains/images/captions/caption";
import type { Picture } from "../../../../app/domains/images/captions/picture";
import { COUNTRIES } from "../../../../app/domains/images/vocabulary/countries";
import { SCENES, sceneFor } from "../../../../app/domains/images/vocabulary/scenes";
import { SITES } from "../../../../app/domains/images/vocabulary/sites";
import { TOPIC_SCENES } from "../../../../app/domains/images/links/declared";

const SCENE_OF_TOPIC = TOPIC_SCENES.map((scene) => SCENES.findIndex(({ name }) => name === scene));

const out = new ByteBuffer(1_024);

/** The caption of a picture by numbers that stand for its author, shoot and take. */
export function captionOf(picture: Picture, author: number, shoot: number, take: number): string {
  out.clear();
  appendCaption(out, picture, draw(rowState(1, 1, author), 0), rowState(2, 2, shoot), rowState(3, 3, take));
  return Buffer.from(out.bytes.subarray(0, out.length)).toString();
}

/** A picture of any kind there can be, by a number; all kinds are about equally often. */
export function anyPicture(number: number): Picture {
  const state = rowState(9, 9, number);
  const below = (n: number, place: number): number => draw(state, place) % n;
  const people = below(8, 0) === 0 ? 0 : 1 + below(3, 1);
  const age = people && 1 + below(6, 2);
  const topic = below(8, 3) === 0 ? -1 : below(64, 4);
  const wanted = topic < 0 || below(4, 5) === 0 ? below(SCENES.length, 6) : SCENE_OF_TOPIC[topic]!;
  const body = people && below(3, 7);
  return {
    people,
    gender: people && 1 + below(3, 8),
    age,
    ethnicity: people && below(10, 9),
    face: people && below(2, 10),
    hands: people && below(3, 11),
    body,
    feet: body === 1 ? 1 + below(2, 12) : body,
    scene: sceneFor(wanted, age),
    topic,
    country: below(COUNTRIES.length + 1, 13),
    day: 17_713 + below(2_922, 14),
    site: below(SITES.length, 15),
  };
}

export interface Sample {
  readonly picture: Picture;
  readonly caption: string;
}

/** One caption each of so many pictures. */
export function samples(count: number): Sample[] {
  return Array.from({ length: count }, (_, i) => {
    const picture = anyPicture(i);
    return { picture, caption: captionOf(picture, i >> 2, i, i) };
  });
}

/** The captions that are wrong, with their pictures, at most ten. */
export function offenders(
  all: readonly Sample[],
  wrong: (caption: string, picture: Picture) => boolean,
): string[] {
  return all
    .filter(({ caption, picture }) => wrong(caption, picture))
    .slice(0, 10)
    .map(({ caption, picture }) => `${caption} ${JSON.stringify(picture)}`);
}
