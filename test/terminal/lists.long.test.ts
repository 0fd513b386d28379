import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/platform/columns.ts';
import { startService } from '../support/app.ts';
import { counterclaim, startServing } from '../support/command.ts';
import { ENGINES, freshDatabase } from '../support/database.ts';
import { record, recordStory, TEXT } from '../support/record.ts';

/** On a machine that is busy with other tests nobody is sent away. */
const unhurried = { WAIT_MAX_MS: '0' };

describe.each(ENGINES)('counterclaim pairs and search on %s', (kind) => {
  test('0 and a table, from the database and from a service alike, and the items of the API as JSON', async () => {
    const DATABASE_URL = await freshDatabase(kind, 'demo');
    const asked = ['pairs', '--claim', 'blockade', '--side', 'armenia', '--side', 'united-nations'];
    const direct = await counterclaim(asked, { DATABASE_URL });
    expect(direct).toMatchObject({ code: 0, stderr: '* the date of the article: when it was said is not known\n' });
    const [headings = '', ...rows] = direct.stdout.trimEnd().split('\n');
    expect(rows).toHaveLength(4);
    const at = headings.indexOf('AGAINST IT SAID');
    for (const row of rows) expect(row.slice(at)).toMatch(/^2023-09-06 +Elchin Amirbayov \(Azerbaijan\) +/);
    const { stdout } = await counterclaim([...asked, '--json', '--limit', '3'], { DATABASE_URL });
    const { address } = await startServing({ DATABASE_URL, ...unhurried });
    expect(await counterclaim([...asked, '--url', address])).toEqual(direct);
    const query = 'claim=blockade&side=armenia&side=united-nations&limit=3';
    const { items } = (await (await fetch(`${address}/v1/pairs?${query}`)).json()) as { items: unknown[] };
    expect(JSON.parse(stdout)).toEqual({ items, next: expect.any(String) });
  });

  test('goes on over as many pages as it takes, and says that there is more', async () => {
    const DATABASE_URL = await freshDatabase(kind, 'demo');
    const all = JSON.parse((await counterclaim(['pairs', '--limit', '10000', '--json'], { DATABASE_URL })).stdout);
    expect(all.next).toBeNull();
    const some = await counterclaim(['pairs', '--limit', '2'], { DATABASE_URL });
    expect(some.stdout.trimEnd().split('\n')).toHaveLength(3);
    expect(some.stderr).toMatch(/^There are more than these 2: --limit lists up to 10000\.$/m);
  });

  test('finds what holds the words, and says so where nothing does', async () => {
    const DATABASE_URL = await freshDatabase(kind, 'demo');
    const found = await counterclaim(['search', 'corridor', '--kind', 'claim', '--', '-blockading'], { DATABASE_URL });
    expect(found).toMatchObject({ code: 0, stderr: '' });
    expect(found.stdout.split('\n')[1]).toMatch(
      /^claim +– +– +Access through the Lachin _corridor_ is limited, .*limited-access$/,
    );
    const nothing = await counterclaim(['search', 'nobody', 'says', 'this'], { DATABASE_URL });
    expect(nothing).toEqual({ code: 0, stdout: 'Nothing is found.\n', stderr: '' });
  });

  test('lists quotes that were changed, as the service does, and one pair for two utterances where that is asked', async () => {
    const service = await startService(kind);
    const story = await recordStory(service);
    const first = await record(service, 'statements', story.isShut);
    await record(service, 'statements', { ...story.isOpen, rebuts: [{ statement: first.id, kind: 'denial' }] });
    const other = await record(service, 'articles', {
      ...{ url: 'https://other.example/copy', title: 'Copy', outlet: story.outlet.id, publishedAt: '2024-03-02' },
    });
    await record(service, 'statements', { ...story.isOpen, article: other.id, repeats: null, stances: [] });
    const copy = {
      ...story.isShut,
      article: other.id,
      repeats: first.id,
      stances: [{ claim: story.open.id, stance: 'deny' }],
    };
    await record(service, 'statements', copy);
    const text = TEXT.replace('Nobody has seen the key', 'Nobody had the key');
    await record(service, `articles/${story.article.id}/snapshots`, { text });
    const DATABASE_URL = service.database;
    const { address } = await startServing({ DATABASE_URL, ...unhurried });
    const asked = async (...args: string[]) => {
      const direct = await counterclaim(args, { DATABASE_URL });
      expect(await counterclaim([...args, '--url', address])).toEqual(direct);
      return direct;
    };
    const told = await asked('drift', '--drift', 'altered', '--drift', 'gone');
    expect(told).toMatchObject({ code: 0, stderr: '' });
    expect(told.stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(told.stdout).toMatch(/altered/);
    const here = async (...args: string[]) => (await counterclaim(args, { DATABASE_URL })).stdout;
    const json = JSON.parse(await here('drift', '--drift', 'altered', '--json'));
    const items = (await service.http.get('/v1/drift?drift=altered').expect(200)).body.items;
    expect(json).toEqual({ items, next: null });
    expect(await here('drift', '--drift', 'gone')).toBe('No quote was changed after publication.\n');
    expect(JSON.parse(await here('pairs', '--json')).items).toHaveLength(2);
    expect(JSON.parse((await asked('pairs', '--json', '--distinct')).stdout).items).toHaveLength(1);
  });

  test('keeps its columns where speakers and words are written in any script', async () => {
    const service = await startService(kind);
    const story = await recordStory(service, { text: null });
    const words = [
      'Լաչինի միջանցքը փակ չէ corridor',
      'لا يوجد حصار corridor',
      '走廊没有被封锁 corridor',
      'plain corridor',
    ];
    for (const quote of words) await record(service, 'statements', { ...story.isOpen, quote });
    const { stdout } = await counterclaim(['search', 'corridor', '--kind', 'statement'], {
      DATABASE_URL: service.database,
    });
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(1 + words.length);
    const places = lines.map((line) => widthOf(line.slice(0, line.search(/stm_\w+$|NAME$/))));
    expect(new Set(places).size).toBe(1);
  });
});

describe('a command that asks a service', () => {
  test('1 in words for an answer that is not this service’s, and for a key that it does not know', async () => {
    const DATABASE_URL = await freshDatabase('sqlite', 'demo');
    const { address } = await startServing({ DATABASE_URL, PUBLIC_READ: 'false', ...unhurried });
    const asked = ['pairs', '--url', address];
    for (const COUNTERCLAIM_KEY of ['', 'cck_nobody-knows-this-one']) {
      const refused = await counterclaim(asked, { COUNTERCLAIM_KEY });
      expect(refused).toMatchObject({ code: 1, stdout: '' });
      expect(refused.stderr).toMatch(/COUNTERCLAIM_KEY/);
    }
    const made = await counterclaim(['key', 'create', 'me', '--scope', 'read'], { DATABASE_URL });
    const admitted = await counterclaim(asked, { COUNTERCLAIM_KEY: made.stdout.trim() });
    expect(admitted.code).toBe(0);
    expect(await counterclaim([...asked, '--key', made.stdout.trim()])).toEqual(admitted);
    const other = await counterclaim(['pairs', '--url', `${address}/docs`]);
    expect(other).toMatchObject({ code: 1, stdout: '' });
  });

  test('0 for a database is not asked for a key that is meant for a service', async () => {
    const DATABASE_URL = await freshDatabase('sqlite', 'demo');
    const { code } = await counterclaim(['pairs'], { DATABASE_URL, COUNTERCLAIM_KEY: 'cck_of-another-service' });
    expect(code).toBe(0);
  });

  test.each([
    ['a basis that is none', ['pairs', '--basis', 'quarrel'], /basis: must be/],
    ['a number that is none', ['pairs', '--limit', 'many'], /It is no number from 1 to 10000/],
    ['no words', ['search'], /missing required argument/],
  ])('2 for %s', async (_name, args, words) => {
    const DATABASE_URL = await freshDatabase('sqlite', 'demo');
    const { code, stdout, stderr } = await counterclaim(args, { DATABASE_URL });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(words);
  });
});
