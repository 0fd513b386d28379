import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startService } from '../support/app.ts';
import { whenDone } from '../support/lifetime.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const document = join(root, 'openapi/openapi.json');

/** Runs a script of a package with the Node of the tests. */
async function run(script: string, ...parameters: string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [join(root, 'node_modules', script), ...parameters], { cwd: root });
}

type Talk = {
  page: { total?: number | null; items: { stances: { stance: string }[] }[] };
  made: string;
  refused: string;
};

/** How each generator is run, and calls that only compile where the document gives them their types. */
const GENERATORS = {
  '@hey-api/openapi-ts': {
    generate: (into: string) => run('@hey-api/openapi-ts/bin/run.js', '-i', document, '-o', join(into, 'api'), '-s'),
    calls: `
import { createSide, listStatements, type NewStance, type RebuttalKind, type SideInDispute } from './api/index.ts';
import { client } from './api/client.gen.ts';
export const stance: NewStance = { claim: 'blockade', stance: 'deny' };
export const kind: RebuttalKind = 'denial';
export const role = (side: SideInDispute): 'party' | 'third-party' | 'mediator' => side.role;
export async function talk(baseUrl: string, auth: string) {
  client.setConfig({ baseUrl, auth });
  const list = await listStatements({ query: { claim: ['blockade'], count: true, rebutted: true, limit: 1 } });
  if (typeof list.data !== 'object') throw new Error('No page.');
  const made = await createSide({ body: { name: 'Iran' } });
  const twice = await createSide({ body: { name: 'Iran', slug: 'iran' } });
  const code: 'conflict' | string | undefined = twice.error?.code;
  return { page: list.data, made: made.data?.slug, refused: code };
}`,
  },
  orval: {
    generate: (into: string) =>
      run('orval/dist/bin/orval.js', '--input', document, '--output', join(into, 'api.ts'), '--client', 'fetch'),
    calls: `
import { createSide, getListStatementsUrl, type NewStance, type RebuttalKind, type StatementPage } from './api.ts';
export const stance: NewStance = { claim: 'blockade', stance: 'deny' };
export const kind: RebuttalKind = 'denial';
export async function talk(baseUrl: string, key: string) {
  const fetched = globalThis.fetch;
  globalThis.fetch = (url, options) => fetched(baseUrl + String(url), options);
  try {
    const headers = { authorization: 'Bearer ' + key };
    const list = await fetch(getListStatementsUrl({ claim: ['blockade'], count: true, rebutted: true, limit: 1 }));
    const page: StatementPage = await list.json();
    const made = await createSide({ name: 'Iran' }, { headers });
    if (made.status !== 201) throw new Error(made.data.detail);
    const twice = await createSide({ name: 'Iran', slug: 'iran' }, { headers });
    return { page, made: made.data.slug, refused: twice.status === 409 ? twice.data.code : '' };
  } finally {
    globalThis.fetch = fetched;
  }
}`,
  },
  'swagger-typescript-api': {
    generate: (into: string) =>
      run(
        'swagger-typescript-api/dist/cli.mjs',
        'generate',
        '-p',
        document,
        '-o',
        into,
        '-n',
        'api.ts',
        '--generate-union-enums',
        '--silent',
      ),
    calls: `
import { Api, type NewStance, type RebuttalKind, type SideInDispute } from './api.ts';
export const stance: NewStance = { claim: 'blockade', stance: 'deny' };
export const kind: RebuttalKind = 'denial';
export const role = (side: SideInDispute): 'party' | 'third-party' | 'mediator' => side.role;
export async function talk(baseUrl: string, key: string) {
  const api = new Api({ baseUrl, baseApiParams: { headers: { authorization: 'Bearer ' + key }, format: 'json' } });
  const list = await api.v1.listStatements({ claim: ['blockade'], count: true, rebutted: true, limit: 1 });
  const made = await api.v1.createSide({ name: 'Iran' });
  const refused = await api.v1.createSide({ name: 'Iran', slug: 'iran' }).catch((answer) => answer.error.code as string);
  return { page: list.data, made: made.data.slug, refused };
}`,
  },
};

const OPTIONS = {
  compilerOptions: {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    types: [],
    strict: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    noEmit: true,
  },
  include: ['**/*.ts'],
};

test.each(Object.entries(GENERATORS))(
  'a client that %s makes of the document compiles, and is answered as its types say',
  async (name, { generate, calls }) => {
    const into = join(root, '.generated', name.replaceAll('/', '-'));
    whenDone(() => rm(into, { recursive: true, force: true }));
    await mkdir(into, { recursive: true });
    await generate(into);
    await writeFile(join(into, 'calls.ts'), calls);
    await writeFile(join(into, 'tsconfig.json'), JSON.stringify(OPTIONS));
    const compiled = await run('typescript-native/bin/tsc', '--project', into).then(
      () => '',
      (error: { stdout: string }) => error.stdout,
    );
    expect(compiled).toBe('');
    const { app, keys } = await startService('sqlite', { content: 'demo' });
    await app.listen({ host: '127.0.0.1', port: 0 });
    const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    const { talk } = (await import(join(into, 'calls.ts'))) as { talk(url: string, key: string): Promise<Talk> };
    const { page, made, refused } = await talk(address, keys.write);
    expect(page.items).toHaveLength(1);
    expect(page.total).toBeGreaterThan(1);
    expect(page.items[0]?.stances.length).toBeGreaterThan(0);
    expect([made, refused]).toEqual(['iran', 'conflict']);
  },
);
