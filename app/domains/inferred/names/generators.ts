import type { Generator, Scalar, Spread } from "../../spec/generator";

/** Short forms in which the tables of this folder are written. */

/** One of the values, by its weight. */
export function weighted(weights: Readonly<Record<string, number>>): Generator {
  return { kind: "choice", values: Object.keys(weights), weights: Object.values(weights) };
}

/** One of the values, the first the most often. */
export function mostly(...values: readonly Scalar[]): Generator {
  return { kind: "choice", values, skew: { zipf: 1 } };
}

/** Whole numbers, both included. */
export function whole(min: number, max: number, spread?: Spread): Generator {
  return { kind: "number", min, max, ...(spread && { spread }) };
}

/** Numbers with so many decimals, both included. */
export function decimal(min: number, max: number, scale: number, spread?: Spread): Generator {
  return { kind: "number", min, max, scale, ...(spread && { spread }) };
}

export const words = (name: string): Generator => ({ kind: "vocabulary", name });

export const template = (text: string): Generator => ({ kind: "template", text });

/** So many words, both included. */
export const sentence = (min: number, max: number): Generator => ({ kind: "sentence", min, max });

export const flag = (share: number): Generator => ({ kind: "boolean", share });

export function identifier(
  form: "hex" | "digits" | "alphanumeric",
  length: number,
  prefix?: string,
): Generator {
  return { kind: "identifier", form, length, ...(prefix !== undefined && { prefix }) };
}

export const UUID: Generator = { kind: "identifier", form: "uuid" };

/** Days or seconds, as the column has them; both included. */
export function between(from: string, to: string): Generator {
  return { kind: "time", from, to };
}
