import { EnvironmentFailure } from "../../../app/errors";
import type { Ledger } from "../../../app/ledger/ledger";
import type { NewStepRow } from "../../../app/ledger/step-row";
import { Retries } from "../../../app/run/write/retries";
import { StepLog } from "../../../app/run/write/step-log";

describe("StepLog", () => {
  it("announces nothing once the claim is lost, and keeps what is to be recorded", async () => {
    const added: NewStepRow[] = [];
    const ledger = { addSteps: async (rows: NewStepRow[]) => void added.push(...rows) } as unknown as Ledger;
    const never = new AbortController().signal;
    const retries = new Retries({
      clock: { pause: async () => {} },
      random: () => 0,
      emit: () => {},
      stop: never,
      lost: never,
    });
    let held = false;
    const commit = async () => {
      if (!held) throw new EnvironmentFailure("claim-lost", "taken over");
    };
    const log = new StepLog(ledger, "run", 3, retries, commit);
    log.finish({ first: 1, rows: 10 }, 1, 7n, 0.1);
    await expect(log.tick([{ first: 11, rows: 10 }])).rejects.toThrow("taken over");
    expect(added).toEqual([]);
    held = true;
    await log.tick([]);
    expect(added).toMatchObject([{ first_row: 1, state: "written", revision: 3 * 2 ** 24 + 2 }]);
  });
});
