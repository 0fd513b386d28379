import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { reviseEntity, rowToRevise } from '../../../src/history/record.ts';
import { cleanComments } from '../../../src/history/redaction.ts';
import type { Engine, ReadWrite } from '../../../src/platform/engine/tables.ts';
import { recordSnapshot, reviseArticle } from '../../../src/record/articles/actions.ts';
import { lookUpQuotes, storeStatement } from '../../../src/record/statements/actions.ts';
import { NewStatement } from '../../../src/record/statements/statement.ts';
import { withdrawStatement } from '../../../src/record/statements/withdrawal.ts';
import { quoteChecker } from '../../../src/text/quotes/checker.ts';
import { startService } from '../../support/app.ts';
import { shared, whenDone } from '../../support/lifetime.ts';
import { record, recordStory, revise, TEXT } from '../../support/record.ts';

const BY = { actor: 'test', comment: null };
const NEW_TEXT = `First.\n${TEXT}`;

/** Two transactions, of which one is still under way while the other goes on as far as it can. */
describe('a statement and its article at once, on PostgreSQL', () => {
  const service = shared(() => startService('postgres'));
  const checker = shared(async () => {
    const opened = quoteChecker();
    whenDone(() => opened.close());
    return opened;
  });

  /** The snapshot that the statement is anchored in, and the later ones that tell its drift. */
  async function snapshotsOf(article: string, statement: string): Promise<number[]> {
    const { anchor } = (await service().http.get(`/v1/statements/${statement}`).expect(200)).body;
    const { items } = (await service().http.get(`/v1/articles/${article}/drift`).expect(200)).body;
    return [anchor.snapshot, ...items.map(({ to }: { to: { snapshot: number } }) => to.snapshot)];
  }

  /** Stores the new text, and lets `meanwhile` begin, and come to wait for it, right before its commit. */
  async function recordText<Result>(article: string, meanwhile: () => Promise<Result>): Promise<Result> {
    const { engine } = service();
    let begun: Promise<Result> | undefined;
    const slow: ReadWrite = {
      read: engine.read,
      write: (work) =>
        engine.write(async (tx) => {
          const result = await work(tx);
          begun = meanwhile();
          await oneWaits(engine);
          return result;
        }),
    };
    await recordSnapshot(slow, checker(), article, { text: NEW_TEXT }, BY);
    return begun as Promise<Result>;
  }

  test('201 anchors in the new text what was looked up in the one before', async () => {
    const { isOpen, article } = await recordStory(service());
    const { id } = await recordText(article.id, () => record(service(), 'statements', isOpen));
    expect(await snapshotsOf(article.id, id)).toEqual([2]);
  });

  test('201 anchors an answer in the new text of its own article, and its statement in the text of the other', async () => {
    const { isOpen, isShut, article } = await recordStory(service());
    const other = await recordStory(service());
    const rebuttal = { ...isShut, article: other.article.id, kind: 'denial' };
    const made = await recordText(other.article.id, () => record(service(), 'statements', { ...isOpen, rebuttal }));
    expect(await snapshotsOf(article.id, made.id)).toEqual([1]);
    expect(await snapshotsOf(other.article.id, made.rebuttals[0].statement.id)).toEqual([2]);
  });

  test('200 anchors in the new text a statement that is moved to its article', async () => {
    const { isOpen, article } = await recordStory(service());
    const { id } = await record(service(), 'statements', isOpen);
    const other = await recordStory(service());
    await recordText(other.article.id, () => revise(service(), `statements/${id}`, { article: other.article.id }));
    expect(await snapshotsOf(other.article.id, id)).toEqual([2]);
    expect((await service().http.get(`/v1/articles/${article.id}/drift`)).body.items).toEqual([]);
  });

  test('201 tells the drift of a statement that was being recorded when the new text came', async () => {
    const { isOpen, article } = await recordStory(service());
    const { engine } = service();
    const draft = NewStatement.parse(isOpen);
    const looked = await lookUpQuotes(engine.read, checker(), draft);
    let coming: Promise<unknown> | undefined;
    const id = await engine.write(async (tx) => {
      const stored = await storeStatement(tx, draft, looked, BY);
      coming = record(service(), `articles/${article.id}/snapshots`, { text: NEW_TEXT });
      await oneWaits(engine);
      return stored;
    });
    await coming;
    expect(await snapshotsOf(article.id, id as string)).toEqual([1, 2]);
  });

  test('201 dates a statement by the date that its article was being given', async () => {
    const { isOpen, article } = await recordStory(service());
    const { engine } = service();
    let recording: Promise<unknown> | undefined;
    await engine.write(async (tx) => {
      await reviseArticle(tx, article.id, '*', { publishedAt: '2023-05-05' }, BY);
      recording = record(service(), 'statements', isOpen);
      await oneWaits(engine);
    });
    await recording;
    const from = (date: string) =>
      service().http.get(`/v1/statements?article=${article.id}&saidFrom=${date}`).expect(200);
    expect((await from('2023-05-05')).body.items).toHaveLength(1);
    expect((await from('2023-05-06')).body.items).toEqual([]);
  });
});

describe('a redaction and a revision at once, on PostgreSQL', () => {
  const service = shared(() => startService('postgres'));

  test('a statement is revised for the first time while the comment is taken off its line, and neither is in the way of the other', async () => {
    const { isOpen, isShut } = await recordStory(service());
    const { engine } = service();
    const { speaker, quote } = isShut;
    const made = await service()
      .as.write.post('/v1/statements')
      .set('Change-Comment', 'Of both')
      .send({ ...isOpen, rebuttal: { speaker, quote, quoteType: 'direct', kind: 'denial' } })
      .expect(201);
    const other = made.body.rebuttals[0].statement.id as string;
    let tries = 0;
    const revise = () =>
      engine.write(async (tx) => {
        tries += 1;
        const row = await rowToRevise(tx, 'statement', other, '*');
        await reviseEntity(tx, 'statement', row, { note: 'Revised' }, BY);
      });
    let revising: Promise<unknown> | undefined;
    await engine.write(async (tx) => {
      tries += 1;
      await cleanComments(tx, made.body.id);
      revising = revise();
      await oneWaits(engine);
      await withdrawStatement(tx, made.body.id, '*', BY);
    });
    await revising;
    expect(tries).toBe(2);
  });
});

/** Until a transaction waits for another's lock. */
async function oneWaits({ read }: Engine): Promise<void> {
  const waiting = () =>
    read.query('transactions that wait', ({ db }) =>
      db
        .select({ pid: sql`pid` })
        .from(sql`pg_stat_activity`)
        .where(sql`datname = current_database() and wait_event_type = 'Lock'`),
    );
  await expect.poll(async () => (await waiting()).length, { timeout: 10_000 }).toBe(1);
}
