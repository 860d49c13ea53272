import { getTables, getWorkflows, LifeCycle, OlapTable } from "@514labs/moose-lib";
import { dataFaker } from "../app/plugin";

const declare = (name: string) => new OlapTable<{ image_id: number }>(name, { orderByFields: ["image_id"] });

describe("dataFaker", () => {
  it("declares no workflow outside of moose dev unless it is told to", () => {
    const faker = dataFaker({ table: declare("outside") });
    expect([faker.fakeImages, faker.workImages, faker.refillImages]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([...getWorkflows().keys()]).toEqual([]);
    dataFaker({ table: declare("images_analytical"), register: "always" });
    expect([...getWorkflows().keys()].sort()).toEqual(["fake-images", "refill-images", "work-images"]);
  });

  it("keeps the fakers of one project apart by their tables, with one ledger or several", () => {
    const second = dataFaker({ table: declare("old_photos"), register: "always", refill: false });
    const third = dataFaker({
      table: declare("drawings"),
      register: "always",
      name: "art",
      stateTables: "art_faker",
    });
    expect([second.fakeImages!.name, third.fakeImages!.name, third.refillImages!.name]).toEqual([
      "fake-old-photos",
      "fake-art",
      "refill-art",
    ]);
    expect(getWorkflows().has("fake-all")).toBe(true);
    expect(second.runs).toBe(getTables().get("data_faker_runs"));
    expect([third.runs.name, third.steps.name]).toEqual(["art_faker_runs", "art_faker_steps"]);
    for (const { runs, steps } of [second, third]) {
      for (const state of [runs, steps]) expect(state.config.lifeCycle).toBe(LifeCycle.DELETION_PROTECTED);
    }
    expect(() => dataFaker({ table: declare("more_art"), register: "always", name: "art" })).toThrow(
      /name: expected a name that no other call/,
    );
  });
});
