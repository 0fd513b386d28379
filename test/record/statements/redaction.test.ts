import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { verifyChain } from '../../../src/history/verify.ts';
import type { Engine } from '../../../src/platform/engine/tables.ts';
import { blank } from '../../../src/record/articles/redaction.ts';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { record, recordStory, revise, TEXT } from '../../support/record.ts';

const WORDS = 'The gates stand open day and night';
/** Everything that was ever written into the statement, and is to be gone. */
const SECRETS = {
  quote: WORDS,
  cue: 'whispered-cue',
  setting: 'In the back room of the harbour inn',
  context: `“${WORDS},” Anna Nord told reporters on Monday.`,
  note: 'An editor wonders about this',
  original: { language: 'de', text: 'Die Tore stehen Tag und Nacht offen' },
  translations: [{ language: 'fr', text: 'Les portes sont ouvertes jour et nuit', method: 'human' }],
};
const GONE = [
  ...[WORDS, 'whispered-cue', 'back room of the harbour', 'An editor wonders', 'Die Tore stehen', 'Les portes sont'],
  ...[WORDS.toLowerCase(), 'A first note', 'Why I wrote this', 'Why I changed it'],
];

async function recordSecret(service: Service) {
  const story = await recordStory(service);
  const made = await service.as.write
    .post('/v1/statements')
    .set('Change-Comment', 'Why I wrote this')
    .send({ ...story.isOpen, ...SECRETS, note: 'A first note' })
    .expect(201);
  await service.as.write
    .patch(`/v1/statements/${made.body.id}`)
    .set('If-Match', '*')
    .set('Change-Comment', 'Why I changed it')
    .send({ note: SECRETS.note })
    .expect(200);
  await record(service, `articles/${story.article.id}/snapshots`, { text: `Updated.\n\n${TEXT}` });
  return { story, id: made.body.id as string };
}

/** Every row of every table, as text. */
async function everything(engine: Engine): Promise<string> {
  const tables = Object.keys(engine.read.t) as (keyof Engine['read']['t'])[];
  const rows = await Promise.all(
    tables.map((table) =>
      engine.read.query(`all of ${table}`, ({ db, t }) => db.select().from(t[table] as Engine['read']['t']['sides'])),
    ),
  );
  return JSON.stringify(rows, (_name, value) => (typeof value === 'bigint' ? String(value) : value));
}

const redact = (service: Service, id: string, reason = 'Order 12/24 of the district court') =>
  service.as.admin.post(`/v1/statements/${id}/redact`).send({ reason });

