import { parseHTML } from 'linkedom';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { FAILURES } from '../../src/kernel/failure.ts';
import { type Document, operationsOf, parametersOf, type Schema } from '../../src/platform/http/document/document.ts';
import { keptPages } from '../../src/reader/docs/kept-pages.ts';
import { paragraphs } from '../../src/reader/docs/markdown.ts';
import { operationPage } from '../../src/reader/docs/operation-page.ts';
import { referenceOf } from '../../src/reader/docs/reference.ts';
import { schemaPage } from '../../src/reader/docs/schema-pages.ts';
import { type Html, html, markupOf } from '../../src/reader/frame/html.ts';
import { localeNamed } from '../../src/reader/frame/locale.ts';
import { startService } from '../support/app.ts';
import { shared } from '../support/lifetime.ts';

const visit = shared(async () => {
  const service = await startService('sqlite', { settings: { PUBLIC_URL: 'https://counterclaim.example' } });
  const get = (url: string) => service.app.inject({ url, headers: { accept: 'text/html,*/*;q=0.8' } });
  const document = (await get('/openapi.json')).json() as Document;
  const pageAt = async (url: string) => {
    const answer = await get(url);
    expect(answer.statusCode, url).toBe(200);
    return parseHTML(answer.body).document;
  };
  return { ...service, get, document, pageAt, operations: [...operationsOf(document)] };
});

type Page = ReturnType<typeof parseHTML>['document'];

const linksOf = (page: Page) => [...page.querySelectorAll('main a')].map((link) => link.getAttribute('href') ?? '');

test('every operation has a page of its own, to which the list leads', async () => {
  const { pageAt, operations } = visit();
  const links = linksOf(await pageAt('/docs'));
  expect(operations.length).toBeGreaterThan(100);
  for (const { operation, path, method } of operations) {
    expect(links).toContain(`/docs/${operation.operationId}`);
    const page = await pageAt(`/docs/${operation.operationId}`);
    expect(page.querySelector('h1')?.textContent).toBe(operation.summary);
    expect(page.querySelector('.address')?.textContent).toBe(`${method.toUpperCase()} ${path}`);
  }
});

test('the page of an operation tells every parameter, body, answer, header, code and schema of the document', async () => {
  const { pageAt, operations, document } = visit();
  for (const { operation } of operations) {
    const url = `/docs/${operation.operationId}`;
    const page = await pageAt(url);
    const [text, links] = [page.querySelector('main')?.textContent ?? '', linksOf(page)];
    const tells = (...words: unknown[]) => {
      for (const word of words) expect(text, `${url} ${word}`).toContain(String(word));
    };
    const leads = (schema: Schema) => {
      for (const name of namesIn(schema)) expect(links, url).toContain(`/docs/schemas/${name}`);
    };
    for (const { name, in: place, schema } of parametersOf(document, operation)) {
      const told = page.getElementById(`${place}-${name}`);
      expect(told?.querySelector('dt')?.textContent, `${url} ${name}`).toContain(name);
      const plain = plainOf(document, schema);
      if (plain.default !== undefined) expect(told?.textContent).toMatch(/When left out:/);
      for (const value of (plain.enum ?? []) as unknown[]) expect(told?.textContent).toContain(String(value));
      leads(schema);
    }
    for (const [type, { schema, example }] of Object.entries(operation.requestBody?.content ?? {})) {
      tells(type);
      if (example !== undefined) tells(typeof example === 'string' ? example : JSON.stringify(example, null, 2));
      leads(schema);
      for (const member of Object.keys((plainOf(document, schema).properties ?? {}) as object)) tells(member);
    }
    for (const [status, given] of Object.entries(operation.responses)) {
      const answer = '$ref' in given ? document.components.responses[given.$ref.split('/').at(-1) ?? ''] : given;
      tells(status === 'default' ? 'Any other' : status, ...Object.keys(answer?.headers ?? {}));
      for (const [type, { schema, example, examples = {} }] of Object.entries(answer?.content ?? {})) {
        tells(type);
        leads(schema);
        if (typeof example === 'object') tells(JSON.stringify(example, null, 2));
        if (type.includes('problem')) tells(...Object.keys(examples));
      }
    }
  }
});

