import { describe, expect, test } from 'vitest';
import { foldAll } from '../../../src/derived/summaries/folder.ts';
import type { Engine } from '../../../src/platform/engine/tables.ts';
import { restoreStatement, withdrawStatement } from '../../../src/record/statements/withdrawal.ts';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES, type EngineKind } from '../../support/database.ts';
import { toldIn } from '../../support/kept.ts';
import { record, recordStory, revise } from '../../support/record.ts';
import { expectWholeSummaries } from '../../support/summaries.ts';

const BY = { actor: 'test', comment: 'because' };
const QUOTES = ['that every boat could land', 'told reporters on Monday', 'Nobody has seen the key since winter'];

async function utterancesIn(service: Service, dispute: string) {
  const { body } = await service.as.read.get(`/v1/disputes/${dispute}/balance`);
  return {
    all: body.utterances,
    n: body.total,
    sides: body.sides.map((side: { utterances: number }) => side.utterances),
  };
}

function rowsOfUtterances({ read }: Engine) {
  return read.query('members that are utterances', ({ db, t }) =>
    db.select({ member: t.tallyMembers.member, n: t.tallyMembers.n, kind: t.tallyMembers.kind }).from(t.tallyMembers),
  );
}

async function expectTrue(service: Service): Promise<void> {
  const told = await toldIn(service.engine);
  expect(told.claims.kept).toEqual(told.claims.counted);
  await expectWholeSummaries(service.engine);
  expect(await toldIn(service.engine)).toEqual(told);
}

async function started(kind: EngineKind) {
  const service = await startService(kind, { foldsBeside: false });
  const story = await recordStory(service);
  const others = QUOTES.map((quote) => ({ ...story.isOpen, quote }));
  await record(service, 'claims', { question: story.question.id, text: 'It opens by day', terms: ['every boat'] });
  const first = await record(service, 'statements', story.isOpen);
  return { service, engine: service.engine, story, others, first };
}

describe.each(ENGINES)('an utterance that others repeat, on %s', (kind) => {
  test('200 counts once, whether it was folded in before it was repeated or not', async () => {
    for (const isFoldedBefore of [true, false]) {
      const { service, engine, story, others, first } = await started(kind);
      if (isFoldedBefore) {
        await foldAll(engine);
        expect((await rowsOfUtterances(engine)).filter((row) => row.kind === 'stm')).toEqual([]);
      }
      const copy = await record(service, 'statements', { ...(others[0] as object), repeats: first.id });
      expect(await utterancesIn(service, story.dispute.id)).toEqual({ all: 1, n: 2, sides: [1, 0] });
      await foldAll(engine);
      expect(await utterancesIn(service, story.dispute.id)).toEqual({ all: 1, n: 2, sides: [1, 0] });
      const rows = (await rowsOfUtterances(engine)).filter((row) => row.kind === 'stm');
      expect(new Set(rows.map(({ member }) => member))).toEqual(new Set([first.id]));

      await revise(service, `statements/${copy.id}`, { repeats: null });
      expect(await utterancesIn(service, story.dispute.id)).toEqual({ all: 2, n: 2, sides: [2, 0] });
      await revise(service, `statements/${first.id}`, { repeats: copy.id });
      expect(await utterancesIn(service, story.dispute.id)).toEqual({ all: 1, n: 2, sides: [1, 0] });
      await expectTrue(service);
    }
  });

  test('200 counts with its copies where it turns out to be one itself', async () => {
    const { service, engine, story, others, first } = await started(kind);
    await record(service, 'statements', { ...(others[0] as object), repeats: first.id });
    const earlier = await record(service, 'statements', others[1] as object);
    await foldAll(engine);
    expect(await utterancesIn(service, story.dispute.id)).toEqual({ all: 2, n: 3, sides: [2, 0] });
    await revise(service, `statements/${first.id}`, { repeats: earlier.id });
    expect(await utterancesIn(service, story.dispute.id)).toEqual({ all: 1, n: 3, sides: [1, 0] });
    await expectTrue(service);
  });

  test('200 counts once when many repeat it at once, while it is withdrawn and folded in', async () => {
    const { service, engine, others, first } = await started(kind);
    await foldAll(engine);
    // Refused while it is withdrawn.
    const copies = others.map((other) => service.as.write.post('/v1/statements').send({ ...other, repeats: first.id }));
    const turn = async () => {
      await engine.write((tx) => withdrawStatement(tx, first.id, '*', BY));
      await engine.write((tx) => restoreStatement(tx, first.id, '*', BY));
    };
    const [answers] = await Promise.all([Promise.all(copies), turn(), foldAll(engine, undefined, 1)]);
    for (const { status } of answers) expect([201, 422]).toContain(status);
    await expectTrue(service);
  });
});
