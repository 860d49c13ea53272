import { InternalError } from "../../errors";
import seedrandom from "seedrandom";
import { streamBase } from "./mix";

/**
 * The 64-bit key of a stream, from `seedrandom` (ARC4).
 * Seed and name are length-prefixed, so that no two triples make the same text; they go in as UTF-8, because
 * seedrandom looks at the low byte of each character only.
 */
export function streamKey(
  seed: string,
  name: string,
  version: number,
): readonly [key0: number, key1: number] {
  const seedBytes = Buffer.from(seed, "utf8").toString("latin1");
  const nameBytes = Buffer.from(name, "utf8").toString("latin1");
  const generator = seedrandom(
    `${seedBytes.length}:${seedBytes},${nameBytes.length}:${nameBytes},${version};`,
  );
  return [generator.int32(), generator.int32()];
}

/**
 * The streams of one seed. Remembers which were asked for: they are the streams that a model's columns use.
 */
export class Streams {
  readonly #bases = new Map<string, number>();
  readonly #versions = new Map<string, number>();

  constructor(readonly seed: string) {}

  /**
   * The base of a stream (see `streamBase`), made once.
   * @throws Error when one name is asked for in two versions: that is a bug
   */
  base(name: string, version: number): number {
    const known = this.#versions.get(name);
    if (known !== undefined && known !== version) {
      throw new InternalError(`stream ${name} is used in versions ${known} and ${version}`);
    }
    let base = this.#bases.get(name);
    if (base === undefined) {
      base = streamBase(...streamKey(this.seed, name, version));
      this.#bases.set(name, base);
      this.#versions.set(name, version);
    }
    return base;
  }

  /** Names and versions of all streams asked for so far, by name. */
  versions(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#versions].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
