import type { Pool } from "./pool";

/** Where it is: the place itself. All of one shoot share it. */
export const location: Pool = [
  { suits: "any home", entries: ["at home", "in a cozy living room", "in a bright living room", "in a sunny bedroom", "in a modern apartment", "in a rustic cottage", "in a city apartment", "in a tidy interior", "in a comfortable home"] },
  { suits: "any kitchen", entries: ["in the kitchen", "in a modern kitchen", "in a large kitchen", "in a bright kitchen", "in a rustic kitchen", "in a country kitchen", "in a spacious kitchen"] },
  { suits: "any office", entries: ["in the office", "in a modern office", "in an open-plan office", "in a meeting room", "at the workplace", "in a coworking space", "in a bright corner office", "in a conference room", "in a startup office", "in an office lobby"] },
  { suits: "any school", entries: ["in a classroom", "at school", "in the school library", "in a school hallway", "in a study room", "in a seminar room", "in an art classroom", "in a science classroom"] },
  { suits: "any cafe", entries: ["in a cafe", "in a neighborhood cafe", "at a street cafe", "in a local restaurant", "at a corner bakery", "in a cozy bistro", "on a restaurant terrace", "in a tea house"] },
  { suits: "any studio", entries: ["in the studio", "in a photography studio", "in a daylight studio", "in a loft studio", "in a minimalist studio", "in a white studio"] },
  { suits: "any gym", entries: ["in the gym", "in a dance studio", "at the sports center", "in a pilates studio", "in a sports hall", "in a bright workout room", "at a health club"] },
  { suits: "any travel", entries: ["at the airport", "at a train station", "in a hotel lobby", "in a departure lounge", "on a train platform", "at a bus terminal", "at a boarding gate", "at a ferry terminal"] },
  { suits: "any street", entries: ["in the city", "on a city street", "in a busy downtown quarter", "on a cobbled street", "in a historic town", "on a narrow side street", "in a market district", "at a town square", "on a pedestrian street", "in an urban neighborhood"] },
  { suits: "any park", entries: ["in the park", "in a city park", "in a public garden", "in the backyard", "in a green garden", "in a botanical garden", "in a shady park", "on a grassy lawn", "in a rose garden"] },
  { suits: "any nature", entries: ["in the forest", "in the mountains", "in a meadow", "by a lake", "in the countryside", "on a hilltop", "in a field of wildflowers", "by a river", "in a pine forest", "in the wilderness", "on a mountain trail", "outdoors"] },
  { suits: "any beach", entries: ["at the beach", "on a sandy beach", "by the sea", "on the shore", "at a tropical beach", "on an empty beach", "at the seaside", "on a pebble beach"] },
  { suits: "any winter", entries: ["in a snowy forest", "in an icy park", "in the snow", "on a snow-covered hill", "in a snowy village", "at a ski resort", "in the snowy mountains", "on a snowy path"] },
];
