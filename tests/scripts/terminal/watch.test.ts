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
    return { text: pictures[shown++]!, last: false };
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

  it("shows the end of what is higher than the terminal", async () => {
    const high = Array.from({ length: 40 }, (_, i) => `${i}`).join("\n");
    const output = await watched(true, [high, high]);
    expect(output.screen).toEqual([...high.split("\n").slice(-23), ""]);
  });

  it("ends with the last picture", async () => {
    const output = new FakeOutput(true);
    let shown = 0;
    const render = async () => ({ text: `${++shown}`, last: shown === 3 });
    await watch(render, output, 1, pausedClock(), new AbortController().signal);
    expect(output.screen).toEqual(["3", ""]);
  });

  it("ends with the error of what it shows, and at once where it was stopped before", async () => {
    const signal = new AbortController().signal;
    await expect(
      watch(() => Promise.reject(new Error("gone")), new FakeOutput(true), 1, pausedClock(), signal),
    ).rejects.toThrow("gone");
    const output = new FakeOutput(true);
    await watch(async () => ({ text: "x", last: false }), output, 1, pausedClock(), AbortSignal.abort());
    expect(output.text).toBe("");
  });
});
