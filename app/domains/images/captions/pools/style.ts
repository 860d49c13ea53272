import type { Pool } from "./pool";

/** What kind of picture it is: nouns that are followed by "of". */
export const style: Pool = [
  { suits: "any", entries: [
    "photo", "color photo", "horizontal shot", "vertical shot", "minimal photo", "low angle view", "high angle view", "side view", "selective focus shot", "sharp photo",
    "stock photo", "lifestyle photo", "vintage style photo", "soft focus photo", "shallow focus shot", "square photo", "panoramic photo", "understated photo", "warm-toned photo", "editorial photo",
    "tilted shot", "film-style photo", "high contrast photo", "high key photo", "low key photo", "muted color photo", "bright photo", "wide angle shot", "grainy film photo",
  ] },
  { suits: "", entries: ["candid shot", "candid photo", "full-length shot", "documentary photo", "wide shot", "snapshot", "natural light photo", "lifestyle shot", "waist-up shot", "medium shot", "spontaneous shot", "unposed photo", "three-quarter shot"] },
  { suits: "any outdoors -nature", entries: ["outdoor photo", "outdoor shot", "backlit photo", "sunlit photo"] },
  { suits: "any indoors", entries: ["indoor photo", "indoor shot", "softly lit photo"] },
  { suits: "face", entries: [
    "portrait", "close-up", "close-up portrait", "candid portrait", "eye-level view", "lifestyle portrait", "fine art portrait", "horizontal portrait", "vertical portrait", "color portrait",
    "natural portrait", "waist-up portrait", "half-length portrait", "cinematic portrait", "soft portrait", "tight portrait", "profile portrait", "simple portrait", "classic portrait", "warm portrait",
  ] },
  { suits: "face one", entries: ["single portrait", "tight close-up", "profile view", "character portrait", "profile shot"] },
  { suits: "face outdoors -nature", entries: ["outdoor portrait"] },
  { suits: "face street", entries: ["street portrait"] },
  { suits: "face teenager-old office", entries: ["business portrait", "corporate portrait"] },
  { suits: "faceless", entries: ["rear view", "view from behind", "back view", "over-the-shoulder view", "cropped shot", "distant view", "faceless photo", "anonymous photo", "overhead view", "rear shot", "partial view", "shot from behind", "cropped image"] },
  { suits: "faceless outdoors", entries: ["silhouette", "dark silhouette"] },
  { suits: "none", entries: ["still life", "detail shot", "top view", "close-up", "flat lay", "macro shot", "product-style photo", "artistic shot"] },
];
