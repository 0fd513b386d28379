import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import { Failure } from '../../kernel/failure.ts';
import type { Standbys } from './engine.ts';
import { howFar, identityOf, type LogPosition, positionOfToken, tokenOf } from './log-position.ts';
import { openProbe } from './postgres-pool.ts';
import { isOfServer } from './refusals.ts';
import { type Needed, type Standby, standbyAt } from './standby.ts';

const EVERYTHING: Needed = { acknowledged: Number.POSITIVE_INFINITY, known: 0 };
const PROBE_EVERY_MS = 1_000;
/** A little longer than a standby may be behind. */
const PAST_MAX = 15;

/** Notes what one process has acknowledged, and gives what all processes of the service have. */
export type ShareAcknowledged = (own: LogPosition) => Promise<LogPosition>;

export type StandbySettings = {
  urls: readonly string[];
  share?: ShareAcknowledged;
  /** Is told in a line what becomes of the servers, and whether somebody should look at it. */
  tell?(line: string, isTrouble: boolean): void;
};

/** Where what belongs together is read: from one server, so that it never goes back in time. */
type Route<Tables> = {
  known: LogPosition;
  /** What its first read had to find. */
  needed: Needed | null;
  from: { standby: Standby<Tables>; timesOut: number } | 'primary' | null;
};

/** The servers that copy the primary, for the engine on it. */
export type StandbySet<Tables> = Standbys & {
  /** Keeps in mind up to where was written, before anyone hears that it was. */
  wrote(position: LogPosition): Promise<void>;
  /** Counts what was committed until now by whomever as acknowledged. */
  catchUp(): Promise<void>;
  /** From a standby, where what runs now may read from one and there is one that has what is needed; else from the primary. */
  read<Result>(from: (standby: Standby<Tables>) => Promise<Result>, primary: () => Promise<Result>): Promise<Result>;
  /** From the primary, and from a standby while that is gone. */
  readNewest: StandbySet<Tables>['read'];
  close(): Promise<void>;
};

/** What was committed until now counts as acknowledged: whoever was here before may have told somebody. */
export async function openStandbys<Tables>(
  primary: pg.Pool,
  { urls, share, tell = () => {} }: StandbySettings,
  tables: Tables,
): Promise<StandbySet<Tables>> {
  const context = new AsyncLocalStorage<Route<Tables>>();
  const needed = () => context.getStore()?.needed ?? EVERYTHING;
  const standbys = urls.map((url, at) => standbyAt({ url, name: `standby-${at + 1}` }, tables, needed));
  const shared = share && batched(share);
  const probing = openProbe(primary.options.connectionString as string);
  const told = new Map<string, string>();
  const past: { at: number; position: LogPosition }[] = [];
  const identity = await identityOf(primary);
  let written = (await howFar(primary)).position;
  let [isGone, isClosed, turn, readsOfPrimary] = [false, false, 0, 0];
  let timer: NodeJS.Timeout | undefined;
  let looking = look();

  async function look(): Promise<void> {
    const found = await howFar(probing).catch(() => null);
    if (isGone && found) tell('The database answers again.', false);
    if (!isGone && !found) tell('The database does not answer: reads come from standbys alone.', true);
    isGone = found === null;
    if (found) past.push({ at: Date.now(), position: found.position });
    if (past.length > PAST_MAX) past.shift();
    const known = { identity, past: found ? past : [], acknowledged: () => written };
    await Promise.all(standbys.map((standby) => standby.probe(known)));
    tellStates();
    if (isClosed) return;
    timer = setTimeout(() => {
      looking = look();
    }, PROBE_EVERY_MS).unref();
  }

  function tellStates(): void {
    for (const standby of standbys) {
      const { name, state } = standby.figures();
      if (told.get(name) === state) continue;
      told.set(name, state);
      if (state === 'ok') tell(`${name} is read from.`, false);
      else tell(`${name} is not read from: it is ${state}.`, true);
    }
  }

  async function acknowledged(): Promise<LogPosition> {
    if (shared) written = Math.max(written, await shared(() => written));
    return written;
  }

  async function wrote(position: LogPosition): Promise<void> {
    written = Math.max(written, position);
    await share?.(written);
  }

  /** The standby that a route reads from; null where that is the primary. */
  function standbyOf(route: Route<Tables>): Standby<Tables> | null {
    if (route.from === null) {
      const there = standbys.filter((standby) => standby.isIn());
      turn += 1;
      const standby = there[turn % there.length];
      route.from = standby === undefined ? 'primary' : { standby, timesOut: standby.timesOut() };
    }
    if (route.from === 'primary') return null;
    const { standby, timesOut } = route.from;
    if (standby.isIn() && standby.timesOut() === timesOut) return standby;
    route.from = 'primary';
    return null;
  }

  type From<Result> = (standby: Standby<Tables>) => Promise<Result>;

  /** Null where no standby could answer. */
  async function tried<Result>(route: Route<Tables>, from: From<Result>): Promise<{ answer: Result } | null> {
    if (standbyOf(route) === null) return null;
    route.needed ??= { acknowledged: await acknowledged(), known: route.known };
    const standby = standbyOf(route);
    if (standby === null) return null;
    try {
      const answer = await context.run(route, () => from(standby));
      standby.answered();
      return { answer };
    } catch (error) {
      if (!isOfServer(error)) throw error;
      route.from = 'primary';
      return null;
    }
  }

  async function readNewest<Result>(from: From<Result>, newest: () => Promise<Result>): Promise<Result> {
    const elsewhere = () => tried({ known: 0, needed: null, from: null }, from);
    const known = isGone ? await elsewhere() : null;
    if (known) return known.answer;
    try {
      const answer = await newest();
      readsOfPrimary += 1;
      return answer;
    } catch (error) {
      const instead = isOfServer(error) ? await elsewhere() : null;
      if (instead === null) throw error;
      return instead.answer;
    }
  }

  return {
    wrote,
    async catchUp() {
      // While it is gone nobody commits.
      const found = isGone ? null : await howFar(primary).catch(() => null);
      if (found) await wrote(found.position);
    },
    readNewest,
    async read(from, newest) {
      const route = context.getStore();
      const known = route ? await tried(route, from) : null;
      return known ? known.answer : readNewest(from, newest);
    },
    readAnywhere(token, work) {
      const known = token === undefined ? 0 : positionOfToken(token);
      if (known === null) throw notAToken();
      return context.run({ known, needed: null, from: null }, work);
    },
    writtenUpTo: () => tokenOf(written),
    figures: () => ({ ofPrimary: readsOfPrimary, standbys: standbys.map((standby) => standby.figures()) }),
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await looking;
      await Promise.all([probing.end(), ...standbys.map((standby) => standby.close())]);
    },
  };
}

/** Lets those that ask in one turn of the event loop be answered together: with what is true after all of them asked. */
function batched(share: ShareAcknowledged): (own: () => LogPosition) => Promise<LogPosition> {
  let next: Promise<LogPosition> | null = null;
  return (own) => {
    next ??= new Promise(setImmediate).then(() => {
      next = null;
      return share(own());
    });
    return next;
  };
}

function notAToken(): Failure {
  const detail = 'is not what this service answers writes with';
  return new Failure('invalid', `Written-At: ${detail}.`, { faults: [{ pointer: 'Written-At', detail }] });
}
