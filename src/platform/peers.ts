import cluster from 'node:cluster';
import { AggregatorRegistry, type Registry } from 'prom-client';
import type { Engine } from './engine/tables.ts';

/** What a process that serves beside others says to the primary, and is told by it. */
export type ToPrimary =
  | { ours: 'ask'; id: number; question: Question }
  | { ours: 'turn over' }
  | { ours: 'committed' }
  | { ours: 'listening'; address: string };
export type FromPrimary =
  | { ours: 'answer'; id: number; answer: Answer }
  | { ours: 'committed' }
  | { ours: 'peer lost' }
  | { ours: 'stop' };
export type Question =
  | { what: 'turn' }
  | { what: 'acknowledged'; position: number }
  | { what: 'metrics' }
  | { what: 'requests'; of: string; windowMs: number };
export type Answer = { requests: Requests } | { acknowledged: number } | { metrics: string | null } | { turn: true };
/** How many requests somebody sent in a window of time, and in how many milliseconds that ends. */
export type Requests = { current: number; ttl: number };

/** Names of the environment by which the primary tells a process what it is there for. */
export const LEADS = 'COUNTERCLAIM_PROCESS_LEADS';
export const REPLACES = 'COUNTERCLAIM_PROCESS_REPLACES_ONE_LOST_AT';

/** The other processes that serve the same database and port, as one of them sees them. */
export type Peers = {
  /** Whether this is the one that does what one alone does: folding, counting, looking through, purging. */
  readonly isLead: boolean;
  /** When the process was lost whose place this one takes; null where it takes none. */
  readonly replacesLostAt: string | null;
  /** Waits for the turn to write, which each gets in the order of asking; ended by what it gives. */
  takeTurn(): Promise<() => void>;
  /** Lets the others know that something was committed here. */
  committed(): void;
  /** Lets `listener` hear that another process committed something, until what this gives is called. */
  onCommit(listener: () => void): () => void;
  onLoss(listener: () => void): void;
  onStop(listener: () => void): void;
  listens(address: string): void;
  /** Counts a request of somebody, together with those that the other processes have had. */
  countRequest(of: string, windowMs: number): Promise<Requests>;
  /** Notes up to where this process has acknowledged writes, and tells up to where all of them have. */
  shareAcknowledged(position: number): Promise<number>;
  /** The figures of all processes, summed; those of this one where the others cannot be asked. */
  measured(own: Registry): Pick<Registry, 'contentType' | 'metrics'>;
};

/** The peers of this process; null where it serves alone, or starts those that serve. */
export function peersOf(environment: Record<string, string | undefined>): Peers | null {
  if (!cluster.isWorker) return null;
  const answers = new Map<number, (answer: Answer) => void>();
  const [commits, losses, stops] = [listeners(), listeners(), listeners()];
  let asked = 0;

  process.on('message', (message: FromPrimary) => {
    if (message.ours === 'committed') commits.tell();
    if (message.ours === 'peer lost') losses.tell();
    if (message.ours === 'stop') stops.tell();
    if (message.ours !== 'answer') return;
    answers.get(message.id)?.(message.answer);
    answers.delete(message.id);
  });

  function tell(message: ToPrimary): void {
    // Without the primary this process is about to end.
    process.send?.(message, undefined, {}, () => {});
  }

  function ask(question: Question): Promise<Answer> {
    asked += 1;
    const id = asked;
    return new Promise((resolve) => {
      answers.set(id, resolve);
      tell({ ours: 'ask', id, question });
    });
  }

  return {
    isLead: environment[LEADS] === 'true',
    replacesLostAt: environment[REPLACES] || null,
    async takeTurn() {
      await ask({ what: 'turn' });
      return () => tell({ ours: 'turn over' });
    },
    committed: () => tell({ ours: 'committed' }),
    onCommit: commits.add,
    onLoss: losses.add,
    onStop: stops.add,
    listens: (address) => tell({ ours: 'listening', address }),
    async countRequest(of, windowMs) {
      const answer = await ask({ what: 'requests', of, windowMs });
      return 'requests' in answer ? answer.requests : { current: 0, ttl: 0 };
    },
    async shareAcknowledged(position) {
      const answer = await ask({ what: 'acknowledged', position });
      return 'acknowledged' in answer ? answer.acknowledged : position;
    },
    measured(own) {
      AggregatorRegistry.setRegistries(own);
      // What is made here answers the primary when it asks.
      new AggregatorRegistry();
      return {
        contentType: own.contentType,
        async metrics() {
          const answer = await ask({ what: 'metrics' });
          return ('metrics' in answer ? answer.metrics : null) ?? own.metrics();
        },
      };
    },
  };
}

function listeners() {
  const heard = new Set<() => void>();
  return {
    add(listener: () => void): () => void {
      heard.add(listener);
      return () => void heard.delete(listener);
    },
    tell(): void {
      for (const listener of heard) listener();
    },
  };
}

/** The engine whose listeners hear of what other processes commit, too, and which lets those know what it commits. */
export function besideOthers(engine: Engine, peers: Peers): Engine {
  engine.afterCommit(() => peers.committed());
  return {
    ...engine,
    afterCommit(listener) {
      const stops = [engine.afterCommit(listener), peers.onCommit(() => listener([]))];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
