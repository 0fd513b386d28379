import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KINDS, type RecordKind } from '../src/record/kinds.ts';

/**
 * The folders of `src/`, from the lowest to the highest: a file uses its own wing and lower ones, types included. Inside
 * a wing each room leans on earlier rooms only; the loose files of a wing join its rooms, and stand in no order with them.
 */
const WINGS: [wing: string, rooms: string[]][] = [
  ['kernel', []],
  ['platform', ['engine', 'http']],
  ['text', ['quotes', 'words', 'terms']],
  // What the record is made of, as plain data that imports no room: whatever is around every request reads it, too.
  ['record: its kinds', []],
  // Around every request.
  ['idempotency', []],
  ['access', []],
  ['history', []],
  ['backup', []],
  [
    'record',
    'likenesses sides disputes outlets articles speakers claims statements rebuttals reviews corrections'.split(' '),
  ],
  ['derived', ['summaries', 'full-text', 'terms', 'answered', 'drift', 'warnings', 'rechecks']],
  [
    'analysis',
    'statements drift counterclaims pairs balance positions threads comparisons quotes search as-of'.split(' '),
  ],
  ['exchange', ['formats']],
  ['assistant', []],
  ['openapi', []],
  ['reader', ['frame', 'parts', 'charts', 'pages', 'check', 'desk', 'docs']],
  ['terminal', []],
  // What starts the service and puts it together.
  ['', []],
];
const ORDER = WINGS.map(([wing]) => wing);
const KIND_FILES = ['record/kind.ts', 'record/kinds.ts', 'record/columns.ts'];
const NOUNS =
  /^(side|dispute|question|outlet|quote|article|snapshot|speaker|claim|claim-relation|statement|anchor|term|rebuttal|review|correction|key|change|import|record-line|once)$/;
/** They start the service or are started by it, and nobody imports them. */
const DOORS = ['app.ts', 'server.ts', 'cli.ts', 'worker.ts'];

const LINES_MAX = 250;
const LOOSE_FILES_MAX = 6;
const FOLDERS_MAX = 16;
/** Casts that the compiler cannot look into. To be lowered with every one that goes, and never raised. */
const CASTS_MAX = 30;
/** What history loads when it runs, beside the kernel and the platform. */
const HISTORY_LOADS_MAX = 10;

/** Exceptions, each with its reason. One that nothing needs any more fails. */
const WRITES_ELSEWHERE: Record<string, string> = {
  'exchange claims': 'of a record that is taken over, what a claim was merged into is known when all claims are there',
  'record/statements rebuttals': 'what a statement rebuts is written and revised with it: both are stored, or neither',
};
const KERNEL_LIBRARIES: Record<string, string> = {
  'kernel/slug.ts any-ascii': 'a table of how every script is written in Latin letters',
  'kernel/language.ts bcp-47': 'the grammar of language tags, which `Intl` knows in part',
};
const NOUN_LIBRARIES: Record<string, string> = {
  'access/key.ts node:crypto': 'keys are kept as their digests',
  'history/change.ts node:crypto': 'lines of history are chained by their digests',
  'history/change.ts rfc6902': 'a line of history is a JSON Patch',
  'idempotency/once.ts node:crypto': 'a request is told from another by its digest',
};
const STORES_THAT_ACT: Record<string, string> = {
  'exchange/foreign-row-store.ts': 'a row of another format is stored by the actions that every way in uses',
};

type Import = { from: string; to: string; isType: boolean };
type File = { path: string; text: string; wing: string; room: string; layer: string; imports: Import[] };

const files = globSync('**/*.ts', { cwd: 'src' })
  .sort()
  .map((path) => fileOf(path, readFileSync(join('src', path), 'utf8')));
const fileAt = new Map(files.map((file) => [file.path, file]));

function fileOf(path: string, text: string): File {
  return { path, text, wing: wingOf(path), room: roomOf(path), layer: layerAt(path), imports: importsOf(path, text) };
}

