import type { Pool } from "./pool";

/** How somebody stands, sits or lies; without people, how things lie there. */
export const pose: Pool = [
  { fits: "child-old", entries: ["standing", "sitting", "sitting comfortably", "standing upright", "sitting side-on", "standing tall", "crouching down", "sitting cross-legged", "standing barefoot"] },
  { fits: "one child-old", entries: ["standing arms crossed", "standing hands in pockets", "sitting hands in lap", "standing hands on hips", "standing one hand raised", "hugging {their} knees", "leaning against a wall"] },
  { fits: "one face child-old", entries: [
    "resting {their} chin on hand", "looking over {their} shoulder", "touching {their} face", "tilting {their} head", "raising {their} eyebrows", "facing the camera",
    "looking straight at camera", "turning toward the camera", "looking down", "looking out of frame", "posing in profile", "leaning toward the camera",
    "running a hand through {their} hair", "looking sideways", "looking up", "resting {their} head on one hand", "peeking into the frame", "framing {their} face in {their} hands",
  ] },
  { fits: "many face", entries: ["facing the camera", "posing side by side", "looking at each other", "looking in the same direction", "posing for a photo", "leaning in close"] },
  { fits: "many child-old", entries: ["standing in a row", "sitting close together", "standing shoulder to shoulder", "gathered around", "sitting next to each other", "standing close together", "linking arms"] },
  { fits: "many baby", entries: ["cuddling up", "sitting close together", "huddled together", "snuggling", "sitting on the floor together"] },
  { fits: "faceless", entries: ["seen from behind", "facing away from camera", "shown from the neck down"] },
  { fits: "one faceless child-old", entries: ["turning {their} back to camera", "hiding {their} face", "standing back to the camera", "looking the other way", "seen from a distance", "shown from the waist down"] },
  { fits: "many faceless child-old", entries: ["standing backs to the camera", "looking the other way", "seen from a distance", "sitting backs to camera"] },
  { fits: "child-old home", entries: ["sitting on the floor", "curled up on the couch", "sprawled on the rug", "kneeling on the carpet", "lying on the floor"] },
  { fits: "one child-old home cafe travel", entries: ["sitting in an armchair", "leaning on a cushion"] },
  { fits: "child-old kitchen cafe", entries: ["standing at the counter", "perched on a bar stool", "leaning on the counter"] },
  { fits: "one child-old office school", entries: ["sitting at the desk", "leaning over the desk", "sitting back in a chair"] },
  { fits: "many child-old office school", entries: ["gathered around a desk", "sitting around a table"] },
  { fits: "child-old studio", entries: ["sitting on a stool", "leaning on a cube", "kneeling on the studio floor", "jumping in midair"] },
  { fits: "teenager-old gym", entries: ["stretching {their} arms", "sitting on a mat", "holding a plank", "kneeling on a yoga mat", "standing in a lunge"] },
  { fits: "child-old travel street park", entries: ["sitting on a bench", "leaning on a railing", "standing at the corner"] },
  { fits: "child-old street", entries: ["sitting on the steps", "leaning on a lamppost"] },
  { fits: "child-old park nature", entries: ["lying on the grass", "sitting under a tree", "leaning against a tree", "sitting on a fallen log"] },
  { fits: "child-old beach", entries: ["lying on a towel", "sitting on the sand", "standing ankle-deep in water", "kneeling in the sand"] },
  { fits: "child-old winter", entries: ["standing knee-deep in snow", "kneeling in the snow", "sitting on a sled"] },
  { fits: "child-old outdoors", entries: ["stretching {their} arms wide", "sitting on a low wall"] },
  { fits: "one baby", entries: ["sitting up", "lying on {their} tummy", "kneeling", "sitting on a blanket", "reaching out with both hands", "lying on a soft blanket", "sitting in a stroller"] },
  { fits: "one baby face", entries: ["looking up", "facing the camera", "peeking over a blanket", "tilting {their} head"] },
  { fits: "none", entries: ["neatly arranged", "seen from above", "shown in close-up", "in sharp focus", "in soft focus", "ready for use", "on display", "left behind"] },
];
