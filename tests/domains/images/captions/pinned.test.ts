import { CAPTION_VERSION } from "../../../../app/domains/images/captions/caption";
import { ALL_SUBJECTS, captionAt } from "./subjects";

/** Whoever changes these raises CAPTION_VERSION: rows made before would no longer be made the same. */
test("captions of version 1", () => {
  expect(CAPTION_VERSION).toBe(1);
  const captions = [0, 61, 72, 74, 77, 79, 80, 81, 111, 137, 167].map((s) => captionAt(ALL_SUBJECTS[s]!, s));
  expect(captions).toEqual([
    "A map in front of distant hills on a quiet Sunday with soft shadows",
    "Five-year-old girl wearing round glasses leaning toward the camera in a photography studio at the end of the week",
    "Medium shot of toddler boy crawling on the carpet in front of a fireplace",
    "A child seen from behind solving a math problem in a classroom",
    "A sympathetic teen leaning to one side in a snowy forest",
    "A young man sipping a mug of coffee in the city",
    "Adult man in dark clothes standing hands on hips in a tidy interior shortly before noon",
    "Traveler wearing a plain t-shirt tilting his head at the beach on a hot summer day",
    "A senior woman and a partner browsing through a paperback in a tidy interior",
    "Close-up of group of friends delighted showing travel guide in a meadow",
    "Man and friends in matching outfits leaning on the counter in a local restaurant on a Thursday morning",
  ]);
});
