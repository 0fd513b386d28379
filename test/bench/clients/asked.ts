import type { connectionsTo, Sent } from '../overload/connections.ts';
import { comparisonOfClaims, comparisonOfWords, writeOf } from '../overload/mix.ts';
import type { PeerRequests } from '../peers/start.ts';
import { Chance } from '../random.ts';
import { CLAIMS_OF_QUESTION, id, QUESTIONS } from '../record.ts';

/**
 * What is measured: the n-th request of each, the one that peers have for it, and how many different answers the bare
 * servers have of it.
 */
export type Asked = {
  name: string;
  path: string;
  of(n: number): Sent;
  peer: keyof PeerRequests | null;
  samples: number;
  /** Of so many requests these are, evenly spread. */
  span: number;
};

/** Pages that are asked for again and again while one of so many requests records another statement. */
const [PAGES_BESIDE, WRITES_OF, WRITES_BESIDE] = [40, 16, 40_000];

const get = (path: string): Sent => ({ method: 'GET', path, headers: {} });

/** Of different things none is asked for again before more came than are kept. */
export function askedOf(size: number): Asked[] {
  const byId = (n: number) => get(`/v1/statements/${id('stm', n % size)}`);
  const claimsAsked = QUESTIONS * CLAIMS_OF_QUESTION;
  const page = (n: number) => get(`/v1/statements?claim=claim-${n % claimsAsked}`);
  // Of 48 to 52, since 800 of them are kept.
  const brief = (n: number) =>
    get(`/v1/statements?claim=claim-${n % claimsAsked}&limit=${48 + (Math.floor(n / claimsAsked) % 5)}&view=brief`);
  // Of claims that no write takes a stance on; what it writes is none of what `write` does.
  const beside = (n: number) =>
    n % WRITES_OF === 5
      ? writeOf(WRITES_BESIDE + n, new Chance(n))
      : get(`/v1/statements?claim=claim-${1 + (n % PAGES_BESIDE)}`);
  const claims = (n: number) => get(comparisonOfClaims(new Chance(n)));
  const words = (n: number) => get(comparisonOfWords(size, new Chance(n)));
  return [
    {
      name: 'by id, the same again',
      path: 'id',
      of: () => byId(Math.floor(size / 2)),
      peer: 'byId',
      samples: 1,
      span: 1,
    },
    { name: `by id, ${size} different`, path: 'ids', of: byId, peer: 'byId', samples: 1_000, span: size },
    {
      name: 'page of 50, the same again',
      path: 'page',
      of: () => get('/v1/statements'),
      peer: 'page',
      samples: 1,
      span: 1,
    },
    {
      name: 'page of 50, 800 different',
      path: 'pages',
      of: page,
      peer: 'page',
      samples: 100,
      span: claimsAsked,
    },
    {
      name: 'page of 50 brief, the same again',
      path: 'brief',
      of: () => get('/v1/statements?view=brief'),
      peer: 'page',
      samples: 1,
      span: 1,
    },
    {
      name: 'page of 50 brief, 4000 different',
      path: 'briefs',
      of: brief,
      peer: 'page',
      samples: 100,
      span: 5 * claimsAsked,
    },
    {
      name: `${PAGES_BESIDE} pages of 50, every ${WRITES_OF}th a write instead`,
      path: 'beside',
      of: beside,
      peer: null,
      samples: 10,
      span: 10 * WRITES_OF,
    },
    { name: 'comparison, the same again', path: 'claims', of: () => claims(1), peer: null, samples: 1, span: 1 },
    { name: 'comparison, different', path: 'comparisons', of: claims, peer: null, samples: 50, span: 50 },
    { name: 'comparison of other words, different', path: 'words', of: words, peer: null, samples: 10, span: 10 },
    { name: 'write', path: 'write', of: (n) => writeOf(n, new Chance(n)), peer: 'write', samples: 1, span: 1 },
  ];
}

export type Round = { rate: number; cpuMs: number; wrong: number };

/** As many clients as there are connections ask one thing after another for so long; `first` is where they begin. */
export async function askFor(
  connections: ReturnType<typeof connectionsTo>,
  { clients, ms, first }: { clients: number; ms: number; first: number },
  of: (n: number) => Sent,
  cpuMs: () => Promise<number>,
): Promise<Round & { next: number }> {
  let [n, done, wrong] = [first, 0, 0];
  const [before, began] = [await cpuMs(), performance.now()];
  const client = async () => {
    do {
      const { status } = await connections.send(of(n++));
      done += 1;
      if (status !== 200 && status !== 201) wrong += 1;
    } while (performance.now() - began < ms);
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - began) / 1_000;
  return { rate: (done - wrong) / seconds, cpuMs: ((await cpuMs()) - before) / done, wrong, next: n };
}
