import { MEMORY_LIMIT, type MemoryPlan } from "./memory-plan";

/** One line for whoever asked for more than a plan has; `undefined` where it has all. */
export function memoryNotice(
  asked: Pick<MemoryPlan, "threads" | "batchRows">,
  plan: MemoryPlan,
): string | undefined {
  const [batch, limit] = [plan.batchRows.toLocaleString("en"), `${MEMORY_LIMIT / 2 ** 30} GiB`];
  if (plan.batchRows < asked.batchRows)
    return `rows on their way are kept below ${limit}: one thread, and ${batch} rows a batch instead of ${asked.batchRows.toLocaleString("en")}, since rows of this table are long`;
  if (plan.threads < asked.threads)
    return `rows on their way are kept below ${limit}: ${plan.threads} ${plan.threads === 1 ? "thread" : "threads"} instead of ${asked.threads}, at ${batch} rows a batch; a smaller batch size has room for more`;
  return undefined;
}
