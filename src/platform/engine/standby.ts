import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Handle, ReadSnapshots, StandbyFigures } from './engine.ts';
import { howFar, identityOf, type LogPosition } from './log-position.ts';
import { handleOn, handlesOn, readSnapshotsOn, replacingWorn, wearOf } from './postgres-handle.ts';
import { openPostgresPool, openProbe } from './postgres-pool.ts';
import { statementNames } from './prepared.ts';
import { asFailure, EngineBusy } from './refusals.ts';

/** How long a read waits for what this service has acknowledged, and between two looks. */
const WAIT_MAX_MS = 100;
const LOOK_EVERY_MS = 2;
/** How long ago it may have had all that the primary had. */
const LAG_MAX_SECONDS = 10;
/** Reads that may wait for a connection; more go to the primary. */
const WAITING_MAX = 100;

/** What a read has to find there: what this service acknowledged, and what the caller knows to be written. */
export type Needed = { acknowledged: LogPosition; known: LogPosition };

/** What is known of the primary: where it was at some times, the oldest first, and up to where it was acknowledged. */
export type Primary = {
  identity: string | null;
  past: readonly { at: number; position: LogPosition }[];
  acknowledged(): LogPosition;
};

/** A server that copies the primary, as reads see it. */
export type Standby<Tables> = ReadSnapshots<Tables> & {
  readonly url: string;
  /** Fails with `EngineBusy` where the server has not what is needed in time, and with what becomes of queries elsewhere. */
  readonly read: Handle<Tables>;
  /** Fails in the same way. */
  check(): Promise<void>;
  /** Whether it is read from. */
  isIn(): boolean;
  /** How often it was left out: what was read before and after may be of different age. */
  timesOut(): number;
  /** Looks how far it is, and takes it in or leaves it out. */
  probe(primary: Primary): Promise<void>;
  /** Notes that a read was answered. */
  answered(): void;
  figures(): StandbyFigures;
  close(): Promise<void>;
};

/**
 * Named by its place in the settings, since its address is nobody's business. It is left out until it was probed. `needed`
 * tells what the read that is being made has to find.
 */
export function standbyAt<Tables>(
  { url, name }: { url: string; name: string },
  tables: Tables,
  needed: () => Needed,
): Standby<Tables> {
  const pool = openPostgresPool(url);
  const probing = openProbe(url);
  const names = statementNames();
  const isWorn = wearOf(pool, names);
  /** How far it was when this connection last looked. A server that was started again may be behind what it was. */
  const seen = new WeakMap<pg.PoolClient, LogPosition>();
  let state: StandbyFigures['state'] = 'unreachable';
  let [timesOut, reads] = [0, 0];
  let lag: Pick<StandbyFigures, 'lagBytes' | 'lagSeconds'> = { lagBytes: null, lagSeconds: null };
  pool.on('error', () => leaveOut('unreachable'));
  pool.on('connect', (client) => client.on('error', () => leaveOut('unreachable')));

  function leaveOut(why: StandbyFigures['state']): void {
    state = why;
    timesOut += 1;
  }

  async function connect(): Promise<pg.PoolClient> {
    if (pool.waitingCount >= WAITING_MAX) throw new EngineBusy(`Too many reads wait for ${name}.`);
    const client = await pool.connect().catch((error) => {
      leaveOut('unreachable');
      throw error;
    });
    try {
      await waitUntilThere(client, needed());
      return client;
    } catch (error) {
      client.release(!(error instanceof EngineBusy));
      throw error;
    }
  }

  async function waitUntilThere(client: pg.PoolClient, { acknowledged, known }: Needed): Promise<void> {
    const until = performance.now() + WAIT_MAX_MS;
    const needed = Math.max(acknowledged, known);
    while ((seen.get(client) ?? -1) < needed) {
      const { copies, position } = await howFar(client);
      if (!copies) leaveOut('promoted');
      if (!copies) throw new EngineBusy(`${name} copies no server any more.`);
      seen.set(client, position);
      if (position >= needed) return;
      // Whoever claims to know of later writes waits for nothing, and nobody else for the claim.
      const isLate = performance.now() > until;
      if (position < acknowledged && isLate) leaveOut('behind');
      if (position >= acknowledged || isLate) throw new EngineBusy(`${name} is behind.`);
      await pause(LOOK_EVERY_MS);
    }
  }

  async function probe({ identity, past, acknowledged }: Primary): Promise<void> {
    const needed = acknowledged();
    let found = await howFar(probing);
    if (found.copies && found.position < needed) {
      await pause(WAIT_MAX_MS);
      found = await howFar(probing);
    }
    const { copies, position } = found;
    const last = past.at(-1);
    const had = past.findLast((one) => one.position <= position);
    lag = {
      lagBytes: last === undefined ? null : Math.max(0, last.position - position),
      lagSeconds: last === undefined ? null : (last.at - (had?.at ?? past[0]?.at ?? last.at)) / 1000,
    };
    const isBehind = position < needed || (lag.lagSeconds ?? 0) > LAG_MAX_SECONDS;
    const isForeign = state !== 'ok' && identity !== null && (await identityOf(probing)) !== identity;
    const now = isForeign ? 'foreign' : !copies ? 'promoted' : isBehind ? 'behind' : 'ok';
    if (now !== 'ok' && state === 'ok') leaveOut(now);
    state = now;
  }

  const checked: pg.Pool = Object.assign(Object.create(pool), { connect });
  return {
    url,
    read: handleOn(replacingWorn(checked, isWorn), tables, names, (error) => {
      throw asFailure(error);
    }),
    readSnapshot: readSnapshotsOn(checked, handlesOn(tables, names), isWorn),
    async check() {
      const client = await connect().catch((error) => {
        throw asFailure(error);
      });
      client.release(isWorn(client));
    },
    isIn: () => state === 'ok',
    timesOut: () => timesOut,
    probe: (primary) =>
      probe(primary).catch(() => {
        lag = { lagBytes: null, lagSeconds: null };
        leaveOut('unreachable');
      }),
    answered() {
      reads += 1;
    },
    figures: () => ({ name, state, reads, ...lag }),
    async close() {
      await Promise.all([pool.end(), probing.end()]);
    },
  };
}
