import { asc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { entityOf } from '../../../src/derived/full-text/search.ts';
import { recountAll } from '../../../src/derived/recount.ts';
import { rewarn } from '../../../src/derived/warnings/rewarn.ts';
import { faultsOf } from '../../faults/inspection.ts';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { imported, ndjson } from '../../support/import.ts';
import { Dice } from '../../support/random-record.ts';
import { QUOTES, recordStory, TEXT } from '../../support/record.ts';
import { expectWholeSummaries } from '../../support/summaries.ts';

const SEEDS = [1, 2];
const ROUNDS = 4;

/** Where too many wait, an import is refused as others are. */
async function importedIfTaken(service: Service, body: string): Promise<void> {
  await imported(service, body).catch((error) => {
    if (!String(error).includes('503')) throw error;
  });
}

async function follows({ engine }: Service) {
  const rows = await Promise.all([
    engine.read.query('all places', ({ db, t }) => db.select().from(t.termPlaces)),
    engine.read.query('all covers', ({ db, t }) => db.select().from(t.termCovers)),
    engine.read.query('all usages', ({ db, t }) => db.select().from(t.termUsages)),
    engine.read.query('all answered', ({ db, t }) => db.select().from(t.answered)),
    engine.read.query('all warnings', ({ db, t }) => db.select().from(t.statementWarnings)),
  ]);
  return rows.map((some) => (some as object[]).map((row) => JSON.stringify(Object.entries(row).sort())).sort());
}

async function expectPlacesInOrder({ engine }: Service) {
  const rows = await engine.read.query('places', ({ db, t }) =>
    db
      .select({ id: entityOf(t), date: t.statements.saidSort, status: t.statements.status, key: t.statements.id })
      .from(t.searchEntries)
      .innerJoin(t.statements, eq(t.statements.id, t.searchEntries.entityId))
      .orderBy(asc(t.searchEntries.place)),
  );
  for (const status of ['published', 'draft']) {
    const own = rows.filter((row) => row.status === status).map(({ date, key }) => `${date} ${key}`);
    expect(own).toEqual(own.toSorted());
  }
}

describe.each(ENGINES)('whatever is sent at once on %s', (kind) => {
  test.each(SEEDS)(
    'nothing stands by halves, and what follows is what counting anew finds (%d)',
    async (seed) => {
      const dice = new Dice(seed);
      const service = await startService(kind);
      const { as } = service;
      const text = `${TEXT}\n\nThe gates stand open. The gates, the gates. Nobody has seen the key.`;
      const stories = [await recordStory(service, { text }), await recordStory(service, { text: null })];
      const terms = ['gates', 'harbour', 'key'];
      await as.write.patch(`/v1/claims/${stories[0]?.open.id}`).set('If-Match', '*').send({ terms }).expect(200);
      const made: string[] = [];
      let n = 0;
      const statement = (): object => {
        const story = dice.one(stories);
        const [open, shut] = [story.open, story.shut];
        n += 1;
        const isOwn = dice.chance(50);
        const body: Record<string, unknown> = {
          article: story.article.id,
          speaker: dice.one([story.anna, story.ben]).id,
          quote: isOwn ? dice.one(QUOTES) : `The gates of the harbour, ${dice.roll(12)}`,
          quoteType: isOwn ? 'direct' : 'indirect',
          status: dice.chance(25) ? 'draft' : 'published',
          stances: dice.chance(20)
            ? []
            : [{ claim: dice.one([open.id, shut.id, open.slug]), stance: dice.one(['support', 'deny', 'query']) }],
          ...(dice.chance(50) && {
            saidAt: dice.one(['2024-03-01', '2024-02-29', '2024-03-01T10:00:00Z', '2024', '2024-03-09']),
          }),
          dispute: story.dispute.id,
          ...(dice.chance(17) && made.length > 0 && { repeats: dice.one(made) }),
          ...(dice.chance(17) && made.length > 0 && { rebuts: [{ statement: dice.one(made), kind: 'denial' }] }),
          ...(dice.chance(25) && {
            rebuttal: {
              kind: dice.one(['denial', 'undercut', 'concession']),
              speaker: dice.one([story.anna, story.ben]).id,
              quote: dice.chance(25) ? 'is not in it at all' : `Answer ${n}`,
              quoteType: dice.chance(25) ? 'direct' : 'indirect',
            },
          }),
        };
        return body;
      };
      const send = async (
        what: string,
        request: PromiseLike<{ status: number; body: { code?: string; id?: string; detail?: string } }>,
      ) => {
        const { status, body } = await request;
        if (status >= 500 && status !== 503) throw new Error(`${what} ${status} ${JSON.stringify(body)}`);
        return { status, body };
      };
      for (let round = 0; round < ROUNDS; round += 1) {
        const acts: Promise<unknown>[] = [];
        for (let at = 0; at < 40; at += 1) {
          const what = dice.roll(24);
          const story = dice.one(stories);
          const some = made.length > 0 ? dice.one(made) : null;
          if (what === 0)
            acts.push(
              send(
                'PATCH claim',
                as.write
                  .patch(`/v1/claims/${story.open.id}`)
                  .set('If-Match', '*')
                  .send({ terms: dice.one([['gates'], ['gates', 'key'], ['harbour', 'key', 'gates']]) }),
              ),
            );
          else if (what === 1)
            acts.push(
              send(
                'PATCH speaker',
                as.write
                  .patch(`/v1/speakers/${story.anna.id}`)
                  .set('If-Match', '*')
                  .send({ name: `Anna ${n}` }),
              ),
            );
          else if (what === 2)
            acts.push(
              send(
                'PATCH article',
                as.write
                  .patch(`/v1/articles/${story.article.id}`)
                  .set('If-Match', '*')
                  .send({ publishedAt: dice.one(['2024-03-01', '2024-03-02', '2024-02-01']) }),
              ),
            );
          else if (what === 3)
            acts.push(
              send(
                'POST snapshot',
                as.write
                  .post(`/v1/articles/${story.article.id}/snapshots`)
                  .send({ text: `${dice.one(['', 'New. '])}${text}\n\n${round} ${at}` }),
              ),
            );
          else if (what === 4 && some)
            acts.push(send('DELETE statement', as.write.delete(`/v1/statements/${some}`).set('If-Match', '*')));
          else if (what === 5 && some)
            acts.push(
              send(
                'PATCH statement',
                as.write
                  .patch(`/v1/statements/${some}`)
                  .set('If-Match', '*')
                  .send(
                    dice.one([
                      { status: 'published' },
                      { saidAt: '2024-03-03' },
                      { speaker: story.ben.id },
                      { repeats: dice.one(made) },
                    ]),
                  ),
              ),
            );
          else if (what === 6)
            acts.push(send('merge', as.write.post(`/v1/claims/${story.shut.id}/merge`).send({ into: story.open.id })));
          else if (what === 7)
            acts.push(send('unmerge', as.write.post(`/v1/claims/${story.shut.id}/unmerge`).send({})));
          else if (what === 8)
            acts.push(
              importedIfTaken(
                service,
                ndjson(Array.from({ length: 6 }, () => ({ type: 'statement', ...statement() }))),
              ),
            );
          else if (what === 9) {
            const body = statement();
            for (let twin = 0; twin < 3; twin += 1)
              acts.push(
                send('twin', as.write.post('/v1/statements').set('Idempotency-Key', `key-${round}-${at}`).send(body)),
              );
          } else
            acts.push(
              send(
                'POST',
                as.write.post('/v1/statements').set('Idempotency-Key', `own-${round}-${at}`).send(statement()),
              ).then(({ status, body }) => {
                if (status === 201) made.push(body.id as string);
              }),
            );
        }
        await Promise.all(acts);
      }
      for (const id of made) {
        const { status } = await as.write.get(`/v1/statements/${id}`);
        expect([200, 410]).toContain(status);
      }
      // Else nothing would be told by what follows.
      expect(made.length).toBeGreaterThan(20);
      const links = (await service.http.get('/v1/rebuttals').query({ count: true }).expect(200)).body;
      expect(links.total).toBeGreaterThan(5);
      expect(await faultsOf(service.engine)).toEqual([]);
      await expectPlacesInOrder(service);
      const kept = await follows(service);
      const ids = (
        await service.engine.read.query('ids', ({ db, t }) => db.select({ id: t.statements.id }).from(t.statements))
      ).map(({ id }) => id);
      await service.engine.write((tx) => rewarn(tx, ids.sort()));
      await recountAll(service.engine);
      expect(kept).toEqual(await follows(service));
      await expectWholeSummaries(service.engine);
    },
    240_000,
  );
});
