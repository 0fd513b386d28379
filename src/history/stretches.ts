import { endOf, startOf } from '../kernel/time.ts';
import type { Handle } from '../platform/engine/tables.ts';
import { type ChangeFilter, type LineVisibility, linesAfter, listChanges, showChange } from './feed.ts';
import { linesOfDisputes } from './in-dispute.ts';
import type { ChangeRow } from './whole-lines.ts';

/** Lines that are read at once. */
const LINES_AT_ONCE = 50;
/** Stretches of lines that are held for those readers who come to the same place. */
const STRETCHES_MAX = 16;

/** Who reads: what of, and the last line that it was sent or that is not for it. */
export type Place = { seq: number; filter: ChangeFilter; sight: LineVisibility };

/** Lines after a place, as they are sent, and the line up to which there are no others for the same reader. */
export type Stretch = { lines: readonly Sent[]; upTo: number };
type Sent = { seq: number; text: string };

/** Lines as history has them, for all who come to the place before the first. */
type News = {
  rows: readonly ChangeRow[];
  sent: readonly Sent[];
  upTo: number;
  /** Which lines belong to a dispute, by those disputes of which it was asked. */
  ofDisputes: Map<string, Promise<ReadonlyMap<string, ReadonlySet<number>>>>;
};

/**
 * Reads history for its followers. What is new is read once for all of them, and which of it belongs to what dispute is
 * asked once for all `followed`; each is given what fits. Who is far behind and wants little has it looked for by what
 * finds it.
 */
export function stretchReader(from: Handle, followed: () => Iterable<string>) {
  /** What was read while the last line was `head`: it stays true until another comes. */
  let known = { head: 0, news: new Map<number, Promise<News>>(), found: new Map<string, Promise<Stretch>>() };

  function refresh(head: number): void {
    if (head > known.head || known.news.size + known.found.size >= STRETCHES_MAX)
      known = { head, news: new Map(), found: new Map() };
  }

  /** What fits of the lines after its place, which are `head` at most when they are read, and of those that came since. */
  async function near({ seq, filter, sight }: Place, head: number): Promise<Stretch> {
    refresh(head);
    const news = await shared(known.news, seq, () => readNews(from, seq, head));
    const disputes = filter.dispute && (await within(news, filter.dispute));
    const fits = fitting(filter, sight);
    const lines = news.sent.filter((_, at) => {
      const row = news.rows[at] as ChangeRow;
      return fits(row) && (!disputes || disputes.has(row.seq));
    });
    return { lines, upTo: news.upTo };
  }

  /** The numbers of the lines that belong to one of the disputes. */
  async function within({ rows, ofDisputes }: News, disputes: readonly string[]): Promise<ReadonlySet<number>> {
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last) return new Set();
    const unknown = [...new Set([...disputes, ...followed()])].filter((dispute) => !ofDisputes.has(dispute));
    if (unknown.length > 0) {
      const asked = linesOfDisputes(from, first.seq, last.seq, unknown);
      for (const dispute of unknown) ofDisputes.set(dispute, asked);
      asked.catch(() => {
        for (const dispute of unknown) ofDisputes.delete(dispute);
      });
    }
    const found = await Promise.all(disputes.map(async (dispute) => (await ofDisputes.get(dispute))?.get(dispute)));
    return new Set(found.flatMap((numbers) => [...(numbers ?? [])]));
  }

  /** The same for one that is far behind. */
  function far({ seq, filter, sight }: Place, head: number): Promise<Stretch> {
    refresh(head);
    const place = JSON.stringify([seq, filter, sight.drafts]);
    return shared(known.found, place, async () => {
      const paging = { limit: LINES_AT_ONCE, after: [String(seq)], count: false };
      const { items, next } = await listChanges(from, filter, paging, sight);
      return { lines: items.map(asSent), upTo: next === null ? head : Number(next[0]) };
    });
  }

  return { near, far };
}

/** Whether what fits is looked for among more lines than are read once for all. */
export function isFar({ seq, filter }: Place, head: number, nearMax: number): boolean {
  const { type, actor, dispute, since, until } = filter;
  return head - seq > nearMax && [type, actor, dispute, since, until].some((asked) => asked !== undefined);
}

async function readNews(from: Handle, seq: number, head: number): Promise<News> {
  const rows = await linesAfter(from, seq, LINES_AT_ONCE);
  const last = rows.at(-1)?.seq ?? seq;
  const upTo = rows.length < LINES_AT_ONCE ? Math.max(last, head) : last;
  return { rows, sent: rows.map((row) => asSent(showChange(row))), upTo, ofDisputes: new Map() };
}

function asSent(line: { seq: number }): Sent {
  return { seq: line.seq, text: `id: ${line.seq}\ndata: ${JSON.stringify(line)}\n\n` };
}

/** Whether a line is one that `listChanges` finds, of whichever dispute. */
function fitting({ type, actor, since, until }: ChangeFilter, { drafts }: LineVisibility) {
  const start = since === undefined ? null : startOf(since);
  const end = until === undefined ? null : endOf(until);
  return (row: ChangeRow): boolean =>
    (drafts || !row.draft) &&
    (type === undefined || type.includes(row.entityType)) &&
    (actor === undefined || actor.includes(row.actor)) &&
    (start === null || row.at >= start) &&
    (end === null || row.at < end);
}

function shared<Key, Value>(held: Map<Key, Promise<Value>>, key: Key, read: () => Promise<Value>): Promise<Value> {
  const known = held.get(key);
  if (known) return known;
  const found = read();
  held.set(key, found);
  found.catch(() => held.delete(key));
  return found;
}
