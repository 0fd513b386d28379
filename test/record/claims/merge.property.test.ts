import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { another, record, recordStory } from '../../support/record.ts';

const CLAIMS = 5;
const claim = fc.integer({ min: 0, max: CLAIMS - 1 });
const stance = fc.constantFrom('support', 'deny', 'query', 'comment');
const stances = fc.uniqueArray(fc.record({ claim, stance }), { maxLength: 4, selector: (one) => one.claim });
const relation = fc.record({
  claim,
  target: claim,
  kind: fc.constantFrom('contradicts', 'reframes', 'supports'),
});

/** A record on one question, merges of its claims, and what happens to it in between that does not touch what follows. */
const scenario = fc.record({
  statements: fc.array(stances, { minLength: 1, maxLength: 6 }),
  relations: fc.uniqueArray(
    relation.filter((one) => one.claim !== one.target),
    // Of two claims one thing is said: relations that contradict each other are refused.
    { maxLength: 8, selector: (one) => [one.claim, one.target].sort().join(' ') },
  ),
  reviewed: fc.array(claim, { maxLength: 3 }),
  merges: fc.array(fc.record({ from: claim, into: claim }), { minLength: 1, maxLength: 4 }),
  between: fc.array(fc.record({ act: fc.constantFrom('note', 'withdraw', 'new'), at: fc.nat({ max: 5 }) }), {
    maxLength: 4,
  }),
  undone: fc.array(fc.nat({ max: 3 }), { minLength: 4, maxLength: 4 }),
});

/** Two stances of three come to one claim, and the statement is revised before that is undone. */
const REVISED_BETWEEN: Generated<typeof scenario> = {
  statements: [[4, 2, 0].map((claim) => ({ claim, stance: 'support' }))],
  relations: [],
  reviewed: [],
  merges: [
    { from: 0, into: 1 },
    { from: 1, into: 4 },
  ],
  between: [{ act: 'note', at: 0 }],
  undone: [0, 0, 0, 0],
};
type Generated<Of> = Of extends fc.Arbitrary<infer Value> ? Value : never;

/** Everything that the merges could have changed, as a reader sees it, apart from times and revisions. */
async function seen({ http }: Service, question: string, claims: { id: string }[]): Promise<unknown> {
  const read = async (path: string) => (await http.get(`/v1/${path}`).redirects(0)).body;
  const answers = [await read(`claims?question=${question}&limit=200`)];
  for (const { id } of claims) {
    answers.push(await read(`statements?claim=${id}&sort=createdAt&count=true&limit=200`));
    answers.push(await read(`claim-relations?claim=${id}&limit=200`), await read(`reviews?claim=${id}&count=true`));
    answers.push(await read(`claims/${id}`));
  }
  return JSON.parse(JSON.stringify(answers), (key, value) => (/^(revision|updatedAt|note)$/.test(key) ? null : value));
}

describe.each(ENGINES)('undoing merges on %s', (kind) => {
  test('restores exactly what was there, in whatever order they are undone and whatever else happened in between', async () => {
    const service = await startService(kind);
    const write = (path: string, body: object) => service.as.write.post(`/v1/${path}`).send(body);
    await fc.assert(
      fc.asyncProperty(scenario, async ({ statements, relations, reviewed, merges, between, undone }) => {
        const story = await recordStory(service);
        const claims: { id: string }[] = [];
        for (let number = 0; number < CLAIMS; number += 1)
          claims.push(
            await record(service, 'claims', {
              question: story.question.id,
              text: `Claim ${number} of ${story.question.slug}`,
            }),
          );
        const idOf = (at: number) => (claims[at] as { id: string }).id;
        const made: { id: string }[] = [];
        for (const taken of statements) {
          const stated = taken.map((one) => ({ claim: idOf(one.claim), stance: one.stance }));
          made.push(
            await record(service, 'statements', {
              ...another(story.isOpen),
              stances: stated,
              dispute: story.dispute.id,
            }),
          );
        }
        for (const { claim: from, target, kind: relationKind } of relations)
          await record(service, 'claim-relations', { claim: idOf(from), target: idOf(target), kind: relationKind });
        for (const [at, of] of reviewed.entries())
          await record(service, 'reviews', {
            ...{ claim: idOf(of), publisher: story.outlet.id, url: `https://courier.example/${at}`, title: 'Checked' },
            ...{ reviewedAt: '2024', rating: { label: 'True' } },
          });
        const before = await seen(service, story.question.id, claims);

        const merged: string[] = [];
        for (const { from, into } of merges) {
          const { status } = await write(`claims/${idOf(from)}/merge`, { into: idOf(into) });
          expect([200, 409, 422]).toContain(status);
          if (status === 200) merged.push(idOf(from));
        }
        const withdrawn = new Set<string>();
        for (const { act, at } of between) {
          const { id } = made[at % made.length] as { id: string };
          if (act === 'note')
            await service.as.write.patch(`/v1/statements/${id}`).set('If-Match', '*').send({ note: 'Noted' });
          if (act === 'withdraw') await service.as.write.delete(`/v1/statements/${id}`).set('If-Match', '*');
          if (act === 'withdraw') withdrawn.add(id);
          if (act === 'new')
            await record(service, 'statements', { ...another(story.isShut), stances: [], dispute: story.dispute.id });
        }
        for (const next of undone) {
          const [id] = merged.splice(next % Math.max(merged.length, 1), 1);
          if (id !== undefined) expect((await write(`claims/${id}/unmerge`, {})).status).toBe(200);
        }
        for (const id of withdrawn) expect((await write(`statements/${id}/restore`, {})).status).toBe(200);
        expect(await seen(service, story.question.id, claims)).toEqual(before);
      }),
      { numRuns: 4, examples: [[REVISED_BETWEEN]] },
    );
  }, 240_000);
});
