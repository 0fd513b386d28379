import { z } from 'zod';
import { Pair, PairFilter } from '../analysis/pairs/pair.ts';
import { listPairs } from '../analysis/pairs/store.ts';
import { StatementFilter } from '../analysis/statements/filter.ts';
import { listStatements } from '../analysis/statements/list-store.ts';
import { Thread } from '../analysis/threads/thread.ts';
import { threadOf } from '../analysis/threads/thread-store.ts';
import { idAskedFor } from '../kernel/id.ts';
import { pageOf } from '../kernel/page.ts';
import { Stance, Statement } from '../record/statements/statement.ts';
import { counted, cursor, dispute, filtersIn, from, limit, listOf, References, to } from './asked.ts';
import { tool } from './tool.ts';

const PUBLISHED = { drafts: false };

export const searchStatements = tool({
  name: 'search_statements',
  title: 'Search what was said',
  description:
    'Finds statements: the exact words of a speaker, for which side, when, as which article reports them, with the stance they take on claims, what they answer and what answers them. By words and by filters; the filters are joined by AND.',
  input: z.strictObject({
    q: z
      .string()
      .min(1)
      .max(1000)
      .optional()
      .describe('Words, all of which must occur; `"a phrase"`, `-not`, `prefix*`, `OR`'),
    dispute,
    claim: References.optional().describe('They take a stance on one of these claims'),
    stance: z.array(Stance).optional(),
    question: References.optional(),
    speaker: References.optional(),
    side: References.optional(),
    outlet: References.optional(),
    article: References.optional(),
    from,
    to,
    rebutted: z.boolean().optional().describe('Whether another statement rebuts it'),
    limit,
    cursor,
  }),
  result: pageOf(Statement),
  async tell({ limit, cursor, from, to, ...asked }, { engine, cursors }) {
    const { dispute, rebutted, ...more } = asked;
    const filter = StatementFilter.parse({
      ...more,
      ...(dispute !== undefined && { dispute: [dispute] }),
      ...(rebutted !== undefined && { rebutted: String(rebutted) }),
      saidFrom: from,
      saidTo: to,
    });
    const list = listOf('search_statements', filter);
    const after = cursor === undefined ? null : cursors.open(list, cursor);
    const sort = asked.q === undefined ? '-saidAt' : 'relevance';
    const page = await listStatements(engine, filter, sort, { limit, after, count: true }, PUBLISHED);
    const searched = `The published statements of the record were looked through ${filtersIn({ ...asked, from, to })}: ${counted(page)} fit.`;
    return { result: { ...page, next: page.next && cursors.seal(list, page.next) }, searched };
  },
});

export const findPairs = tool({
  name: 'find_pairs',
  title: 'Find what stands against what',
  description:
    'Pairs of statements set against each other: one rebuts the other, one supports and one denies the same claim, or they support claims that compete. Both are told alike; which is right is not.',
  input: z.strictObject({
    dispute,
    question: References.optional(),
    claim: References.optional(),
    side: References.optional().describe('One of the two speaks for this side'),
    against: References.optional().describe('The other of the two speaks for this side'),
    speaker: References.optional(),
    from,
    to,
    limit,
    cursor,
  }),
  result: pageOf(Pair),
  async tell({ limit, cursor, dispute, ...asked }, { engine, cursors }) {
    const filter = PairFilter.parse({ ...asked, ...(dispute !== undefined && { dispute: [dispute] }) });
    const list = listOf('find_pairs', filter);
    const after = cursor === undefined ? null : cursors.open(list, cursor);
    const page = await listPairs(engine.read, filter, { limit, after, count: true });
    const searched = `Published statements were set against each other ${filtersIn({ dispute, ...asked })}: ${counted(page)} pairs.`;
    return { result: { ...page, next: page.next && cursors.seal(list, page.next) }, searched };
  },
});

export const whatAnswered = tool({
  name: 'what_answered',
  title: 'What a statement answers and what answered it',
  description:
    'The thread of one statement: everything that it answers and that answers it (denial, undercut, reframing, counter-accusation, disavowal, concession, clarification), over as many steps as asked.',
  input: z.strictObject({
    statement: idAskedFor('statement').describe('The id of a statement, as other tools give it'),
    depth: z.int().min(1).max(10).default(2).describe('How many steps are followed, either way'),
  }),
  result: Thread,
  async tell({ statement, depth }, { engine }) {
    const result = await threadOf(engine.read, statement, depth);
    const answers = result.edges.filter(({ to }) => to === result.statement).length;
    const answered = result.edges.filter(({ from }) => from === result.statement).length;
    const searched = `The recorded links from and to this statement were followed over ${depth} steps: ${answers} statements answer it, and it answers ${answered}. What nobody recorded as an answer is not told here.`;
    return { result, searched };
  },
});
