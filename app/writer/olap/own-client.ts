import type { OlapTable } from "@514labs/moose-lib";

/**
 * The same table with a client of its own, so that closing it disturbs nobody, and with the client's errors thrown as
 * they are: Moose would keep only their message, without ClickHouse's error code.
 */
export function withOwnClient(table: OlapTable<any>): OlapTable<any> {
  return Object.create(table, {
    _memoizedClient: { value: undefined, writable: true },
    _configHash: { value: undefined, writable: true },
    handleInsertionError: {
      value: (error: unknown) => {
        throw error;
      },
    },
  }) as OlapTable<any>;
}
