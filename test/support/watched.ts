import type { Handle } from '../../src/platform/engine/tables.ts';

/** The handle, and what is asked of it, by the names of the queries. */
export function watched(handle: Handle): { handle: Handle; names: string[] } {
  const names: string[] = [];
  return {
    names,
    handle: {
      ...handle,
      query: (name, build, values) => {
        names.push(name);
        return handle.query(name, build, values);
      },
    },
  };
}
