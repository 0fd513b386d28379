import { createHash } from 'node:crypto';
import { applyPatch, type Operation } from 'rfc6902';
import { describe, expect, test } from 'vitest';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { changesBy, record, recordStory, revise, TEXT } from '../support/record.ts';

type Line = {
  seq: number;
  at: string;
  actor: string;
  action: string;
  entityType: string;
  entityId: string;
  revision: number;
  draft: boolean;
  patch: Operation[];
  comment: string | null;
  salt: string | null;
  digest: string;
  hash: string;
};

/** What history says of what is not answered as such: withdrawal, redaction, merging. */
const UNANSWERED = ['withdrawnAt', 'withdrawnReason', 'redactedAt', 'redactedLines', 'mergedInto', 'merged'];

const sha256 = (...parts: unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** The state of each entity after all of these lines, by its id; null once it is deleted. */
function rebuilt(lines: Line[]): Map<string, Record<string, unknown> | null> {
  const states = new Map<string, Record<string, unknown> | null>();
  for (const { entityId, patch } of lines) {
    const holder = { state: structuredClone(states.get(entityId) ?? null) };
    const inHolder = patch.map((operation) => ({ ...operation, path: `/state${operation.path}` })) as Operation[];
    const faults = applyPatch(holder, inHolder).filter((fault) => fault !== null);
    expect(faults).toEqual([]);
    states.set(entityId, (holder.state as Record<string, unknown> | undefined) ?? null);
  }
  return states;
}

/** A member of an answer as history says it: what is referred to by its id. */
function asTold(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((item) => (isNamed(item) && 'role' in item ? { side: item.id, role: item.role } : nested(item)));
  return isNamed(value) ? value.id : value;
}

function nested(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return item;
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, asTold(value)]));
}

function isNamed(value: unknown): value is { id: string; role?: string } {
  return typeof value === 'object' && value !== null && 'id' in value;
}

