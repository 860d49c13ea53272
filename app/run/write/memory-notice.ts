import { grouped } from "../../request/whole-number";
import { MEMORY_LIMIT, type MemoryPlan } from "./memory-plan";

/** One line for whoever asked for more than a plan has; `undefined` where it has all. */
export function memoryNotice(
  asked: Pick<MemoryPlan, "threads" | "batchRows">,
  plan: MemoryPlan,
): string | undefined {
  const less: string[] = [];
  if (plan.batchRows < asked.batchRows)
    less.push(
      `batches have ${grouped(plan.batchRows)} rows instead of ${grouped(asked.batchRows)}, since rows of this table are long`,
    );
  if (plan.threads < asked.threads)
    less.push(
      `rows on their way are kept below ${MEMORY_LIMIT / 2 ** 30} GiB: ${plan.threads} ${plan.threads === 1 ? "thread" : "threads"} instead of ${asked.threads}`,
    );
  return less.length === 0 ? undefined : less.join("; ");
}
