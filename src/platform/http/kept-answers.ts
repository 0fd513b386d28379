import type { FastifyReply, FastifyRequest, RequestPayload } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Handle } from '../engine/engine.ts';
import type { Http } from './http.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * Whether the answer follows from the record, the address, the media type that is accepted and whether drafts may be
     * seen, and from nothing else: no time, no chance, no other header, and not who asks. Then it may be kept.
     */
    fromRecord?: boolean;
  }
  interface FastifyReply {
    /** The answer, where it was given before. */
    kept: KeptAnswer | null;
    /** Keeps the answer for those who ask the same; null where that may not be. */
    keep: ((body: string | Buffer, tag: string) => void) | null;
    /** The same for its compressed bytes. */
    keepCompressed: ((bytes: Buffer, encoding: string) => void) | null;
  }
}

/** What is sent again: the body, its tag, and the headers that the route gave it. */
export type KeptAnswer = {
  /** As it is sent: compressed where the headers say so. */
  readonly body: string | Buffer;
  /** Of the plain body. */
  readonly tag: string;
  readonly headers: Readonly<Record<string, string>>;
};

type Asking = {
  /** What of the record the caller sees. */
  sightOf(request: FastifyRequest): string;
  /** The address under which the caller reaches this service, which some answers have in them. */
  baseOf(request: FastifyRequest): string;
};

/** All that is kept at once; the least recently asked for goes first. */
const BYTES_MAX = 32 * 1024 * 1024;
const ANSWER_BYTES_MAX = 1024 * 1024;
/** What neither an address nor a header can have in it, so that no two requests have one name. */
const APART = '\n';
/** What an answer takes besides its bytes and its name, more or less. */
const AROUND_BYTES = 1024;

/**
 * Gives the answer that was given before to who asks the same, until something is committed. What is kept stands in the
 * engine's own place for that, which is empty after any commit by whomever: so it is as true as what would be read now,
 * and on PostgreSQL, which cannot tell of the commits of others without being asked, nothing is kept.
 *
 * It stands behind what decides who may read, and before all that reads: to be called once callers are known and guarded.
 * Tags, 304 and HEAD are the business of the hooks behind it, as with every answer.
 */
export function keepAnswers(
  app: Http,
  read: Pick<Handle<unknown>, 'engine' | 'cache'>,
  { sightOf, baseOf }: Asking,
): void {
  app.decorateReply('kept', null);
  app.decorateReply('keep', null);
  app.decorateReply('keepCompressed', null);
  if (read.engine === 'postgres') return;
  app.addHook('onRoute', (route) => {
    if (route.config?.fromRecord) route.preParsing = [route.preParsing ?? [], answerAgain].flat();
  });

  function answerAgain(request: FastifyRequest, reply: FastifyReply, payload: RequestPayload, done: Done): void {
    const known = hasBody(request) ? undefined : knownAnswer(request, reply);
    if (known === undefined) return void done(null, payload);
    reply.kept = known;
    reply.headers(known.headers).serializer(asItIs).send(known.body);
  }

  /** Undefined where there is none yet; then it is kept once there is. */
  function knownAnswer(request: FastifyRequest, reply: FastifyReply): KeptAnswer | undefined {
    const answers = answersIn(read.cache());
    const name = [sightOf(request), baseOf(request), request.url, request.headers.accept ?? ''].join(APART);
    const compressed = nameOfCompressed(name, request);
    const known = (compressed === null ? undefined : answers.get(compressed)) ?? answers.get(name);
    const keepCompressed = (plain: KeptAnswer) => {
      if (compressed === null) return;
      reply.keepCompressed = (body, encoding) =>
        answers.keep(compressed, { ...plain, body, headers: { ...plain.headers, 'content-encoding': encoding } });
    };
    if (known !== undefined) {
      if (known.headers['content-encoding'] === undefined) keepCompressed(known);
      return known;
    }
    const before = reply.getHeaders();
    reply.keep = (body, tag) => {
      const given = Object.entries(reply.getHeaders()).filter(([header, value]) => before[header] !== value);
      const plain = { body, tag, headers: Object.fromEntries(given) as KeptAnswer['headers'] };
      answers.keep(name, plain);
      keepCompressed(plain);
    };
    return undefined;
  }
}

/** Under which the answer is kept as it is compressed for this request; null where nobody asks for that. */
function nameOfCompressed(name: string, { headers }: FastifyRequest): string | null {
  const accepted = headers['accept-encoding'];
  if (accepted === undefined || headers['x-no-compression'] !== undefined) return null;
  return `${name}${APART}${accepted}`;
}

/** Else Fastify would add to the header that says what it is. */
const asItIs = (body: unknown) => body as string;

type Done = (error: null, payload: RequestPayload) => void;

/** Whoever sends a body where none is read is told what is wrong with that. */
function hasBody({ headers }: FastifyRequest): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}

/** What was answered since the last commit. */
function answersIn(place: Map<string, unknown>): Answers {
  const known = place.get(ANSWERS) as Answers | undefined;
  if (known) return known;
  const answers = new Answers();
  place.set(ANSWERS, answers);
  return answers;
}

/** Under which they stand among what else is kept, which has ids for names. */
const ANSWERS = 'answers';

/** Answers by what was asked. */
class Answers {
  readonly #byName = new LRUCache<string, KeptAnswer>({
    maxSize: BYTES_MAX,
    sizeCalculation: ({ body }, name) => takenBy(name, body),
  });

  get(name: string): KeptAnswer | undefined {
    return this.#byName.get(name);
  }

  keep(name: string, answer: KeptAnswer): void {
    if (answer.body.length <= ANSWER_BYTES_MAX) this.#byName.set(name, { ...answer, body: alone(answer.body) });
  }
}

/** Small buffers share memory with others, which would all be held for the sake of one. */
function alone(bytes: string | Buffer): string | Buffer {
  if (typeof bytes === 'string' || bytes.buffer.byteLength === bytes.length) return bytes;
  const own = Buffer.allocUnsafeSlow(bytes.length);
  own.set(bytes);
  return own;
}

/** A character may take two bytes in memory. */
function takenBy(name: string, body: KeptAnswer['body']): number {
  return (typeof body === 'string' ? 2 : 1) * body.length + name.length + AROUND_BYTES;
}
