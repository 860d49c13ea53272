import type { Pool } from "./pool";

/** Moods: adjectives that can stand before a noun as well as after it. */
export const emotion: Pool = [
  { suits: "", entries: ["(a) relaxed", "(a) calm", "(a) playful", "(a) lively", "(a) curious", "(an) energetic", "(a) peaceful", "(a) carefree"] },
  { suits: "child-old", entries: ["(a) busy", "(a) focused", "(an) attentive", "(an) active", "(an) independent", "(a) mellow", "(an) adventurous", "(an) eager"] },
  { suits: "faceless child-old", entries: ["(a) pensive", "(a) composed", "(a) solitary", "(a) tranquil", "(an) unhurried", "(a) mysterious"] },
  { suits: "face", entries: ["(a) happy", "(a) cheerful", "(a) joyful", "(a) delighted", "(an) excited", "(a) surprised", "(a) content", "(a) smiling", "(a) sleepy", "(an) amazed", "(a) beaming"] },
  { suits: "face child-old", entries: [
    "(a) confident", "(a) thoughtful", "(a) proud", "(a) serious", "(an) optimistic", "(a) friendly", "(a) positive", "(a) satisfied", "(a) pleased", "(an) enthusiastic",
    "(an) intrigued", "(a) dreamy", "(an) inspired", "(a) hopeful", "(a) contented", "(a) determined", "(an) amused", "(a) radiant", "(a) laughing", "(a) grateful",
    "(a) blissful", "(a) sympathetic", "(a) charmed", "(an) unconcerned", "(an) astonished", "(a) shy", "(a) bored", "(a) tired", "(a) puzzled", "(a) worried",
    "(a) sad", "(an) upset", "(a) doubtful", "(a) nervous", "(an) impatient", "(a) wistful", "(a) fascinated", "(a) moved", "(a) warm-hearted", "(a) gentle",
  ] },
  { suits: "face teenager-old", entries: [
    "(a) self-assured", "(an) assertive", "(an) elegant", "(an) ambitious", "(a) reflective", "(a) skeptical", "(a) stressed", "(a) frustrated", "(a) successful", "(an) exhausted",
    "(a) motivated", "(a) nostalgic", "(a) melancholic", "(an) approachable", "(a) dignified", "(an) empowered",
  ] },
  { suits: "none", entries: ["(a) peaceful", "(an) airy", "(an) inviting", "(a) serene", "(a) cozy", "(a) colorful", "(a) tranquil", "(a) cheerful", "(a) minimalist", "(a) dreamy"] },
];
