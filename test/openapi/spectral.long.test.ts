import { readFile } from 'node:fs/promises';
import spectral from '@stoplight/spectral-core';
import { oas } from '@stoplight/spectral-rulesets';
import { expect, test } from 'vitest';

test('the document keeps the rules of Spectral for OpenAPI without an error', async () => {
  const text = await readFile(new URL('../../openapi/openapi.json', import.meta.url), 'utf8');
  const linter = new spectral.Spectral();
  linter.setRuleset({ extends: [[oas, 'recommended']] } as never);
  const found = await linter.run(JSON.parse(text));
  expect(found.filter(({ severity }) => severity === 0).map(({ code, path }) => [code, path.join('/')])).toEqual([]);
});
