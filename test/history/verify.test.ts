import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { headOfChain } from '../../src/history/feed.ts';
import { verifyChain } from '../../src/history/verify.ts';
import type { Engine } from '../../src/platform/engine/tables.ts';
import { type Service, startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { record, recordStory } from '../support/record.ts';

/** Writes into the database behind the back of the service. */
async function tamper(engine: Engine, statement: string): Promise<void> {
  await engine.write(async ({ db }) => {
    const run = db as unknown as { run?: (query: unknown) => unknown; execute?: (query: unknown) => unknown };
    await (engine.kind === 'sqlite' ? run.run?.(sql.raw(statement)) : run.execute?.(sql.raw(statement)));
  });
}

/** A record with a redacted statement in it, so that both kinds of lines are walked. */
async function someHistory(service: Service) {
  const story = await recordStory(service);
  const { id } = await record(service, 'statements', story.isOpen);
  await record(service, 'statements', { ...story.isShut, status: 'draft' });
  await service.as.admin.post(`/v1/statements/${id}/redact`).send({ reason: 'Court order' }).expect(200);
  await record(service, 'sides', { name: 'Later' });
  return id as string;
}

const TAMPERINGS: [what: string, statement: (line: number, last: number) => string][] = [
  ['another time', (line) => `UPDATE changes SET at = at - 86400000 WHERE seq = ${line}`],
  ['another actor', (line) => `UPDATE changes SET actor = 'somebody' WHERE seq = ${line}`],
  ['another action', (line) => `UPDATE changes SET action = action + 1 WHERE seq = ${line}`],
  ['another kind', (line) => `UPDATE changes SET entity_type = entity_type + 1 WHERE seq = ${line}`],
  ['another entity', (line) => `UPDATE changes SET entity_id = 'sid_0892312345678901' WHERE seq = ${line}`],
  ['an entity that is none', (line) => `UPDATE changes SET entity_id = 'nobody knows' WHERE seq = ${line}`],
  ['another revision', (line) => `UPDATE changes SET revision = revision + 1 WHERE seq = ${line}`],
  ['a draft made public, or the other way round', (line) => `UPDATE changes SET draft = not draft WHERE seq = ${line}`],
  ['other words', (line) => `UPDATE changes SET patch = '[{"op":"remove","path":""}]' WHERE seq = ${line}`],
  ['another reason', (line) => `UPDATE changes SET comment = 'An innocent one' WHERE seq = ${line}`],
  ['another salt', (line) => `UPDATE changes SET salt = 'ff' WHERE seq = ${line}`],
  ['another digest', (line) => `UPDATE changes SET digest = hash WHERE seq = ${line}`],
  ['another hash', (line) => `UPDATE changes SET hash = salt WHERE seq = ${line}`],
  ['a line passed off as redacted', (line) => `UPDATE changes SET redacted = not redacted WHERE seq = ${line}`],
  [
    'words removed without a line that says so',
    (line) =>
      `UPDATE changes SET redacted = not redacted, patch = null, comment = null, salt = null WHERE seq = ${line}`,
  ],
  ['a line deleted', (line) => `DELETE FROM changes WHERE seq = ${line}`],
  ['a line in another place', (line, last) => `UPDATE changes SET seq = ${last + 1} WHERE seq = ${line}`],
];

describe.each(ENGINES)('the chain of history on %s', (kind) => {
  test('holds from end to end, redacted lines and all, and tells its head', async () => {
    const service = await startService(kind);
    await someHistory(service);
    const read: number[] = [];
    const verdict = await verifyChain(service.engine.read, { told: (lines) => read.push(lines) });
    const lines = (await service.changes()).length;
    expect(verdict).toEqual({ lines, redacted: 1, head: await headOfChain(service.engine.read), broken: null });
    expect(read.at(-1)).toBe(lines);
  });

  test.each(TAMPERINGS)('finds %s, and names the line', async (_what, statement) => {
    const service = await startService(kind);
    await someHistory(service);
    const last = (await service.changes()).length;
    await tamper(service.engine, statement(5, last));
    const { broken } = await verifyChain(service.engine.read);
    // A line that is gone shows at the one after it.
    expect([5, 6]).toContain(broken?.seq);
  });

  test('finds two lines that changed places', async () => {
    const service = await startService(kind);
    await someHistory(service);
    await tamper(service.engine, 'UPDATE changes SET seq = 1000 WHERE seq = 4');
    await tamper(service.engine, 'UPDATE changes SET seq = 4 WHERE seq = 6');
    await tamper(service.engine, 'UPDATE changes SET seq = 6 WHERE seq = 1000');
    expect((await verifyChain(service.engine.read)).broken?.seq).toBe(4);
  });

  test('finds a line slipped in at the end', async () => {
    const service = await startService(kind);
    await someHistory(service);
    const last = (await service.changes()).length;
    const columns =
      'at, actor, action, entity_type, entity_id, revision, draft, patch, comment, salt, digest, hash, redacted, told_by_row';
    await tamper(
      service.engine,
      `INSERT INTO changes (seq, ${columns}) SELECT ${last + 1}, ${columns} FROM changes WHERE seq = ${last}`,
    );
    expect((await verifyChain(service.engine.read)).broken?.seq).toBe(last + 1);
  });

  test('finds words that were put back into a redacted line, and a redaction that never happened', async () => {
    const service = await startService(kind);
    const id = await someHistory(service);
    const line = (await service.changes()).find(({ entityId, action }) => entityId === id && action === 'create');
    const seq = (line as unknown as { seq: number }).seq;
    await tamper(
      service.engine,
      `UPDATE changes SET patch = '[]', salt = 'ff', redacted = not redacted WHERE seq = ${seq}`,
    );
    expect((await verifyChain(service.engine.read)).broken).toMatchObject({ seq });
  });

  test('finds a tail cut off only by a hash that was noted before', async () => {
    const service = await startService(kind);
    await someHistory(service);
    const { seq, hash } = await headOfChain(service.engine.read);
    expect((await verifyChain(service.engine.read, { expect: hash })).broken).toBeNull();
    await record(service, 'sides', { name: 'Still later' });
    expect((await verifyChain(service.engine.read, { expect: hash })).broken).toBeNull();
    await tamper(service.engine, `DELETE FROM changes WHERE seq >= ${seq}`);
    expect((await verifyChain(service.engine.read)).broken).toBeNull();
    expect((await verifyChain(service.engine.read, { expect: hash })).broken?.seq).toBe(seq);
  });
});
