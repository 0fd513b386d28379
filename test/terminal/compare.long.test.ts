import { describe, expect, test } from 'vitest';
import { counterclaim, startServing } from '../support/command.ts';
import { ENGINES, freshDatabase } from '../support/database.ts';

/** On a machine that is busy with other tests nobody is sent away. */
const unhurried = { WAIT_MAX_MS: '0' };

const LACHIN = ['compare', 'blockade', 'limited access'];

const CLAIMS = `blockade against limited-access
4 statements, 2023-09-06 to 2023-09-07

blockade                                         │ limited-access
Azerbaijan is blockading the Lachin corridor     │ Access through the Lachin corridor is limited,
                                                 │ not blocked
                                                 │
4 of 4 (100 %), 3 speakers, 1 outlet, 1 article  │ 1 of 4 (25 %), 1 speaker, 1 outlet, 1 article
                                                 │
Who                                              │ Who
Azerbaijan      denies 2, since 2023-09-06       │ Azerbaijan  supports 1, since 2023-09-06
Armenia         supports 1, since 2023-09-07*    │
United Nations  supports 1, since 2023-09-07*    │
                                                 │
In whose words                                   │ In whose words
lift the blockade, as it has caused food and     │ “limited access”
medicine shortages in the region                 │   — Elchin Amirbayov (Azerbaijan), 2023-09-06:
  — United Nations, 2023-09-07*: supports        │     supports
Azerbaijan's blockade of the Lachin Corridor     │
  — Government of Armenia (Armenia),             │
    2023-09-07*: supports                        │
“limited access”                                 │
  — Elchin Amirbayov (Azerbaijan), 2023-09-06:   │
    denies                                       │
there was no blockade of the corridor            │
  — Elchin Amirbayov (Azerbaijan), 2023-09-06:   │
    denies                                       │

When
            blockade                                   │ limited-access
2023-09-06  ████████████████████████████████████████ 2 │ ████████████████████ 1
2023-09-07  ████████████████████████████████████████ 2 │ ·

Who speaks of all
Elchin Amirbayov  2 · 1

How the claims relate
limited-access reframes blockade

What is set against what

rebuttal: denial
Azerbaijan's blockade of the Lachin Corridor     │ there was no blockade of the corridor
  — Government of Armenia (Armenia), 2023-09-07* │   — Elchin Amirbayov (Azerbaijan), 2023-09-06

rebuttal: reframing
Azerbaijan's blockade of the Lachin Corridor     │ “limited access”
  — Government of Armenia (Armenia), 2023-09-07* │   — Elchin Amirbayov (Azerbaijan), 2023-09-06

rebuttal: denial
lift the blockade, as it has caused food and     │ there was no blockade of the corridor
medicine shortages in the region                 │   — Elchin Amirbayov (Azerbaijan), 2023-09-06
  — United Nations, 2023-09-07*                  │

rebuttal: reframing
lift the blockade, as it has caused food and     │ “limited access”
medicine shortages in the region                 │   — Elchin Amirbayov (Azerbaijan), 2023-09-06
  — United Nations, 2023-09-07*                  │

* the date of the article: when it was said is not known
`;

describe.each(ENGINES)('counterclaim compare on %s', (kind) => {
  test('0 and the claims side by side, from the database and from a service alike', async () => {
    const DATABASE_URL = await freshDatabase(kind, 'demo');
    const direct = await counterclaim(LACHIN, { DATABASE_URL });
    expect(direct).toEqual({ code: 0, stdout: CLAIMS, stderr: '' });
    const { address } = await startServing({ DATABASE_URL, ...unhurried });
    for (const url of [address, `${address}/v1/`])
      expect(await counterclaim([...LACHIN, '--url', url])).toEqual(direct);
  });

  test('0 and the wordings side by side, from the database and from a service alike', async () => {
    const DATABASE_URL = await freshDatabase(kind, 'demo');
    const wordings = [...LACHIN, '--terms', '--from', '2023-09-06'];
    const told = await counterclaim(wordings, { DATABASE_URL });
    expect(told.code).toBe(0);
    expect(told.stdout).toMatch(/^Armenia +use 1 +│ Azerbaijan +use 1$/m);
    expect(told.stdout).toMatch(/^there was no _blockade_ of the corridor +│ _limited access_$/m);
    const { address } = await startServing({ DATABASE_URL, ...unhurried });
    expect(await counterclaim([...wordings, '--url', address])).toEqual(told);
  });

  test('what names no claim is compared as a wording, and that is said', async () => {
    const DATABASE_URL = await freshDatabase(kind, 'demo');
    const { code, stdout, stderr } = await counterclaim(['compare', 'no blockade', 'limited access'], { DATABASE_URL });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^“no blockade” against “limited access”\n/);
    expect(stderr).toMatch(/^claim: There is no claim "no-blockade"\..* So they are compared as wordings\.\n$/);
    const strict = await counterclaim(['compare', 'no blockade', 'limited access', '--claims'], { DATABASE_URL });
    expect(strict).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^claim: There is no claim/) });
  });

  test('--json is what the API answers to the same question', async () => {
    const DATABASE_URL = await freshDatabase(kind, 'demo');
    const { code, stdout } = await counterclaim([...LACHIN, '--granularity', 'day', '--json'], { DATABASE_URL });
    expect(code).toBe(0);
    const { address } = await startServing({ DATABASE_URL, ...unhurried });
    const query = 'claim=blockade&claim=limited-access&granularity=day&limit=10';
    const answer = (await (await fetch(`${address}/v1/comparisons/claims?${query}`)).json()) as {
      pairs: { items: unknown };
    };
    const { pairs, ...rest } = JSON.parse(stdout);
    expect({ ...rest, pairs: pairs.items }).toEqual({ ...answer, pairs: answer.pairs.items });
  });
});

describe('counterclaim compare', () => {
  test.each([
    ['one claim', ['blockade'], 2, /two to six|2 to 6/],
    ['seven claims', ['a', 'b', 'c', 'd', 'e', 'f', 'g'], 2, /2 to 6/],
    ['both ways at once', ['blockade', 'war', '--claims', '--terms'], 2, /cannot be used with/],
    ['a day that is none', ['blockade', 'limited access', '--from', '2023-02-30'], 2, /from/],
    ['a side that nobody knows', ['blockade', 'limited access', '--side', 'nobody'], 1, /There is no side "nobody"/],
    ['an address that is none', ['blockade', 'war', '--url', 'localhost:3000'], 2, /no http/],
    ['a service that is not there', ['blockade', 'war', '--url', 'http://127.0.0.1:1'], 1, /does not answer/],
  ])('%s is refused in words', async (_name, args, code, words) => {
    const DATABASE_URL = await freshDatabase('sqlite', 'demo');
    const ended = await counterclaim(['compare', ...args], { DATABASE_URL });
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toMatch(words);
    expect(ended.stderr).not.toMatch(/^ +at /m);
  });
});
