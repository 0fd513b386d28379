import { createKey } from '../../src/access/store.ts';
import type { Service } from '../support/app.ts';
import { imported, ndjson } from '../support/import.ts';
import { record, recordStory, revise, TEXT } from '../support/record.ts';
import { SEED } from './seed.ts';

/** A record in which every column of every table of it says something: two stories, and all that can become of them. */
export async function recordEverything(service: Service): Promise<void> {
  const story = await recordStory(service);
  const { as } = service;
  const say = (over: object) => record(service, 'statements', { ...story.isOpen, ...over });
  const remove = (path: string, reason: string) =>
    as.write.delete(`/v1/${path}`).set('If-Match', '*').set('Change-Comment', reason).expect(204);

  // Every member of each kind, in scripts that sort by code point and not otherwise.
  await revise(service, `disputes/${story.dispute.id}`, { summary: 'Wem gehört der Hafen? Ով է տերը։' });
  await revise(service, `outlets/${story.outlet.id}`, {
    ...{ name: 'Ежедневный курьер', homepage: 'https://courier.example/', kind: 'newspaper', country: 'AM' },
  });
  await revise(service, `speakers/${story.anna.id}`, {
    aliases: ['Աննա', 'Zöe', 'zoe', 'Ａnna'],
    wikidata: 'Q42',
    affiliations: [{ side: story.north.id, title: 'Mayor', from: '2020', until: '2030-06' }],
  });
  await record(service, 'speakers', { name: 'Dockers of the north', kind: 'organization' });
  await record(service, 'speakers', { name: 'Passers-by', kind: 'unattributed' });
  await revise(service, `articles/${story.article.id}`, {
    ...{ byline: ['Carla Quay'], agencies: ['AFP', 'dpa'], archiveUrl: 'https://archive.example/1' },
    accessedAt: '2024-03-02T09:30:00+01:00',
  });
  await revise(service, `claims/${story.open.id}`, {
    terms: [['open', 'stands open'], 'gates'],
    note: 'As the mayor has it',
  });

  // Former slugs and addresses, of what is there and of what was deleted.
  await revise(service, `sides/${story.north.id}`, { slug: 'the-north-now' });
  await revise(service, `claims/${story.shut.id}`, { slug: 'closed-for-good' });
  await revise(service, `articles/${story.article.id}`, { url: 'https://courier.example/moved?id=7' });
  const gone = await record(service, 'questions', { dispute: story.dispute.id, text: 'Who asks?' });
  await remove(`questions/${gone.id}`, 'asked by mistake');

  // Statements of all states: published, draft, withdrawn from both, restored, repeated by an earlier one, translated.
  const full = await say({
    ...{ cue: 'told', groundRules: 'background', saidAt: '2024-02-28T23:30:00-05:00', setting: 'at the quay' },
    ...{ context: 'reporters on Monday', note: 'Heard twice', language: 'en' },
    original: { language: 'de', text: 'Die Tore stehen offen' },
    translations: [{ language: 'fr', text: 'Les portes sont ouvertes', translator: 'Léa', method: 'human' }],
  });
  const early = await say({ quote: 'every boat could land', quoteType: 'indirect', saidAt: '2024' });
  const late = await record(service, 'statements', {
    ...{ ...story.isShut, quote: 'The gates are shut', saidAt: '2024-03', anchor: { prefix: 'he repeated: “' } },
    rebuttal: {
      speaker: story.anna.id,
      quote: 'She shrugged',
      quoteType: 'indirect',
      kind: 'disavowal',
      status: 'draft',
    },
  });
  await revise(service, `statements/${early.id}`, { repeats: full.id });
  await revise(service, `statements/${full.id}`, { rebuts: [{ statement: late.id, kind: 'denial', note: 'Again' }] });
  const draft = await say({ quote: 'Nobody said this at all', status: 'draft', stances: [] });
  await say({ quote: 'The gates stood open day and night', status: 'draft', stances: [] });
  const withdrawn = await say({ quote: 'by the first of March', quoteType: 'indirect' });
  await remove(`statements/${withdrawn.id}`, 'It was the second of March');
  await remove(`statements/${draft.id}`, 'A mistake');
  const restored = await say({ quote: 'Ben Sud disagreed', quoteType: 'indirect' });
  await remove(`statements/${restored.id}`, 'Too early');
  await as.write.post(`/v1/statements/${restored.id}/restore`).expect(200);

  // Texts: a newer one, in which quotes are unchanged, moved, altered and gone, and an older one that came in later.
  const later = TEXT.replace('stand open day and night', 'stand open by day').replace('Nobody has seen', 'No one saw');
  const texts = `articles/${story.article.id}/snapshots`;
  await record(service, texts, { text: `Updated.\n\n${later}`, retrievedAt: '2024-03-09T10:00:00Z' });
  await record(service, texts, { text: TEXT.replace(' after storm', ''), retrievedAt: '2024-03-01' });

  // Reviews and corrections of whatever can have one.
  const rating = { label: 'Пол-правды', value: 0.1 + 0.2, best: 10.1, worst: -0.5, normalized: 'misleading' };
  const check = { publisher: story.outlet.id, title: 'Проверено', reviewedAt: '2024-03-03', language: 'ru' };
  const review = await record(service, 'reviews', {
    ...{ ...check, claim: story.open.id, url: 'https://courier.example/check', rating },
  });
  await record(service, 'reviews', {
    ...{ ...check, statement: full.id, url: 'https://courier.example/check-2', rating: { label: 'False' } },
  });
  for (const of of [
    { statement: full.id },
    { article: story.article.id },
    { claim: story.shut.id },
    { review: review.id },
  ])
    await record(service, 'corrections', { ...of, kind: 'right-of-reply', note: 'Not so.', effectiveAt: '2024-03-04' });

  // Merges: of claims in a chain, with relations that they make the same; one that was undone.
  const claim = (text: string) => record(service, 'claims', { question: story.question.id, text });
  const [ajar, wide, apart] = [await claim('It is ajar'), await claim('It is wide open'), await claim('Apart')];
  for (const { id } of [ajar, wide])
    await record(service, 'claim-relations', { claim: id, target: story.shut.id, kind: 'contradicts', note: 'Or not' });
  await record(service, 'claim-relations', { claim: wide.id, target: story.open.id, kind: 'narrows' });
  await say({ quote: 'after storm', quoteType: 'indirect', stances: [{ claim: wide.id, stance: 'query' }] });
  await record(service, 'reviews', { ...check, claim: wide.id, url: 'https://courier.example/3', rating });
  await record(service, 'corrections', { claim: wide.id, kind: 'update', note: 'Wider' });
  const merge = (from: string, into: string) => as.write.post(`/v1/claims/${from}/merge`).send({ into }).expect(200);
  await merge(wide.id, ajar.id);
  await merge(ajar.id, story.open.id);
  await merge(apart.id, story.shut.id);
  await as.write.post(`/v1/claims/${apart.id}/unmerge`).expect(200);

  // Words that are gone for good, in a statement, its texts, its history, comments, and in notes.
  const secret = await as.write
    .post('/v1/statements')
    .set('Change-Comment', 'He wrote in a letter, they say')
    .send({ ...story.isShut, quote: 'Nobody has seen the key since winter', note: 'Private', stances: [] })
    .expect(201);
  await as.admin.post(`/v1/statements/${secret.body.id}/redact`).send({ reason: 'Order 12/24' }).expect(200);
  const noted = await record(service, 'corrections', { article: story.article.id, kind: 'update', note: 'A name' });
  await as.admin.post(`/v1/corrections/${noted.id}/redact`).send({ reason: 'Order 13/24' }).expect(200);

  // Other people's keys, of which one is gone, and what came in from files, under ids of theirs.
  const other = await service.engine.write((tx) => createKey(tx, { name: 'another', scope: 'write', expiresAt: null }));
  await as.write.post('/v1/sides').auth(other.key, { type: 'bearer' }).send({ name: 'Ætt' }).expect(201);
  await as.admin.delete(`/v1/keys/${other.id}`).expect(204);
  await imported(service, ndjson(SEED));
  // What was recorded by hand is known by the id of its line, too.
  const byHand = { type: 'statement', id: 'by-hand', ...story.isOpen, quote: early.quote, quoteType: 'indirect' };
  await imported(service, ndjson([byHand]));
}