describe.each(ENGINES)('redacting on %s', (kind) => {
  test('200 removes the words from every row, and the chain still holds', async () => {
    const service = await startService(kind);
    const { story, id } = await recordSecret(service);
    const before = await everything(service.engine);
    for (const words of GONE) expect(before, words).toContain(words);
    const { body } = await redact(service, id).expect(200);
    expect(body).toEqual({
      id,
      revision: 3,
      redactedAt: expect.any(String),
      reason: 'Order 12/24 of the district court',
      lines: expect.any(Array),
      comments: [],
      snapshots: [1, 2],
      elsewhere: [],
      purged: true,
    });
    const after = await everything(service.engine);
    for (const words of GONE) expect(after, words).not.toContain(words);
    expect(await verifyChain(service.engine.read)).toMatchObject({ broken: null, redacted: body.lines.length });
    const text = await service.as.read.get(`/v1/articles/${story.article.id}/snapshots/1`).expect(200);
    expect(text.body.text).toBe(TEXT.replace(WORDS, '█'.repeat(WORDS.length)));
  });

  test('410 says publicly when and why; history says which lines lost their words', async () => {
    const service = await startService(kind);
    const { id } = await recordSecret(service);
    const { lines, redactedAt } = (await redact(service, id)).body;
    const reason = 'Order 12/24 of the district court';
    const { body } = await service.http.get(`/v1/statements/${id}`).expect(410);
    expect(body).toMatchObject({ code: 'withdrawn', reason, redactedAt, withdrawnAt: redactedAt });
    const { items } = (await service.http.get(`/v1/statements/${id}/history`).expect(200)).body;
    expect(items).toMatchObject([
      { action: 'create', patch: [], comment: null, redacted: true },
      { action: 'revise', patch: [], comment: null, redacted: true },
      { action: 'redact', comment: reason },
    ]);
    expect(items[2].patch).toContainEqual({ op: 'replace', path: '/redactedLines', value: lines });
    expect(items.slice(0, 2).map(({ seq }: { seq: number }) => seq)).toEqual(lines);
    await service.http.get(`/v1/statements/${id}?asOf=2100`).expect(410);
  });

  test('410 refuses to restore or revise it, and 409 to redact it twice', async () => {
    const service = await startService(kind);
    const { id } = await recordSecret(service);
    await redact(service, id).expect(200);
    const count = (await service.changes()).length;
    await service.as.write.post(`/v1/statements/${id}/restore`).expect(410);
    await expect(revise(service, `statements/${id}`, { quote: WORDS })).rejects.toThrow(/410/);
    expect((await redact(service, id).expect(409)).body.code).toBe('conflict');
    expect(await service.changes()).toHaveLength(count);
  });

  test('a text that was blanked does not come back when it is sent again', async () => {
    const service = await startService(kind);
    const story = await recordStory(service);
    const { id } = await record(service, 'statements', story.isOpen);
    await record(service, `articles/${story.article.id}/snapshots`, { text: 'Everything was rewritten.' });
    await redact(service, id).expect(200);
    const again = await service.as.write.post(`/v1/articles/${story.article.id}/snapshots`).send({ text: TEXT });
    expect([again.status, again.body.number, again.body.redacted]).toEqual([200, 1, true]);
    const { body } = await service.as.read.get(`/v1/articles/${story.article.id}/snapshots/1`).expect(200);
    expect(body.text).not.toContain(WORDS);
  });

  test('another text of the article keeps what stands where the quote stood in the first', async () => {
    const service = await startService(kind);
    const story = await recordStory(service);
    // Too short to be blanked wherever it stands.
    const { id, anchor } = await record(service, 'statements', {
      ...story.isOpen,
      quote: 'day',
      quoteType: 'indirect',
    });
    const rewritten = 'Nothing of what was printed here before is left, and others said all of it. '.repeat(5);
    await record(service, `articles/${story.article.id}/snapshots`, { text: rewritten });
    const { body } = await redact(service, id).expect(200);
    expect(body.snapshots).toEqual([1]);
    const textOf = async (number: number) =>
      (await service.as.read.get(`/v1/articles/${story.article.id}/snapshots/${number}`).expect(200)).body.text;
    expect(await textOf(2)).toBe(rewritten);
    expect(
      Array.from(await textOf(1))
        .slice(anchor.start, anchor.end)
        .join(''),
    ).toBe('█'.repeat(3));
  });

  test('other quotes of the article keep their places', async () => {
    const service = await startService(kind);
    const { story, id } = await recordSecret(service);
    const other = await record(service, 'statements', story.isShut);
    await redact(service, id).expect(200);
    expect((await service.http.get(`/v1/statements/${other.id}`)).body.anchor).toEqual(other.anchor);
    const again = await record(service, 'statements', { ...story.isShut, speaker: story.anna.id });
    expect(again.anchor).toMatchObject({ result: 'exact', start: other.anchor.start, end: other.anchor.end });
  });

  test('what else has the words is named, for a person to look at', async () => {
    const service = await startService(kind);
    const { story, id } = await recordSecret(service);
    const copy = await record(service, 'statements', { ...story.isOpen, speaker: story.ben.id, repeats: id });
    const note = `She said: ${WORDS}`;
    const correction = await record(service, 'corrections', { statement: id, kind: 'clarification', note });
    const { body } = await redact(service, id).expect(200);
    expect(body.elsewhere).toEqual([
      { type: 'statement', id: copy.id },
      { type: 'correction', id: correction.id },
    ]);
  });

  test('a draft and a withdrawn statement are redacted too; a draft stays unknown', async () => {
    const service = await startService(kind);
    const { story, id } = await recordSecret(service);
    const draft = await record(service, 'statements', { ...story.isShut, status: 'draft' });
    await redact(service, draft.id).expect(200);
    await service.http.get(`/v1/statements/${draft.id}`).expect(404);
    await service.http.get(`/v1/statements/${draft.id}/history`).expect(404);
    await service.as.write.delete(`/v1/statements/${id}`).set('If-Match', '*').set('Change-Comment', WORDS).expect(204);
    await redact(service, id).expect(200);
    expect(await everything(service.engine)).not.toContain(WORDS);
    expect((await service.http.get(`/v1/statements/${id}`).expect(410)).body.withdrawnAt).toEqual(expect.any(String));
  });

  test('only an admin redacts, and only with a reason', async () => {
    const service = await startService(kind);
    const { id } = await recordSecret(service);
    const url = `/v1/statements/${id}/redact`;
    await service.http.post(url).send({ reason: 'x' }).expect(401);
    await service.as.write.post(url).send({ reason: 'x' }).expect(403);
    for (const body of [{}, { reason: '' }, { reason: ' ' }, { reason: 'x', mood: 'grim' }])
      expect((await service.as.admin.post(url).send(body).expect(400)).body.code).toBe('invalid');
    await service.as.admin.post(url).set('If-Match', '"1-x"').send({ reason: 'x' }).expect(412);
    await service.http.get(`/v1/statements/${id}`).expect(200);
  });

  test('what an import job told of the words is withheld', async () => {
    const service = await startService(kind);
    const { story, id } = await recordSecret(service);
    const line = { type: 'statement', ...story.isOpen, quote: WORDS.replace('open', 'opened') };
    const sent = await service.as.write
      .post('/v1/imports?format=record')
      .set('content-type', 'application/x-ndjson')
      .send(JSON.stringify(line));
    expect(sent.status).toBe(202);
    const job = async () => (await service.as.write.get(`/v1/imports/${sent.body.id}`)).body;
    await expect.poll(async () => (await job()).state).toBe('done');
    expect(JSON.stringify(await job())).toContain(WORDS);
    await redact(service, id).expect(200);
    expect((await job()).errors).toMatchObject([{ line: 1, code: 'quote-altered' }]);
    expect(JSON.stringify(await job())).not.toContain(WORDS);
  });
});