function wingOf(path: string): string {
  if (KIND_FILES.includes(path)) return 'record: its kinds';
  return path.includes('/') ? (path.split('/')[0] as string) : '';
}

/** The folder inside the wing; empty for a loose file. */
function roomOf(path: string): string {
  const parts = path.split('/');
  return parts.length > 2 ? (parts[1] as string) : '';
}

function layerAt(path: string): string {
  const name = basename(path, '.ts');
  const layer = /(?:^|-)(table|store|actions|routes|commands)$/.exec(name)?.[1];
  return layer ?? (NOUNS.test(name) ? 'noun' : 'working');
}

function importsOf(path: string, text: string): Import[] {
  const found = text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^;'"]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm);
  return [...found].map(([, type, plain, dynamic]) => {
    const to = (plain ?? dynamic) as string;
    return { from: path, to: to.startsWith('.') ? normalize(join(dirname(path), to)) : to, isType: type !== undefined };
  });
}

/** The imports of the files that are asked for, and that may not be. */
function wrong(of: (file: File) => boolean, isAllowed: (to: string, one: Import, file: File) => boolean): string[] {
  return files
    .filter(of)
    .flatMap((file) => file.imports.filter((one) => !isAllowed(one.to, one, file)))
    .map(({ from, to }) => `${from} imports ${to}`);
}

/** Whether the exception is there; notes that it is needed. */
function exceptions(of: Record<string, string>) {
  const needed = new Set<string>();
  return {
    has(name: string): boolean {
      if (of[name] !== undefined) needed.add(name);
      return of[name] !== undefined;
    },
    stale: () => Object.keys(of).filter((name) => !needed.has(name)),
  };
}

const isOurs = (to: string) => to.endsWith('.ts');
/** Whether it tells of the subject, and is not the kernel, the platform or what puts all together. */
const isDomain = ({ wing }: File) => !['kernel', 'platform', ''].includes(wing);

