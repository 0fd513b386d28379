import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { drifted, generate } from '../../openapi/generate.ts';
import { type Document, type Operation, operationsOf } from '../../src/platform/http/document/document.ts';
import { startService } from '../support/app.ts';
import { schemaChecker } from './schemas.ts';

const root = new URL('../../', import.meta.url);
const document = JSON.parse(await readFile(new URL('openapi/openapi.json', root), 'utf8')) as Document;
const all = [...operationsOf(document)];
/** What needs no key and takes nothing refuses nothing. */
const guarded = all.filter(({ operation }) => operation.security?.length !== 0);

test('the committed documents, examples and types are what the code and the demo say', async () => {
  expect(await drifted(await generate())).toEqual([]);
});

test('openapi.yaml says what openapi.json says', async () => {
  expect(parse(await readFile(new URL('openapi/openapi.yaml', root), 'utf8'))).toEqual(document);
});

test('the document keeps the rules of redocly.yaml without a warning', async () => {
  const { stderr } = await promisify(execFile)(
    process.execPath,
    ['node_modules/@redocly/cli/bin/cli.js', 'lint', '--format=summary'],
    {
      cwd: fileURLToPath(root),
      env: { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', REDOCLY_TELEMETRY: 'off' },
    },
  );
  expect(stderr).toMatch(/Your API description is valid/);
  expect(stderr).not.toMatch(/warning/i);
});

/** What people look at in a browser; the document is of what programs call. */
const PAGES =
  /^\/(?:$|docs|assets|opensearch\.xml|compare|check|search|drift|desk|(?:disputes|statements|articles|claims|speakers)(?:\/|$))/;

test('every address and method that is offered is in the document, and the reverse', async () => {
  const { app, keys } = await startService('sqlite');
  const addresses = addressesOf(app.printRoutes({ commonPrefix: false })).filter((url) => !PAGES.test(url));
  const offered: string[] = [];
  for (const url of addresses) {
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      // What is offered here never ends; every other method is refused.
      if (method === 'GET' && url === '/v1/changes/stream') {
        offered.push(`${method} ${url}`);
        continue;
      }
      const { statusCode } = await app.inject({ method, url, headers: { authorization: `Bearer ${keys.admin}` } });
      if (statusCode !== 405) offered.push(`${method} ${url.replace(/:(\w+)/g, '{$1}')}`);
    }
  }
  const documented = all.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
  expect(offered.sort()).toEqual(documented.sort());
  expect(offered.length).toBeGreaterThan(60);
});

test('/openapi.json and /openapi.yaml are the committed documents, at the address of the service', async () => {
  const { http } = await startService('sqlite', { settings: { PUBLIC_URL: 'https://claims.example' } });
  const json = await http.get('/openapi.json').expect(200);
  const yaml = await http
    .get('/openapi.yaml')
    .expect(200)
    .expect('content-type', /^application\/yaml/);
  const servers = [{ ...document.servers[0], url: 'https://claims.example' }];
  expect(json.body).toEqual({ ...document, servers });
  expect(parse(yaml.text ?? yaml.body.toString())).toEqual({ ...document, servers });
});

test('every operation has a unique name in camel case, one tag that is told of, a summary and a description', () => {
  const ids = all.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z]+([A-Z][a-z0-9]+)+$/.test(id))).toEqual([]);
  const tags = document.tags.map(({ name }) => name);
  for (const { operation } of all) {
    expect.soft(tags, operation.operationId).toContain(operation.tags.join());
    expect.soft(operation.summary, operation.operationId).toMatch(/^[A-Z][^.]+$/);
    expect.soft(operation.description, operation.operationId).toMatch(/^[A-Z].+\.$/s);
  }
});

test('every operation that needs a key says which scope, and what it answers without one', () => {
  for (const { operation } of guarded) {
    const scope = operation.security?.at(-1)?.key?.[0];
    expect.soft(['read', 'write', 'admin'], operation.operationId).toContain(scope);
    for (const status of ['400', '401', '403', '429', '503', 'default']) {
      expect.soft(operation.responses, operation.operationId).toHaveProperty(status);
    }
  }
});

test('every change of what is there needs If-Match, and every write takes a comment', () => {
  const headers = ({ parameters = [] }: Operation) =>
    parameters.map((parameter) => '$ref' in parameter && parameter.$ref);
  for (const { method, operation } of guarded.filter(({ method }) => method !== 'get')) {
    const isWrite = operation.security?.[0]?.key?.[0] === 'write';
    if (isWrite)
      expect.soft(headers(operation), operation.operationId).toContain('#/components/parameters/ChangeComment');
    if (isWrite && (method === 'patch' || method === 'delete')) {
      expect.soft(headers(operation), operation.operationId).toContain('#/components/parameters/IfMatch');
      expect
        .soft(Object.keys(operation.responses), operation.operationId)
        .toEqual(expect.arrayContaining(['412', '428']));
    }
  }
  expect(document.components.parameters.IfMatch?.required).toBe(true);
});

test('every problem is application/problem+json with an example of each of its codes', () => {
  const codes = new Set<string>();
  for (const [name, { content = {} }] of Object.entries(document.components.responses)) {
    if (name === 'NotModified') continue;
    expect.soft(Object.keys(content), name).toEqual(['application/problem+json']);
    const shown = Object.keys(content['application/problem+json']?.examples ?? {});
    expect.soft(shown.length, name).toBeGreaterThan(0);
    for (const code of shown) codes.add(code);
  }
  for (const code of codes) expect.soft(document.components.examples[code]?.value).toMatchObject({ code });
});

test('every body and every answer has an example that keeps its schema', () => {
  const faultOf = schemaChecker(document);
  const bare = ['getOpenapiJson', 'getOpenapiYaml', 'streamChanges'];
  for (const { path, method, operation } of all.filter(({ operation }) => !bare.includes(operation.operationId))) {
    const here = ['paths', path, method];
    for (const [type, media] of Object.entries(operation.requestBody?.content ?? {})) {
      expect
        .soft(media, `${operation.operationId}: say in openapi/requests.ts what to ask for`)
        .toHaveProperty('example');
      expect
        .soft(faultOf([...here, 'requestBody', 'content', type, 'schema'], media.example), operation.operationId)
        .toBeNull();
    }
    const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
    const shown = answers.flatMap(([status, answer]) =>
      Object.entries('content' in answer ? (answer.content ?? {}) : {}).map(([type, media]) => ({
        status,
        type,
        media,
      })),
    );
    if (!('204' in operation.responses)) {
      expect
        .soft(
          shown.filter(({ media }) => 'example' in media),
          operation.operationId,
        )
        .not.toEqual([]);
    }
    for (const { status, type, media } of shown.filter(({ media }) => 'example' in media)) {
      const fault = faultOf([...here, 'responses', status, 'content', type, 'schema'], media.example);
      expect.soft(fault, operation.operationId).toBeNull();
    }
  }
});

/** The addresses of a tree of routes, in which each line adds to the one that it is indented under. */
function addressesOf(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent, part] = /^([│├└─ ]*)(\/?\S+) \(/.exec(line) ?? [];
    if (indent === undefined || part === undefined) return [];
    const depth = indent.length / 4;
    above.length = depth;
    const address = (above[depth - 1] ?? '') + part;
    above[depth] = address;
    return [address];
  });
}
