import { ArgdownApplication, ModelPlugin, ParserPlugin } from '@argdown/core';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { describe, expect, test } from 'vitest';
import type { Thread } from '../../../src/analysis/threads/thread.ts';
import { argdownOf } from '../../../src/analysis/threads/thread-argdown.ts';
import { graphvizOf } from '../../../src/analysis/threads/thread-graphviz.ts';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { lachinName } from '../../support/lachin.ts';

async function idOf({ http }: Service, name: string): Promise<string> {
  const { body } = await http.get('/v1/statements?dispute=nagorno-karabakh-2023&limit=200').expect(200);
  return body.items.find((statement: { quote: string }) => lachinName(statement) === name).id;
}

type ArgdownAnswer = {
  lexerErrors?: unknown[];
  parserErrors?: unknown[];
  statements?: Record<string, { members: { text?: string }[] }>;
  relations?: { relationType: string; from: { title: string }; to: { title: string } }[];
};

function readArgdown(input: string): ArgdownAnswer {
  const app = new ArgdownApplication();
  app.addPlugin(new ParserPlugin(), 'parse-input');
  app.addPlugin(new ModelPlugin(), 'build-model');
  const answer = app.run({
    process: ['parse-input', 'build-model'],
    input,
    logLevel: 'error',
  } as never) as ArgdownAnswer;
  expect({ lexer: answer.lexerErrors, parser: answer.parserErrors }).toEqual({ lexer: [], parser: [] });
  return answer;
}

async function readDot(dot: string) {
  const graphviz = await Graphviz.load();
  return JSON.parse(graphviz.layout(dot, 'json', 'dot')) as {
    objects?: { name: string; label: string }[];
    edges?: { tail: number; head: number; label: string }[];
  };
}

describe.each(ENGINES)('a thread on %s', (kind) => {
  test('has what the statement answers and its answers, over several steps', async () => {
    const service = await startService(kind, { content: 'demo' });
    const url = `/v1/statements/${await idOf(service, 's7')}/thread`;
    const thread = (await service.http.get(url).expect(200)).body as Thread;
    expect(thread.nodes.map((node) => `${lachinName(node)} ${node.depth}`)).toEqual([
      's7 0',
      's8 1',
      's9 1',
      's6 2',
      's10 3',
    ]);
    const name = (id: string) => lachinName(thread.nodes.find((node) => node.id === id) as { quote: string });
    expect(thread.edges.map(({ from, kind, to }) => `${name(from)} ${kind} ${name(to)}`)).toEqual([
      's8 denial s6',
      's8 denial s7',
      's9 reframing s6',
      's9 reframing s7',
      's10 counter-accusation s6',
    ]);
    expect(thread.truncated).toBe(false);
    const near = (await service.http.get(`${url}?depth=1`).expect(200)).body as Thread;
    expect(near).toMatchObject({ depth: 1, truncated: true });
    expect(near.nodes.map(lachinName)).toEqual(['s7', 's8', 's9']);
    const alone = (await service.http.get(`${url}?depth=0`).expect(200)).body as Thread;
    expect([alone.nodes.length, alone.edges, alone.truncated]).toEqual([1, [], true]);
    for (const depth of ['-1', '101', 'x']) await service.http.get(`${url}?depth=${depth}`).expect(400);
  });

  test('comes as JSON, DOT and Argdown, which their own parsers read, and as nothing else', async () => {
    const service = await startService(kind, { content: 'demo' });
    const url = `/v1/statements/${await idOf(service, 's7')}/thread`;
    const thread = (
      await service.http
        .get(url)
        .expect(200)
        .expect('Vary', /Accept/)
    ).body as Thread;
    const dot = await service.http.get(url).set('Accept', 'text/vnd.graphviz').expect(200);
    expect(dot.headers).toMatchObject({ 'content-type': 'text/vnd.graphviz; charset=utf-8' });
    const graph = await readDot(dot.text);
    expect(graph.objects?.map(({ name }) => name).sort()).toEqual(thread.nodes.map(({ id }) => id).sort());
    expect(graph.edges?.map(({ label }) => label)).toHaveLength(5);
    const argdown = await service.http.get(url).set('Accept', 'application/pdf, text/x-argdown;q=0.5').expect(200);
    expect(argdown.headers['content-type']).toBe('text/x-argdown; charset=utf-8');
    const { statements, relations } = readArgdown(argdown.text);
    expect(Object.keys(statements ?? {}).sort()).toEqual(thread.nodes.map(({ id }) => id).sort());
    expect(relations?.filter(({ relationType }) => relationType === 'attack')).toHaveLength(5);
    for (const accept of ['application/json; charset=utf-8', '', 'text/html;level=1, application/json; Q=0.5'])
      await service.http
        .get(url)
        .set('Accept', accept)
        .expect(200)
        .expect('Content-Type', /^application\/json/);
    const again = await service.http
      .get(url)
      .set('Accept', argdown.headers['content-type'] as string)
      .expect(200);
    expect(again.text).toBe(argdown.text);
    const { body } = await service.http.get(url).set('Accept', 'application/pdf').expect(406);
    expect(body).toMatchObject({ code: 'not-acceptable' });
  });

  test('shows no draft and nothing withdrawn, and 410 where it would begin', async () => {
    const service = await startService(kind, { content: 'demo' });
    const [s7, s8] = [await idOf(service, 's7'), await idOf(service, 's8')];
    await service.as.write
      .delete(`/v1/statements/${s8}`)
      .set('If-Match', '*')
      .set('Change-Comment', 'twice')
      .expect(204);
    const thread = (await service.as.write.get(`/v1/statements/${s7}/thread`).expect(200)).body as Thread;
    expect(thread.nodes.map(lachinName)).toEqual(['s7', 's9', 's6', 's10']);
    expect((await service.http.get(`/v1/statements/${s8}/thread`).expect(410)).body).toMatchObject({ reason: 'twice' });
  });
});

