import { Dice } from '../support/random-record.ts';

/** One request, in which `$name` stands for the id of what an earlier request made under that name. */
export type Step = { method: string; path: string; body?: object; headers?: Record<string, string>; makes?: string };

const DATES = [
  null,
  '2023',
  '2023-02',
  '2023-02-01',
  '2023-02-02T10:00:00Z',
  '2023-02-02T23:30:00-04:00',
  '2023-03-01',
];
const KINDS = ['denial', 'undercut', 'reframing', 'counter-accusation', 'disavowal', 'concession', 'clarification'];
const RELATIONS = ['contradicts', 'reframes', 'narrows', 'supports', 'different-scope'];
const STANCES = ['support', 'support', 'deny', 'query', 'comment'];
const QUOTES = [
  'there is a blockade of the corridor',
  'there was no blockade of the corridor',
  'limited access is what we offer',
  'the so-called siege never happened',
  'the gates stand open day and night',
  'nobody has seen the key since winter',
  'the blockade must be lifted at once',
];
const CLAIMS_OF_DISPUTE = 6;
const TERMS = [['blockade', 'blockades'], ['limited access'], ['siege'], ['open'], []];

/** In the place of a key: no key at all. */
export const NOBODY = 'nobody';

/** Requests that make and change a record of everything at once; some of them are refused, as callers' are. */
export function writingSteps(seed: number, statements: number): Step[] {
  const dice = new Dice(seed);
  const steps: Step[] = [];
  const made: Record<string, string[]> = {};
  const post = (path: string, body: object, kind: string) => {
    const names = made[kind] ?? [];
    const makes = `${kind}${names.length}`;
    made[kind] = [...names, makes];
    steps.push({ method: 'POST', path: `/v1/${path}`, body, makes });
    return `$${makes}`;
  };
  const any = (kind: string) => `$${dice.one(made[kind] as string[])}`;
  const patch = (path: string, body: object) =>
    steps.push({ method: 'PATCH', path: `/v1/${path}`, body, headers: { 'if-match': '*' } });

  for (const name of ['North', 'South', 'East', 'West']) post('sides', { name }, 'side');
  for (let at = 0; at < 2; at += 1) {
    const sides = ['$side0', '$side1', '$side2'].map((side) => ({ side, role: dice.one(['party', 'third-party']) }));
    const dispute = post('disputes', { title: `Dispute ${at}`, sides }, 'dispute');
    for (let q = 0; q < 2; q += 1) {
      const question = post('questions', { dispute, text: `Question ${at} ${q}?` }, 'question');
      for (let c = 0; c < 3; c += 1)
        post('claims', { question, text: `Claim ${at} ${q} ${c}`, terms: dice.one(TERMS) }, 'claim');
    }
  }
  for (let at = 0; at < 5; at += 1) {
    const body = { claim: any('claim'), target: any('claim'), kind: dice.one(RELATIONS) };
    post('claim-relations', body, 'relation');
  }
  for (let at = 0; at < 3; at += 1) post('outlets', { name: `Courier ${at}`, kind: 'newspaper' }, 'outlet');
  for (let at = 0; at < 5; at += 1) {
    const affiliations = [
      { side: any('side'), title: `Title ${at}`, until: '2023-02-01' },
      { side: any('side'), from: '2023-02-02' },
    ];
    post('speakers', { name: `Speaker ${at}`, kind: 'person', aliases: [`Alias ${at}`], affiliations }, 'speaker');
  }
  for (let at = 0; at < 6; at += 1) {
    const publishedAt = dice.one(['2023-01-15', '2023-02-02', '2023-04']);
    const body = {
      url: `https://courier.example/${at}`,
      title: `Article ${at} on the blockade`,
      outlet: any('outlet'),
      publishedAt,
      language: 'en',
    };
    const article = post('articles', body, 'article');
    if (dice.chance(70)) post(`articles/${article}/snapshots`, { text: textOf(dice) }, 'snapshot');
  }
  for (let at = 0; at < statements; at += 1) {
    const roll = dice.roll(100);
    if (roll < 62 || at < 8) post('statements', newStatement(dice, any, made), 'statement');
    else if (roll < 70)
      post('rebuttals', { statement: any('statement'), rebuts: any('statement'), kind: dice.one(KINDS) }, 'rebuttal');
    else if (roll < 78) patch(`statements/${any('statement')}`, revision(dice, any));
    else if (roll < 80)
      steps.push({
        method: 'DELETE',
        path: `/v1/statements/${any('statement')}`,
        headers: { 'if-match': '*', 'change-comment': 'a reason' },
      });
    else if (roll < 82) steps.push({ method: 'POST', path: `/v1/statements/${any('statement')}/restore` });
    else if (roll < 84) post(`articles/${any('article')}/snapshots`, { text: textOf(dice) }, 'snapshot');
    else if (roll < 86)
      post(
        'reviews',
        {
          claim: any('claim'),
          publisher: any('outlet'),
          url: `https://check.example/${at}`,
          title: 'Checked',
          reviewedAt: '2023-05-01',
          rating: { label: 'Mostly false' },
          language: 'en',
        },
        'review',
      );
    else if (roll < 88)
      post('corrections', { statement: any('statement'), kind: 'clarification', note: `A note ${at}` }, 'correction');
    else if (roll < 90)
      steps.push({ method: 'POST', path: `/v1/claims/${any('claim')}/merge`, body: { into: any('claim') } });
    else if (roll < 92) steps.push({ method: 'POST', path: `/v1/claims/${any('claim')}/unmerge` });
    else if (roll < 94) patch(`claims/${any('claim')}`, { terms: dice.one(TERMS) });
    else if (roll < 95) patch(`articles/${any('article')}`, { publishedAt: dice.one(['2023-01', '2023-03-03']) });
    else if (roll < 96) patch(`speakers/${any('speaker')}`, { name: `Renamed ${at}` });
    else if (roll < 97) patch(`disputes/${any('dispute')}`, { summary: `Summary ${at}` });
    else if (roll < 98)
      steps.push({ method: 'POST', path: `/v1/statements/${any('statement')}/redact`, body: { reason: 'the law' } });
    else
      steps.push({
        method: 'DELETE',
        path: `/v1/${dice.one(['rebuttals/', 'claims/', 'speakers/'])}${any('claim')}`,
        headers: { 'if-match': '*' },
      });
  }
  return steps;
}

