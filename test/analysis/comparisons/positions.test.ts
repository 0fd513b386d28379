import { describe, expect, test } from 'vitest';
import type { Balance } from '../../../src/analysis/balance/balance.ts';
import type { DisputePositions } from '../../../src/analysis/positions/dispute-positions.ts';
import type { SpeakerPositions } from '../../../src/analysis/positions/speaker-positions.ts';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { lachinName } from '../../support/lachin.ts';
import { record, recordStory, revise } from '../../support/record.ts';

describe.each(ENGINES)('positions on %s', (kind) => {
  test('of the Lachin dispute say which side holds what, and where they clash', async () => {
    const { http } = await startService(kind, { content: 'demo' });
    const { body } = await http.get('/v1/disputes/nagorno-karabakh-2023/positions').expect(200);
    const { sides, rows, total } = body as DisputePositions;
    expect(total).toBe(13);
    expect(sides.map(({ slug, role }) => `${slug} ${role}`)).toEqual([
      'armenia party',
      'azerbaijan party',
      'russia third-party',
      'united-nations third-party',
    ]);
    expect(rows.map(({ question, verdict }) => `${question.slug} ${verdict}`)).toEqual([
      'lachin-corridor-state contested',
      'who-provokes contested',
      'troop-movements contested',
      'who-holds-population one-sided',
      'russia-as-guarantor contested',
      'us-drills one-sided',
    ]);
    const [corridor] = rows as [DisputePositions['rows'][number]];
    const told = corridor.cells.map(({ side, n, claims }) => ({
      side: side.slug,
      n,
      claims: claims.map(({ claim, support, deny, latest }) => [
        claim.slug,
        support,
        deny,
        latest && lachinName(latest),
      ]),
    }));
    expect(told).toEqual([
      { side: 'armenia', n: 1, claims: [['blockade', 1, 0, 's6']] },
      {
        side: 'azerbaijan',
        n: 2,
        claims: [
          ['blockade', 0, 2, 's9'],
          ['limited-access', 1, 0, 's9'],
        ],
      },
      { side: 'russia', n: 0, claims: [] },
      { side: 'united-nations', n: 1, claims: [['blockade', 1, 0, 's7']] },
    ]);
  });

  test('find the question on which the invented harbour came to agree', async () => {
    const { http } = await startService(kind, { content: 'demo' });
    const { body } = await http.get('/v1/disputes/marrowick-inner-basin/positions').expect(200);
    const verdicts = (body as DisputePositions).rows.map(({ question, verdict }) => [question.slug, verdict]);
    expect(verdicts).toEqual([
      ['marrowick-basin-state', 'contested'],
      ['marrowick-quay-condition', 'contested'],
      ['marrowick-notice', 'agreed'],
    ]);
  });

  test('of a speaker over time say where a stance turns', async () => {
    const { http } = await startService(kind, { content: 'demo' });
    const { body } = await http.get('/v1/speakers/ilse-corran/positions').expect(200);
    const { questions } = body as SpeakerPositions;
    const told = questions.map(({ question, changed, positions }) => ({
      question: question.slug,
      changed,
      positions: positions.map(
        ({ claim, stance, turn, certain, statement }) =>
          `${statement.saidAt} ${statement.side?.slug} ${stance} ${claim.slug}${turn ? `, ${turn}${certain ? ' for certain' : ''}` : ''}`,
      ),
    }));
    expect(told).toEqual([
      {
        question: 'marrowick-basin-state',
        changed: true,
        positions: [
          '2024-03-12 marrowick-port-authority deny marrowick-closure',
          '2024-03-12 marrowick-port-authority support marrowick-restrictions',
          '2024-08-20T10:15:00Z tessay support marrowick-closure, reversed for certain',
        ],
      },
      {
        question: 'marrowick-quay-condition',
        changed: true,
        positions: [
          '2023 marrowick-port-authority support north-quay-fit',
          '2024-03-12 marrowick-port-authority support north-quay-cracks, moved for certain',
          '2024-03-12 marrowick-port-authority support north-quay-unsafe, moved for certain',
          '2024-08-20T10:15:00Z tessay comment north-quay-unsafe',
          '2024-08-20T10:15:00Z tessay support north-quay-cracks',
        ],
      },
    ]);
  });

  test('in a balance count who is heard, answered and how soon, by known dates alone', async () => {
    const { http } = await startService(kind, { content: 'demo' });
    const { body } = await http.get('/v1/disputes/nagorno-karabakh-2023/balance').expect(200);
    const told = (body as Balance).sides.map(({ side, n, rebutted, unanswered, checked, verified, ...spans }) => [
      ...[side.slug, n, rebutted, unanswered, checked, verified],
      ...[spans.timed, spans.medianHoursToRebuttal, spans.timedByDay, spans.medianDaysToRebuttal],
    ]);
    expect(told).toEqual([
      // Of its rebutted statements s1 and s3 were answered the same day, s12 the next; of s6 and s11 no date is known.
      ['armenia', 7, 5, 2, 0, 0, 0, null, 3, 0],
      ['azerbaijan', 5, 0, 5, 0, 0, 0, null, 0, null],
      ['russia', 3, 0, 3, 0, 0, 0, null, 0, null],
      ['united-nations', 1, 1, 0, 0, 0, 0, null, 0, null],
    ]);
    expect(body).toMatchObject({ total: 16, utterances: 16, sides: [{ share: 7 / 16, outlets: 1 }, {}, {}, {}] });
    const harbour = (await http.get('/v1/disputes/marrowick-inner-basin/balance').expect(200)).body as Balance;
    expect(harbour.sides.map(({ side, n, utterances, verified }) => [side.slug, n, utterances, verified])).toEqual([
      ['marrowick-port-authority', 14, 14, 14],
      // Wire copy is printed twice, and one of its quotes is in an article of which no text is kept, or is not there.
      ['tessay', 9, 7, 8],
      ['coastal-ombudsman', 2, 2, 2],
    ]);
  });

  test('in a balance follow an answered statement to another side, and back from what is withdrawn', async () => {
    const service = await startService(kind);
    const { north, south, dispute, isOpen, isShut } = await recordStory(service);
    const east = await record(service, 'sides', { name: 'East' });
    await revise(service, `disputes/${dispute.id}`, { sides: [north, south, east].map(({ id }) => ({ side: id })) });
    const answered = await record(service, 'statements', { ...isOpen, saidAt: '2024-03-01T08:00:00Z' });
    const answer = await record(service, 'statements', {
      ...{ ...isShut, saidAt: '2024-03-01T11:00:00Z', rebuts: [{ statement: answered.id, kind: 'denial' }] },
    });
    const balance = async () => {
      const { sides } = (await service.http.get(`/v1/disputes/${dispute.id}/balance`).expect(200)).body as Balance;
      return Object.fromEntries(
        sides
          .filter(({ n }) => n > 0)
          .map(({ side, rebutted, unanswered, medianHoursToRebuttal }) => [
            side.id,
            [rebutted, unanswered, medianHoursToRebuttal],
          ]),
      );
    };
    expect(await balance()).toEqual({ [north.id]: [1, 0, 3], [south.id]: [0, 1, null] });
    await revise(service, `statements/${answered.id}`, { side: east.id });
    expect(await balance()).toEqual({ [east.id]: [1, 0, 3], [south.id]: [0, 1, null] });
    await service.as.write.delete(`/v1/statements/${answer.id}`).set('If-Match', '*').expect(204);
    expect(await balance()).toEqual({ [east.id]: [0, 1, null] });
  });

  test('of counter-claims say why they compete, and not those that can both be true', async () => {
    const { http } = await startService(kind, { content: 'demo' });
    const { body } = await http.get('/v1/claims/blockade/counterclaims?count=true').expect(200);
    expect(body).toMatchObject({
      total: 2,
      next: null,
      items: [
        {
          claim: { slug: 'limited-access' },
          question: { slug: 'lachin-corridor-state' },
          why: 'relation',
          relations: [{ kind: 'reframes' }],
          n: 1,
          stances: { support: 1, deny: 0, query: 0, comment: 0 },
        },
        {
          claim: { slug: 'separatists-hold-hostage' },
          question: { slug: 'who-holds-population' },
          why: 'relation',
          relations: [{ kind: 'contradicts' }],
          n: 1,
        },
      ],
    });
    const { body: quay } = await http.get('/v1/claims/north-quay-cracks/counterclaims').expect(200);
    expect(quay.items).toMatchObject([{ claim: { slug: 'north-quay-fit' }, why: 'question', relations: [] }]);
    const { body: berths } = await http.get('/v1/claims/marrowick-outer-berths-open/counterclaims').expect(200);
    expect(berths.items).toEqual([]);
  });

  test.each([
    '/v1/disputes/nobody/positions',
    '/v1/disputes/nobody/balance',
    '/v1/speakers/nobody/positions',
    '/v1/claims/nobody/counterclaims',
    '/v1/statements/nobody/thread',
  ])('404 at %s', async (url) => {
    const { http } = await startService(kind);
    expect((await http.get(url).expect(404)).body).toMatchObject({ code: 'not-found' });
  });
});
