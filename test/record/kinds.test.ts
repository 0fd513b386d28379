import { getTableColumns } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { readFilter, StatementFilter, statementFilter } from '../../src/analysis/statements/filter.ts';
import { rowById, updateRow } from '../../src/platform/engine/rows.ts';
import { NewArticle } from '../../src/record/articles/article.ts';
import { NewClaim } from '../../src/record/claims/claim.ts';
import { NewClaimRelation } from '../../src/record/claims/claim-relation.ts';
import { columnsOf, withoutWords } from '../../src/record/columns.ts';
import { NewCorrection } from '../../src/record/corrections/correction.ts';
import { NewDispute } from '../../src/record/disputes/dispute.ts';
import { NewQuestion } from '../../src/record/disputes/question.ts';
import { KINDS, type RecordKind } from '../../src/record/kinds.ts';
import { NewOutlet } from '../../src/record/outlets/outlet.ts';
import { NewRebuttal } from '../../src/record/rebuttals/rebuttal.ts';
import { ReviewDraft } from '../../src/record/reviews/review.ts';
import { NewSide } from '../../src/record/sides/side.ts';
import { NewSpeaker } from '../../src/record/speakers/speaker.ts';
import { StatementRevision } from '../../src/record/statements/statement.ts';
import { tables } from '../../src/tables.ts';
import { type Service, startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { another, record, recordStory, revise } from '../support/record.ts';

const kinds = Object.keys(KINDS) as RecordKind[];

describe.each(ENGINES)('the description of the kinds on %s', (kind) => {
  test.each(kinds)('of a %s judges every column of its table, and no other', (described) => {
    const table: SQLiteTable = tables[kind][KINDS[described].table];
    const common = ['id', 'revision', 'createdAt', 'updatedAt'];
    expect(Object.keys(columnsOf(described)).sort()).toEqual(
      Object.keys(getTableColumns(table))
        .filter((column) => !common.includes(column))
        .sort(),
    );
  });

  test('history tells every column that is not private, and none that is', async () => {
    const service = await startService(kind);
    await recordWorld(service);
    const lines = await service.changes();
    for (const described of kinds) {
      const made = lines.find(({ entityType, action }) => entityType === described && action === 'create');
      const [told] = (made?.patch ?? []) as { value?: object }[];
      const columns = Object.entries(columnsOf(described)).filter(([, is]) => is !== 'private');
      const members = columns.map(([column]) => column.replace(/Id$/, ''));
      expect(Object.keys(told?.value ?? {}).sort(), described).toEqual(members.sort());
    }
  });

  test('200 redacts every column of words, whichever these are', async () => {
    const service = await startService(kind);
    const story = await recordStory(service);
    const { id } = await record(service, 'statements', story.isOpen);
    const blanks: Record<string, unknown> = withoutWords('statement');
    const nullable = Object.keys(blanks).filter((column) => blanks[column] === null);
    const secrets = Object.fromEntries(nullable.map((column) => [column, `secret ${column}`]));
    await service.engine.write((tx) => updateRow(tx, 'statements', id, secrets));
    await service.as.admin.post(`/v1/statements/${id}/redact`).send({ reason: 'By order' }).expect(200);
    const row = await rowById(service.engine.read, 'statements', id);
    expect(row).toMatchObject({ ...blanks, status: 'withdrawn', withdrawnReason: 'By order' });
    expect(nullable.length).toBeGreaterThan(4);
    expect(JSON.stringify(row)).not.toContain('secret');
  });

  test('every filter of statements that is declared changes what is asked', async () => {
    const { engine, ...service } = await startService(kind);
    const { article, ...story } = await recordStory({ engine, ...service });
    const statement = await record({ engine, ...service }, 'statements', { ...story.isOpen, article: article.id });
    const references = [...Object.values({ ...story, article, statement })].map(({ id }: { id?: string }) => id ?? '');
    const values = [
      ...['direct', 'support', 'on-record', 'exact', 'de', '2024-01-01', 'true', 'draft', 'gone', 'markup'],
      ...references,
    ];
    const asked = async (filter: object) => {
      const read = await readFilter(engine.read, StatementFilter.parse(filter), { drafts: true });
      const conditions = [...read.conditions, ...read.unsaid].map((one) => [one.name, one.values]);
      return JSON.stringify([conditions, read.match]);
    };
    const everything = await asked({});
    for (const name of Object.keys(statementFilter)) {
      const understood = await Promise.all(values.map((value) => asked({ [name]: value }).catch(() => null)));
      const first = understood.find((one) => one !== null);
      expect(first, `${name} understands none of the values of this test`).toBeDefined();
      expect(first, name).not.toBe(everything);
    }
  });

  test('200 tells what a PATCH of any member changed', async () => {
    const service = await startService(kind);
    const { entities, patches, shapes } = await recordWorld(service);
    for (const [path, shape] of Object.entries(shapes)) {
      for (const member of Object.keys(shape)) {
        const change = patches[path]?.[member] ?? 'Something else';
        const before = (await service.as.write.get(`/v1/${path}/${entities[path]}`).expect(200)).body;
        const after = await revise(service, `${path}/${entities[path]}`, { [member]: change });
        const untouched = (entity: object) => JSON.stringify({ ...entity, revision: 0, updatedAt: '' });
        expect(untouched(after), `${path}: ${member}`).not.toBe(untouched(before));
      }
    }
  });
});

/** One of each kind, the shapes that a PATCH of each may change, and a change of each member that is not free text. */
async function recordWorld(service: Service) {
  const story = await recordStory(service);
  const other = await recordStory(service);
  const one = await record(service, 'statements', { ...another(story.isOpen), status: 'draft' });
  const open = await record(service, 'statements', story.isOpen);
  const answered = await record(service, 'statements', story.isShut);
  const third = await record(service, 'statements', { ...story.isShut, quote: 'The gates are shut' });
  const rebuttal = await record(service, 'rebuttals', { statement: third.id, rebuts: answered.id, kind: 'denial' });
  const ends = { claim: story.open.id, target: story.shut.id };
  const relation = await record(service, 'claim-relations', { ...ends, kind: 'contradicts' });
  const far = await record(service, 'claims', { question: story.question.id, text: 'The harbour is half open' });
  const near = await record(service, 'questions', { dispute: story.dispute.id, text: 'Since when?' });
  const free = await record(service, 'questions', { dispute: story.dispute.id, text: 'Until when?' });
  const alone = await record(service, 'claims', { question: near.id, text: 'Since March' });
  const published = {
    ...{ publisher: story.outlet.id, url: 'https://courier.example/check', title: 'Checked' },
    ...{ reviewedAt: '2024-03-02', rating: { label: 'False' } },
  };
  const review = await record(service, 'reviews', { claim: story.open.id, ...published });
  const correction = await record(service, 'corrections', { article: story.article.id, kind: 'update', note: 'New' });
  const someone = { name: 'Somebody', affiliations: [{ side: story.north.id }] };
  const speaker = await record(service, 'speakers', someone);
  const entities: Record<string, string> = {
    ...{ sides: story.north.id, disputes: story.dispute.id, questions: free.id, outlets: story.outlet.id },
    ...{ articles: story.article.id, speakers: speaker.id, claims: alone.id, 'claim-relations': relation.id },
    ...{ statements: one.id, rebuttals: rebuttal.id, reviews: review.id, corrections: correction.id },
  };
  const slug = 'quite-another';
  const patches: Record<string, Record<string, unknown>> = {
    sides: { slug },
    disputes: { slug, sides: [{ side: story.north.id, role: 'mediator' }, { side: story.south.id }] },
    questions: { slug, dispute: other.dispute.id },
    outlets: { slug, homepage: 'https://other.example/', kind: 'agency', country: 'AZ' },
    articles: {
      ...{ url: 'https://courier.example/elsewhere', outlet: other.outlet.id, byline: ['B. Line'], agencies: ['AP'] },
      ...{ publishedAt: '2024-04', language: 'hy', archiveUrl: 'https://archive.example/', accessedAt: '2024-05' },
    },
    speakers: { slug, kind: 'organization', aliases: ['A. N.'], wikidata: 'Q1', affiliations: [] },
    claims: { slug, question: story.question.id, terms: ['since March'] },
    'claim-relations': { claim: far.id, target: alone.id, kind: 'narrows' },
    statements: {
      ...{ article: other.article.id, speaker: story.ben.id, side: story.north.id, dispute: null },
      ...{ quote: 'every boat could land', quoteType: 'indirect', saidAt: '2024-03-02', language: 'de' },
      ...{ groundRules: 'background', original: { language: 'fr', text: 'Ouvert' }, status: 'published' },
      ...{ translations: [{ language: 'de', text: 'Offen', method: 'human' }], repeats: answered.id },
      ...{ stances: [{ claim: story.shut.id, stance: 'deny' }], anchor: { prefix: 'nowhere' } },
      rebuts: [{ statement: answered.id, kind: 'denial' }],
    },
    rebuttals: { rebuts: open.id, kind: 'undercut' },
    reviews: {
      ...{ claim: story.shut.id, publisher: other.outlet.id, url: 'https://other.example/check', language: 'de' },
      ...{ reviewedAt: '2024-04', rating: { label: 'Half true', value: 2 } },
    },
    corrections: { article: other.article.id, kind: 'retraction', effectiveAt: '2024-03' },
  };
  const withoutStatement = <Shape extends object>({ statement: _, ...shape }: Shape & { statement: unknown }) => shape;
  const { article: _, claim: _c, review: _r, ...ofCorrection } = withoutStatement(NewCorrection.shape);
  const { dispute: _d, ...ofStatement } = StatementRevision.shape;
  const shapes: Record<string, object> = {
    ...{ sides: NewSide.shape, disputes: NewDispute.shape, questions: NewQuestion.shape, outlets: NewOutlet.shape },
    ...{ articles: NewArticle.shape, speakers: NewSpeaker.shape, claims: NewClaim.shape },
    'claim-relations': NewClaimRelation.shape,
    // A correction and a review are of one thing; a statement's dispute is that of its stances.
    reviews: withoutStatement(ReviewDraft.shape),
    corrections: { ...ofCorrection, article: null },
    rebuttals: withoutStatement(NewRebuttal.shape),
    statements: ofStatement,
  };
  return { entities, patches, shapes };
}