test('every schema has a page with all its members, and every link of the documentation leads somewhere', async () => {
  const { pageAt, get, document } = visit();
  const links = new Set(linksOf(await pageAt('/docs/schemas')));
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    expect(links).toContain(`/docs/schemas/${name}`);
    const page = await pageAt(`/docs/schemas/${name}`);
    const members = [...page.querySelectorAll('.member dt > code')].map(({ textContent }) => textContent);
    for (const member of Object.keys((schema.properties ?? {}) as object)) expect(members, name).toContain(member);
    for (const one of namesIn(schema)) expect(linksOf(page), name).toContain(`/docs/schemas/${one}`);
    for (const link of linksOf(page)) links.add(link);
  }
  for (const link of links) expect((await get(link.split('#')[0] as string)).statusCode, link).toBe(200);
});

test('/docs/problems tells of every code its status, its type and what to do', async () => {
  const { pageAt } = visit();
  const page = await pageAt('/docs/problems');
  for (const [code, [status, title]] of Object.entries(FAILURES)) {
    const text = page.getElementById(code)?.parentElement?.textContent ?? '';
    expect(text).toContain(`${status} ${code}`);
    expect(text).toContain(`urn:counterclaim:problem:${code}`);
    expect(text.split(`${title}. `)[1]).toMatch(/^[A-Z].{20}/);
  }
});

test('every text of the document is shown as CommonMark has it', () => {
  const { document } = visit();
  const commonMark = new MarkdownIt('commonmark');
  const texts = [...descriptionsIn(document)];
  expect(texts.length).toBeGreaterThan(400);
  const quotes = (markup: string) => markup.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('\n', '');
  for (const text of texts) expect(quotes(markupOf(paragraphs(text)))).toBe(quotes(commonMark.render(text)));
});

const EVIL = '<script>window.evil=1</script><img src=x onerror="window.evil=1">"\'`**';

test('whatever stands in a document stays text, and a schema that is in itself ends', () => {
  const schema: Schema = {
    description: EVIL,
    properties: {
      [EVIL]: { type: ['string', 'null'], pattern: EVIL, enum: [EVIL, null], default: EVIL },
      again: { $ref: '#/components/schemas/Evil' },
      list: { type: 'array', items: { anyOf: [{ $ref: '#/components/schemas/Evil' }, { const: EVIL }] } },
      open: { type: 'object', additionalProperties: { properties: { [EVIL]: {} } } },
    },
    allOf: [{ $ref: '#/components/schemas/Evil' }, { properties: { joined: { oneOf: [{ properties: { of: {} } }] } } }],
    required: [EVIL, 'joined'],
  };
  const parameter = { name: EVIL, in: 'query', description: EVIL, schema, example: EVIL } as const;
  const content = { [EVIL]: { schema: { $ref: '#/components/schemas/Evil' }, example: { [EVIL]: EVIL } } };
  const operation = {
    ...{ operationId: 'evil', summary: EVIL, description: EVIL, tags: [EVIL], parameters: [parameter] },
    ...{ requestBody: { required: true, content }, responses: { 200: { description: EVIL, content } } },
  };
  const document: Document = {
    ...{ openapi: '3.1.0', info: { summary: EVIL }, servers: [], tags: [{ name: EVIL, description: EVIL }] },
    paths: { [`/${EVIL}`]: { post: operation } },
    components: {
      ...{ schemas: { Evil: schema }, responses: {}, parameters: {}, headers: {}, examples: {}, securitySchemes: {} },
    },
  };
  const operations = [...operationsOf(document)];
  const reference = referenceOf(document, { operations, unexpected: [], typeOf: String });
  const shown = { locale: localeNamed('en'), reference };
  const entry = reference.entryOf.get('evil');
  const bodies = [entry && operationPage(shown, entry, EVIL).body, schemaPage(shown, 'Evil')?.body];
  for (const body of bodies as Html[]) {
    const { document: page } = parseHTML(`<html><body>${markupOf(body)}</body></html>`);
    expect(page.querySelectorAll('script, img').length).toBe(0);
    expect(page.body.textContent).toContain(EVIL.slice(0, -3));
    expect([...page.querySelectorAll('.member dt > code')].map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining([EVIL, 'again', 'list', 'open', 'joined', 'of']),
    );
  }
});

