import { expect, test } from 'vitest';
import { z } from 'zod';
import { mergedAndChecked, mergePatch } from '../../src/kernel/merge.ts';

/** The test cases of RFC 7396, appendix A. */
test.each([
  ['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
  ['{"a":"b"}', '{"a":null}', '{}'],
  ['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
  ['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
  ['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
  ['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
  ['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
  ['["a","b"]', '["c","d"]', '["c","d"]'],
  ['{"a":"b"}', '["c"]', '["c"]'],
  ['{"a":"foo"}', 'null', 'null'],
  ['{"a":"foo"}', '"bar"', '"bar"'],
  ['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
  ['[1,2]', '{"a":"b","c":null}', '{"a":"b"}'],
  ['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
])('%s patched with %s is %s', (target, patch, result) => {
  const before = JSON.parse(target);
  expect(mergePatch(before, JSON.parse(patch))).toEqual(JSON.parse(result));
  expect(JSON.stringify(before)).toBe(target);
});

const Named = z.strictObject({
  name: z.string().min(2),
  country: z.string().max(2).nullable().default(null),
  slug: z.string().optional(),
});

test('a member that breaks a rule is left as it was stored, unless the patch names it', () => {
  const stored = { name: 'Post', country: 'none', slug: undefined };
  expect(mergedAndChecked(Named, stored, { name: 'Mail' })).toEqual({ name: 'Mail', country: 'none' });
  expect(mergedAndChecked(Named, stored, { country: null })).toEqual({ name: 'Post', country: null });
  for (const patch of [{ country: 'none' }, { name: 'M' }, { mood: 'good' }, { name: null }, 'Mail'])
    expect(() => mergedAndChecked(Named, stored, patch), JSON.stringify(patch)).toThrow(
      expect.objectContaining({ code: 'invalid' }),
    );
});

test('a rule that two members break together is no rule that one of them broke before', () => {
  const Range = z
    .strictObject({ from: z.number(), to: z.number() })
    .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before from' });
  expect(() => mergedAndChecked(Range, { from: 1, to: 2 }, { from: 3 })).toThrow('must not be before from');
});
