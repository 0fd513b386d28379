import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import type { Engine } from '../../src/platform/engine/tables.ts';
import { counterclaim, startServing } from '../support/command.ts';
import { ENGINES, freshDatabase } from '../support/database.ts';
import { ownFolder } from '../support/folder.ts';

const SEED = 'seeds/lachin.ndjson';

describe.each(ENGINES)('counterclaim import on %s', (kind) => {
  test('0 and the counts; the same file again changes nothing', async () => {
    const DATABASE_URL = await freshDatabase(kind);
    const first = await counterclaim(['import', SEED], { DATABASE_URL });
    expect(first).toEqual({
      code: 0,
      stdout: '48 lines read: 48 created, 0 updated, 0 unchanged, 0 rejected.\n',
      // Of what takes long it is told how far it is.
      stderr: expect.stringMatching(/^(\d+ %.* 0 rejected.*\n)*$/),
    });
    const again = await counterclaim(['import', SEED, '--json'], { DATABASE_URL });
    expect(JSON.parse(again.stdout)).toEqual({
      dryRun: false,
      read: 48,
      created: 0,
      updated: 0,
      unchanged: 48,
      rejected: 0,
      errors: [],
    });
  });

  test('1 when lines are rejected, each told with its place; the others are recorded', async () => {
    const DATABASE_URL = await freshDatabase(kind);
    const file = await fileOf(
      '{"type":"side","name":"One"}\n\n{"type":"side"}\nnot JSON\n{"type":"side","name":"Two"}',
    );
    const { code, stdout, stderr } = await counterclaim(['import', file], { DATABASE_URL });
    expect(code).toBe(1);
    expect(stdout).toBe('4 lines read: 2 created, 0 updated, 0 unchanged, 2 rejected.\n');
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/record\.ndjson:3: invalid: \/name: /),
      expect.stringMatching(/record\.ndjson:4: invalid: The line is not valid JSON\.$/),
      '',
    ]);
  });

  test('a dry run counts what would come, and stores nothing', async () => {
    const DATABASE_URL = await freshDatabase(kind);
    const tried = await counterclaim(['import', SEED, '--dry-run', '--json'], { DATABASE_URL });
    expect(tried.code).toBe(0);
    expect(JSON.parse(tried.stdout)).toMatchObject({ dryRun: true, read: 48, created: 48, rejected: 0 });
    const real = await counterclaim(['import', SEED, '--json'], { DATABASE_URL });
    expect(JSON.parse(real.stdout)).toMatchObject({ dryRun: false, created: 48, unchanged: 0 });
  });

  test('a file read in beside a running service is there at once, and history says by whom and why', async () => {
    const DATABASE_URL = await freshDatabase(kind);
    const { address } = await startServing({ DATABASE_URL, DEMO: 'false' });
    const busy = setInterval(() => fetch(`${address}/v1/sides?count=true`).catch(() => {}), 5);
    onTestFinished(() => clearInterval(busy));
    const { code } = await counterclaim(['import', SEED, '--comment', 'the first story'], { DATABASE_URL });
    expect(code).toBe(0);
    const listed = await (await fetch(`${address}/v1/statements?claim=blockade&count=true`)).json();
    expect(listed).toMatchObject({ total: 4 });
    expect(await authors(DATABASE_URL)).toEqual(['cli: the first story']);
  });
});

const review = (n: number) => ({
  ...{ '@type': 'ClaimReview', url: `https://checks.example/${n}`, claimReviewed: `The harbour was shut ${n} times` },
  ...{ author: { name: 'Harbour Checks' }, reviewRating: { alternateName: 'Misleading' } },
});
const quotation = (n: number) => ({
  ...{ quoteID: `2020-01-02-00000${n}`, quotation: 'The harbour belongs to those who fish in it', speaker: 'Carla' },
  ...{ date: '2020-01-02 18:48:44', probas: [['Carla', '0.9']], urls: [`http://courier.example/${n}`], phase: 'E' },
});
const SPEECH = 'Carla said the harbour belongs to those who fish in it.';
/** A file of each format with two rows of which the second cannot be read, and what else is asked. */
const FILES: Record<string, { name: string; text: string; more?: string[] }> = {
  claimreview: { name: 'reviews.json', text: JSON.stringify([review(1), { ...review(2), claimReviewed: '' }]) },
  datafeed: {
    name: 'feed.json',
    text: JSON.stringify({ '@type': 'DataFeed', dataFeedElement: [{ item: [review(1)] }, { item: null }] }),
  },
  'claimreview-csv': {
    name: 'reviews.csv',
    text: 'id,claimReviewed,url,author.name,reviewRating.alternateName\n1,It was shut,https://checks.example/1,Checks,False\n2,,,,\n',
  },
  quotebank: { name: 'quotes.json', text: `${JSON.stringify(quotation(1))}\n{"quoteID":null}\n` },
  citron: {
    name: 'citron.json',
    text: `${JSON.stringify({
      quotes: [
        {
          ...{ sources: [{ start: 0, end: 5, text: 'Carla' }], coreferences: [], confidence: '0.8' },
          cue: { start: 6, end: 10, text: 'said' },
          contents: [{ start: 11, end: 54, text: SPEECH.slice(11, 54) }],
        },
      ],
    })}\n{"quotes":7}\n`,
    more: ['--article', 'https://courier.example/a'],
  },
  ninjs: {
    name: 'articles.json',
    text: JSON.stringify([
      {
        ...{ uri: 'https://agency.example/1', type: 'text', language: 'en', versioncreated: '2024-03-01T12:00:00Z' },
        ...{ headlines: [{ value: 'Harbour' }], bodies: [{ contenttype: 'text/plain', value: SPEECH }] },
      },
      7,
    ]),
  },
  tei: {
    name: 'sitting.xml',
    text: `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="s7" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Sitting</title></titleStmt><sourceDesc><bibl><date when="2024-05-06"/></bibl></sourceDesc></fileDesc></teiHeader>
<text><body><div><u who="#carla" xml:id="u1"><seg>The harbour is open.</seg></u><u who="#carla" xml:id="u2"><seg> </seg></u></div></body></text></TEI>`,
  },
};