test('304 answers who has a page of the documentation, whenever it was made; HEAD and a slash lead there, too', async () => {
  const { app, get } = visit();
  for (const url of ['/docs', '/docs/', '/docs?q=claim', '/docs/listSides', '/docs/schemas/Side', '/docs/problems']) {
    const { etag, 'cache-control': caching } = (await get(url)).headers;
    expect(caching).toBe('no-cache');
    const again = await app.inject({ url, headers: { accept: 'text/html', 'if-none-match': etag as string } });
    expect([again.statusCode, again.body], url).toEqual([304, '']);
  }
});

test('404 tells of no operation or schema as of any other page, and as a problem where that is asked for', async () => {
  const { app, get } = visit();
  for (const url of [
    '/docs/nothing',
    '/docs/__proto__',
    '/docs/schemas/nothing',
    '/docs/schemas/toString',
    '/docs/nothing/try',
  ]) {
    const page = await get(url);
    expect([page.statusCode, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    const problem = await app.inject({ url, headers: { accept: 'application/json' } });
    expect(problem.json().code).toBe('not-found');
  }
  expect((await get('/docs/createSide/try')).statusCode).toBe(404);
});

test('303 leads from a form to what it asks for, and nowhere else', async () => {
  const { get } = visit();
  const leads = async (url: string) => {
    const { statusCode, headers } = await get(url);
    return [statusCode, headers.location];
  };
  expect(await leads('/docs/listStatements/try?claim=one%0D%0Atwo&stance=deny&stance=query&limit=&other=1')).toEqual([
    303,
    '/v1/statements?claim=one&claim=two&stance=deny&stance=query',
  ]);
  expect(await leads('/docs/getSide/try?%7Bref%7D=//elsewhere.example/%24%26')).toEqual([
    303,
    '/v1/sides/%2F%2Felsewhere.example%2F%24%26',
  ]);
  expect(await leads('/docs/getSide/try?%7Bref%7D=')).toEqual([400, undefined]);
});

test('pages that were made are given again until there are too many', () => {
  const kept = keptPages();
  const made: string[] = [];
  const ask = (name: string) =>
    kept(name, () => {
      made.push(name);
      return { title: name, body: html`${'x'.repeat(1024 * 1024)}` };
    });
  for (const name of ['a', 'b', 'c', 'a', 'd', 'a', 'b']) ask(name);
  expect(made).toEqual(['a', 'b', 'c', 'd', 'b']);
});

function namesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === '$ref' ? [String(value).split('/').at(-1) as string] : namesIn(value),
  );
}

/** With the list's items, and under its own name. */
function plainOf({ components }: Document, schema: Schema): Schema {
  const own = schema.$ref === undefined ? schema : components.schemas[String(schema.$ref).split('/').at(-1) ?? ''];
  const items = own?.type === 'array' ? plainOf({ components } as Document, own.items as Schema) : {};
  return { ...own, enum: own?.enum ?? items.enum };
}

function* descriptionsIn(part: unknown): Generator<string> {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (key === 'description' && typeof value === 'string') yield value;
    else if (key !== 'example' && key !== 'examples') yield* descriptionsIn(value);
  }
}