describe.each(ENGINES)('history on %s', (kind) => {
  test('every write has one line: who, what, why, in the order of its numbers', async () => {
    const service = await startService(kind);
    const { as, changes, keys } = service;
    const story = await recordStory(service);
    const comment = 'Tippfehler — “Grüße” 🚢';
    const key = (await changes()).at(-1)?.actor;
    expect(key).toMatch(/^key_/);
    expect(keys.write).not.toContain(key);
    const one = await record(service, 'statements', story.isOpen);
    const written = await changesBy(service, async () => {
      await as.write
        .patch(`/v1/statements/${one.id}`)
        .set('If-Match', '*')
        .set('Change-Comment', 'typo')
        .send({ note: 'N' })
        .expect(200);
      const answer = { ...story.isShut, rebuts: [{ statement: one.id, kind: 'denial' }] };
      const { rebuts } = await record(service, 'statements', answer);
      await as.write.delete(`/v1/rebuttals/${rebuts[0].id}`).set('If-Match', '*').expect(204);
      await as.write
        .delete(`/v1/statements/${one.id}`)
        .set('If-Match', '*')
        .set('Change-Comment', Buffer.from(comment).toString('latin1'))
        .expect(204);
    });
    const lines = written as unknown as Line[];
    expect(lines.map(({ action, entityType, revision, comment: why }) => [action, entityType, revision, why])).toEqual([
      ['revise', 'statement', 2, 'typo'],
      ['create', 'statement', 1, null],
      ['create', 'rebuttal', 1, null],
      ['delete', 'rebuttal', 2, null],
      ['withdraw', 'statement', 3, comment],
    ]);
    expect(lines.every(({ actor }) => actor === key)).toBe(true);
    expect(lines[0]?.patch).toEqual([{ op: 'replace', path: '/note', value: 'N' }]);
  });

  test('a patch that changes nothing, a refused write and a dry look leave no line', async () => {
    const service = await startService(kind);
    const { isOpen, north } = await recordStory(service);
    const one = await record(service, 'statements', isOpen);
    const written = await changesBy(service, async () => {
      await revise(service, `statements/${one.id}`, { note: null, quote: isOpen.quote });
      await revise(service, `sides/${north.id}`, {});
      await service.as.write.post('/v1/sides').send({ name: 'Other', slug: north.slug }).expect(409);
      await service.http.get(`/v1/statements/${one.id}`).expect(200);
    });
    expect(written).toEqual([]);
    const long = { 'If-Match': '*', 'Change-Comment': 'c'.repeat(1001) };
    await service.as.write.patch(`/v1/sides/${north.id}`).set(long).send({ name: 'No' }).expect(400);
  });

  test('the patches, applied in their order, give every entity as it is answered now', async () => {
    const service = await startService(kind, { content: 'demo' });
    const { as, http } = service;
    const story = await recordStory(service, { text: null });
    const one = await record(service, 'statements', {
      ...story.isOpen,
      translations: [{ language: 'de', text: 'Tore', method: 'human' }],
    });
    await record(service, 'statements', {
      ...story.isShut,
      rebuts: [{ statement: one.id, kind: 'denial' }],
      repeats: one.id,
    });
    await record(service, `articles/${story.article.id}/snapshots`, { text: TEXT });
    await revise(service, `statements/${one.id}`, {
      quote: 'The gates stand open',
      stances: [{ claim: story.shut.id, stance: 'deny' }],
      cue: 'told',
    });
    await revise(service, `articles/${story.article.id}`, { publishedAt: '2024-02', byline: ['A', 'B/C~D'] });
    await revise(service, `speakers/${story.anna.id}`, {
      aliases: ['Annie'],
      affiliations: [{ side: story.south.id, from: '2024' }],
    });
    await revise(service, `disputes/${story.dispute.id}`, {
      summary: 'Both',
      sides: [{ side: story.south.id, role: 'mediator' }, { side: story.north.id }],
    });
    const gone = await record(service, 'sides', { name: 'Soon gone' });
    await as.write.delete(`/v1/sides/${gone.id}`).set('If-Match', '*').expect(204);

    const lines = (await service.changes()) as unknown as Line[];
    const states = rebuilt(lines);
    expect(states.get(gone.id)).toBeNull();
    let compared = 0;
    for (const room of 'sides disputes questions outlets articles speakers claims claim-relations statements rebuttals'.split(
      ' ',
    )) {
      const { body } = await http.get(`/v1/${room}?limit=200&count=true`).expect(200);
      expect(body.items).toHaveLength(body.total);
      for (const entity of body.items) {
        const { anchor, title, ...told } = states.get(entity.id) as Record<string, unknown>;
        const state = Object.fromEntries(Object.entries(told).filter(([name]) => !UNANSWERED.includes(name)));
        if (room === 'statements') {
          expect(entity.anchor).toMatchObject({
            result: (anchor as { result: string }).result,
            start: (anchor as { start: number }).start,
          });
          expect(entity.speaker.title).toBe(title);
        } else if (title !== undefined) expect(entity.title).toBe(title);
        const answered = Object.fromEntries(Object.keys(state).map((name) => [name, asTold(entity[name])]));
        expect(answered, entity.id).toEqual(state);
        const revisions = lines.filter(({ entityId }) => entityId === entity.id).map(({ revision }) => revision);
        expect(revisions).toEqual(Array.from({ length: entity.revision }, (_, at) => at + 1));
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(100);
    expect(JSON.stringify(lines), 'an article’s text is its outlet’s').not.toContain('Ben Sud disagreed');
  });

  test('the lines form one chain of hashes without a hole, also when many write at once', async () => {
    const service = await startService(kind, { content: 'demo' });
    await Promise.all(Array.from({ length: 12 }, (_, at) => record(service, 'sides', { name: `At once ${at}` })));
    const lines = (await service.changes()) as unknown as Line[];
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, at) => at + 1));
    let previous = '';
    for (const {
      seq,
      at,
      actor,
      action,
      entityType,
      entityId,
      revision,
      draft,
      digest,
      hash,
      salt,
      patch,
      comment,
    } of lines) {
      expect(digest).toBe(sha256(salt, patch, comment));
      expect(hash).toBe(sha256(previous, seq, at, actor, action, entityType, entityId, revision, draft, digest));
      previous = hash;
    }
  });
});
