/** Short lower-case words, for text of which only the type is known. */
// prettier-ignore
export const WORDS = [
  "amber", "anchor", "apple", "autumn", "basket", "beacon", "birch", "blossom", "bridge", "bronze",
  "candle", "canyon", "cedar", "chalk", "cherry", "circle", "cloud", "copper", "cotton", "crystal", "dawn",
  "delta", "desert", "echo", "ember", "falcon", "feather", "fern", "field", "forest", "garden", "glass",
  "granite", "harbor", "hazel", "honey", "island", "ivory", "jasmine", "lagoon", "lantern", "leaf", "lemon",
  "lilac", "linen", "maple", "marble", "meadow", "mirror", "morning", "mountain", "north", "oak", "ocean",
  "olive", "orchid", "paper", "pearl", "pebble", "pepper", "pine", "planet", "plum", "prairie", "quartz",
  "quiet", "rain", "reef", "river", "rose", "saffron", "sage", "shell", "silver", "sky", "snow", "spring",
  "stone", "summer", "sunset", "thunder", "timber", "tulip", "valley", "velvet", "violet", "walnut",
  "water", "willow", "winter",
];
