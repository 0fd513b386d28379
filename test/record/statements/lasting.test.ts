import pino from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { StatementFilter } from '../../../src/analysis/statements/filter.ts';
import { listStatements, type StatementSort } from '../../../src/analysis/statements/list-store.ts';
import { buildApp } from '../../../src/app.ts';
import { openDatabase } from '../../../src/database.ts';
import { FAILURES, type Failure } from '../../../src/kernel/failure.ts';
import { readConfig } from '../../../src/platform/config.ts';
import { getStatement } from '../../../src/record/statements/store.ts';
import { NOBODY, type Step, writingSteps } from '../../differential/story.ts';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { Dice } from '../../support/random-record.ts';

type Asked = Pick<Service, 'app'>;

/** Another process's service on the same database, to which all that the first one writes was written by others. */
async function another({ database }: Service): Promise<Asked> {
  const config = readConfig({ RATE_LIMIT: '0', WAIT_MAX_MS: '0', LOG_LEVEL: 'silent' });
  const app = await buildApp(await openDatabase(database), config, pino({ level: 'silent' }));
  onTestFinished(() => app.close());
  await app.ready();
  return { app };
}

const EVERYONE = { drafts: false };
const LISTS = [
  ['-saidAt', {}, ''],
  ['createdAt', {}, '&sort=createdAt'],
  ['-saidAt', { rebutted: true }, '&rebutted=true'],
  ['-saidAt', { q: 'blockade' }, '&q=blockade'],
] as const;
let asks = 0;

/** Whatever was answered before is not sent again: nobody has accepted this yet. */
async function told({ app }: Asked, url: string): Promise<string> {
  asks += 1;
  const answer = await app.inject({ url, headers: { accept: `application/json, nobody/${asks}` } });
  return answer.statusCode === 200 ? answer.payload : String(answer.statusCode);
}

/** A statement as it is made of what is read now, and a list of them. */
async function madeAnew({ engine }: Service, id: string): Promise<string> {
  try {
    return JSON.stringify(await getStatement(engine.read, id, EVERYONE));
  } catch (error) {
    return String(FAILURES[(error as Failure).code][0]);
  }
}

async function listedAnew({ engine }: Service, sort: StatementSort, more: Partial<StatementFilter>): Promise<string> {
  const paging = { limit: 200, after: null, count: false };
  const page = await listStatements(engine, { status: 'published', ...more }, sort, paging, EVERYONE);
  return `{"items":${JSON.stringify(page.items)},"next":null}`;
}

/** Sends steps of a story, in which ids have names. */
function storyteller({ keys }: Service) {
  const ids = new Map<string, string>();
  const named = (text: string) => text.replace(/\$([a-z]+\d+)/g, (whole, name) => ids.get(name) ?? whole);
  const take = async ({ app }: Asked, { method, path, body, headers, makes }: Step) => {
    const answer = await app.inject({
      method: method as 'POST',
      url: named(path),
      headers: {
        ...(body && { 'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json' }),
        ...(headers?.authorization !== NOBODY && { authorization: `Bearer ${keys.admin}` }),
        ...headers,
      },
      ...(body && { payload: named(JSON.stringify(body)) }),
    });
    if (makes !== undefined && answer.statusCode === 201) ids.set(makes, answer.json().id);
  };
  const all = (kind: string) => [...ids].flatMap(([name, id]) => (name.startsWith(kind) ? [id] : []));
  return { take, all };
}

/** On PostgreSQL nothing lasts, and each step takes longer. */
const STORIES = { sqlite: { seeds: [1, 2, 3], statements: 150 }, postgres: { seeds: [4], statements: 40 } };

/** What stories leave out: another name or kind of something, and that it goes. */
function changeOf(all: (kind: string) => string[], dice: Dice, at: number): Step[] {
  const [path, kind, body] = dice.one([
    ['sides', 'side', { name: `Side ${at}` }],
    ['disputes', 'dispute', { title: `Title ${at}` }],
    ['outlets', 'outlet', { name: `Outlet ${at}` }],
    ['articles', 'article', { title: `Article ${at}` }],
    ['speakers', 'speaker', { name: `Speaker ${at}` }],
    ['claims', 'claim', { text: `Claim ${at}` }],
    ['rebuttals', 'rebuttal', { note: `Note ${at}` }],
    ['rebuttals', 'rebuttal', null],
    ['corrections', 'correction', { note: `Note ${at}` }],
    ['corrections', 'correction', null],
  ] as const);
  const ids = all(kind);
  if (ids.length === 0) return [];
  const headers = { 'if-match': '*' };
  const step = { path: `/v1/${path}/${dice.one(ids)}`, headers };
  return [body ? { method: 'PATCH', body, ...step } : { method: 'DELETE', ...step }];
}

describe.each(ENGINES)('what was told of statements on %s', (kind) => {
  const { seeds, statements: length } = STORIES[kind];
  test.each(seeds)('is told again as it would be made, whoever wrote what meanwhile: story %i', async (seed) => {
    const service = await startService(kind);
    const other = await another(service);
    const { take, all } = storyteller(service);
    const dice = new Dice(seed);
    let lasted = 0;
    for (const [at, step] of writingSteps(seed, length).entries())
      for (const one of at % 4 === 0 ? [step, ...changeOf(all, dice, at)] : [step]) {
        await take(dice.chance(90) ? service : other, one);
        const some = all('statement').filter(() => dice.chance(10));
        const lasting = service.engine.read.lasting();
        lasted += some.filter((id) => lasting.get(id)).length;
        for (const [sort, filter, more] of LISTS)
          expect(await told(service, `/v1/statements?limit=200${more}`), JSON.stringify(one)).toBe(
            await listedAnew(service, sort, filter),
          );
        for (const id of some)
          expect(await told(service, `/v1/statements/${id}`), JSON.stringify(one)).toBe(await madeAnew(service, id));
      }
    if (kind === 'sqlite') expect(lasted).toBeGreaterThan(100);
    else expect(lasted).toBe(0);
  });
});
