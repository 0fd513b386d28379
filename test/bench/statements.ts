import { countedUnder } from '../../src/derived/terms/counting.ts';
import { combinationKey } from '../../src/record/statements/combination-key.ts';
import { tokenize } from '../../src/text/words/token.ts';
import {
  CLAIMS_OF_QUESTION,
  DISPUTES,
  dateOf,
  dayOf,
  entity,
  id,
  type Making,
  OUTLETS,
  QUESTIONS,
  SIDES,
  SPEAKERS,
  sidesOf,
} from './record.ts';

/** Of each dispute, how many of the latest statements may be answered or repeated. */
const RECENT = 500;

type Facts = Record<'disputeId' | 'sideId' | 'speakerId' | 'outletId' | 'articleId', string>;
type Recent = Pick<Facts, 'disputeId' | 'sideId'> & { n: number; isFirstReport: boolean };
type Taken = { claim: string; question: string; stance: 'support' | 'deny' | 'comment' | 'query' };
type Spoken = { n: number; firstReport: number; day: string; quote: string; stances: Taken[]; facts: Facts };

const NO_ANCHOR = {
  ...{ result: 'no-text' as const, snapshot: null, start: null, end: null },
  ...{ prefix: null, suffix: null, fragment: null, hints: null },
};

/** Makes statements up, with their stances, their uses of terms, and what they answer. */
export function statementsOf({ size, articles, chance, words, listed, insert, addEntry }: Making) {
  const recents: Recent[][] = Array.from({ length: DISPUTES }, () => []);
  /** Of each statement that was answered, days to the first answer. */
  const answers = new Map<number, { disputeId: string; sideId: string; days: number }>();

  function write(n: number): void {
    const dispute = chance.rankOf(DISPUTES);
    const recent = recents[dispute] as Recent[];
    const spoken = speak(n, dispute, recent);
    insertStatement(spoken);
    insertStances(spoken);
    insertUsages(spoken);
    insertEntry(spoken);
    const { disputeId, sideId } = spoken.facts;
    recent.push({ n, disputeId, sideId, isFirstReport: spoken.firstReport === n });
    if (recent.length > RECENT) recent.shift();
    if (n > 100 && chance.happens(0.2)) rebut(n, chance.oneOf(recent));
  }

  function speak(n: number, dispute: number, recent: Recent[]): Spoken {
    const side = chance.oneOf(sidesOf(dispute));
    const speaker = side + SIDES * chance.rankOf(SPEAKERS / SIDES);
    const article = Math.min(articles - 1, Math.floor((n * articles) / size));
    const repeated = recent.length > 0 && chance.happens(0.1) ? chance.oneOf(recent) : null;
    return {
      n,
      firstReport: repeated?.isFirstReport ? repeated.n : n,
      day: dateOf(n, size),
      quote: sentence(8 + chance.below(18)),
      stances: chance.happens(0.8) ? stancesIn(dispute) : [],
      facts: {
        disputeId: id('dsp', dispute),
        sideId: id('sid', side),
        speakerId: id('spk', speaker),
        outletId: id('out', article % OUTLETS),
        articleId: id('art', article),
      },
    };
  }

  function sentence(length: number): string {
    return Array.from({ length }, () => words[chance.rankOf(words.length)]).join(' ');
  }

  /** On one question, at times on two of its claims. */
  function stancesIn(dispute: number): Taken[] {
    const question = dispute + DISPUTES * chance.rankOf(QUESTIONS / DISPUTES);
    const first = chance.below(CLAIMS_OF_QUESTION);
    const claims = chance.happens(0.3) ? [first, (first + 1) % CLAIMS_OF_QUESTION] : [first];
    return claims.map((claim) => ({
      claim: id('clm', question + QUESTIONS * claim),
      question: id('qst', question),
      stance: chance.oneOf(['support', 'support', 'deny', 'comment', 'query'] as const),
    }));
  }

  function insertStatement({ n, firstReport, day, quote, stances, facts }: Spoken): void {
    insert('statements', {
      ...entity('stm', n),
      ...facts,
      ...{ status: 'published', quote, quoteType: 'direct', groundRules: 'on-record', language: 'en' },
      ...{
        translations: [],
        saidAt: day.slice(0, 10),
        saidSort: day,
        saidOn: day.slice(0, 10),
        saidAs: 'day',
        publishedSort: day,
      },
      ...{ anchorResult: NO_ANCHOR.result, anchor: NO_ANCHOR },
      repeatsId: firstReport === n ? null : id('stm', firstReport),
      stances: stances.map(({ claim, stance }) => ({ claim, stance })),
    });
  }

  function insertStances({ n, firstReport, day, stances, facts }: Spoken): void {
    const together = combinationKey(stances.map(({ claim }) => claim));
    for (const [at, { claim, question, stance }] of stances.entries()) {
      const isFirst = at === 0 ? 1 : 0;
      insert('stances', {
        ...facts,
        ...{ statementId: id('stm', n), claimId: claim, questionId: question, stance, together },
        ...{
          utteranceId: id('stm', firstReport),
          status: 'published',
          saidSort: day,
          saidOn: day.slice(0, 10),
          saidAs: 'day',
        },
        ...{ ofQuestion: isFirst, ofStatement: isFirst },
      });
    }
  }

  function insertUsages({ n, firstReport, day, quote, stances, facts }: Spoken): void {
    const tokens = tokenize(quote);
    const there = [...new Set(tokens.map(({ token }) => token))].filter((token) => listed.has(token));
    const together = combinationKey(there);
    const said = { quote, quoteType: 'direct' as const, language: 'en', stances };
    for (const wording of there) {
      const wanted = { variants: [[wording]], claims: new Set([listed.get(wording) as string]) };
      insert('termUsages', {
        ...{ statementId: id('stm', n), wording, usage: countedUnder(said, tokens, wanted)?.usage, together },
        ...{ sideId: facts.sideId, speakerId: facts.speakerId, outletId: facts.outletId },
        ...{ utteranceId: id('stm', firstReport), saidSort: day, saidOn: day.slice(0, 10), saidAs: 'day' },
        ...{ language: 'en', paraphrased: 0 },
      });
    }
  }

  function insertEntry({ n, day, quote, stances, facts }: Spoken): void {
    const { disputeId, sideId, speakerId, outletId, articleId } = facts;
    const questions = new Set(stances.map(({ question }) => question));
    const taken = [...stances.map(({ claim }) => claim), ...questions];
    const facets = [disputeId, sideId, speakerId, outletId, articleId, ...taken];
    addEntry('statement', id('stm', n), day, { text: quote, facets });
  }

  function rebut(n: number, { n: answered, disputeId, sideId }: Recent): void {
    if (answered === n) return;
    const kind = chance.oneOf(['denial', 'reframing', 'counter-accusation', 'undercut', 'concession'] as const);
    insert('rebuttals', { ...entity('reb', n), statementId: id('stm', n), rebutsId: id('stm', answered), kind });
    if (kind === 'concession') return;
    const days = dayOf(n, size) - dayOf(answered, size);
    const soonest = Math.min(answers.get(answered)?.days ?? Number.POSITIVE_INFINITY, days);
    answers.set(answered, { disputeId, sideId, days: soonest });
  }

  function finish(): void {
    for (const [n, answer] of answers) insert('answered', { statementId: id('stm', n), ...answer });
  }

  return { write, finish };
}
