import { mostly, template } from "./generators";
import type { NameRule } from "./name-rule";
import type { Generator } from "../../spec/generator";

const oneOf = (...values: string[]): Generator => ({ kind: "choice", values });

/** Texts of subjects whose words people know. */
export const TEXTS: readonly NameRule[] = [
  {
    names: ["*review", "*review text", "*feedback", "*review body"],
    text: oneOf(
      "Does what it says. Would buy again.",
      "Arrived on time and well packed.",
      "Good quality for the price.",
      "Smaller than I expected, but it works.",
      "Broke after two weeks.",
      "Exactly as pictured.",
      "The colour is a bit different from the photo.",
      "Great value, my second one.",
      "Instructions could be better.",
      "Customer service was quick and friendly.",
      "Not worth the money.",
      "Fits perfectly.",
    ),
  },
  {
    names: ["*note", "*notes", "*comment", "*comments", "*remarks", "*memo"],
    text: oneOf(
      "called back, no answer",
      "follow up next week",
      "checked, all fine",
      "customer prefers e-mail",
      "waiting for approval",
      "duplicate of an earlier entry",
      "address confirmed by phone",
      "left a message",
      "moved to the next quarter",
      "see attached file",
    ),
  },
  {
    names: ["*description"],
    tables: ["product", "item", "listing", "article", "catalog"],
    text: template("{productQuality} {productKind|lower} made of {productMaterial|lower}, in {color}."),
  },
  { names: ["*title"], tables: ["book", "library", "loan"], text: { kind: "vocabulary", name: "bookTitle" } },
  { names: ["*song", "*track", "*song title", "*track name"], text: { kind: "vocabulary", name: "song" } },
  { names: ["*artist", "*artist name", "*band"], text: { kind: "vocabulary", name: "artist" } },
  { names: ["*genre"], text: { kind: "vocabulary", name: "genre" } },
  { names: ["*airline", "*airline name"], text: { kind: "vocabulary", name: "airline" } },
  {
    names: ["*airport", "*origin airport", "*destination airport", "*origin", "*destination"],
    tables: ["flight", "airline", "booking"],
    text: { kind: "vocabulary", name: "airportCode" },
  },
  { names: ["*vehicle", "*vehicle model", "*car model"], text: { kind: "vocabulary", name: "vehicle" } },
  { names: ["*make", "*car make"], text: { kind: "vocabulary", name: "manufacturer" } },
  {
    names: ["*unit"],
    tables: ["product", "item", "inventory", "stock", "order"],
    text: mostly("piece", "box", "kg", "pack", "pair"),
  },
];