const NASTY = [
  'say "so" \\ and \\N \\l & &amp; <b>x</b>',
  '[stm_x]: a // comment /* c */ <!-- x --> {d: e} #tag @x *bold* _it_ __b__',
  'a :smile: b .x. (1) -- == === -> <- >< + - |',
  'line one\nline two\r\n\r\n  - [other]\t end',
  'Լաչինի «միջանցք» 拉钦 لاتشين \u202Eabc',
  '];}\n"x" -> "y";',
];

test.each(NASTY)('the words %j stand in DOT and in Argdown as they are', async (quote) => {
  const node = (id: string, words: string) =>
    ({
      id,
      quote: words,
      saidAt: '2023-09-06',
      speaker: { name: words.replace(/\s+/g, ' ') },
      side: { name: 'A & B' },
    }) as Thread['nodes'][number];
  const thread: Thread = {
    statement: 'stm_a',
    depth: 1,
    truncated: false,
    nodes: [node('stm_a', quote), node('stm_b', 'plain'), node('stm_c', 'plain'), node('stm_d', 'plain')],
    edges: [
      { id: 'reb_a', kind: 'denial', from: 'stm_b', to: 'stm_a', note: null },
      { id: 'reb_b', kind: 'concession', from: 'stm_c', to: 'stm_a', note: null },
      { id: 'reb_c', kind: 'clarification', from: 'stm_d', to: 'stm_a', note: null },
    ],
  };
  const line = quote.replace(/\s+/g, ' ').trim();
  const { statements, relations } = readArgdown(argdownOf(thread));
  const text = statements?.stm_a?.members[0]?.text?.trim();
  expect(text).toBe(`“${line}” (${line}, A & B, 2023-09-06)`);
  expect(relations?.map(({ relationType, from, to }) => [from.title, relationType, to.title])).toEqual([
    ['stm_b', 'attack', 'stm_a'],
    ['stm_c', 'support', 'stm_a'],
  ]);
  const graph = await readDot(graphvizOf(thread));
  const names = graph.objects?.map(({ name }) => name) ?? [];
  expect(names).toEqual(['stm_a', 'stm_b', 'stm_c', 'stm_d']);
  const label = graph.objects?.[0]?.label.replaceAll('\\n', '\n').replaceAll('\\\\', '\\').replaceAll('&amp;', '&');
  expect(label).toBe(`${line}\n${line}, A & B, 2023-09-06`);
  expect(graph.edges?.map(({ tail, head, label: kind }) => [names[tail], kind, names[head]])).toEqual([
    ['stm_b', 'denial', 'stm_a'],
    ['stm_c', 'concession', 'stm_a'],
    ['stm_d', 'clarification', 'stm_a'],
  ]);
});