describe('the files of the database', () => {
  test('of SQLite have the words no more, nowhere, as soon as the redaction is answered', async () => {
    const service = await startService('sqlite');
    const { id } = await recordSecret(service);
    const [{ file }] = (await service.engine.read.query('files', ({ db }) =>
      db.select({ file: sql<string>`file` }).from(sql`pragma_database_list`),
    )) as [{ file: string }];
    const folder = dirname(file);
    const bytes = async () =>
      Buffer.concat(await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))).toString(
        'latin1',
      );
    const latin1 = (words: string) => Buffer.from(words).toString('latin1');
    const before = await bytes();
    for (const words of GONE) expect(before.includes(latin1(words)), words).toBe(true);
    // Reading and writing go on meanwhile.
    const [redacted, ...others] = await Promise.all([
      redact(service, id),
      ...Array.from({ length: 20 }, (_, at) => service.as.write.post('/v1/sides').send({ name: `Meanwhile ${at}` })),
      service.http.get('/v1/sides'),
    ]);
    expect(redacted.body.purged).toBe(true);
    expect(others.map(({ status }) => status)).toEqual([...Array(20).fill(201), 200]);
    const after = await bytes();
    for (const words of GONE) expect(after.includes(latin1(words)), words).toBe(false);
  });
});

describe('blanking', () => {
  test.each([
    ['at a place, in code points', '🚢 ships sail', [], [{ start: 2, end: 7 }], '🚢 █████ sail'],
    [
      'wherever long words stand',
      'so it is said, so it is said',
      ['so it is said'],
      [],
      '█████████████, █████████████',
    ],
    ['nothing of short words', 'no, no', ['no'], [], 'no, no'],
    ['what a pattern would mean otherwise', 'a (strange) $& text', ['(strange) $& text'], [], 'a █████████████████'],
  ])('blanks %s', (_what, text, words, places, blanked) => {
    expect(blank(text, words, places)).toBe(blanked);
    expect(Array.from(blanked)).toHaveLength(Array.from(text).length);
  });
});
