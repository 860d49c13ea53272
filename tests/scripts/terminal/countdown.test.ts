import { countdown } from "../../../scripts/terminal/countdown";
import { FakeOutput } from "../../support/fake-output";

describe("countdown", () => {
  it("counts down in place and leaves nothing behind", async () => {
    const output = new FakeOutput(true);
    expect(await countdown(1, output, new AbortController().signal)).toBe(true);
    expect(output.text).toMatch(/Starting in 1 s; Ctrl\+C/);
    expect(output.screen).toEqual([""]);
  });

  it("ends at once when it is called off", async () => {
    const output = new FakeOutput(true);
    const controller = new AbortController();
    const ended = countdown(1_000_000, output, controller.signal);
    controller.abort();
    expect(await ended).toBe(false);
    expect(output.screen).toEqual(["Nothing was started.", ""]);
    expect(await countdown(5, new FakeOutput(true), AbortSignal.abort())).toBe(false);
  });
});
