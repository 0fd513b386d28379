import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { drifted, generate } from '../../openapi/generate.ts';
import {
  type Answer,
  type Document,
  type Operation,
  operationsOf,
  parametersOf,
} from '../../src/platform/http/document/document.ts';
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
      if (statusCode !== 405) offered.push(`${method} ${url.replace(/(?<=\/):(\w+)/g, '{$1}')}`);
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

test('every operation says which scope it needs, and what any request can be answered with', () => {
  const codes = Object.keys(
    document.components.responses.OtherProblem?.content?.['application/problem+json']?.examples ?? {},
  );
  expect(codes).toEqual(
    expect.arrayContaining(['invalid', 'unauthenticated', 'forbidden', 'not-acceptable', 'rate-limited', 'overloaded']),
  );
  for (const { operation } of all) {
    const scope = (operation.security ?? document.security)?.at(-1)?.key?.[0];
    if (guarded.some(({ operation: { operationId } }) => operationId === operation.operationId)) {
      expect.soft(['read', 'write', 'admin'], operation.operationId).toContain(scope);
    }
    expect
      .soft(operation.responses.default, operation.operationId)
      .toEqual({ $ref: '#/components/responses/OtherProblem' });
  }
});

test('a change of what was merged, and reading it, are answered as the document says', () => {
  const { get, delete: remove } = document.paths['/v1/claims/{ref}'] ?? {};
  expect(get?.responses['308']).toMatchObject({ headers: { Location: { $ref: '#/components/headers/Location' } } });
  expect(remove?.responses['409']).toEqual({ $ref: '#/components/responses/ConflictOrInUse' });
});

/** What an operation may take with all that it shares: the first 103 of them had to fit into 250 KB. */
const BYTES_OF_OPERATION = 250_000 / 100;

test('the document has at most 2.5 KB an operation, and tells nothing twice', () => {
  const operations = Object.values(document.paths).flatMap((path) => Object.keys(path)).length;
  expect(operations).toBeGreaterThan(100);
  expect(Buffer.byteLength(JSON.stringify(document))).toBeLessThanOrEqual(operations * BYTES_OF_OPERATION);
  const places = new Map<string, string[]>();
  for (const [path, schema] of inlineSchemas(document)) {
    const text = JSON.stringify(schema);
    places.set(text, [...(places.get(text) ?? []), path]);
  }
  expect([...places.values()].filter((there) => there.length > 1)).toEqual([]);
});

/** The objects with members, and the enumerations, that have no name of their own. */
function* inlineSchemas(part: unknown, path = '#'): Generator<[string, unknown]> {
  if (typeof part !== 'object' || part === null) return;
  const { description: _, default: __, ...schema } = part as Record<string, unknown>;
  const isNamed = /^#\/components\/schemas\/\w+$/.test(path);
  const isObject = typeof schema.properties === 'object' && String(schema.type).includes('object');
  if (!isNamed && (isObject || Array.isArray(schema.enum))) yield [path, schema];
  for (const [key, inner] of Object.entries(part)) {
    if (!['example', 'examples', 'const', 'enum'].includes(key)) yield* inlineSchemas(inner, `${path}/${key}`);
  }
}

test('what is yes or no is a boolean, and read as one', async () => {
  const flags = all.flatMap(({ operation }) =>
    parametersOf(document, operation).filter(({ name }) => ['count', 'rebutted', 'nearest', 'dryRun'].includes(name)),
  );
  expect(flags.length).toBeGreaterThan(30);
  expect(flags.filter(({ schema }) => schema.type !== 'boolean')).toEqual([]);
  const { http } = await startService('sqlite', { content: 'demo' });
  const [all_, yes, no] = await Promise.all(
    ['', '&rebutted=true', '&rebutted=false'].map(async (query) => {
      const { body } = await http.get(`/v1/statements?count=true&limit=1${query}`).expect(200);
      return body.total as number;
    }),
  );
  expect([yes, no].includes(0)).toBe(false);
  expect((yes ?? 0) + (no ?? 0)).toBe(all_);
  for (const value of ['TRUE', '1', 'yes', '', 'true&count=true']) {
    const { body } = await http.get(`/v1/statements?count=${value}`).expect(400);
    expect(body.errors[0].pointer).toBe('count');
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
    // What is shared by successful answers is no problem.
    if (!('application/problem+json' in content)) continue;
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
    const sent = Object.entries(operation.requestBody?.content ?? {});
    const [asked] = sent.filter(([, media]) => 'example' in media);
    if (sent.length > 0) {
      expect.soft(asked, `${operation.operationId}: say in openapi/requests.ts what to ask for`).toBeDefined();
    }
    for (const [type, media] of asked ? [asked] : []) {
      expect
        .soft(faultOf([...here, 'requestBody', 'content', type, 'schema'], media.example), operation.operationId)
        .toBeNull();
    }
    const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
    const shown = answers.flatMap(([status, answer]) => {
      const name = '$ref' in answer ? answer.$ref.split('/').at(-1) : undefined;
      const place = name ? ['components', 'responses', name] : [...here, 'responses', status];
      const { content = {} } = name ? (document.components.responses[name] ?? {}) : (answer as Answer);
      return Object.entries(content).flatMap(([type, media]) => {
        const [shared] = Object.keys(media.examples ?? {});
        const value = shared ? document.components.examples[shared]?.value : media.example;
        return value === undefined ? [] : [{ place: [...place, 'content', type, 'schema'], value }];
      });
    });
    if (!('204' in operation.responses)) expect.soft(shown, operation.operationId).not.toEqual([]);
    for (const { place, value } of shown) expect.soft(faultOf(place, value), operation.operationId).toBeNull();
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
