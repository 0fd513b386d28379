import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Cursors } from '../../src/platform/cursor.ts';

const text = fc.string({ unit: 'binary', maxLength: 30 });

test('a cursor opens the place it was made for, in its own list, and nowhere else', () => {
  const [ours, theirs] = [new Cursors('one secret'), new Cursors('another secret')];
  fc.assert(
    fc.property(text, text, fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 }), (list, other, place) => {
      const cursor = ours.seal(list, place);
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(ours.open(list, cursor)).toEqual(place);
      expect(() => theirs.open(list, cursor)).toThrow('This cursor is not of this list');
      if (other !== list) expect(() => ours.open(other, cursor)).toThrow('This cursor is not of this list');
    }),
  );
});

test('a cursor in which anything was changed is refused', () => {
  const cursors = new Cursors('a secret');
  const cursor = cursors.seal('a list', ['2023-09-06', 'stm_1']);
  for (let at = 0; at < cursor.length; at += 1) {
    for (const changed of [
      `${cursor.slice(0, at)}${cursor[at] === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`,
      cursor.slice(0, at),
      `${cursor.slice(0, at)}!${cursor.slice(at)}`,
    ])
      expect(() => cursors.open('a list', changed), changed).toThrow('This cursor is not of this list');
  }
});
