import { ByteBuffer } from "../../../../app/rows/byte-buffer";
import { appendCaption } from "../../../../app/domains/images/captions/caption";
import { draw, rowState } from "../../../../app/rows/random/mix";

/** A kind of main person, as appendCaption takes it. */
export interface Subject {
  readonly people: number;
  readonly gender: number;
  readonly age: number;
  readonly face: boolean;
}

/** All kinds, those that the rows never hold included. */
export const ALL_SUBJECTS: readonly Subject[] = [0, 1, 2, 3].flatMap((people) =>
  [0, 1, 2].flatMap((gender) =>
    [0, 1, 2, 3, 4, 5, 6].flatMap((age) => [false, true].map((face) => ({ people, gender, age, face }))),
  ),
);

const buffer = new ByteBuffer();

export function captionOf({ people, gender, age, face }: Subject, shoot: number, take: number): string {
  buffer.clear();
  appendCaption(buffer, people, gender, age, face, shoot, take);
  return Buffer.from(buffer.bytes.subarray(0, buffer.length)).toString();
}

export const shootState = (id: number) => rowState(101, 102, id);
export const takeState = (id: number) => rowState(201, 202, id);

/** The caption of one picture; neighbouring ids are unrelated. */
export const captionAt = (subject: Subject, id: number) => captionOf(subject, shootState(id), takeState(id));

/** A subject from the natural mix of rows. */
export function naturalSubject(id: number): Subject {
  const state = rowState(301, 302, id);
  const share = (n: number) => draw(state, n) % 100;
  if (share(0) < 1) return { people: 0, gender: 0, age: 0, face: false };
  const ages = [
    [50, 5],
    [75, 4],
    [83, 2],
    [90, 3],
    [95, 1],
    [100, 6],
  ] as const;
  return {
    gender: share(1) < 67 ? 1 : 2,
    age: ages.find(([limit]) => share(2) < limit)![1],
    people: share(3) < 70 ? 1 : share(3) < 88 ? 2 : 3,
    face: share(4) < 60,
  };
}
