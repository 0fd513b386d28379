import type * as engine from './engine.ts';

/**
 * Every table of the service, by its name in queries. Each room's `table.ts` adds its own to this interface, so that
 * whoever reads or writes tables needs only this file and no room; the tables themselves are put together in
 * `src/tables.ts`, where the service starts.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the rooms fill it.
export interface TableRegistry {}

export type Tables = { [Name in keyof TableRegistry]: TableRegistry[Name] };

export type Engine = engine.Engine<Tables>;
export type Handle = engine.Handle<Tables>;
export type Tx = engine.Tx<Tables>;
/** What an action needs that makes its own transactions. */
export type ReadWrite = Pick<Engine, 'read' | 'write'>;
