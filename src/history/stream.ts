import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Failure } from '../kernel/failure.ts';
import type { Engine } from '../platform/engine/tables.ts';
import { type ChangeFilter, headOfChain, type LineVisibility, placeBefore } from './feed.ts';
import { isFar, type Place, stretchReader } from './stretches.ts';
import { sparingTurns } from './turns.ts';

/** How often the database is asked for news while somebody follows: what other processes write is found by looking. */
const LOOK_EVERY_MS = 200;
/** How long this rests between two looks for what this process writes itself: many commits are read together. */
const REST_MS = 20;
const HEARTBEAT_EVERY_MS = 15_000;
/** How long a reader may leave unread what was sent, before it is dropped. */
const UNREAD_MAX_MS = 30_000;
/** A stream ends after this time; readers come back by themselves. */
const LIFE_MAX_MS = 15 * 60_000;
/** How often it is asked whether the keys of readers are still valid. */
const KEYS_EVERY_MS = 1_000;
const READERS_MAX = 1000;
/** Lines before the last that are read once for all; who is farther behind has its own looked for. */
const NEAR_MAX = 1_000;

export type StreamTimes = {
  lookEveryMs: number;
  heartbeatEveryMs: number;
  unreadMaxMs: number;
  lifeMaxMs: number;
  keysEveryMs: number;
};

/** Who follows: the id of the key, if there is one, and what may be seen with it. */
export type Follower = LineVisibility & { key?: string | null };
/** Which of these keys are valid now. */
export type LiveKeys = (ids: readonly string[]) => Promise<ReadonlySet<string>>;

const TIMES: StreamTimes = {
  lookEveryMs: LOOK_EVERY_MS,
  heartbeatEveryMs: HEARTBEAT_EVERY_MS,
  unreadMaxMs: UNREAD_MAX_MS,
  lifeMaxMs: LIFE_MAX_MS,
  keysEveryMs: KEYS_EVERY_MS,
};

type Reader = Place & {
  socket: ServerResponse;
  sight: Follower;
  /** The line from which the reader would go on, should it come again now. */
  told: number;
  isSending: boolean;
  unreadSince: number | null;
  heardAt: number;
  endsAt: number;
};

/**
 * Sends lines of history to those who follow them: at once what this process commits. What is new is read once for all;
 * who are far behind have what is for them looked for in turn. A reader is sent no more than a handful of lines beyond
 * what it has read: the rest waits in the database, not in memory. It is told of lines that were passed over by their
 * number alone, so that it is not led through them when it comes again.
 */
