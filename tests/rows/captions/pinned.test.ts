import { CAPTION_VERSION } from "../../../app/rows/captions/caption";
import { ALL_SUBJECTS, captionAt } from "./subjects";

/** Whoever changes these raises CAPTION_VERSION: rows made before would no longer be made the same. */
test("captions of version 1", () => {
  expect(CAPTION_VERSION).toBe(1);
  const captions = [0, 61, 72, 74, 77, 79, 80, 81, 111, 137, 167].map((s) => captionAt(ALL_SUBJECTS[s]!, 42));
  expect(captions).toEqual([
    "Wide angle shot of a rolling suitcase in a market district in spring",
    "A preschooler waiting with a rolling suitcase in a market district",
    "A toddler sitting next to a dog in a botanical garden",
    "A preschooler waiting with a rolling suitcase in a market district",
    "A teen waiting with a rolling suitcase in a market district",
    "A trendy young man waiting with a rolling suitcase in a market district",
    "A man in his thirties waiting with a rolling suitcase in a market district",
    "A man in his thirties waiting with a rolling suitcase in a market district",
    "A woman and a friend smiling at camera in a market district in spring",
    "A group of friends smiling at camera in a market district in spring",
    "A circle of friends smiling at camera in a market district in spring",
  ]);
});
