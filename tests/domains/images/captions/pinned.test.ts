import { CAPTION_VERSION } from "../../../../app/domains/images/captions/picture";
import { anyPicture, captionOf } from "./pictures";

/** Whoever changes these raises CAPTION_VERSION: rows made before would no longer be made the same. */
test("captions of version 2", () => {
  expect(CAPTION_VERSION).toBe(2);
  const captions = [0, 61, 72, 74, 77, 79, 80, 81, 111, 137, 167].map((i) =>
    captionOf(anyPicture(i), i, i, i),
  );
  expect(captions).toEqual([
    "A toddler watching the water on a wooden jetty.",
    "Sequins, a T-shirt and clutch bag in editorial light.",
    "Happy coffee shop owners steaming milk at a corner cafe. Espresso and startup concept.",
    "Glue, literacy and group of people in first grade for child development, early education or the alphabet.",
    "Shot of engineers mixing mortar at the building yard.",
    "Rear view of a stylish botanist lying among lilacs in a flower garden",
    "Lifestyle, domestic life and active siblings looking out of the window in the living room",
    "Blue-eyed little child learning to walk in the park",
    "Housekeeping, hotel stay and modern teenagers ordering room service at the Darvale Resort",
    "Killarney, Ireland - July 10, 2019: Surgeons explaining a diagnosis in the doctor's office",
    "Energetic Polynesian Farm Workers Spraying Crops In A Greenhouse",
  ]);
});