describe('the architecture', () => {
  test('every folder is a wing or a room of one, and every file is read', () => {
    const known = new Set(WINGS.flatMap(([wing, rooms]) => [`${wing} `, ...rooms.map((room) => `${wing} ${room}`)]));
    expect(files.filter(({ wing, room }) => !known.has(`${wing} ${room}`)).map(({ path }) => path)).toEqual([]);
    const there = new Set(files.flatMap(({ wing, room }) => [`${wing} `, `${wing} ${room}`]));
    expect([...known].filter((one) => !there.has(one))).toEqual([]);
    expect(files.length).toBeGreaterThan(250);
    expect(files.filter(({ imports }) => imports.length === 0).length).toBeLessThan(30);
    expect(files.flatMap(({ imports }) => imports.filter(({ to }) => isOurs(to) && !fileAt.has(to)))).toEqual([]);
  });

  test('src/ can be taken in at one look', () => {
    expect(files.filter(({ wing }) => wing === '').length).toBeLessThanOrEqual(LOOSE_FILES_MAX);
    expect(
      new Set(files.map(({ path }) => path.split('/')[0]).filter((first) => !first?.endsWith('.ts'))).size,
    ).toBeLessThanOrEqual(FOLDERS_MAX);
  });

  test('the kernel imports Zod and what is pure data or grammar, and nothing else', () => {
    const libraries = exceptions(KERNEL_LIBRARIES);
    const isAllowed = (to: string, _one: Import, { path }: File) =>
      to === 'zod' || wingOf(to) === 'kernel' || libraries.has(`${path} ${to}`);
    expect(wrong(({ wing }) => wing === 'kernel', isAllowed)).toEqual([]);
    expect(libraries.stale()).toEqual([]);
  });

  test('no arrow runs from a lower wing to a higher one', () => {
    const isBelow = (to: string, _one: Import, { wing }: File) =>
      !isOurs(to) || ORDER.indexOf(wingOf(to)) <= ORDER.indexOf(wing);
    expect(wrong(() => true, isBelow)).toEqual([]);
  });

  test('a room leans on earlier rooms of its wing only', () => {
    const leans = (to: string, _one: Import, { wing, room }: File) => {
      const rooms = WINGS.find(([name]) => name === wing)?.[1] ?? [];
      const other = roomOf(to);
      if (!isOurs(to) || wingOf(to) !== wing || [room, ''].includes(other) || room === '') return true;
      return rooms.indexOf(other) < rooms.indexOf(room);
    };
    expect(wrong(() => true, leans)).toEqual([]);
  });

  test('no import leads back to where it began, types included', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (path: string, way: string[]) => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
      if (way.includes(path) || done.has(path)) return;
      for (const { to } of fileAt.get(path)?.imports ?? []) walk(to, [...way, path]);
      done.add(path);
    };
    for (const { path } of files) walk(path, []);
    expect(circles).toEqual([]);
  });

  test('history knows no room: what it loads when it runs is a handful of files', () => {
    const loaded = new Set<string>();
    const load = (path: string) => {
      if (loaded.has(path)) return;
      loaded.add(path);
      for (const { to, isType } of fileAt.get(path)?.imports ?? []) if (isOurs(to) && !isType) load(to);
    };
    load('history/record.ts');
    const others = [...loaded].filter((path) => !['kernel', 'platform'].includes(wingOf(path)));
    expect(others).toContain('history/change.ts');
    expect(others.length - 1).toBeLessThanOrEqual(HISTORY_LOADS_MAX);
    expect(others.filter((path) => wingOf(path) === 'idempotency')).toEqual([]);
  });

  test('a noun imports the kernel, other nouns and Zod', () => {
    const libraries = exceptions(NOUN_LIBRARIES);
    const isAllowed = (to: string, { from }: Import) =>
      isOurs(to) ? wingOf(to) === 'kernel' || layerAt(to) === 'noun' : to === 'zod' || libraries.has(`${from} ${to}`);
    expect(wrong((file) => isDomain(file) && file.layer === 'noun', isAllowed)).toEqual([]);
    expect(libraries.stale()).toEqual([]);
  });

  test('a table imports the dialect, the kernel, how a column is stored, nouns and earlier tables', () => {
    const isKernelOrType = (to: string, { isType }: Import) =>
      (isOurs(to) && wingOf(to) === 'kernel') || (isType && (!isOurs(to) || ['noun', 'table'].includes(layerAt(to))));
    const isStored = (path: string) => basename(path).startsWith('stored-');
    const isOfKinds = (path: string) => wingOf(path) === 'record: its kinds';
    const isAllowed = (to: string, one: Import) =>
      to === 'platform/engine/dialect.ts' || isStored(to) || isKernelOrType(to, one);
    expect(wrong((file) => isDomain(file) && file.layer === 'table', isAllowed)).toEqual([]);
    const isOfStored = (to: string, one: Import) => isOfKinds(to) || isKernelOrType(to, one);
    expect(wrong(({ path }) => isStored(path), isOfStored)).toEqual([]);
  });

  test('stores, actions and workings know no HTTP and no route; a store calls no action', () => {
    const stores = exceptions(STORES_THAT_ACT);
    const isInside = (file: File) => isDomain(file) && !['routes', 'commands', 'noun', 'table'].includes(file.layer);
    const isAllowed = (to: string, { isType }: Import, { path, layer }: File) => {
      if (to === 'fastify' || to.startsWith('platform/http/') || to === 'access/route-context.ts')
        return isType && layer === 'working';
      if (['routes', 'commands'].includes(layerAt(to))) return false;
      return layer !== 'store' || layerAt(to) !== 'actions' || stores.has(path);
    };
    expect(wrong(isInside, isAllowed)).toEqual([]);
    expect(stores.stale()).toEqual([]);
  });

  test('a route writes no queries, and is called by the application alone', () => {
    const isAllowed = (to: string) =>
      to !== 'drizzle-orm' && !to.startsWith('drizzle-orm/') && to !== 'platform/engine/rows.ts';
    expect(wrong(({ layer }) => layer === 'routes', isAllowed)).toEqual([]);
    const isOther = (to: string) => layerAt(to) !== 'routes';
    expect(wrong(({ path }) => path !== 'app.ts', isOther)).toEqual([]);
  });

  test('nobody imports the front doors', () => {
    const isInner = (to: string) => !DOORS.includes(to);
    expect(wrong(({ path }) => !DOORS.includes(path), isInner)).toEqual([]);
  });

  test('a file has at most 250 lines', () => {
    const long = files.filter(({ text }) => text.trimEnd().split('\n').length > LINES_MAX);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  test('casts that the compiler cannot look into become fewer', () => {
    const casts = files.flatMap(({ text }) => [...text.matchAll(/\bas (?:never|unknown as)\b/g)]);
    expect(casts.length).toBeLessThanOrEqual(CASTS_MAX);
  });

  test('the environment is read where the service starts, and nowhere else', () => {
    const readers = files.filter(({ text }) => /process\.env\b/.test(text)).map(({ path }) => path);
    expect(readers).toEqual(['cli.ts', 'server.ts']);
  });

  test('what only one engine understands stays inside platform/engine', () => {
    const native =
      /\.(?:get|all|run)\(\)|\.transaction\(|'better-sqlite3'|'pg'|'drizzle-orm\/(?:better-sqlite3|node-postgres)/;
    const outside = files.filter(({ path, text }) => !path.startsWith('platform/engine/') && native.test(text));
    expect(outside.map(({ path, text }) => `${path}: ${native.exec(text)?.[0]}`)).toEqual([]);
  });

  test('a room changes its own tables only, and a loose file those of its wing', () => {
    const homeOf = ({ wing, room }: File) => (room === '' ? wing : `${wing}/${room}`);
    const owners = new Map(
      files
        .filter(({ layer }) => layer === 'table')
        .flatMap((file) =>
          [...file.text.matchAll(/const (\w+) = d\.table\(/g)].map(([, table]) => [table as string, homeOf(file)]),
        ),
    );
    const writes = files.filter(isDomain).flatMap((file) => {
      const rows = [...file.text.matchAll(/\b(?:insert|update|delete)Row\(\s*\w+,\s*'(\w+)'/g)].map(([, one]) => one);
      const built = [...file.text.matchAll(/\.(?:insert|update|delete)\(\s*t\.(\w+)/g)].map(([, table]) => table);
      const entities = [...file.text.matchAll(/\b(?:create|revise|delete)Entity\(\s*\w+,\s*'([\w-]+)'/g)];
      const kinds = entities.map(([, kind]) => KINDS[kind as RecordKind].table);
      return [...rows, ...built, ...kinds].map((table) => ({ home: homeOf(file), table: table as string }));
    });
    expect(owners.size).toBeGreaterThan(20);
    expect(writes.length).toBeGreaterThan(50);
    expect(writes.filter(({ table }) => !owners.has(table))).toEqual([]);
    const elsewhere = exceptions(WRITES_ELSEWHERE);
    const isOwn = (home: string, owner = '') => owner === home || owner.startsWith(`${home}/`);
    const foreign = writes
      .filter(({ home, table }) => !isOwn(home, owners.get(table)) && !elsewhere.has(`${home} ${table}`))
      .map(({ home, table }) => `${home} ${table}`);
    expect([...new Set(foreign)]).toEqual([]);
    expect(elsewhere.stale()).toEqual([]);
  });

  test('no two queries share a name: a name is prepared once, and the second would be answered by the first', () => {
    const names = files.flatMap(({ path, text }) =>
      [...text.matchAll(/\.query\(\s*(['`])((?:(?!\1).)*)\1,\s*\(/g)].map(([, , name]) => ({ name, path })),
    );
    const twice = names.filter((one, at) => names.findIndex(({ name }) => name === one.name) !== at);
    expect(names.length).toBeGreaterThan(100);
    expect(twice).toEqual([]);
  });
});
