import { ByteBuffer } from "../../../rows/byte-buffer";
import { stateAt } from "../../../rows/random/counters";
import { draw, wordState } from "../../../rows/random/mix";
import { threshold } from "../../../rows/random/shares";
import type { Factor, Factors } from "../../../rows/factors";
import { captionMaker } from "../captions/caption-maker";
import { CAPTION_VERSION, type Picture } from "../captions/picture";
import { Body, Framing, Limbs } from "./body";
import { Ethnicity } from "./people";
import { Scenes } from "./scenes";
import { ShootAuthor } from "./shoot-author";
import { ShootCountry } from "./shoot-country";
import { ShootDay } from "./shoot-day";
import { ShootPlace } from "./shoot-place";
import { Topics } from "./topics";

/** Takes that would say what their shoot says, were they of the same people. */
const SAME_WORDS = threshold([50, 100]);

/**
 * The captions, by row, as UTF-8: row i is bytes `offsets[i]` (included) to `offsets[i + 1]` (not included).
 */
export class Captions implements Factor {
  readonly buffer: ByteBuffer;
  readonly offsets: Uint32Array;
  /** By row: the first row of its shoot in the block that has the same caption, or the row itself. */
  readonly sameAs: Uint32Array;
  readonly #scenes: Scenes;
  readonly #topics: Topics;
  readonly #ethnicity: Ethnicity;
  readonly #framing: Framing;
  readonly #body: Body;
  readonly #limbs: Limbs;
  readonly #author: ShootAuthor;
  readonly #country: ShootCountry;
  readonly #day: ShootDay;
  readonly #place: ShootPlace;
  readonly #authorBase: number;
  readonly #shootBase: number;
  readonly #takeBase: number;
  /** The shoot at hand, and what its author has drawn. */
  #shoot = -1;
  #shootState = 0;
  #authorDraw = 0;
  /** Of the take at hand. */
  readonly #picture: Picture = {
    people: 0,
    gender: 0,
    age: 0,
    ethnicity: 0,
    face: 0,
    hands: 0,
    body: 0,
    feet: 0,
    scene: 0,
    topic: -1,
    country: 0,
    day: 0,
    site: 0,
  };

  constructor(factors: Factors) {
    this.#scenes = factors.get(Scenes);
    this.#topics = factors.get(Topics);
    this.#ethnicity = factors.get(Ethnicity);
    this.#framing = factors.get(Framing);
    this.#body = factors.get(Body);
    this.#limbs = factors.get(Limbs);
    this.#author = factors.get(ShootAuthor);
    this.#country = factors.get(ShootCountry);
    this.#day = factors.get(ShootDay);
    this.#place = factors.get(ShootPlace);
    this.buffer = new ByteBuffer(factors.capacity * 96);
    this.offsets = new Uint32Array(factors.capacity + 1);
    this.sameAs = new Uint32Array(factors.capacity);
    this.#authorBase = factors.streams.base("caption-author", CAPTION_VERSION);
    this.#shootBase = factors.streams.base("caption-shoot", CAPTION_VERSION);
    this.#takeBase = factors.streams.base("caption", CAPTION_VERSION);
  }

  fill(rows: number): void {
    const { buffer, offsets, sameAs } = this;
    const { takeOf, shootOf } = this.#scenes.people.shoots;
    buffer.clear();
    this.#shoot = -1;
    /** The row that the shoot begins with in this block: its take may come back. */
    let start = 0;
    for (let i = 0; i < rows; i++) {
      const take = takeOf[i]!;
      let same = i;
      if (i > 0 && take === takeOf[i - 1]) same = sameAs[i - 1]!;
      else if (shootOf[i] !== shootOf[start]) start = i;
      else if (take === takeOf[start]) same = start;
      sameAs[i] = same;
      if (same === i) this.#append(i, take);
      else buffer.repeat(offsets[same]!, offsets[same + 1]!);
      offsets[i + 1] = buffer.length;
    }
  }

  /** @param i a row of the take; where the take is framed, all its rows show the same */
  #append(i: number, take: number): void {
    const { shoots, shootOfTake, takes } = this.#scenes.people.shoots;
    const shoot = shootOfTake[take]!;
    if (shoot !== this.#shoot) {
      this.#shoot = shoot;
      this.#shootState = stateAt(this.#shootBase, shoots, shoot);
      this.#authorDraw = draw(wordState(this.#authorBase, this.#author.states[shoot]!), 0) | 0;
    }
    const ofTake = stateAt(this.#takeBase, takes, take);
    const same = draw(ofTake, 2) < SAME_WORDS;
    this.#see(i, take, shoot, same);
    captionMaker()(
      this.buffer,
      this.#picture,
      this.#authorDraw,
      this.#shootState,
      same ? this.#shootState : ofTake,
    );
  }

  /** @param same whether it is to be described as all of its shoot, not as it is framed */
  #see(i: number, take: number, shoot: number, same: boolean): void {
    const { people, gender, age, face } = this.#scenes.people;
    const { first, second } = this.#ethnicity;
    const framed = !same && this.#framing.framed[take] === 1;
    const seen = (flags: Uint8Array): number => (framed ? 2 - flags[i]! : 0);
    const picture = this.#picture;
    picture.people = people[take]!;
    picture.gender = gender[take]!;
    picture.age = age[take]!;
    picture.ethnicity = second[take] === 0 ? first[take]! : 0;
    picture.face = face[take]!;
    picture.hands = seen(this.#body.hands);
    picture.body = seen(this.#body.body);
    picture.feet = seen(this.#limbs.feet);
    picture.scene = this.#scenes.values[take]!;
    picture.topic = this.#topics.counts[take] === 0 ? -1 : this.#topics.topics[0][take]!;
    picture.country = this.#country.values[shoot]!;
    picture.day = this.#day.values[shoot]!;
    picture.site = this.#place.sites[shoot]!;
  }
}
