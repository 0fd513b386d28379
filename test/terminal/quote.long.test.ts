import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startService } from '../support/app.ts';
import { counterclaim, startServing } from '../support/command.ts';
import { ENGINES, freshDatabase } from '../support/database.ts';
import { record, recordStory } from '../support/record.ts';

const TEXT =
  'The convener spoke on Monday.\n“We have never closed the road,” she said. “It is open to 12 trucks a day.”\n';

describe('counterclaim quote', () => {
  test.each([
    [
      '0 where the words stand',
      'We have never closed the road',
      0,
      /^exact: word for word\n.*line 2, characters 31 to 60:\n/,
    ],
    ['0 where typography differs', 'We  have never closed the road.', 0, /^normalized: /],
    [
      '1 where a negation is left out',
      'We have ever closed the road',
      1,
      /^altered: .*\n +quoted +We have ever .*\n +line 2 +We have never closed the road/,
    ],
    ['1 where a number differs', 'It is open to 13 trucks a day', 1, /^altered: .*what differs: numbers\n/],
    ['1 where it is not there', 'Nobody ever said anything of the kind', 1, /^not-found: not there/],
  ])('%s', async (_name, quote, code, words) => {
    const DATABASE_URL = await freshDatabase('sqlite', 'demo');
    const ended = await counterclaim(['quote', quote, '--in', await fileOf(TEXT)], { DATABASE_URL });
    expect(ended).toMatchObject({ code, stderr: '' });
    expect(ended.stdout).toMatch(words);
  });

  test('--json is the answer of the API, and the exit code is the same', async () => {
    const DATABASE_URL = await freshDatabase('sqlite', 'demo');
    const asked = ['quote', 'We have ever closed the road', '--in', await fileOf(TEXT), '--json'];
    const { code, stdout } = await counterclaim(asked, { DATABASE_URL });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ result: 'altered', closest: { text: 'We have never closed the road' } });
  });

  test.each([
    ['neither a quote nor a text', []],
    ['both', ['a quote', '--text', 'draft.txt']],
    ['a file that is not there', ['a quote', '--in', 'nowhere.txt']],
    ['a file that is not UTF-8', ['a quote', '--in', 'docs/pictures/front.png']],
    ['a type that is none', ['a quote', '--in', 'README.md', '--type', 'hearsay']],
  ])('2 for %s', async (_name, args) => {
    const DATABASE_URL = await freshDatabase('sqlite', 'demo');
    const { code, stdout, stderr } = await counterclaim(['quote', ...args], { DATABASE_URL });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: /);
  });
});

describe.each(ENGINES)('counterclaim quote on %s', (kind) => {
  test('looks a quote up in the newest text of an article, and says where there is none', async () => {
    const service = await startService(kind);
    const { article, isOpen } = await recordStory(service);
    const asked = (words: string) => counterclaim(['quote', words, '--article', article.id], environment);
    const environment = { DATABASE_URL: service.database };
    expect(isOpen.article).toBe(article.id);
    await record(service, `articles/${article.id}/snapshots`, { text: TEXT });
    expect(await asked('We have never closed the road')).toMatchObject({ code: 0 });
    expect(await asked('We have closed the road')).toMatchObject({ code: 1 });
    await record(service, `articles/${article.id}/snapshots`, { text: TEXT.replace('never ', '') });
    expect(await asked('We have closed the road')).toMatchObject({ code: 0 });
    const unknown = await counterclaim(['quote', 'x', '--article', 'https://nowhere.example/a'], environment);
    expect(unknown).toMatchObject({ code: 1, stdout: '' });
  });
});

describe.each(ENGINES)('counterclaim quote against more than one source, on %s', (kind) => {
  test('says of each quotation of a text where it stands, by itself and by a service alike', async () => {
    const service = await startService(kind);
    const { article, isOpen } = await recordStory(service);
    await record(service, 'statements', isOpen);
    const DATABASE_URL = service.database;
    const draft = await fileOf(
      'She said: “The gates stand open day and night”. He said: “We have never closed the road”. They said: “It is made of cheese and moonlight”.',
    );
    const { address } = await startServing({ DATABASE_URL, WAIT_MAX_MS: '0' });
    const asked = ['quote', '--text', draft, '--in', await fileOf(TEXT), '--article', article.id];
    const direct = await counterclaim(asked, { DATABASE_URL });
    expect(direct).toMatchObject({ code: 1, stderr: '' });
    expect(await counterclaim([...asked, '--url', address])).toEqual(direct);
    const { stdout } = await counterclaim([...asked, '--json'], { DATABASE_URL });
    const { quotations } = JSON.parse(stdout) as { quotations: { result: string; found: object[] }[] };
    expect(quotations.map(({ result }) => result)).toEqual(['exact', 'exact', 'not-found']);
    expect(quotations[0]?.found).toMatchObject([{ article: { id: article.id } }]);
    const one = [
      'quote',
      'We have never closed the road',
      '--in',
      await fileOf(TEXT),
      '--in',
      await fileOf('Nothing.'),
    ];
    expect(await counterclaim(one, { DATABASE_URL })).toMatchObject({ code: 0, stderr: '' });
    // Without a source it is looked for where it is likeliest.
    const anywhere = await counterclaim(['quote', 'The gates stand open day and night', '--json'], { DATABASE_URL });
    expect(anywhere.code).toBe(0);
    expect(JSON.parse(anywhere.stdout)).toMatchObject({ searched: { texts: 1, of: 1 } });
  });
});

async function fileOf(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-quote-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'article.txt');
  await writeFile(file, text);
  return file;
}
