import { systemClock } from "../../../app/run/claim/clock";
import { countdown } from "../../../scripts/terminal/countdown";
import { FakeOutput } from "../../support/fake-output";
import { pausedClock } from "../../support/paused-clock";

describe("countdown", () => {
  it("counts down in place and leaves nothing behind", async () => {
    const output = new FakeOutput(true);
    const clock = pausedClock();
    expect(await countdown(3, output, clock, new AbortController().signal)).toBe(true);
    expect(output.text).toMatch(/Starting in 3 s; Ctrl\+C[^]*Starting in 2 s[^]*Starting in 1 s/);
    expect(clock.pauses).toEqual([1_000, 1_000, 1_000]);
    expect(output.screen).toEqual([""]);
  });

  it("ends at once when it is called off", async () => {
    const output = new FakeOutput(true);
    const controller = new AbortController();
    const ended = countdown(1_000_000, output, systemClock, controller.signal);
    controller.abort();
    expect(await ended).toBe(false);
    expect(output.screen).toEqual(["Nothing was started.", ""]);
    expect(await countdown(5, new FakeOutput(true), pausedClock(), AbortSignal.abort())).toBe(false);
  });
});
