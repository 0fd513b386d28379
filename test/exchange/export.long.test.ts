import { getTableColumns } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { WHOLE } from '../../src/exchange/whole.ts';
import { tables } from '../../src/tables.ts';
import { faultsOf } from '../faults/inspection.ts';
import { type Service, startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { recordEverything } from './whole-record.ts';

async function exported({ app }: Service, key?: string): Promise<string> {
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const { statusCode, body } = await app.inject({ url: '/v1/export', headers });
  expect(statusCode).toBe(200);
  return body;
}

async function imported({ as }: Service, scope: 'write' | 'admin', body: string) {
  const { body: job } = await as[scope]
    .post('/v1/imports?format=record')
    .set('content-type', 'application/x-ndjson')
    .send(body)
    .expect(202);
  const read = async () => (await as.write.get(`/v1/imports/${job.id}`).expect(200)).body;
  await expect.poll(async () => (await read()).state, { timeout: 60_000 }).toMatch(/done|failed/);
  return read();
}

type Line = Record<string, unknown> & { type: string };
const linesOf = (text: string): Line[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** How a line of history is stored; its words are told whatever that says. */
const STORED = 'changes.toldByRow';

/** The columns of the record that say nothing in any line, by their tables. */
function silent(lines: readonly Line[]): string[] {
  const byType = Map.groupBy(lines, ({ type }) => type);
  return WHOLE.flatMap(({ type, table }) =>
    Object.keys(getTableColumns(tables.sqlite[table] as SQLiteTable))
      .filter((column) => !(byType.get(type) ?? []).some((line) => saysSomething(line[column])))
      .map((column) => `${table}.${column}`),
  ).filter((column) => column !== STORED);
}

function saysSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== undefined && value !== '' && value !== 0 && value !== false;
}

/** The lines without the ids that another service gives anew, in an order of their own. */
function withoutIds(text: string): string[] {
  return linesOf(text)
    .map((line) => JSON.stringify(line).replace(/(stm|rev)_\w{13}/g, '$1'))
    .sort();
}

/** Answers of all rooms that are made from what follows from the record. */
const ASKED = [
  '/v1/statements?count=true&limit=200',
  '/v1/search?q=gates',
  '/v1/search?q=open&kind=article',
  '/v1/pairs?count=true',
  '/v1/drift?limit=200',
  '/v1/corrections?limit=200',
  '/v1/comparisons/terms?term=open&term=shut',
  '/v1/changes?limit=200&order=desc',
];

const ofStatement = ({ entityType }: Line) => entityType === 'statement';

/** What writes the first line of a type anew. */
function revised(type: string, change: (line: Line) => object, isMeant: (line: Line) => boolean = () => true) {
  return (lines: string[]): string[] => {
    const first = lines.findIndex((line) => line.startsWith(`{"type":"${type}"`) && isMeant(JSON.parse(line)));
    return lines.with(first, JSON.stringify(change(JSON.parse(lines[first] as string))));
  };
}

describe.each(ENGINES)('an export on %s', (kind) => {
  const other = kind === 'sqlite' ? 'postgres' : 'sqlite';

  test('of everything has all there is to a record, and goes to the other engine and back with the same bytes and answers', async () => {
    const service = await startService(kind, { content: 'demo' });
    await recordEverything(service);
    const before = await exported(service, service.keys.admin);
    const lines = linesOf(before);
    expect(lines[0]).toEqual({ type: 'export', of: 'everything', version: 1 });
    const rows = lines.length - 2;
    expect(lines.at(-1)).toEqual({ type: 'end', rows });
    expect(silent(lines)).toEqual([]);
    const asked = async ({ as }: Service) =>
      Promise.all(ASKED.map(async (url) => ({ url, ...(await as.admin.get(url).expect(200)).body, next: null })));
    const answers = await asked(service);

    const [there, back] = [await startService(other), await startService(kind)];
    for (const empty of [there, back]) {
      const job = await imported(empty, 'admin', empty === there ? before : await exported(there, there.keys.admin));
      expect(job).toMatchObject({ state: 'done', rejected: 0, read: rows, created: rows });
      expect(await exported(empty, empty.keys.admin)).toBe(before);
      expect(await asked(empty)).toEqual(answers);
      expect(await faultsOf(empty.engine)).toEqual([]);
      const report = await empty.as.write.get(`/v1/imports/${job.id}/rows?format=csv`).expect(200);
      expect(report.text.trimEnd().split('\r\n')).toHaveLength(1 + rows);
    }
  });

  test('of everything is refused by who has records already, and by a key that may only write; nothing is written', async () => {
    const service = await startService(kind, { content: 'demo' });
    const whole = await exported(service, service.keys.admin);
    const before = (await service.changes()).length;
    const refused = await imported(service, 'admin', whole);
    expect(refused).toMatchObject({ state: 'failed', created: 0, errors: [{ code: 'conflict' }] });
    expect((await service.changes()).length).toBe(before);
    const empty = await startService(kind);
    const forbidden = await imported(empty, 'write', whole);
    expect(forbidden).toMatchObject({ state: 'failed', errors: [{ code: 'forbidden' }] });
    expect(await empty.changes()).toEqual([]);
  });

  test.each<[string, (lines: string[]) => string[], RegExp]>([
    [
      'a line that is cut off',
      (lines) => [...lines.slice(0, -2), (lines.at(-2) as string).slice(0, 40)],
      /not valid JSON/,
    ],
    ['a file that ends too early', (lines) => lines.slice(0, -3), /The export ends too early/],
    ['a line left out', (lines) => lines.filter((line) => !line.includes('"row:likenesses"')), /lines, and has \d+/],
    [
      'a line of history that was changed',
      (lines) => lines.map((line) => line.replace('"actor":"demo"', '"actor":"me"')),
      /history of the export breaks at line 1/,
    ],
    [
      'a row before what it refers to',
      (lines) => [lines[0] as string, ...lines.slice(1, -1).reverse()],
      /Line \d+ does not fit/,
    ],
    ['a line twice', (lines) => lines.flatMap((line, at) => (at === 3 ? [line, line] : [line])), /Line 5 does not fit/],
    ['a line of another kind', (lines) => [lines[0] as string, '{"type":"mood"}'], /Line \d+ is no line of an export/],
    [
      'a row that lacks what it must have',
      (lines) => [...lines.slice(0, 1), '{"type":"side","id":"sid_1"}'],
      /Line 2 does not fit/,
    ],
    [
      'a line of history without words, which says that its row has them',
      revised('change', (line) => ({ ...line, patch: null, toldByRow: 1 }), ofStatement),
      /breaks at line \d+: its words are missing/,
    ],
    [
      'a patch that is no list',
      revised('change', (line) => ({ ...line, patch: {} })),
      /Line \d+ has a patch that is none/,
    ],
    [
      'a patch of nothing',
      revised('change', (line) => ({ ...line, patch: [null] })),
      /Line \d+ has a patch that is none/,
    ],
    [
      'a patch as it would be stored',
      revised('change', (line) => ({ ...line, patch: [{ op: 'add', path: '', template: 99, value: {} }] })),
      /Line \d+ has a patch that is none/,
    ],
    ['stances that are none', revised('statement', (line) => ({ ...line, stances: {} })), /Line \d+ does not fit/],
    [
      'a claim that was merged into none',
      revised('claim', (line) => ({ ...line, mergedIntoId: 'clm_000000000000z' })),
      /Line \d+ was merged into a claim that there is not/,
    ],
  ])('of everything with %s is refused in words, and nothing of it is kept', async (_name, spoil, words) => {
    const service = await startService(kind, { content: 'demo' });
    const lines = (await exported(service, service.keys.admin)).trimEnd().split('\n');
    const empty = await startService(kind);
    const job = await imported(empty, 'admin', `${spoil(lines).join('\n')}\n`);
    expect(job).toMatchObject({ state: 'failed', created: 0 });
    expect(job.errors[0].detail).toMatch(words);
    expect(await exported(empty, empty.keys.admin)).toBe(
      '{"type":"export","of":"everything","version":1}\n{"type":"end","rows":0}\n',
    );
    expect((await empty.http.get('/v1/search?q=corridor').expect(200)).body.items).toEqual([]);
    // What was refused hinders nobody: the file as it was is taken over.
    expect(await imported(empty, 'admin', `${lines.join('\n')}\n`)).toMatchObject({ state: 'done' });
  });

  test('without a key is what anybody may read, as lines of record that another service reads', async () => {
    const service = await startService(kind, { content: 'demo' });
    const told = await exported(service);
    expect(linesOf(told).filter(({ type }) => ['snapshot', 'change', 'export'].includes(type))).toEqual([]);
    const empty = await startService(kind);
    const job = await imported(empty, 'write', told);
    expect(job.errors).toEqual([]);
    expect(job).toMatchObject({ state: 'done', rejected: 0, created: linesOf(told).length });
    expect(withoutIds(await exported(empty))).toEqual(withoutIds(told));
  });

  test('with a key that may write has drafts and texts, too, and another service reads every line of it', async () => {
    const service = await startService(kind, { content: 'demo' });
    await recordEverything(service);
    const told = await exported(service, service.keys.write);
    const types = Map.groupBy(linesOf(told), ({ type }) => type);
    expect(types.get('snapshot')?.length).toBeGreaterThan(3);
    expect(types.get('statement')?.filter(({ status }) => status === 'draft').length).toBeGreaterThan(1);
    const empty = await startService(kind);
    const job = await imported(empty, 'write', told);
    expect(job).toMatchObject({ errors: [], state: 'done', rejected: 0 });
    expect(withoutIds(await exported(empty, empty.keys.write))).toEqual(withoutIds(told));
    const drifts = async ({ as }: Service) => {
      const { items } = (await as.read.get('/v1/drift?limit=200').expect(200)).body;
      return items
        .map((one: { drift: string; statement: { quote: string } }) => [one.statement.quote, one.drift])
        .sort();
    };
    expect(await drifts(empty)).toEqual(await drifts(service));
    expect(await imported(empty, 'write', told)).toMatchObject({ state: 'done', created: 0, updated: 0, rejected: 0 });
  });
});