describe.each(ENGINES)('counterclaim import of what others write, on %s', (kind) => {
  test.each(Object.keys(FILES))(
    '%s: dry run, packed, with a report, by itself and by a service alike',
    async (format) => {
      const { name, text, more = [] } = FILES[format] as (typeof FILES)[string];
      const folder = await ownFolder();
      const [story, file, packed, report] = ['story.ndjson', name, `${name}.gz`, 'report.ndjson'].map((one) =>
        join(folder, one),
      ) as [string, string, string, string];
      const parties = [
        { type: 'side', slug: 'fishers', name: 'Fishers' },
        { type: 'dispute', slug: 'harbour', title: 'The harbour', sides: [{ side: 'fishers' }] },
        { type: 'outlet', slug: 'courier', name: 'Courier' },
        {
          ...{ type: 'article', url: 'https://courier.example/a', title: 'A', outlet: 'courier' },
          publishedAt: '2024-03-01',
        },
      ];
      await writeFile(story, parties.map((line) => `${JSON.stringify(line)}\n`).join(''));
      await writeFile(file, text);
      await writeFile(packed, gzipSync(text));
      const DATABASE_URL = await freshDatabase(kind);
      await counterclaim(['import', story], { DATABASE_URL });
      const asked = ['import', '--format', format, '--dispute', 'harbour', ...more];
      const dry = await counterclaim([...asked, file, '--dry-run', '--json'], { DATABASE_URL });
      const { dryRun, errors: _, ...counts } = JSON.parse(dry.stdout);
      expect(dryRun).toBe(true);
      expect(counts.created).toBeGreaterThan(0);
      expect(dry.code).toBe(counts.rejected > 0 ? 1 : 0);
      const real = await counterclaim([...asked, packed, '--json', '--report', report], { DATABASE_URL });
      expect(JSON.parse(real.stdout)).toMatchObject({ dryRun: false, ...counts });
      expect(real.code).toBe(dry.code);
      const rows = (await readFile(report, 'utf8'))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(rows).toHaveLength(counts.read);
      expect(rows.filter(({ outcome }) => outcome === 'rejected')).toHaveLength(counts.rejected);

      const { address } = await startServing({ DATABASE_URL, WAIT_MAX_MS: '0' });
      const made = await counterclaim(['key', 'create', 'me', '--scope', 'write'], { DATABASE_URL });
      const service = ['--url', address, '--key', made.stdout.trim()];
      const again = await counterclaim([...asked, packed, '--json', '--report', `${report}.csv`, ...service]);
      expect(JSON.parse(again.stdout)).toMatchObject({ ...counts, created: 0, unchanged: counts.created });
      expect((await readFile(`${report}.csv`, 'utf8')).trimEnd().split('\r\n')).toHaveLength(1 + counts.read);
    },
  );
});

/** Who wrote history, and why; each once. */
async function authors(DATABASE_URL: string): Promise<string[]> {
  const engine: Engine = await openDatabase(DATABASE_URL);
  const lines = await engine.read.query('all changes', ({ db, t }) => db.select().from(t.changes));
  await engine.close();
  return [...new Set(lines.map(({ actor, comment }) => `${actor}: ${comment}`))];
}

async function fileOf(text: string): Promise<string> {
  const file = join(await ownFolder(), 'record.ndjson');
  await writeFile(file, text);
  return file;
}
