import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { another, changesBy, record, recordStory, revise } from '../../support/record.ts';

describe.each(ENGINES)('where a statement belongs, on %s', (kind) => {
  const service = shared(() => startService(kind));
  const refused = async (body: object) => (await service().as.write.post('/v1/statements').send(body)).body;

  /** A story with a speaker who went from the north to the south in the middle of 2023. */
  async function turncoatStory() {
    const story = await recordStory(service());
    const turncoat = await record(service(), 'speakers', {
      name: 'Turncoat',
      affiliations: [
        { side: story.north.id, title: 'Harbour master', from: '2020-02', until: '2023-06-30' },
        { side: story.south.id, title: 'Adviser', from: '2023-07-01' },
      ],
    });
    return { ...story, said: { ...story.isOpen, speaker: turncoat.slug } };
  }

  test.each([
    ['2020', 'north'],
    ['2020-02', 'north'],
    ['2023-06', 'north'],
    ['2023-06-30', 'north'],
    ['2023-06-30T23:59:59Z', 'north'],
    ['2023-07-01', 'south'],
    ['2023-07-01T01:00:00+02:00', 'south'],
    ['2023-06-30T23:30:00-04:00', 'north'],
    ['2023-07', 'south'],
    ['2024', 'south'],
    [null, 'south'],
  ] as const)('201 takes what was said in %s for the side and title in force then: the %s', async (saidAt, side) => {
    const { said, north, south } = await turncoatStory();
    const made = await record(service(), 'statements', { ...said, saidAt });
    expect(made).toMatchObject({
      saidAt,
      side: { id: side === 'north' ? north.id : south.id, role: 'party' },
      speaker: { title: side === 'north' ? 'Harbour master' : 'Adviser' },
    });
  });

  test.each([
    ['a year in which the speaker changed sides', '2023'],
    ['a time before any affiliation', '2020-01-31'],
  ])('422 side-unknown refuses to guess the side in %s; 201 takes it when it is said', async (_name, saidAt) => {
    const { said, south } = await turncoatStory();
    const written = await changesBy(service(), async () => {
      expect(await refused({ ...said, saidAt })).toMatchObject({
        status: 422,
        code: 'side-unknown',
        errors: [{ pointer: '/side' }],
      });
    });
    expect(written).toEqual([]);
    const made = await record(service(), 'statements', { ...said, saidAt, side: south.slug });
    expect(made.side).toMatchObject({ id: south.id, slug: south.slug, name: south.name, role: 'party' });
  });

  test.each([
    ['while two affiliations overlap', '2014-06', { until: '2015' }, { from: '2014' }],
    ['in a year of which they share a day', '2014', { until: '2014-01-01' }, { from: '2012' }],
    ['on the day of a handover that both count', '2015-01-12', { until: '2015-01-12' }, { from: '2015-01-12' }],
    ['where one of them has no dates', '2015-01-12', {}, { from: '2015-01-01', until: '2015-02' }],
  ])('422 side-unknown refuses to choose between two sides in force %s, unless one is said', async (...of) => {
    const [, saidAt, first, second] = of;
    const { isOpen, north, south } = await recordStory(service());
    const between = await record(service(), 'speakers', {
      name: 'Between',
      affiliations: [
        { side: north.id, title: 'Here', ...first },
        { side: south.id, title: 'There', ...second },
      ],
    });
    const said = { ...isOpen, speaker: between.id, saidAt };
    expect(await refused(said)).toMatchObject({ status: 422, code: 'side-unknown', errors: [{ pointer: '/side' }] });
    const made = await record(service(), 'statements', { ...said, side: north.id });
    expect(made).toMatchObject({ side: { id: north.id }, speaker: { title: 'Here' } });
  });

  test('201 keeps no title where two were held in the time that is given', async () => {
    const { isOpen, north } = await recordStory(service());
    const promoted = await record(service(), 'speakers', {
      name: 'Promoted',
      affiliations: [
        { side: north.id, title: 'Acting mayor', until: '2023-05-31' },
        { side: north.id, title: 'Mayor', from: '2023-06-01' },
      ],
    });
    const said = { ...isOpen, speaker: promoted.id };
    const titleIn = async (saidAt: string) =>
      (await record(service(), 'statements', { ...another(said), saidAt })).speaker.title;
    expect([await titleIn('2023-05'), await titleIn('2023-06'), await titleIn('2023')]).toEqual([
      'Acting mayor',
      'Mayor',
      null,
    ]);
  });

  test('201 takes of two affiliations that overlap the one that takes part in the dispute, else 422', async () => {
    const story = await recordStory(service());
    const elsewhere = await record(service(), 'sides', { name: 'Elsewhere' });
    const affiliations = [{ side: story.south.id }, { side: elsewhere.id }];
    const both = await record(service(), 'speakers', { name: 'Both', affiliations });
    const made = await record(service(), 'statements', { ...story.isOpen, speaker: both.id });
    expect(made.side.id).toBe(story.south.id);
    await revise(service(), `speakers/${both.id}`, { affiliations: [...affiliations, { side: story.north.id }] });
    expect(await refused({ ...story.isOpen, speaker: both.id })).toMatchObject({ status: 422, code: 'side-unknown' });
  });

  test('201 infers the dispute from stances, else from what it rebuts, else from the only one its side takes part in', async () => {
    const { isOpen, isShut, north, south, dispute } = await recordStory(service());
    const { stances: _, ...bare } = isShut;
    expect((await record(service(), 'statements', bare)).dispute).toEqual({
      id: dispute.id,
      slug: dispute.slug,
      title: dispute.title,
    });
    const other = await record(service(), 'disputes', {
      title: 'Other',
      sides: [{ side: south.id }, { side: north.id }],
    });
    expect(await refused(bare)).toMatchObject({
      status: 422,
      code: 'dispute-unknown',
      errors: [{ pointer: '/dispute' }],
    });
    const one = await record(service(), 'statements', isOpen);
    expect(one.dispute.id).toBe(dispute.id);
    const answering = { ...another(bare), rebuts: [{ statement: one.id, kind: 'denial' }] };
    expect((await record(service(), 'statements', answering)).dispute.id).toBe(dispute.id);
    expect((await record(service(), 'statements', { ...another(bare), dispute: other.slug })).dispute.id).toBe(
      other.id,
    );
    const lonely = await record(service(), 'sides', { name: 'Lonely' });
    const loner = await record(service(), 'speakers', { name: 'Loner', affiliations: [{ side: lonely.id }] });
    expect(await refused({ ...bare, speaker: loner.id })).toMatchObject({ status: 422, code: 'dispute-unknown' });
  });

  test('422 wrong-dispute refuses what leads out of the dispute, at its place, and writes nothing', async () => {
    const { isOpen, isShut, dispute, open, anna } = await recordStory(service());
    const foreign = await recordStory(service());
    const abroad = await record(service(), 'statements', foreign.isOpen);
    const here = await record(service(), 'statements', isOpen);
    const written = await changesBy(service(), async () => {
      const wrong = async (over: object, pointer: string) =>
        expect(await refused({ ...isShut, ...over }), pointer).toMatchObject({
          status: 422,
          code: 'wrong-dispute',
          errors: [{ pointer }],
        });
      const stances = [
        { claim: open.id, stance: 'deny' },
        { claim: foreign.open.slug, stance: 'deny' },
      ];
      await wrong({ stances }, '/stances/1/claim');
      await wrong({ dispute: foreign.dispute.id, side: foreign.south.id }, '/stances/0/claim');
      await wrong(
        {
          rebuts: [
            { statement: here.id, kind: 'denial' },
            { statement: abroad.id, kind: 'denial' },
          ],
        },
        '/rebuts/1/statement',
      );
      await wrong({ side: foreign.south.id }, '/side');
      await wrong({ speaker: foreign.ben.id }, '/side');
      await wrong({ repeats: abroad.id }, '/repeats');
      const moving = { dispute: foreign.dispute.id, side: foreign.north.id, stances: [] };
      const answer = await record(service(), 'statements', {
        ...isShut,
        rebuts: [{ statement: here.id, kind: 'denial' }],
      });
      const patching = service().as.write.patch(`/v1/statements/${here.id}`).set('If-Match', '*').send(moving);
      expect((await patching.expect(422)).body).toMatchObject({ code: 'wrong-dispute' });
      expect(answer.dispute.id).toBe(dispute.id);
    });
    expect(written.map(({ action, entityType }) => `${action} ${entityType}`)).toEqual([
      'create statement',
      'create rebuttal',
    ]);
    expect(anna.id).toBe(here.speaker.id);
  });

  test.each([
    ['article', 'dispute', '/article'],
    ['speaker', 'dispute', '/speaker'],
    ['side', 'dispute', '/side'],
    ['dispute', 'article', '/dispute'],
    ['repeats', 'article', '/repeats'],
  ] as const)('422 refuses a %s that is unknown, or the id of a %s, at its place', async (member, other, pointer) => {
    const story = await recordStory(service());
    const written = await changesBy(service(), async () => {
      for (const reference of ['no-such-thing', story[other].id]) {
        expect(await refused({ ...story.isOpen, [member]: reference })).toMatchObject({
          status: 422,
          code: 'unknown-reference',
          errors: [{ pointer }],
        });
      }
    });
    expect(written).toEqual([]);
  });

  test('422 refuses stances and rebuttals that name one thing twice, or nothing, and writes nothing', async () => {
    const { isOpen, isShut, open } = await recordStory(service());
    const one = await record(service(), 'statements', isOpen);
    const written = await changesBy(service(), async () => {
      const twice = [
        { claim: open.id, stance: 'deny' },
        { claim: open.slug, stance: 'query' },
      ];
      expect(await refused({ ...isShut, stances: twice })).toMatchObject({
        status: 422,
        errors: [{ pointer: '/stances/1/claim' }],
      });
      const rebuts = [
        { statement: one.id, kind: 'denial' },
        { statement: one.id, kind: 'undercut' },
      ];
      expect(await refused({ ...isShut, rebuts })).toMatchObject({
        status: 422,
        errors: [{ pointer: '/rebuts/1/statement' }],
      });
      expect(await refused({ ...isShut, stances: [{ claim: 'nothing', stance: 'deny' }] })).toMatchObject({
        code: 'unknown-reference',
        errors: [{ pointer: '/stances/0/claim' }],
      });
      expect(await refused({ ...isShut, rebuts: [{ statement: open.id, kind: 'denial' }] })).toMatchObject({
        code: 'unknown-reference',
        errors: [{ pointer: '/rebuts/0/statement' }],
      });
    });
    expect(written).toEqual([]);
  });
});
