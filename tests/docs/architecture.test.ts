import { ROOMS } from "../../scripts/check/house-rules";
import { firstColumn, pageOf, sectionOf } from "./pages";

const architecture = pageOf("docs/architecture.md");

it("docs/architecture.md lists the rooms in their order", () => {
  const rooms = ROOMS.map((room) => /^(?:app\/)?[^/]+/.exec(room)![0]).filter((room) => room !== "tests");
  const listed = firstColumn(sectionOf(architecture, "Rooms")).map((name) => name.replace(/\/$|\.ts$/, ""));
  expect(listed).toEqual([...new Set(rooms)]);
});

it("docs/architecture.md lists the rooms of scripts in their order", () => {
  const rooms = ROOMS.filter((room) => room.startsWith("scripts/"));
  const order = /^The rooms of `scripts\/`, lowest first: (.*)\.$/m.exec(architecture.text)![1]!;
  expect([...order.matchAll(/`([^`]+)\/`/g)].map(([, name]) => `scripts/${name!}`)).toEqual(rooms);
});
