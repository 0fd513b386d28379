import { expect, test } from 'vitest';
import { ID_PREFIXES, idOf, type Kind, kindOfId } from '../../src/kernel/id.ts';
import { systemSources } from '../../src/platform/engine/open.ts';

const KINDS = Object.keys(ID_PREFIXES) as Kind[];

test('an id says its kind, and is the id of no other', () => {
  const { newId } = systemSources();
  for (const kind of KINDS) {
    const id = newId(kind, new Date());
    expect(kindOfId(id)).toBe(kind);
    expect(KINDS.filter((other) => idOf(other).safeParse(id).success)).toEqual([kind]);
  }
  expect(new Set(Object.values(ID_PREFIXES)).size).toBe(KINDS.length);
});

test('ids sort by the time they were made at, and within one moment in the order they were made in', () => {
  const { newId } = systemSources();
  const times = [0, 1, 1, 1, 999, 1000, 1_700_000_000_000, 1_700_000_000_000, 1_700_000_000_001];
  const ids = times.map((time) => newId('side', new Date(time)));
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test('ids never run backwards, even when the clock does', () => {
  const { newId } = systemSources();
  const ids = [5000, 4000, 3000].map((time) => newId('side', new Date(time)));
  expect([...ids].sort()).toEqual(ids);
});

test.each([
  '',
  'sid_',
  'stm_01k6v0a9q2w8e5r7t1y3z4x6c',
  'stm_01K6V0A9Q2W8E5R7T1Y3Z4X6C8',
  'stm_01k6v0a9q2w8e5r7t1y3z4x6cu',
  'xyz_01k6v0a9q2w8e5r7t1y3z4x6c8',
  ' stm_01k6v0a9q2w8e5r7t1y3z4x6c8',
  'armenia',
])('%j is no id', (text) => {
  expect(kindOfId(text)).toBeNull();
  expect(KINDS.filter((kind) => idOf(kind).safeParse(text).success)).toEqual([]);
});
