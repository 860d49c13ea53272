import { SENTENCE_VOCABULARIES } from "./kinds/sentence";
import { parseTemplate } from "./kinds/template-parts";
import type { Generator } from "./generator";

/** The names of the vocabularies that a generator uses, and those that stand in it. */
export function vocabulariesOf(generator: Generator): string[] {
  const own = ownVocabularies(generator);
  const inner = Object.values(generator).flatMap(generatorsIn);
  return [...new Set([...own, ...inner.flatMap(vocabulariesOf)])].sort();
}

function ownVocabularies(generator: Generator): readonly string[] {
  switch (generator.kind) {
    case "vocabulary":
      return [generator.name];
    case "sentence":
      return SENTENCE_VOCABULARIES;
    case "template":
      return parseTemplate(generator.text).flatMap((part) => (part.as === "word" ? [part.vocabulary] : []));
    default:
      return [];
  }
}

/** The generators that stand in a part of another: its elements, or its fields. */
function generatorsIn(part: unknown): Generator[] {
  if (typeof part !== "object" || part === null || Array.isArray(part)) return [];
  return "kind" in part && typeof part.kind === "string"
    ? [part as Generator]
    : Object.values(part).flatMap(generatorsIn);
}
