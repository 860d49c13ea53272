import type { RunRow } from "../../../app/ledger/ledger";
import { unreleased, winnerAmong } from "../../../app/run/claim/holder";

const row = (kind: string, epoch: number, owner: string, at: number, state = "running") =>
  ({ kind, epoch, owner, at, state }) as RunRow;

describe("who holds the table", () => {
  it("is nobody before the first claim", () => {
    expect(unreleased([])).toBeUndefined();
    expect(unreleased([row("beat", 1, "a", 1)])).toBeUndefined();
  });

  it("is the earliest claim of an epoch, then the lowest owner", () => {
    const [late, low, high] = [row("claim", 1, "a", 2), row("claim", 1, "b", 1), row("claim", 1, "c", 1)];
    for (const rows of [
      [late, low, high],
      [high, low, late],
    ])
      expect(winnerAmong(rows, 1)).toBe(low);
    expect(winnerAmong([late], 2)).toBeUndefined();
  });

  it("is the newest epoch's, until its own beat says that it is released", () => {
    const claims = [row("claim", 1, "a", 1), row("claim", 3, "b", 2), row("claim", 2, "c", 9)];
    const beats = [row("beat", 1, "a", 5), row("beat", 3, "other", 6, "released")];
    expect(unreleased([...claims, ...beats])).toEqual({ claim: claims[1], beat: undefined });
    const running = row("beat", 3, "b", 7);
    expect(unreleased([...claims, ...beats, running])).toEqual({ claim: claims[1], beat: running });
    expect(unreleased([...claims, row("beat", 3, "b", 8, "released")])).toBeUndefined();
  });
});