export function changeStream(
  { read: from, afterCommit, catchUp }: Pick<Engine, 'read' | 'afterCommit' | 'catchUp'>,
  {
    liveKeys,
    nearMax = NEAR_MAX,
    ...given
  }: Partial<StreamTimes> & { liveKeys?: LiveKeys; nearMax?: number | undefined } = {},
) {
  const times = { ...TIMES, ...given };
  const readers = new Set<Reader>();
  let timer: NodeJS.Timeout | null = null;
  let isLooking = false;
  let news: NodeJS.Timeout | null = null;
  let lookedAt = 0;
  let keysAt = 0;
  /** The last line that a look found. */
  let head = 0;
  const stretches = stretchReader(from, function* () {
    for (const { filter } of readers) yield* filter.dispute ?? [];
  });
  const inTurn = sparingTurns();

  const stopHearing = afterCommit(() => {
    if (readers.size > 0) news ??= setTimeout(hearNews, Math.max(0, lookedAt + REST_MS - Date.now())).unref();
  });

  function hearNews(): void {
    news = null;
    // A look that is under way may have begun before the commit.
    if (isLooking) news = setTimeout(hearNews, REST_MS).unref();
    else void look();
  }

  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    lookedAt = Date.now();
    try {
      await dropRevoked();
      const { seq } = await headOfChain(from);
      // What is told can be read.
      if (seq !== head) await catchUp();
      head = seq;
      const now = Date.now();
      for (const reader of readers) {
        if (isOver(reader, now)) drop(reader);
        else {
          if (reader.seq < head) send(reader).catch(() => drop(reader));
          if (reader.unreadSince === null && now - reader.heardAt >= times.heartbeatEveryMs)
            write(reader, `: still here\n${placeOf(reader)}\n`);
        }
      }
    } catch {
      // The database does not answer: readers wait, and the next look finds what they missed.
    } finally {
      isLooking = false;
    }
  }

  /** Ends the streams of keys that were revoked, or have expired, since they were opened. */
  async function dropRevoked(): Promise<void> {
    if (!liveKeys || Date.now() - keysAt < times.keysEveryMs) return;
    keysAt = Date.now();
    const keys = new Set([...readers].flatMap(({ sight }) => sight.key ?? []));
    if (keys.size === 0) return;
    const live = await liveKeys([...keys]);
    // Who came while this was asked is asked about the next time.
    for (const reader of readers) {
      const { key } = reader.sight;
      if (key && keys.has(key) && !live.has(key)) drop(reader);
    }
  }

  /** Sends what is new up to the head, also one that is found meanwhile, and stops as soon as the reader does not read. */
  async function send(reader: Reader): Promise<void> {
    if (reader.isSending || reader.unreadSince !== null) return;
    reader.isSending = true;
    try {
      while (reader.seq < head && readers.has(reader)) {
        const upTo = head;
        // Who has gone before its turn came has nothing looked for.
        const findFar = async () => (readers.has(reader) ? stretches.far(reader, upTo) : null);
        const wasFar = isFar(reader, upTo, nearMax);
        const stretch = await (wasFar ? inTurn(findFar) : stretches.near(reader, upTo));
        if (stretch === null) return;
        for (const { seq, text } of stretch.lines) {
          reader.seq = reader.told = seq;
          if (!write(reader, text)) return;
        }
        reader.seq = Math.max(reader.seq, stretch.upTo);
        if (wasFar && reader.told < reader.seq && !write(reader, `${placeOf(reader)}\n`)) return;
      }
    } finally {
      reader.isSending = false;
    }
  }

  /** False when the reader is to be left alone until it has read. */
  function write(reader: Reader, text: string): boolean {
    if (reader.socket.destroyed) return false;
    reader.heardAt = Date.now();
    if (reader.socket.write(text)) return true;
    reader.unreadSince ??= Date.now();
    reader.socket.once('drain', () => {
      reader.unreadSince = null;
      void look();
    });
    return false;
  }

  function isOver({ socket, unreadSince, endsAt }: Reader, now: number): boolean {
    return socket.destroyed || now >= endsAt || (unreadSince !== null && now - unreadSince >= times.unreadMaxMs);
  }

  function drop(reader: Reader): void {
    readers.delete(reader);
    const { socket } = reader;
    if (socket.destroyed || socket.writableEnded) socket.destroy();
    else if (reader.unreadSince === null)
      reader.socket.end(reader.told < reader.seq ? `${placeOf(reader)}\n` : undefined);
    else reader.socket.destroy();
    if (readers.size === 0 && timer !== null) {
      clearInterval(timer);
      timer = null;
    }
  }

  return {
    /** Fails with `overloaded` when too many follow already. */
    async follow(request: FastifyRequest, reply: FastifyReply, filter: ChangeFilter, sight: Follower): Promise<void> {
      if (readers.size >= READERS_MAX) throw new Failure('overloaded', 'Too many follow the changes. Try again later.');
      const { after, ...fits } = filter;
      const seq =
        after ?? (fits.since === undefined ? (await headOfChain(from)).seq : await placeBefore(from, fits.since));
      request.answerBegins?.();
      reply.hijack();
      const socket = reply.raw;
      socket.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // Asks proxies such as nginx not to hold events back.
        'x-accel-buffering': 'no',
      });
      const now = Date.now();
      const reader: Reader = {
        socket,
        filter: fits,
        sight,
        seq,
        told: -1,
        isSending: false,
        unreadSince: null,
        heardAt: now,
        endsAt: now + times.lifeMaxMs,
      };
      socket.on('close', () => drop(reader));
      socket.on('error', () => drop(reader));
      readers.add(reader);
      write(reader, `retry: 2000\n${placeOf(reader)}\n`);
      timer ??= setInterval(() => void look(), times.lookEveryMs).unref();
      request.log.debug({ seq }, 'follows the changes');
      void look();
    },
    async close(): Promise<void> {
      stopHearing();
      if (news !== null) clearTimeout(news);
      for (const reader of [...readers]) drop(reader);
    },
  };
}

/** The line of an event that says from where its reader would go on; nothing where it knows. */
function placeOf(reader: Reader): string {
  if (reader.told >= reader.seq) return '';
  reader.told = reader.seq;
  return `id: ${reader.seq}\n`;
}
