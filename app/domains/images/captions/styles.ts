import { WeightedChoice } from "../../../rows/random/shares";
import { SITES } from "../vocabulary/sites";

/** The symbols of the registers (`registers.ts`). */
export const REGISTERS = ["plain", "sentence", "keyword", "agency", "title"] as const;

/** Out of 100. */
type Weights = readonly [plain: number, sentence: number, keyword: number, agency: number, title: number];

const ANYWHERE: Weights = [35, 21, 25, 7, 12];
const BY_SITE: Readonly<Record<string, Weights>> = {
  getty: [34, 25, 25, 8, 8],
  shutterstock: [40, 18, 26, 9, 7],
  alamy: [34, 20, 10, 26, 10],
  unsplash: [44, 20, 6, 2, 28],
  pexels: [44, 16, 10, 2, 28],
};

/** How many different places a register's weight is spread over. */
const SLOTS = 256;
/** By site and slot, the number of a register. */
const BY_SLOT = Uint8Array.from(
  SITES.flatMap(({ name }) => {
    const choice = new WeightedChoice(BY_SITE[name] ?? ANYWHERE);
    return Array.from({ length: SLOTS }, (_, slot) => choice.pick(slot * 2 ** 24));
  }),
);

/** The number of a register in {@link REGISTERS}. */
export function registerOf(site: number, u: number): number {
  return BY_SLOT[site * SLOTS + (u >>> 24)]!;
}
/** Of 256 captions of an author: those in the register that is the author's own. */
export const OWN_REGISTER = 150;
/** Of 256 authors: those who begin with a small letter. */
export const SMALL_LETTERS = 14;
