import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WrittenJson } from '../../src/platform/written-json.ts';

test('written JSON is the JSON of its value, also where its body is a part of others', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const bytes = Buffer.from(WrittenJson.of(value).body);
      expect(bytes.toString()).toBe(JSON.stringify(value));
      const among = Buffer.concat([Buffer.from('[1, '), bytes, Buffer.from(', 2]')]);
      const part = new WrittenJson(new Uint8Array(among.buffer, among.byteOffset + 4, bytes.length));
      expect(part.read()).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
