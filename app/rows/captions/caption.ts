import type { ByteBuffer } from "../byte-buffer";
import { draw } from "../random/mix";

export { appendSlug } from "./slug";

/** Moves whenever the same draws give another caption. */
export const CAPTION_VERSION = 1;

const encode = (texts: string[]) => texts.map((text) => new TextEncoder().encode(text));

const WHO = [["person", "woman", "man"], ["baby", "baby girl", "baby boy"], ["child", "little girl", "little boy"]];
const AGE = ["", "", "", "teenage ", "young ", "", "elderly "];
const persons = AGE.map((age, a) => encode(WHO[a === 1 || a === 2 ? a : 0]!.map((who) => age + who)));
const company = encode(["", "", " and a friend", " with a group of friends"]);
const faceless = encode(["Rear view of ", "Silhouette of ", "View from behind of "]);
const faces = encode(["Portrait of ", "Close-up of ", "Candid photo of "]);
const scenes = encode(["Quiet scene", "Still life", "Soft light"]);
const actions = encode([" relaxing", " resting", " enjoying free time", " spending time"]);
const locations = encode([" at home", " in a park", " in a bright room", " by the sea"]);
const times = encode([" in the morning", " during the day", " in the late afternoon", " on a quiet weekend"]);

const pick = (from: Uint8Array[], state: number, n: number) => from[Math.imul(draw(state, n) >>> 8, from.length) >>> 24]!;

/** Appends one caption. */
export function appendCaption(
  out: ByteBuffer,
  people: number,
  gender: number,
  age: number,
  face: boolean,
  shoot: number,
  take: number,
): void {
  if (people === 0) out.appendBytes(pick(scenes, take, 0));
  else {
    out.appendBytes(pick(face ? faces : faceless, take, 0));
    out.appendBytes(persons[age]![gender]!);
    out.appendBytes(company[people]!);
    out.appendBytes(pick(actions, take, 1));
  }
  out.appendBytes(pick(locations, shoot, 0));
  out.appendBytes(pick(times, shoot, 1));
}
