import { ADMIN_KEY } from './service-process.ts';

/** Gives numbers from 0 to 1 that a seed determines. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const TRIES_MAX = 100;
/** What was handed to a process in the moment in which it was killed is never answered. */
const ANSWER_MAX_MS = 20_000;

type Answer = { status: number; body: { id: string; note: string | null; [member: string]: unknown } };
type Request = { method: string; path: string; body?: object; headers?: Record<string, string> };

/** Sends one request; null when there was no answer, or one that says that nothing is promised (5xx). */
export async function ask(address: string, { method, path, body, headers }: Request): Promise<Answer | null> {
  try {
    const response = await fetch(`${address}${path}`, {
      method,
      signal: AbortSignal.timeout(ANSWER_MAX_MS),
      headers: {
        authorization: `Bearer ${ADMIN_KEY}`,
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status >= 500) return null;
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) } as Answer;
  } catch {
    return null;
  }
}

/** Asks until there is an answer, as a client does whose service is busy; what makes something has an Idempotency-Key. */
async function insist(address: string, request: Request): Promise<Answer | null> {
  let answer = await ask(address, request);
  for (let tries = 1; answer === null && tries < TRIES_MAX; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    answer = await ask(address, request);
  }
  return answer;
}

export async function must(address: string, request: Request): Promise<Answer['body']> {
  const answer = await insist(address, request);
  if (!answer || answer.status > 299)
    throw new Error(`${request.method} ${request.path}: ${answer?.status} ${JSON.stringify(answer?.body)}`);
  return answer.body;
}

/** What all writers write about. */
export type Story = { dispute: string; claims: string[]; speaker: string; outlet: string };

export async function recordStory(address: string): Promise<Story> {
  const post = async (path: string, body: object) => (await must(address, { method: 'POST', path, body })).id;
  const [north, south] = [await post('/v1/sides', { name: 'North' }), await post('/v1/sides', { name: 'South' })];
  const dispute = await post('/v1/disputes', { title: 'Harbour', sides: [{ side: north }, { side: south }] });
  const question = await post('/v1/questions', { dispute, text: 'Is it open?' });
  const claims = [
    await post('/v1/claims', { question, text: 'It is open' }),
    await post('/v1/claims', { question, text: 'It is shut' }),
  ];
  const outlet = await post('/v1/outlets', { name: 'Courier', kind: 'newspaper' });
  const speaker = await post('/v1/speakers', { name: 'Anna', kind: 'person', affiliations: [{ side: north }] });
  return { dispute, claims, speaker, outlet };
}

/** A statement as its writer knows it: what was acknowledged, and what was asked for without an answer. */
type Known = { id: string; quote: string; note: string | null; withdrawn: boolean };
type Doubt =
  | { kind: 'create'; request: Request; quote: string }
  | { kind: 'revise'; of: Known; note: string }
  | { kind: 'withdraw'; of: Known }
  | { kind: 'snapshot'; request: Request };

/**
 * One client that writes without pause, one request at a time, and remembers what it was promised.
 * Its own statements are touched by nobody else, so it knows how they must stand.
 */
export class Writer {
  acknowledged = 0;
  readonly lost: string[] = [];
  readonly #name: string;
  readonly #random: () => number;
  readonly #story: Story;
  readonly #article: string;
  readonly #statements: Known[] = [];
  #snapshots = 0;
  #made = 0;
  #touched = new Set<Known>();
  #doubt: Doubt | null = null;

  private constructor(name: string, seed: number, story: Story, article: string) {
    this.#name = name;
    this.#random = randomFrom(seed);
    this.#story = story;
    this.#article = article;
  }

  static async start(address: string, name: string, seed: number, story: Story): Promise<Writer> {
    const body = {
      url: `https://courier.example/${name}`,
      title: name,
      outlet: story.outlet,
      publishedAt: '2024-03-01',
      language: 'en',
    };
    return new Writer(name, seed, story, (await must(address, { method: 'POST', path: '/v1/articles', body })).id);
  }

