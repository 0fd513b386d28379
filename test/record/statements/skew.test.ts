import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { CHAIN } from '../../../src/history/store.ts';
import { keyFromAnyId } from '../../../src/kernel/id.ts';
import { startService } from '../../support/app.ts';
import { shared } from '../../support/lifetime.ts';
import { another, record, recordStory } from '../../support/record.ts';

type Answer = { status: number; body: { code?: string; id: string } };
/** What a third session keeps: a row, or the turn that every write takes right before it commits. */
type Held = { table: 'articles' | 'disputes' | 'sides' | 'speakers' | 'statements'; id: string } | 'commits';

/** Two writes at once, of which the first is held up in the middle of its transaction. */
describe('two writes that depend on each other at once, on PostgreSQL', () => {
  const service = shared(() => startService('postgres', { foldsBeside: false }));

  /** Begins the first, which comes to wait for what is held, then the second, and lets both go once that waits or is through. */
  async function atOnce(held: Held, first: () => Promise<Answer>, second: () => Promise<Answer>) {
    const [holder, watcher] = [new pg.Client(service().database), new pg.Client(service().database)];
    await Promise.all([holder.connect(), watcher.connect()]);
    try {
      await holder.query('BEGIN');
      if (held === 'commits') await holder.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [CHAIN]);
      else await holder.query(`SELECT id FROM ${held.table} WHERE id = $1 FOR UPDATE`, [keyFromAnyId(held.id)]);
      const one = first();
      await expect.poll(() => waiting(watcher), { timeout: 10_000 }).toBe(1);
      let isThrough = false;
      const other = second().finally(() => {
        isThrough = true;
      });
      await expect.poll(async () => isThrough || (await waiting(watcher)) > 1, { timeout: 10_000 }).toBe(true);
      await holder.query('COMMIT');
      return await Promise.all([one, other]);
    } finally {
      await Promise.all([holder.end(), watcher.end()]);
    }
  }

  async function waiting(watcher: pg.Client): Promise<number> {
    const { rows } = await watcher.query(
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    return rows.length;
  }

  const post = async (path: string, body: object): Promise<Answer> => service().as.write.post(`/v1/${path}`).send(body);
  const patch = async (path: string, body: object): Promise<Answer> =>
    service().as.write.patch(`/v1/${path}`).set('If-Match', '*').send(body);
  const remove = async (path: string): Promise<Answer> => service().as.write.delete(`/v1/${path}`).set('If-Match', '*');
  const read = async (path: string) => (await service().http.get(`/v1/${path}`).expect(200)).body;

  /** A story, another dispute of its two sides, and statements without stances: one of Anna's, and one of Ben's. */
  async function recordTwoDisputes() {
    const story = await recordStory(service());
    const sides = [{ side: story.north.id }, { side: story.south.id }];
    const elsewhere = await record(service(), 'disputes', { title: `Elsewhere ${story.dispute.slug}`, sides });
    const common = { stances: [], dispute: story.dispute.id };
    return { ...story, elsewhere, annas: { ...story.isOpen, ...common }, bens: { ...story.isShut, ...common } };
  }

  test('409 keeps in a dispute the side whose statement is being recorded', async () => {
    const { dispute, north, south, anna, annas } = await recordTwoDisputes();
    const [made, revised] = await atOnce(
      { table: 'speakers', id: anna.id },
      () => post('statements', annas),
      () => patch(`disputes/${dispute.id}`, { sides: [{ side: south.id }] }),
    );
    expect([made, revised]).toMatchObject([{ status: 201 }, { status: 409, body: { code: 'in-use' } }]);
    expect((await read(`disputes/${dispute.id}`)).sides.map(({ id }: { id: string }) => id)).toContain(north.id);
  });

  test('422 refuses a statement of a side that is leaving the dispute', async () => {
    const { dispute, south, annas } = await recordTwoDisputes();
    const [revised, made] = await atOnce(
      'commits',
      () => patch(`disputes/${dispute.id}`, { sides: [{ side: south.id }] }),
      () => post('statements', annas),
    );
    expect([revised, made]).toMatchObject([{ status: 200 }, { status: 422, body: { code: 'wrong-dispute' } }]);
    expect((await read(`statements?dispute=${dispute.id}`)).items).toEqual([]);
  });

  test('422 keeps in its dispute a statement that is being answered', async () => {
    const { dispute, elsewhere, ben, annas, bens } = await recordTwoDisputes();
    const answered = await record(service(), 'statements', annas);
    const [made, moved] = await atOnce(
      { table: 'speakers', id: ben.id },
      () => post('statements', { ...bens, rebuts: [{ statement: answered.id, kind: 'denial' }] }),
      () => patch(`statements/${answered.id}`, { dispute: elsewhere.id }),
    );
    expect([made, moved]).toMatchObject([{ status: 201 }, { status: 422, body: { code: 'wrong-dispute' } }]);
    expect((await read(`statements/${answered.id}`)).dispute.id).toBe(dispute.id);
  });

  test.each(['statements', 'rebuttals'])('422 refuses by POST /%s to answer what is moving elsewhere', async (path) => {
    const { elsewhere, annas, bens } = await recordTwoDisputes();
    const answered = await record(service(), 'statements', annas);
    const answering = await record(service(), 'statements', bens);
    const [moved, made] = await atOnce(
      'commits',
      () => patch(`statements/${answered.id}`, { dispute: elsewhere.id }),
      () =>
        path === 'statements'
          ? post(path, { ...bens, rebuts: [{ statement: answered.id, kind: 'denial' }] })
          : post(path, { statement: answering.id, rebuts: answered.id, kind: 'denial' }),
    );
    expect([moved, made]).toMatchObject([{ status: 200 }, { status: 422, body: { code: 'wrong-dispute' } }]);
    expect((await read(`rebuttals?rebuts=${answered.id}`)).items).toEqual([]);
  });

  test.each(['rebuttals', 'corrections', 'reviews'])(
    '422 refuses by POST /%s to refer to what is being withdrawn',
    async (path) => {
      const { outlet, annas, bens } = await recordTwoDisputes();
      const statement = (await record(service(), 'statements', annas)).id;
      const answering = (await record(service(), 'statements', bens)).id;
      const body = {
        rebuttals: { statement: answering, rebuts: statement, kind: 'denial' },
        corrections: { statement, kind: 'update', note: 'Since then' },
        reviews: {
          ...{ statement, publisher: outlet.id, url: `https://courier.example/${statement}`, title: 'Checked' },
          ...{ reviewedAt: '2024-03-02', rating: { label: 'False' } },
        },
      }[path];
      const [withdrawn, made] = await atOnce(
        'commits',
        () => remove(`statements/${statement}`),
        () => post(path, body as object),
      );
      expect([withdrawn, made]).toMatchObject([{ status: 204 }, { status: 422, body: { code: 'unknown-reference' } }]);
    },
  );

  test('201 repeats the first report, where what it names comes to repeat another at once', async () => {
    const { annas } = await recordTwoDisputes();
    const first = (await record(service(), 'statements', annas)).id;
    const middle = (await record(service(), 'statements', another(annas))).id;
    const [revised, made] = await atOnce(
      'commits',
      () => patch(`statements/${middle}`, { repeats: first }),
      () => post('statements', { ...another(annas), repeats: middle }),
    );
    expect([revised, made]).toMatchObject([{ status: 200 }, { status: 201 }]);
    expect((await read(`statements/${made.body.id}`)).repeats.id).toBe(first);
  });

  test('200 leads to the first report a copy that is being recorded', async () => {
    const { anna, annas } = await recordTwoDisputes();
    const first = (await record(service(), 'statements', annas)).id;
    const middle = (await record(service(), 'statements', another(annas))).id;
    const [made, revised] = await atOnce(
      { table: 'speakers', id: anna.id },
      () => post('statements', { ...another(annas), repeats: middle }),
      () => patch(`statements/${middle}`, { repeats: first }),
    );
    expect([made, revised]).toMatchObject([{ status: 201 }, { status: 200 }]);
    expect((await read(`statements/${made.body.id}`)).repeats.id).toBe(first);
  });

  test('201 repeats the first report, where that comes to repeat an earlier one at once', async () => {
    const { annas } = await recordTwoDisputes();
    const earliest = (await record(service(), 'statements', annas)).id;
    const first = (await record(service(), 'statements', another(annas))).id;
    const middle = (await record(service(), 'statements', { ...another(annas), repeats: first })).id;
    const [revised, made] = await atOnce(
      'commits',
      () => patch(`statements/${first}`, { repeats: earliest }),
      () => post('statements', { ...another(annas), repeats: middle }),
    );
    expect([revised, made]).toMatchObject([{ status: 200 }, { status: 201 }]);
    expect((await read(`statements/${made.body.id}`)).repeats.id).toBe(earliest);
    expect((await read(`statements/${middle}`)).repeats.id).toBe(earliest);
  });

  test('200 shows everyone the rebuttal between two drafts that are published at once', async () => {
    const { annas, bens } = await recordTwoDisputes();
    const answered = (await record(service(), 'statements', { ...annas, status: 'draft' })).id;
    const rebuts = [{ statement: answered, kind: 'denial' }];
    const answer = await record(service(), 'statements', { ...bens, status: 'draft', rebuts });
    const publish = (id: string) => patch(`statements/${id}`, { status: 'published' });
    const published = await atOnce(
      'commits',
      () => publish(answered),
      () => publish(answer.id),
    );
    expect(published).toMatchObject([{ status: 200 }, { status: 200 }]);
    const { items } = await read(`rebuttals/${answer.rebuts[0].id}/history`);
    expect(items).toMatchObject([{ action: 'publish' }]);
  });

  test('201 shows everyone the rebuttal of a draft that is being published', async () => {
    const { annas, bens } = await recordTwoDisputes();
    const answered = (await record(service(), 'statements', { ...annas, status: 'draft' })).id;
    const answering = (await record(service(), 'statements', bens)).id;
    const [published, made] = await atOnce(
      'commits',
      () => patch(`statements/${answered}`, { status: 'published' }),
      () => post('rebuttals', { statement: answering, rebuts: answered, kind: 'denial' }),
    );
    expect([published, made]).toMatchObject([{ status: 200 }, { status: 201 }]);
    expect((await read(`rebuttals/${made.body.id}/history`)).items).toMatchObject([{ action: 'create' }]);
  });

  test('200 keeps what was written to a rebuttal while its statement is revised', async () => {
    const { annas, bens } = await recordTwoDisputes();
    const answered = (await record(service(), 'statements', annas)).id;
    const rebuts = [{ statement: answered, kind: 'denial' }];
    const answer = await record(service(), 'statements', { ...bens, rebuts });
    const { id } = answer.rebuts[0];
    const [one, other] = await atOnce(
      'commits',
      () => patch(`rebuttals/${id}`, { note: 'Plainly' }),
      () => patch(`statements/${answer.id}`, { rebuts: [{ ...rebuts[0], kind: 'undercut' }] }),
    );
    expect([one, other]).toMatchObject([{ status: 200 }, { status: 200 }]);
    const { items } = await read(`rebuttals/${id}/history`);
    expect(items.map(({ revision }: { revision: number }) => revision)).toEqual([1, 2, 3]);
  });

  test('201 asks on the dispute to which its question is moving', async () => {
    const { question: taken, elsewhere, dispute } = await recordTwoDisputes();
    const question = await record(service(), 'questions', { dispute: dispute.id, text: `Whose is ${taken.slug}?` });
    const [moved, made] = await atOnce(
      'commits',
      () => patch(`questions/${question.id}`, { dispute: elsewhere.id }),
      () => post('claims', { question: question.id, text: `Ours is ${taken.slug}` }),
    );
    expect([moved, made]).toMatchObject([{ status: 200 }, { status: 201, body: { dispute: { id: elsewhere.id } } }]);
    expect((await read(`claims?dispute=${elsewhere.id}`)).items).toHaveLength(1);
  });

  test.each(['reviews', 'corrections', 'claim-relations'])(
    '200 merges a claim without the /%s of it that are being deleted',
    async (path) => {
      const { question, open, shut, outlet } = await recordTwoDisputes();
      const third = (await record(service(), 'claims', { question: question.id, text: `${open.text}, but` })).id;
      const body = {
        reviews: {
          ...{ claim: open.id, publisher: outlet.id, url: `https://courier.example/${open.id}`, title: 'Checked' },
          ...{ reviewedAt: '2024-03-02', rating: { label: 'False' } },
        },
        corrections: { claim: open.id, kind: 'update', note: 'Since then' },
        'claim-relations': { claim: open.id, target: third, kind: 'narrows' },
      }[path];
      const { id } = await record(service(), path, body as object);
      const [deleted, merged] = await atOnce(
        'commits',
        () => remove(`${path}/${id}`),
        () => post(`claims/${open.id}/merge`, { into: shut.id }),
      );
      expect([deleted.status, merged.status]).toEqual([204, 200]);
      const { items } = await read(`${path}/${id}/history`);
      expect(items.map(({ action }: { action: string }) => action)).toEqual(['create', 'delete']);
    },
  );
});
