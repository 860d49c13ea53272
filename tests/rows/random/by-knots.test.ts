import fc from "fast-check";
import { byKnots } from "../../../app/rows/random/integers";
import { draw } from "../../../app/rows/random/mix";
import { spreadKnots } from "../../../app/rows/random/spreads";

/** What is drawn, by its definition: 53 bits of two draws say between which knots, and where. */
function drawnByDefinition(knots: readonly number[], state: number): number {
  const slots = knots.length - 1;
  const at = ((draw(state, 0) * 2 ** 21 + (draw(state, 1) >>> 11)) * slots) / 2 ** 53;
  const slot = Math.min(Math.floor(at), slots - 1);
  const [low, high, last] = [knots[slot]!, knots[slot + 1]!, knots[slots]!];
  const most = last > knots[0]! ? Math.ceil(last) - 1 : last;
  return Math.min(Math.floor(low + (at - slot) * (high - low)), most);
}

const step = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0, max: 3, noNaN: true }),
  fc.integer({ min: 0, max: 2 ** 40 }),
);
/** Rising, of any number, and often of a power of two and one. */
const anyKnots = fc
  .tuple(
    fc.integer({ min: -(2 ** 40), max: 2 ** 40 }),
    fc.oneof(
      ...[1, 2, 4, 8, 64].map((length) => fc.array(step, { minLength: length, maxLength: length })),
      fc.array(step, { minLength: 1, maxLength: 20 }),
    ),
  )
  .map(([first, steps]) => steps.reduce((knots, by) => [...knots, knots.at(-1)! + by], [first]));
const state = fc.oneof(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), fc.maxSafeNat());
const states = fc.array(state, { minLength: 1, maxLength: 50 });

test("integers between knots are those of their definition, however many draws are made for them", () => {
  fc.assert(
    fc.property(anyKnots, states, (knots, of) => {
      const out = new Float64Array(of.length);
      byKnots(Float64Array.from(knots))(Float64Array.from(of), out, of.length);
      expect([...out]).toEqual(of.map((state) => drawnByDefinition(knots, state)));
    }),
    { numRuns: 1_000 },
  );
});

test("so are those of every spread, over narrow ranges and over the widest", () => {
  const spread = fc.constantFrom("normal" as const, "lognormal" as const, "exponential" as const);
  const width = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 2 ** 50 }));
  fc.assert(
    fc.property(
      spread,
      fc.integer({ min: -(2 ** 31), max: 2 ** 31 }),
      width,
      states,
      (shape, min, by, of) => {
        const knots = spreadKnots(shape, min, min + by);
        const out = new Float64Array(of.length);
        byKnots(knots)(Float64Array.from(of), out, of.length);
        expect([...out]).toEqual(of.map((state) => drawnByDefinition([...knots], state)));
      },
    ),
    { numRuns: 500 },
  );
});
