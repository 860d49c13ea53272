import type { Source } from "../../../rows/values/source";

/** NULL where one of several columns is: `nulls` is absent where none of them ever is. */
export function anyNull(
  sources: readonly Source[],
  capacity: number,
): { readonly nulls: Uint8Array | undefined; mark(count: number): void } {
  const all = sources.flatMap((source) => source.nulls ?? []);
  if (all.length === 0) return { nulls: undefined, mark() {} };
  const nulls = new Uint8Array(capacity);
  return {
    nulls,
    mark: (count) => {
      nulls.fill(0, 0, count);
      for (const some of all) for (let i = 0; i < count; i++) nulls[i]! |= some[i]!;
    },
  };
}