function textOf(dice: Dice): string {
  const said = QUOTES.filter(() => dice.chance(60)).map((quote) => `“${quote},” said one of them.`);
  return [`The day began with a blockade${dice.chance(50) ? ', they say' : ''}.`, ...said].join('\n\n');
}

/** Nine in ten keep to one dispute; the others are mostly refused. */
function newStatement(dice: Dice, any: (kind: string) => string, made: Record<string, string[]>): object {
  const dispute = dice.roll(2);
  const isPlaced = dice.chance(90);
  const claim = () => (isPlaced ? `$claim${dispute * CLAIMS_OF_DISPUTE + dice.roll(CLAIMS_OF_DISPUTE)}` : any('claim'));
  const stances = [0, 1, 2].filter(() => dice.chance(45)).map(() => ({ claim: claim(), stance: dice.one(STANCES) }));
  return {
    article: any('article'),
    speaker: any('speaker'),
    side: isPlaced ? `$side${dice.roll(3)}` : undefined,
    dispute: isPlaced ? `$dispute${dispute}` : undefined,
    quote: dice.one(QUOTES),
    quoteType: dice.one(['direct', 'indirect', 'indirect', 'mixed']),
    saidAt: dice.one(DATES) ?? undefined,
    stances,
    status: dice.chance(15) ? 'draft' : undefined,
    repeats: dice.chance(8) && made.statement ? any('statement') : undefined,
    rebuts: dice.chance(15) && made.statement ? [{ statement: any('statement'), kind: dice.one(KINDS) }] : undefined,
    note: dice.chance(20) ? 'a note' : undefined,
  };
}

function revision(dice: Dice, any: (kind: string) => string): object {
  return dice.one<() => object>([
    () => ({ quote: dice.one(QUOTES) }),
    () => ({ saidAt: dice.one(DATES) }),
    () => ({ side: any('side') }),
    () => ({ stances: [{ claim: any('claim'), stance: dice.one(STANCES) }] }),
    () => ({ status: 'published' }),
    () => ({ article: any('article') }),
    () => ({ speaker: any('speaker'), cue: 'said' }),
  ])();
}

