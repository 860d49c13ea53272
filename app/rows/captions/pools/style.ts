import type { Pool } from "./pool";

/** What kind of picture it is: nouns that are followed by "of". */
export const style: Pool = [
  { fits: "any", entries: [
    "photo", "color photo", "horizontal shot", "vertical shot", "black and white photo", "low angle view", "high angle view", "side view", "selective focus shot", "sharp photo",
    "stock photo", "lifestyle photo", "vintage style photo", "soft focus photo", "shallow focus shot", "square photo", "panoramic photo", "monochrome photo", "warm-toned photo", "editorial photo",
    "tilted shot", "film-style photo", "high contrast photo", "high key photo", "low key photo", "muted color photo", "pastel-toned photo", "wide angle shot", "grainy film photo",
  ] },
  { fits: "", entries: ["candid shot", "candid photo", "full-length shot", "documentary photo", "wide shot", "snapshot", "natural light photo", "lifestyle shot", "waist-up shot", "medium shot", "spontaneous shot", "unposed photo", "three-quarter length shot"] },
  { fits: "any outdoors", entries: ["outdoor photo", "outdoor shot", "backlit photo", "sunlit photo"] },
  { fits: "any indoors", entries: ["indoor photo", "indoor shot", "window-lit photo"] },
  { fits: "any studio", entries: ["studio shot", "studio photo", "studio image"] },
  { fits: "face", entries: [
    "portrait", "close-up", "close-up portrait", "candid portrait", "front view", "lifestyle portrait", "black and white portrait", "horizontal portrait", "vertical portrait", "color portrait",
    "natural portrait", "waist-up portrait", "half-length portrait", "cinematic portrait", "soft portrait", "tight portrait", "profile portrait", "casual portrait", "classic portrait", "warm portrait",
  ] },
  { fits: "face one", entries: ["headshot", "close-up headshot", "profile view", "character portrait", "profile shot"] },
  { fits: "face many", entries: ["group portrait", "group photo"] },
  { fits: "face studio", entries: ["studio portrait", "studio headshot"] },
  { fits: "face outdoors", entries: ["outdoor portrait"] },
  { fits: "face street", entries: ["street portrait"] },
  { fits: "face teenager-old office", entries: ["business portrait", "corporate portrait"] },
  { fits: "faceless", entries: ["rear view", "view from behind", "back view", "over-the-shoulder view", "cropped shot", "distant view", "faceless portrait", "anonymous portrait", "overhead view", "rear shot", "partial view", "shot from behind", "cropped image", "headless shot"] },
  { fits: "faceless outdoors", entries: ["silhouette", "dark silhouette"] },
  { fits: "none", entries: ["still life", "detail shot", "top view", "close-up", "flat lay", "macro shot", "product-style photo", "artistic shot"] },
];
