import { describe, expect, test } from 'vitest';
import { trailOf } from '../../src/analysis/as-of/trail.ts';
import { systemSources } from '../../src/platform/engine/open.ts';
import type { Handle } from '../../src/platform/engine/tables.ts';
import { NESTED_MAX } from '../../src/record/statements/statement.ts';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { imported, ndjson } from '../support/import.ts';
import { another, record, recordStory, revise } from '../support/record.ts';

/** A service whose clock is set by the test. */
async function startAt(kind: (typeof ENGINES)[number], start: string) {
  let now = new Date(start);
  const service = await startService(kind, { sources: systemSources(() => now) });
  return { service, setClock: (time: string) => (now = new Date(time)) };
}

describe.each(ENGINES)('the record as it stood, on %s', (kind) => {
  test('200 shows every entity as GET showed it then, whatever came after', async () => {
    const { service, setClock } = await startAt(kind, '2024-03-01T10:00:00Z');
    const { http } = service;
    const story = await recordStory(service);
    const one = await record(service, 'statements', { ...story.isOpen, translations: [translation] });
    const rebuts = [{ statement: one.id, kind: 'denial' }];
    const other = await record(service, 'statements', { ...story.isShut, rebuts });
    const ends = { claim: story.shut.id, target: story.open.id };
    const relation = await record(service, 'claim-relations', { ...ends, kind: 'contradicts', note: 'Plainly' });
    const review = await record(service, 'reviews', {
      claim: story.open.id,
      publisher: story.outlet.id,
      url: 'https://courier.example/check',
      title: 'Checked',
      reviewedAt: '2024-03-02',
      rating: { label: 'Mostly False', value: '2', best: 5, worst: 1 },
    });
    const correction = await record(service, 'corrections', { statement: one.id, kind: 'update', note: 'Since then' });
    await record(service, 'corrections', { review: review.id, kind: 'clarification', note: 'A date' });
    const addresses = [
      ...[`sides/${story.north.id}`, `disputes/${story.dispute.id}`, `questions/${story.question.id}`],
      ...[`outlets/${story.outlet.id}`, `articles/${story.article.id}`, `speakers/${story.anna.id}`],
      ...[
        `claims/${story.open.id}`,
        `claim-relations/${relation.id}`,
        `statements/${one.id}`,
        `statements/${other.id}`,
      ],
      ...[`rebuttals/${other.rebuts[0].id}`, `reviews/${review.id}`, `corrections/${correction.id}`],
    ];
    const then = new Map<string, unknown>();
    const texts = new Map<string, string>();
    for (const path of addresses) {
      const { body, text } = await http.get(`/v1/${path}`).expect(200);
      then.set(path, body);
      texts.set(path, text);
    }

    setClock('2024-03-05T10:00:00Z');
    await revise(service, `sides/${story.north.id}`, { name: 'Renamed', slug: 'renamed' });
    await revise(service, `disputes/${story.dispute.id}`, {
      title: 'Retold',
      sides: [{ side: story.north.id, role: 'mediator' }, { side: story.south.id }],
    });
    await revise(service, `questions/${story.question.id}`, { text: 'Asked otherwise?' });
    await revise(service, `outlets/${story.outlet.id}`, { name: 'Sold' });
    await revise(service, `articles/${story.article.id}`, { title: 'Retitled', url: 'https://courier.example/moved' });
    await record(service, `articles/${story.article.id}/snapshots`, { text: 'Everything was rewritten.' });
    await revise(service, `speakers/${story.anna.id}`, { name: 'Anna Ost', affiliations: [] });
    await revise(service, `claims/${story.open.id}`, { text: 'It was open', terms: ['open'] });
    await revise(service, `claim-relations/${relation.id}`, { kind: 'narrows', note: null });
    await revise(service, `statements/${one.id}`, { note: 'Noted', stances: [], translations: [] });
    await revise(service, `rebuttals/${other.rebuts[0].id}`, { kind: 'undercut', note: 'Rather' });
    await revise(service, `reviews/${review.id}`, { rating: { label: 'Hard to say' } });
    await revise(service, `corrections/${correction.id}`, { note: 'Corrected' });
    await record(service, 'corrections', { article: story.article.id, kind: 'retraction', note: 'All of it' });

    for (const path of addresses) {
      const now = (await http.get(`/v1/${path}`).expect(200)).body;
      expect(now, path).not.toEqual(then.get(path));
      const before = await http.get(`/v1/${path}?asOf=2024-03-01T10:00:00Z`).expect(200);
      expect(before.body, path).toEqual(then.get(path));
      expect(before.text, path).toBe(texts.get(path));
      expect((await http.get(`/v1/${path}?asOf=2024-03-04`).expect(200)).body, path).toEqual(then.get(path));
      expect((await http.get(`/v1/${path}?asOf=2024-03`).expect(200)).body, path).toEqual(now);
      const { body } = await http.get(`/v1/${path}?asOf=2024-03-01T09:59:59.999Z`).expect(404);
      expect(body.code).toBe('not-found');
    }
  });

  test('410 for what was withdrawn then, 200 before, and 404 once it was deleted', async () => {
    const { service, setClock } = await startAt(kind, '2024-03-01T10:00:00Z');
    const { http, as } = service;
    const story = await recordStory(service);
    const statement = await record(service, 'statements', story.isOpen);
    const side = await record(service, 'sides', { name: 'Short-lived' });
    setClock('2024-03-02T10:00:00Z');
    const withdrawal = as.write.delete(`/v1/statements/${statement.id}`).set('If-Match', '*');
    await withdrawal.set('Change-Comment', 'Misheard').expect(204);
    await as.write.delete(`/v1/sides/${side.id}`).set('If-Match', '*').expect(204);
    setClock('2024-03-03T10:00:00Z');
    await as.write.post(`/v1/statements/${statement.id}/restore`).expect(200);
    const statementAt = (time: string) => http.get(`/v1/statements/${statement.id}?asOf=${time}`);
    expect((await statementAt('2024-03-01').expect(200)).body).toEqual(statement);
    const { body } = await statementAt('2024-03-02').expect(410);
    expect(body).toMatchObject({ code: 'withdrawn', reason: 'Misheard', withdrawnAt: '2024-03-02T10:00:00.000Z' });
    await statementAt('2024-03-03').expect(200);
    expect((await http.get(`/v1/sides/${side.id}?asOf=2024-03-01`).expect(200)).body).toEqual(side);
    await http.get(`/v1/sides/${side.id}?asOf=2024-03-02`).expect(404);
  });

  test('200 leaves out what was nested and withdrawn then, or a draft, and shows it again where it stood', async () => {
    const { service, setClock } = await startAt(kind, '2024-03-01T10:00:00Z');
    const { http, as } = service;
    const story = await recordStory(service);
    const one = await record(service, 'statements', story.isOpen);
    const rebuts = [{ statement: one.id, kind: 'denial' }];
    const other = await record(service, 'statements', { ...story.isShut, rebuts });
    const draft = await record(service, 'statements', { ...another(story.isShut), rebuts, status: 'draft' });
    const copy = await record(service, 'statements', { ...another(story.isOpen), repeats: one.id });
    const [link] = other.rebuts;
    setClock('2024-03-02T10:00:00Z');
    await as.write.delete(`/v1/statements/${other.id}`).set('If-Match', '*').expect(204);
    setClock('2024-03-03T10:00:00Z');
    await as.write.delete(`/v1/statements/${one.id}`).set('If-Match', '*').expect(204);
    await as.write.post(`/v1/statements/${other.id}/restore`).expect(200);
    setClock('2024-03-04T10:00:00Z');
    await as.write.post(`/v1/statements/${one.id}/restore`).expect(200);
    await revise(service, `statements/${draft.id}`, { status: 'published' });
    const at = async (path: string, time: string, by: typeof http | typeof as.write = http) =>
      (await by.get(`/v1/${path}?asOf=${time}`).expect(200)).body;
    const ids = (links: { statement: { id: string } }[]) => links.map(({ statement }) => statement.id);
    expect(ids((await at(`statements/${one.id}`, '2024-03-01')).rebuttals)).toEqual([other.id]);
    expect(ids((await at(`statements/${one.id}`, '2024-03-01', as.write)).rebuttals)).toEqual([other.id, draft.id]);
    expect((await at(`statements/${one.id}`, '2024-03-02')).rebuttals).toEqual([]);
    expect((await at(`statements/${other.id}`, '2024-03-03')).rebuts).toEqual([]);
    expect((await at(`statements/${copy.id}`, '2024-03-02')).repeats.id).toBe(one.id);
    expect((await at(`statements/${copy.id}`, '2024-03-03')).repeats).toBeNull();
    expect(ids((await at(`statements/${one.id}`, '2024-03-04')).rebuttals)).toEqual([other.id, draft.id]);
    await http.get(`/v1/rebuttals/${link.id}?asOf=2024-03-02`).expect(404);
  });

  test('200 leaves out what answered another statement then', async () => {
    const { service, setClock } = await startAt(kind, '2024-03-01T10:00:00Z');
    const story = await recordStory(service);
    const [one, other] = [
      await record(service, 'statements', story.isOpen),
      await record(service, 'statements', another(story.isOpen)),
    ];
    const rebuts = [{ statement: one.id, kind: 'denial' }];
    const answer = await record(service, 'statements', { ...story.isShut, rebuts });
    setClock('2024-03-02T10:00:00Z');
    await revise(service, `rebuttals/${answer.rebuts[0].id}`, { rebuts: other.id });
    const { body } = await service.http.get(`/v1/statements/${other.id}?asOf=2024-03-01`).expect(200);
    expect(body.rebuttals).toEqual([]);
  });

  test('200 nests no more rebuttals than GET does, and reads history in as many queries however many there are', async () => {
    const { service } = await startAt(kind, '2024-03-01T10:00:00Z');
    const story = await recordStory(service, { text: null });
    const one = await record(service, 'statements', story.isOpen);
    const answer = () =>
      record(service, 'statements', { ...story.isShut, rebuts: [{ statement: one.id, kind: 'denial' }] });
    await answer();
    const { read } = service.engine;
    let queries = 0;
    const query: Handle['query'] = (...asked) => {
      queries += 1;
      return read.query(...asked);
    };
    const queriesNow = async () => {
      queries = 0;
      await trailOf({ ...read, query }).asOf('statement', one.id, '2024-03', { key: null, scope: null });
      return queries;
    };
    const few = await queriesNow();
    for (let more = 0; more < NESTED_MAX + 2; more += 1) await answer();
    expect(await queriesNow()).toBe(few);
    const now = (await service.http.get(`/v1/statements/${one.id}`).expect(200)).body;
    expect(now.rebuttals).toHaveLength(NESTED_MAX);
    expect((await service.http.get(`/v1/statements/${one.id}?asOf=2024-03`).expect(200)).body).toEqual(now);
  });

  test('404 for a time when it was a draft, to those who may not see drafts', async () => {
    const { service, setClock } = await startAt(kind, '2024-03-01T10:00:00Z');
    const story = await recordStory(service);
    const { id } = await record(service, 'statements', { ...story.isOpen, status: 'draft' });
    setClock('2024-03-02T10:00:00Z');
    await revise(service, `statements/${id}`, { status: 'published' });
    await service.http.get(`/v1/statements/${id}?asOf=2024-03-01`).expect(404);
    expect((await service.as.write.get(`/v1/statements/${id}?asOf=2024-03-01`).expect(200)).body.status).toBe('draft');
    await service.http.get(`/v1/statements/${id}?asOf=2024-03-02`).expect(200);
  });

  test('200 shows as many rebuttals as GET does, the first of then', async () => {
    const { service, setClock } = await startAt(kind, '2024-03-01T10:00:00Z');
    const { http } = service;
    const story = await recordStory(service, { text: null });
    const one = await record(service, 'statements', story.isOpen);
    const answer = { type: 'statement', ...story.isShut, rebuts: [{ statement: one.id, kind: 'denial' }] };
    const answers = Array.from({ length: NESTED_MAX + 1 }, () => answer);
    expect(await imported(service, ndjson(answers))).toMatchObject({ created: NESTED_MAX + 1, rejected: 0 });
    const then = (await http.get(`/v1/statements/${one.id}`).expect(200)).text;
    setClock('2024-03-02T10:00:00Z');
    await service.as.write
      .delete(`/v1/rebuttals/${JSON.parse(then).rebuttals[0].id}`)
      .set('If-Match', '*')
      .expect(204);
    const rebuttalsAt = async (time: string) =>
      (await http.get(`/v1/statements/${one.id}?asOf=${time}`).expect(200)).body.rebuttals;
    expect(await rebuttalsAt('2024-03-02')).toEqual((await http.get(`/v1/statements/${one.id}`)).body.rebuttals);
    expect((await rebuttalsAt('2024-03-01')).length).toBe(NESTED_MAX);
  });

  test('400 refuses what is no time, and what is not known', async () => {
    const { service } = await startAt(kind, '2024-03-01T10:00:00Z');
    const side = await record(service, 'sides', { name: 'North' });
    for (const query of ['asOf=yesterday', 'asOf=2023-02-30', 'asOf=', 'when=2024'])
      expect((await service.http.get(`/v1/sides/${side.id}?${query}`).expect(400)).body.code).toBe('invalid');
  });
});

const translation = { language: 'de', text: 'Die Tore stehen offen', method: 'human' };
