import { ROOMS } from "../../scripts/check/house-rules";
import { firstColumn, pageOf, sectionOf } from "./pages";

const architecture = pageOf("docs/architecture.md");

it("docs/architecture.md lists the rooms in their order", () => {
  const rooms = ROOMS.map((room) => /^(?:app\/)?[^/]+/.exec(room)![0]).filter((room) => room !== "tests");
  const listed = firstColumn(sectionOf(architecture, "Rooms")).map((name) => name.replace(/\/$|\.ts$/, ""));
  expect(listed).toEqual([...new Set(rooms)]);
});

it.each(["app/run", "scripts"])("docs/architecture.md lists the rooms of %s in their order", (outer) => {
  const rooms = ROOMS.filter((room) => room.startsWith(`${outer}/`) && room !== "app/run/run-event");
  const [, order] = new RegExp(`The rooms of \`${outer}/\`, lowest first: (.*?)\\.`).exec(architecture.text)!;
  expect([...order!.matchAll(/`([^`]+)\/`/g)].map(([, name]) => `${outer}/${name!}`)).toEqual(rooms);
});
