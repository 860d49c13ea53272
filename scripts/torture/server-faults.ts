import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Fault } from "./fault";

/** The server is killed, cannot be reached, is slow, or has no disk left. */
export const SERVER_FAULTS: readonly Fault[] = [
  {
    name: "server-killed",
    needs: "kill",
    act: async (round) => {
      await round.moment(round.start());
      await round.arena.killServer();
      await pause(round.dice.whole(0, 3_000));
      await round.arena.startServerAgain();
    },
  },
  {
    name: "refused-at-start",
    act: async (round) => {
      await round.arena.proxy.refuse();
      const { code, err } = await round.outcome(round.start());
      await round.arena.proxy.accept();
      if (code !== 1 || !/^Cannot connect/.test(err))
        throw new Error(`without a server the command ended with ${code}: ${err}`);
      round.at = "at the start";
    },
  },
  {
    name: "refused-for-a-while",
    act: async (round) => {
      await round.moment(round.start());
      await round.arena.proxy.refuse();
      await pause(round.dice.whole(100, 5_000));
      await round.arena.proxy.accept();
    },
  },
  ...(
    [
      ["slow", 5_000],
      ["slow-minute", 60_000],
    ] as const
  ).map(([name, time]): Fault => ({
    name,
    ...(time > 10_000 ? { long: true } : {}),
    act: async (round) => {
      const { proxy } = round.arena;
      await round.moment(round.start());
      const longest = round.dice.whole(200, 3_000);
      proxy.rule = () => ({ after: pause(round.dice.whole(100, longest)) });
      await pause(time);
      proxy.reset();
    },
  })),
  {
    name: "disk-full",
    writers: ["olap"],
    needs: "small-disk",
    act: async (round) => {
      const ballast = path.join(round.arena.disk!, "ballast");
      await round.moment(round.start());
      fill(ballast);
      await pause(round.dice.whole(500, 5_000));
      rmSync(ballast);
    },
  },
];

function fill(file: string): void {
  const handle = openSync(file, "w");
  const block = Buffer.alloc(2 ** 20, 1);
  try {
    for (;;) writeSync(handle, block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  } finally {
    closeSync(handle);
  }
}