/** Requests that ask everything of such a record. */
export function readingSteps(seed: number): Step[] {
  const dice = new Dice(seed + 7_919);
  const steps: Step[] = [];
  const get = (path: string, headers?: Record<string, string>) =>
    steps.push({ method: 'GET', path, ...(headers && { headers }) });
  const asNobody = { authorization: NOBODY };
  for (const list of 'sides disputes questions outlets articles speakers claims claim-relations statements rebuttals reviews corrections'.split(
    ' ',
  )) {
    get(`/v1/${list}?limit=7&count=true`);
    get(`/v1/${list}?limit=200`, asNobody);
  }
  for (let at = 0; at < 40; at += 1) {
    get(`/v1/statements/$statement${at}`);
    get(`/v1/statements/$statement${at}/history`, at % 2 ? asNobody : undefined);
    if (at % 3 === 0) get(`/v1/statements/$statement${at}?asOf=2100`, asNobody);
    if (at % 5 === 0) get(`/v1/statements/$statement${at}/thread?depth=3`);
  }
  const filters = [
    ...['side0', 'side1', 'side2'].map((name) => `side=$${name}`),
    ...['claim0', 'claim1', 'claim2', 'claim4', 'claim7'].map((name) => `claim=$${name}`),
    'dispute=$dispute0',
    'dispute=$dispute1',
    'question=$question0',
    'question=$question2',
    'speaker=$speaker1',
    'outlet=$outlet1',
    'article=$article2',
    'stance=support',
    'stance=deny',
    'quoteType=indirect',
    'anchor=exact',
    'anchor=no-text&anchor=not-found',
    'rebutted=true',
    'rebutted=false',
    'unansweredBy=$side1',
    'saidFrom=2023-02',
    'saidTo=2023-02-02',
    'publishedFrom=2023-02',
    'term=blockade',
    'term=limited%20access',
    'q=blockade',
    'q=gates%20OR%20key',
    'status=draft',
    'language=en',
  ];
  for (let at = 0; at < 120; at += 1) {
    const chosen = new Set([0, 1, 2].slice(0, 1 + dice.roll(3)).map(() => dice.one(filters)));
    const sort = dice.one(['', '&sort=saidAt', '&sort=createdAt', '&sort=-createdAt']);
    get(`/v1/statements?${[...chosen].join('&')}${sort}&limit=${dice.one([3, 50])}&count=true`);
  }
  for (let at = 0; at < 12; at += 1) {
    const filter = dice.one(['', '&side=$side0', '&outlet=$outlet1', '&from=2023-02&to=2023-02', '&granularity=day']);
    const [one, other] = [dice.roll(12), dice.roll(12)];
    get(`/v1/comparisons/claims?claim=$claim${one}&claim=$claim${other}${filter}`);
    get(
      `/v1/comparisons/terms?term=${dice.one(['blockade', 'siege', 'gates'])}&term=${dice.one(['limited%20access', 'key', 'open'])}${filter}`,
    );
    get(`/v1/claims/$claim${at}/counterclaims`);
    get(`/v1/claims/$claim${at}`);
    get(
      `/v1/pairs?${dice.one(['claim=$claim1', 'dispute=$dispute0', 'question=$question1', 'side=$side0', 'speaker=$speaker2&nearest=true', 'basis=rebuttal', 'basis=counter-claim'])}&limit=20&count=true`,
    );
  }
  for (const at of [0, 1]) {
    get(`/v1/disputes/$dispute${at}/positions`);
    get(`/v1/disputes/$dispute${at}/balance`);
  }
  for (let at = 0; at < 5; at += 1) {
    get(`/v1/speakers/$speaker${at}/positions`);
    get(`/v1/articles/$article${at}/drift?count=true`);
    get(`/v1/articles/$article${at}/annotations`);
    get(`/v1/articles/$article${at}?asOf=2100`);
  }
  for (const q of ['blockade', '"limited access"', 'speak*', 'open -gates'])
    get(`/v1/search?q=${encodeURIComponent(q)}`);
  get('/v1/changes?limit=200');
  get('/v1/changes?limit=200', asNobody);
  return steps;
}