  /** Writes until a request is not answered, or until it is told to stop; `isOn` is asked between requests. */
  async write(address: string, isOn: () => boolean): Promise<void> {
    while (isOn() && this.#doubt === null) {
      const dice = this.#random();
      const live = this.#statements.filter(({ withdrawn }) => !withdrawn);
      const one = live[Math.floor(this.#random() * live.length)];
      if (one && dice < 0.2) await this.#revise(address, one);
      else if (one && dice < 0.3) await this.#withdraw(address, one);
      else if (dice < 0.33) await this.#keepText(address);
      else await this.#create(address);
    }
  }

  /** After a restart: settles what was left without an answer, and looks for everything that was promised since. */
  async check(address: string): Promise<void> {
    await this.#settle(address);
    for (const known of this.#touched) await this.#find(address, known);
    this.#touched = new Set();
    const path = `/v1/articles/${this.#article}/snapshots?count=true`;
    const { total } = await must(address, { method: 'GET', path });
    if (Number(total) < this.#snapshots) this.lost.push(`${total} of ${this.#snapshots} texts of ${this.#name}`);
  }

  async #create(address: string): Promise<void> {
    this.#made += 1;
    const quote = `${this.#name} says ${this.#made}`;
    const { dispute, claims, speaker } = this.#story;
    const [one, other] = claims as [string, string];
    const answer = { speaker, quote: `${quote}, answered`, quoteType: 'indirect', kind: 'denial' };
    const body = {
      article: this.#article,
      dispute,
      speaker,
      quote,
      quoteType: 'indirect',
      stances: [
        { claim: one, stance: 'support' },
        { claim: other, stance: 'deny' },
      ],
      rebuttal: { ...answer, stances: [{ claim: other, stance: 'support' }] },
    };
    const headers = { 'idempotency-key': quote.replaceAll(' ', '-') };
    const request = { method: 'POST', path: '/v1/statements', body, headers };
    const made = await ask(address, request);
    if (made === null) this.#doubt = { kind: 'create', request, quote };
    else this.#keep(expected(made, 201), { id: made.body.id, quote, note: null, withdrawn: false });
  }

  async #revise(address: string, of: Known): Promise<void> {
    const note = `note ${this.#random()}`;
    const headers = { 'if-match': '*' };
    const revised = await ask(address, { method: 'PATCH', path: `/v1/statements/${of.id}`, body: { note }, headers });
    if (revised === null) this.#doubt = { kind: 'revise', of, note };
    else this.#keep(expected(revised, 200), Object.assign(of, { note }));
  }

  async #withdraw(address: string, of: Known): Promise<void> {
    const headers = { 'if-match': '*', 'change-comment': 'not so' };
    const withdrawn = await ask(address, { method: 'DELETE', path: `/v1/statements/${of.id}`, headers });
    if (withdrawn === null) this.#doubt = { kind: 'withdraw', of };
    else this.#keep(expected(withdrawn, 204), Object.assign(of, { withdrawn: true }));
  }

  async #keepText(address: string): Promise<void> {
    const spoken = this.#statements.slice(-20).map(({ quote }) => quote);
    const body = { text: `Text ${this.#random()}. ${spoken.join('. ')}.` };
    const headers = { 'idempotency-key': `text-${this.#random()}` };
    const request = { method: 'POST', path: `/v1/articles/${this.#article}/snapshots`, body, headers };
    const kept = await ask(address, request);
    if (kept === null) this.#doubt = { kind: 'snapshot', request };
    else this.#countText(expected(kept, 201));
  }

  #countText(_kept: Answer): void {
    this.acknowledged += 1;
    this.#snapshots += 1;
  }

  #keep(_answer: Answer, known: Known): void {
    this.acknowledged += 1;
    this.#touched.add(known);
    if (!this.#statements.includes(known)) this.#statements.push(known);
  }

  async #settle(address: string): Promise<void> {
    const doubt = this.#doubt;
    this.#doubt = null;
    if (doubt === null) return;
    if (doubt.kind === 'create') {
      const { id } = await must(address, doubt.request);
      this.#keep({ status: 201, body: { id, note: null } }, { id, quote: doubt.quote, note: null, withdrawn: false });
      return;
    }
    if (doubt.kind === 'snapshot') {
      this.#countText({ status: 201, body: await must(address, doubt.request) });
      return;
    }
    const now = await insist(address, { method: 'GET', path: `/v1/statements/${doubt.of.id}` });
    if (doubt.kind === 'withdraw' && now?.status === 410) doubt.of.withdrawn = true;
    if (doubt.kind === 'revise' && now?.body.note === doubt.note) doubt.of.note = doubt.note;
  }

  async #find(address: string, { id, quote, note, withdrawn }: Known): Promise<void> {
    const found = await insist(address, { method: 'GET', path: `/v1/statements/${id}` });
    const stands = found && (withdrawn ? found.status === 410 : found.status === 200);
    if (!stands) this.lost.push(`${withdrawn ? 'the withdrawal of ' : ''}"${quote}" (${id}): ${found?.status}`);
    else if (!withdrawn && found.body.note !== note) this.lost.push(`a revision of "${quote}" (${id})`);
  }
}

function expected(answer: Answer, status: number): Answer {
  if (answer.status !== status) throw new Error(`${status} expected: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}
