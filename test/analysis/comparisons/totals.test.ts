import { describe, expect, test } from 'vitest';
import type { DisputePositions } from '../../../src/analysis/positions/dispute-positions.ts';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { another, record, recordStory, revise } from '../../support/record.ts';

type Story = Awaited<ReturnType<typeof recordStory>>;

/** What the positions in the dispute say of it as a whole, and what north and south hold on its claims. */
async function heldIn({ http }: Service, { dispute, open, shut }: Story) {
  const { body } = await http.get(`/v1/disputes/${dispute.id}/positions`).expect(200);
  const { total, utterances, rows } = body as DisputePositions;
  const cells = rows[0]?.cells ?? [];
  const on = (claim: { id: string }) =>
    cells.map(({ claims }) => {
      const held = claims.find((one) => one.claim.id === claim.id);
      return held ? [held.support, held.deny] : null;
    });
  return { total, utterances, onQuestion: cells.map(({ n }) => n), open: on(open), shut: on(shut) };
}

describe.each(ENGINES)('totals on %s', (kind) => {
  test('follow a statement from draft to withdrawal', async () => {
    const service = await startService(kind);
    const story = await recordStory(service);
    const { open, shut, south, isOpen } = story;
    const statement = await record(service, 'statements', { ...isOpen, status: 'draft' });
    const nothing = { total: 0, utterances: 0, onQuestion: [0, 0], open: [null, null], shut: [null, null] };
    expect(await heldIn(service, story)).toEqual(nothing);

    await revise(service, `statements/${statement.id}`, { status: 'published' });
    const once = { total: 1, utterances: 1, onQuestion: [1, 0] };
    expect(await heldIn(service, story)).toEqual({ ...once, open: [[1, 0], null], shut: [null, null] });

    const both = [
      { claim: open.id, stance: 'deny' },
      { claim: shut.id, stance: 'support' },
    ];
    await revise(service, `statements/${statement.id}`, { stances: both });
    expect(await heldIn(service, story)).toEqual({ ...once, open: [[0, 1], null], shut: [[1, 0], null] });

    await revise(service, `statements/${statement.id}`, { side: south.id });
    expect(await heldIn(service, story)).toEqual({
      ...once,
      onQuestion: [0, 1],
      open: [null, [0, 1]],
      shut: [null, [1, 0]],
    });

    await service.as.write.delete(`/v1/statements/${statement.id}`).set('If-Match', '*').expect(204);
    expect(await heldIn(service, story)).toEqual(nothing);
  });

  test('count an utterance once, also where its first report turns out to be a copy of another', async () => {
    const service = await startService(kind);
    const story = await recordStory(service);
    const first = await record(service, 'statements', story.isOpen);
    const copied = await record(service, 'statements', another(story.isOpen));
    await record(service, 'statements', { ...another(story.isOpen), repeats: copied.id });
    expect(await heldIn(service, story)).toMatchObject({ total: 3, utterances: 2 });
    await revise(service, `statements/${copied.id}`, { repeats: first.id });
    expect(await heldIn(service, story)).toMatchObject({ total: 3, utterances: 1 });
  });
});
