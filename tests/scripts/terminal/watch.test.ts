import { watch } from "../../../scripts/terminal/watch";
import { FakeOutput } from "../../support/fake-output";
import { pausedClock } from "../../support/paused-clock";

/** Watches through the given pictures, then aborts. */
async function watched(isTTY: boolean, pictures: string[]): Promise<FakeOutput> {
  const output = new FakeOutput(isTTY);
  const controller = new AbortController();
  let shown = 0;
  const render = async () => {
    if (shown === pictures.length - 1) controller.abort();
    return pictures[shown++]!;
  };
  const clock = pausedClock();
  await watch(render, output, 2, clock, controller.signal);
  expect(shown).toBe(pictures.length);
  expect(clock.pauses).toEqual(pictures.map(() => 2_000));
  return output;
}

describe("watch", () => {
  it("draws in place on a terminal, also when a picture is shorter than the last", async () => {
    const output = await watched(true, ["a\nb\nc", "d", "e\nf"]);
    expect(output.screen).toEqual(["e", "f", ""]);
  });

  it("writes one after another elsewhere", async () => {
    const output = await watched(false, ["a\nb", "c"]);
    expect(output.text).toBe("a\nb\nc\n");
  });

  it("ends with the error of what it shows, and at once where it was stopped before", async () => {
    const signal = new AbortController().signal;
    await expect(
      watch(() => Promise.reject(new Error("gone")), new FakeOutput(true), 1, pausedClock(), signal),
    ).rejects.toThrow("gone");
    const output = new FakeOutput(true);
    await watch(async () => "x", output, 1, pausedClock(), AbortSignal.abort());
    expect(output.text).toBe("");
  });
});
