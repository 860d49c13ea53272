import type { Pool } from "./pool";

/** What stands around or behind: a backdrop that goes with the scene's places. All of one shoot share it. */
export const setting: Pool = [
  { suits: "any -studio", entries: ["against a blurred background"] },
  { suits: "any home", entries: ["next to a large window", "near a bookshelf", "in front of a fireplace", "beside a wooden shelf", "near a gray sofa", "beside a tall mirror", "surrounded by pillows", "beside a floor lamp", "near white curtains"] },
  { suits: "any kitchen", entries: ["near the stove", "beside a rustic cupboard", "in front of open shelves", "near the sink", "by the kitchen window", "in front of white cabinets", "beside a kitchen island", "surrounded by fresh vegetables"] },
  { suits: "any office", entries: ["in front of a glass wall", "near a whiteboard", "beside a tidy desk", "near a panoramic window", "near a pair of monitors", "beside a conference table", "near a wall of sticky notes", "in front of filing shelves"] },
  { suits: "any school", entries: ["in front of a blackboard", "near tall bookshelves", "beside a world map", "in front of lockers", "near a row of desks", "beside a globe", "surrounded by colorful posters", "in front of a pinboard"] },
  { suits: "any cafe", entries: ["beside a brick wall", "by the front window", "beside a round table", "in front of a tiled wall", "near hanging lamps", "by a wooden bar", "beside potted herbs", "near a pastry counter"] },
  { suits: "any studio", entries: ["against a white background", "against a gray background", "in front of a blue backdrop", "against a yellow wall", "against a pastel pink background", "in front of a textured wall", "against a beige backdrop", "against a black background", "on a seamless backdrop", "against a green wall"] },
  { suits: "any gym", entries: ["near a bench press", "in front of a mirror", "beside rowing machines", "near a row of treadmills", "beside a punching bag", "in front of wall bars", "near a stack of mats", "beside a climbing rope"] },
  { suits: "any travel", entries: ["near the departure board", "beside stacked luggage", "in front of glass doors", "near the ticket counter", "beside an escalator", "near a row of seats", "in front of a tall window", "by the information desk"] },
  { suits: "any street", entries: ["in front of a storefront", "near a crosswalk", "against a brick wall", "in front of modern buildings", "beside a parked bicycle", "near a fountain", "in front of a colorful wall", "by a carved doorway", "near a glass facade", "in front of a graffiti wall"] },
  { suits: "any park", entries: ["near a flower bed", "under tall trees", "beside a pond", "in front of a green hedge", "near a wooden bench", "surrounded by greenery", "beside a garden table", "under a blooming tree", "near a garden gate"] },
  { suits: "any nature", entries: ["surrounded by tall grass", "in front of distant hills", "near a tall oak tree", "beside a mossy rock", "under pine trees", "beside a wooden fence", "near a clear stream", "surrounded by ferns", "in front of a wooden cabin"] },
  { suits: "any beach", entries: ["near the water", "in front of gentle surf", "under palm trees", "beside a striped umbrella", "in front of sand dunes", "near a wooden pier", "beside a rocky shore", "in front of the ocean"] },
  { suits: "any winter", entries: ["near a frozen lake", "under frosted trees", "in front of a log cabin", "beside an icy stream", "surrounded by white drifts", "beside a wooden fence", "near bare branches", "in front of white hills"] },
];
