import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { another, changesBy, record, recordStory, revise } from '../../support/record.ts';

describe.each(ENGINES)('merging claims on %s', (kind) => {
  const service = shared(() => startService(kind));
  const get = async (path: string) => (await service().http.get(`/v1/${path}`).expect(200)).body;
  const merge = (claim: string, into: string) => service().as.write.post(`/v1/claims/${claim}/merge`).send({ into });
  const unmerge = (claim: string) => service().as.write.post(`/v1/claims/${claim}/unmerge`);
  const stances = async (id: string) =>
    (await get(`statements/${id}`)).stances.map(({ claim, stance }: { claim: { id: string }; stance: string }) => ({
      claim: claim.id,
      stance,
    }));

  /** A question with four claims: `open` and `ajar` say the same, `shut` and `wide` do not. */
  async function fourClaims() {
    const story = await recordStory(service());
    const ajar = await record(service(), 'claims', { question: story.question.id, text: `Ajar: ${story.open.text}` });
    const wide = await record(service(), 'claims', { question: story.question.id, text: `Wide: ${story.open.text}` });
    const say = (taken: [{ id: string }, string][], over = {}) =>
      record(service(), 'statements', {
        ...another(story.isOpen),
        stances: taken.map(([claim, stance]) => ({ claim: claim.id, stance })),
        ...over,
      });
    return { ...story, ajar, wide, say };
  }

  test('200 lets statements, relations, reviews and corrections follow, and answers the target', async () => {
    const { open, ajar, shut, outlet, say } = await fourClaims();
    const statement = await say([[ajar, 'support']]);
    const relation = await record(service(), 'claim-relations', {
      claim: ajar.id,
      target: shut.id,
      kind: 'contradicts',
    });
    const review = await record(service(), 'reviews', {
      claim: ajar.id,
      publisher: outlet.id,
      url: `https://courier.example/${ajar.id}`,
      title: 'Checked',
      reviewedAt: '2024-03-02',
      rating: { label: 'True' },
    });
    const correction = await record(service(), 'corrections', { claim: ajar.id, kind: 'update', note: 'Since then' });
    const { body, headers } = await merge(ajar.id, open.slug).expect(200);
    expect(body).toMatchObject({ id: open.id, revision: 2, corrections: [{ id: correction.id }] });
    expect(headers.etag).toMatch(/^"2-/);
    expect(await stances(statement.id)).toEqual([{ claim: open.id, stance: 'support' }]);
    expect((await get(`claim-relations/${relation.id}`)).claim.id).toBe(open.id);
    expect((await get(`reviews/${review.id}`)).claim.id).toBe(open.id);
    expect((await get(`corrections/${correction.id}`)).claim.id).toBe(open.id);
  });

  test('308 leads from the old id and slug to the target, query and all', async () => {
    const { open, ajar } = await fourClaims();
    await merge(ajar.id, open.id).expect(200);
    for (const reference of [ajar.id, ajar.slug]) {
      const { headers } = await service().http.get(`/v1/claims/${reference}`).redirects(0).expect(308);
      expect(headers).toMatchObject({ location: `/v1/claims/${open.id}`, 'cache-control': 'no-cache' });
      const asked = await service().http.get(`/v1/claims/${reference}?asOf=2100`).redirects(0).expect(308);
      expect(asked.headers.location).toBe(`/v1/claims/${open.id}?asOf=2100`);
      expect((await service().http.get(`/v1/claims/${reference}`).redirects(1).expect(200)).body.id).toBe(open.id);
    }
  });

  test('the old slug follows wherever a claim is named, and the claim is in no list', async () => {
    const { open, ajar, shut, question, say } = await fourClaims();
    const statement = await say([[ajar, 'support']]);
    await merge(ajar.id, open.id).expect(200);
    const listed = (await get(`claims?question=${question.id}&count=true`)) as {
      items: { id: string }[];
      total: number;
    };
    expect(listed.items.map(({ id }) => id)).not.toContain(ajar.id);
    expect(listed.total).toBe(3);
    expect((await get(`statements?claim=${ajar.slug}&stance=support`)).items).toMatchObject([{ id: statement.id }]);
    const written = await say([[ajar, 'deny']]);
    expect(await stances(written.id)).toEqual([{ claim: open.id, stance: 'deny' }]);
    const relation = await record(service(), 'claim-relations', {
      claim: ajar.slug,
      target: shut.id,
      kind: 'reframes',
    });
    expect(relation.claim.id).toBe(open.id);
    const twin = service().as.write.post('/v1/claim-relations');
    await twin.send({ claim: open.id, target: shut.id, kind: 'reframes' }).expect(409);
  });

  test("where a statement has a stance to both, the target's stands, and undoing brings both back in their order", async () => {
    const { open, ajar, shut, say } = await fourClaims();
    const taken = [
      { claim: ajar.id, stance: 'support' },
      { claim: shut.id, stance: 'query' },
      { claim: open.id, stance: 'deny' },
    ];
    const { id } = await say(taken.map(({ claim, stance }) => [{ id: claim }, stance]));
    const reversed = await say(taken.toReversed().map(({ claim, stance }) => [{ id: claim }, stance]));
    await merge(ajar.id, open.id).expect(200);
    const own = { claim: open.id, stance: 'deny' };
    const other = { claim: shut.id, stance: 'query' };
    expect(await stances(id)).toEqual([own, other]);
    expect(await stances(reversed.id)).toEqual([own, other]);
    expect((await get(`statements?claim=${open.id}&count=true`)).total).toBe(2);
    expect((await get(`statements?claim=${open.id}&stance=support&count=true`)).total).toBe(0);
    await unmerge(ajar.slug).expect(200);
    expect(await stances(id)).toEqual(taken);
    expect(await stances(reversed.id)).toEqual(taken.toReversed());
    expect((await get(`statements?claim=${ajar.id}&stance=support&count=true`)).total).toBe(2);
  });

  test('relations that become the same, or one of a claim to itself, are set aside until it is undone', async () => {
    const { open, ajar, shut } = await fourClaims();
    const relate = (claim: string, target: string, over = {}) =>
      record(service(), 'claim-relations', { claim, target, kind: 'contradicts', ...over });
    const own = await relate(open.id, shut.id);
    const same = await relate(ajar.id, shut.id, { note: 'The same, in other words' });
    const inner = await relate(ajar.id, open.id, { kind: 'supports' });
    await merge(ajar.id, open.id).expect(200);
    const { items } = await get(`claim-relations?claim=${open.id}`);
    expect(items.map(({ id }: { id: string }) => id)).toEqual([own.id]);
    for (const { id } of [same, inner]) await service().http.get(`/v1/claim-relations/${id}`).expect(404);
    await unmerge(ajar.id).expect(200);
    for (const relation of [own, same, inner]) {
      const { revision, updatedAt, ...back } = await get(`claim-relations/${relation.id}`);
      expect(back).toEqual((({ revision: _, updatedAt: __, ...rest }) => rest)(relation));
      expect([revision, updatedAt]).toEqual([expect.any(Number), expect.any(String)]);
    }
  });

  test('history has a line on everything that a merge touched, and on its undoing', async () => {
    const { open, ajar, shut, say } = await fourClaims();
    const one = await say([[ajar, 'support']]);
    const other = await say([[shut, 'support']]);
    const relation = await record(service(), 'claim-relations', { claim: ajar.id, target: shut.id, kind: 'narrows' });
    const touched = [open.id, ajar.id, one.id, relation.id].sort();
    const merging = await changesBy(service(), () => merge(ajar.id, open.id).expect(200));
    expect(merging.map(({ entityId }) => entityId).sort()).toEqual(touched);
    expect(new Set(merging.map(({ action }) => action))).toEqual(new Set(['merge']));
    const undoing = await changesBy(service(), () => unmerge(ajar.id).expect(200));
    expect(undoing.map(({ entityId }) => entityId).sort()).toEqual(touched);
    expect(new Set(undoing.map(({ action }) => action))).toEqual(new Set(['unmerge']));
    const { items } = await get(`claims/${ajar.id}/history`);
    expect(items[1].patch).toEqual([{ op: 'replace', path: '/mergedInto', value: open.id }]);
    expect((await get(`statements/${other.id}/history`)).items).toHaveLength(1);
  });

  test('a claim merged into one that was merged itself follows to the root, and stays with its own when that is undone', async () => {
    const { open, ajar, wide, say } = await fourClaims();
    const statement = await say([[ajar, 'support']]);
    await merge(ajar.id, wide.id).expect(200);
    await merge(wide.id, open.id).expect(200);
    expect(await stances(statement.id)).toEqual([{ claim: open.id, stance: 'support' }]);
    expect((await service().http.get(`/v1/claims/${ajar.slug}`).redirects(0)).headers.location).toBe(
      `/v1/claims/${open.id}`,
    );
    await unmerge(wide.id).expect(200);
    expect(await stances(statement.id)).toEqual([{ claim: wide.id, stance: 'support' }]);
    // Undone in the other order, too.
    await merge(wide.id, open.id).expect(200);
    await unmerge(ajar.id).expect(200);
    expect(await stances(statement.id)).toEqual([{ claim: ajar.id, stance: 'support' }]);
    expect((await get(`claims/${ajar.id}`)).id).toBe(ajar.id);
    await service().http.get(`/v1/claims/${wide.id}`).redirects(0).expect(308);
  });

  test('what is refused is told, and nothing is written', async () => {
    const { open, ajar, wide, dispute } = await fourClaims();
    const elsewhere = await record(service(), 'questions', { dispute: dispute.id, text: `Elsewhere? ${open.text}` });
    const other = await record(service(), 'claims', { question: elsewhere.id, text: `Other ${open.text}` });
    await merge(ajar.id, wide.id).expect(200);
    const lines = await changesBy(service(), async () => {
      const expectCode = async (request: ReturnType<typeof merge>, status: number, code: string) =>
        expect((await request.expect(status)).body.code).toBe(code);
      await expectCode(merge(open.id, other.id), 422, 'unprocessable');
      await expectCode(merge(open.id, open.slug), 422, 'unprocessable');
      // No cycles: `ajar` stands as `wide` already.
      await expectCode(merge(wide.id, ajar.id), 422, 'unprocessable');
      await expectCode(merge(ajar.id, open.id), 409, 'conflict');
      await expectCode(merge(open.id, 'nowhere'), 422, 'unknown-reference');
      await expectCode(merge('nowhere', open.id), 404, 'not-found');
      await expectCode(unmerge(open.id), 409, 'conflict');
      await expectCode(unmerge('nowhere'), 404, 'not-found');
      const { as } = service();
      await expectCode(as.read.post(`/v1/claims/${open.id}/merge`).send({ into: wide.id }), 403, 'forbidden');
      const stale = as.write.post(`/v1/claims/${open.id}/merge`).set('If-Match', '"7-x"').send({ into: wide.id });
      await expectCode(stale, 412, 'stale-revision');
      // What was merged is neither revised nor deleted, nor is what others were merged into.
      await expectCode(
        as.write.patch(`/v1/claims/${ajar.slug}`).set('If-Match', '*').send({ note: 'x' }),
        409,
        'conflict',
      );
      await expectCode(as.write.delete(`/v1/claims/${ajar.slug}`).set('If-Match', '*'), 409, 'conflict');
      await expectCode(as.write.delete(`/v1/claims/${wide.slug}`).set('If-Match', '*'), 409, 'in-use');
      const moving = as.write.patch(`/v1/claims/${wide.slug}`).set('If-Match', '*').send({ question: elsewhere.id });
      await expectCode(moving, 409, 'in-use');
    });
    expect(lines).toEqual([]);
  });

  test('a statement revised in between keeps what it says, and what it was written for', async () => {
    const { open, ajar, shut, say } = await fourClaims();
    const untouched = await say([[ajar, 'support']]);
    const noted = await say([[ajar, 'support']]);
    const extended = await say([[ajar, 'support']]);
    const changed = await say([[ajar, 'support']]);
    await merge(ajar.id, open.id).expect(200);
    await revise(service(), `statements/${noted.id}`, { note: 'Noted' });
    const also = { claim: shut.id, stance: 'query' };
    await revise(service(), `statements/${extended.id}`, { stances: [{ claim: open.id, stance: 'support' }, also] });
    await revise(service(), `statements/${changed.id}`, { stances: [{ claim: open.id, stance: 'deny' }] });
    await unmerge(ajar.id).expect(200);
    expect(await stances(untouched.id)).toEqual([{ claim: ajar.id, stance: 'support' }]);
    expect(await stances(noted.id)).toEqual([{ claim: ajar.id, stance: 'support' }]);
    expect(await stances(extended.id)).toEqual([{ claim: ajar.id, stance: 'support' }, also]);
    expect(await stances(changed.id)).toEqual([{ claim: open.id, stance: 'deny' }]);
  });

  test('a drafted and a withdrawn statement follow too, unseen', async () => {
    const { open, ajar, say } = await fourClaims();
    const draft = await say([[ajar, 'support']], { status: 'draft' });
    const withdrawn = await say([[ajar, 'support']]);
    await service().as.write.delete(`/v1/statements/${withdrawn.id}`).set('If-Match', '*').expect(204);
    await merge(ajar.id, open.id).expect(200);
    expect((await get(`statements?claim=${open.id}&count=true`)).total).toBe(0);
    await service().http.get(`/v1/statements/${draft.id}/history`).expect(404);
    await revise(service(), `statements/${draft.id}`, { status: 'published' });
    await service().as.write.post(`/v1/statements/${withdrawn.id}/restore`).expect(200);
    expect((await get(`statements?claim=${open.id}&count=true`)).total).toBe(2);
  });

  test('writers at the same time as a merge leave no stance behind on the old claim', async () => {
    const { open, ajar, say } = await fourClaims();
    const [, ...made] = await Promise.all([
      merge(ajar.id, open.id).expect(200),
      ...Array.from({ length: 10 }, () => say([[ajar, 'support']])),
    ]);
    for (const { id } of made) expect(await stances(id)).toEqual([{ claim: open.id, stance: 'support' }]);
    expect((await get(`statements?claim=${open.id}&count=true`)).total).toBe(10);
  });

  test('an import that names the old slug leaves the claim as it is', async () => {
    const { open, ajar, question } = await fourClaims();
    await merge(ajar.id, open.id).expect(200);
    const line = { type: 'claim', question: question.slug, slug: ajar.slug, text: 'Told anew' };
    const sent = await service()
      .as.write.post('/v1/imports?format=record')
      .set('content-type', 'application/x-ndjson')
      .send(JSON.stringify(line));
    const job = async () => (await service().as.write.get(`/v1/imports/${sent.body.id}`)).body;
    await expect.poll(async () => (await job()).state).toBe('done');
    expect(await job()).toMatchObject({ unchanged: 1, rejected: 0 });
    expect((await get(`claims/${open.id}`)).text).toBe(open.text);
  });
});
