import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  FIRST_MS,
  ID_PREFIXES,
  idAskedFor,
  idFromKey,
  idOf,
  KEYS_OF_MS,
  type Kind,
  keyFromAnyId,
  keyFromId,
  keysInOrder,
  kindOfId,
} from '../../src/kernel/id.ts';

const KINDS = Object.keys(ID_PREFIXES) as Kind[];
const kinds = fc.constantFrom(...KINDS);
const keys = fc.oneof(fc.maxSafeNat(), fc.constantFrom(0, 1, KEYS_OF_MS - 1, KEYS_OF_MS, Number.MAX_SAFE_INTEGER));

test('an id says its kind, and is the id of no other', () => {
  for (const kind of KINDS) {
    const id = idFromKey(kind, keysInOrder()(new Date()));
    expect(kindOfId(id)).toBe(kind);
    expect(KINDS.filter((other) => idOf(other).safeParse(id).success)).toEqual([kind]);
  }
  expect(new Set(Object.values(ID_PREFIXES)).size).toBe(KINDS.length);
});

test('an id says its key, and a key its id', () => {
  fc.assert(
    fc.property(kinds, keys, (kind, key) => {
      const id = idFromKey(kind, key);
      expect(id).toHaveLength(17);
      expect(idOf(kind).safeParse(id).success).toBe(true);
      expect(keyFromId(kind, id)).toBe(key);
      expect(keyFromAnyId(id)).toBe(key);
    }),
  );
});

test('ids of a kind sort as their keys do', () => {
  fc.assert(
    fc.property(keys, keys, (one, other) => {
      expect(idFromKey('claim', one) < idFromKey('claim', other)).toBe(one < other);
    }),
  );
});

test('an id begins with the time it was made at, as a ULID does', () => {
  const key = keysInOrder()(new Date('2026-01-01T00:00:00.000Z'));
  expect(idFromKey('statement', key)).toMatch(/^stm_01kdvdna00/);
});

test('ids sort by the time they were made at, and within one moment in the order they were made in', () => {
  const next = keysInOrder();
  const times = [0, 1, 1, 1, 999, 1000, 200_000_000_000, 200_000_000_000, 200_000_000_001];
  const ids = times.map((ms) => next(new Date(FIRST_MS + ms)));
  expect(ids.toSorted((one, other) => one - other)).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test('ids never run backwards, when the clock does, and when a moment has more than fit into it', () => {
  const next = keysInOrder(() => 0.9999);
  const back = [5000, 4000, 3000].map((ms) => next(new Date(FIRST_MS + ms)));
  const crowd = Array.from({ length: 10_000 }, () => next(new Date(FIRST_MS + 6000)));
  const after = next(new Date(FIRST_MS + 6001));
  const all = [...back, ...crowd, after];
  expect(all.every((key, at) => at === 0 || key > (all[at - 1] as number))).toBe(true);
  expect(Math.floor(after / KEYS_OF_MS)).toBeLessThanOrEqual(6003);
});

test('a clock from before ids gives ids, too', () => {
  const next = keysInOrder(() => 0);
  expect([new Date(0), new Date(1000)].map(next)).toEqual([0, 1]);
});

test.each(['stm_01k6v0a9q2w8e5r7t1y3z4x6c8', 'stm_01k6v0a9q2w8e', 'stm_7zzzzzzzzz000', 'stm_0000000000000'])(
  '%j is asked for as the id of a statement, and no statement has it',
  (id) => {
    expect(kindOfId(id)).toBe('statement');
    expect(idAskedFor('statement').safeParse(id).success).toBe(true);
    expect(keyFromId('statement', id)).toBeNull();
  },
);

test.each([
  '',
  'sid_',
  'stm_01K6V0A9Q21Y3',
  'stm_01k6v0a9q21yu',
  'xyz_01k6v0a9q21y3',
  ' stm_01k6v0a9q21y3',
  'stm_01k6v0a9q2w8',
  'stm_1',
  'armenia',
])('%j is no id', (text) => {
  expect(kindOfId(text)).toBeNull();
  expect(KINDS.filter((kind) => idOf(kind).safeParse(text).success)).toEqual([]);
  expect(KINDS.filter((kind) => idAskedFor(kind).safeParse(text).success)).toEqual([]);
});
