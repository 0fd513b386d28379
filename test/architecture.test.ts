import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The order in which the story is told: a room leans on earlier ones only. */
const ROOMS = (
  'sides disputes outlets quotes words tallies articles speakers claims statements terms rebuttals reviews ' +
  'corrections past pairs comparisons search exchange extraction reader'
).split(' ');
/** Around the rooms: every room may use them, and they know none. */
const AROUND = ['idempotency', 'history', 'access', 'webhooks', 'backup'];
const NOUNS =
  /^(side|dispute|question|outlet|quote|article|snapshot|speaker|claim|claim-relation|statement|term|rebuttal|review|correction|key|change|import|record-line|once)$/;
/** What joins the rooms together. `app`, `server` and `cli` may know everything, and nothing knows them. */
const WIRING = new Set(['tables', 'references', 'slugs', 'usage', 'corrected', 'rooms', 'followers']);

/** Exceptions, each with its reason. */
const LONG_FILES: Record<string, string> = {
  'statements/revise.ts': 'one revision, from the patch to its stances, is read in one go',
};
const WRITES_ELSEWHERE: Record<string, string> = {
  'statements rebuttals': 'what a statement rebuts is written and revised with it: both are stored, or neither',
};
const NOUN_LIBRARIES: Record<string, string[]> = {
  // Keys and the lines of history are hashed by what they are.
  'access/key.ts': ['node:crypto'],
  'history/change.ts': ['node:crypto', 'rfc6902'],
  // A request is told from another by its digest.
  'idempotency/once.ts': ['node:crypto'],
};

type Import = { from: string; to: string; isType: boolean };
type File = { path: string; text: string; room: string; layer: string; imports: Import[] };

const files = globSync('**/*.ts', { cwd: 'src' })
  .sort()
  .map((path) => fileOf(path, readFileSync(join('src', path), 'utf8')));

function fileOf(path: string, text: string): File {
  const name = basename(path, '.ts');
  const room = dirname(path) === '.' ? '' : (path.split('/')[0] as string);
  return { path, text, room, layer: layerOf(name), imports: importsOf(path, text) };
}

function layerOf(name: string): string {
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

const roomOf = (path: string) => (path.includes('/') ? (path.split('/')[0] as string) : '');
const isOurs = (to: string) => to.endsWith('.ts');
const layerAt = (to: string) => layerOf(basename(to, '.ts'));
const isWiring = (to: string) => WIRING.has(basename(to, '.ts')) && roomOf(to) === '';
const isRoom = ({ room }: File) => ROOMS.includes(room) || AROUND.includes(room);

describe('the architecture', () => {
  test('every folder is a room, the kernel or the platform, and every file is read', () => {
    const known = ['', 'kernel', 'platform', ...ROOMS, ...AROUND];
    expect(files.map(({ room }) => room).filter((room) => !known.includes(room))).toEqual([]);
    expect(files.length).toBeGreaterThan(80);
    expect(files.filter(({ imports }) => imports.length === 0).length).toBeLessThan(20);
  });

  test('the kernel imports Zod and nothing else', () => {
    expect(
      wrong(
        ({ room }) => room === 'kernel',
        (to) => to === 'zod' || roomOf(to) === 'kernel',
      ),
    ).toEqual([]);
  });

  test('the platform knows no room', () => {
    const isKnown = (to: string) => !isOurs(to) || ['kernel', 'platform'].includes(roomOf(to));
    expect(wrong(({ room }) => room === 'platform', isKnown)).toEqual([]);
  });

  test('a room leans on earlier rooms only', () => {
    const leans = (to: string, _one: Import, { room }: File) => {
      const other = roomOf(to);
      if (!isOurs(to) || isWiring(to) || ['kernel', 'platform', room].includes(other)) return true;
      if (AROUND.includes(room)) return AROUND.indexOf(other) >= 0 && AROUND.indexOf(other) < AROUND.indexOf(room);
      return AROUND.includes(other) || (ROOMS.includes(other) && ROOMS.indexOf(other) < ROOMS.indexOf(room));
    };
    expect(wrong(isRoom, leans)).toEqual([]);
  });

  test('a noun imports the kernel, other nouns and Zod', () => {
    const isNoun = (file: File) => isRoom(file) && file.layer === 'noun';
    const isAllowed = (to: string, one: Import) =>
      isOurs(to)
        ? roomOf(to) === 'kernel' || (layerAt(to) === 'noun' && !isWiring(to))
        : to === 'zod' || NOUN_LIBRARIES[one.from]?.includes(to);
    expect(wrong(isNoun, (to, one) => isAllowed(to, one) === true)).toEqual([]);
  });

  test('a table imports the dialect, nouns and earlier tables', () => {
    const isAllowed = (to: string, one: Import) =>
      to === 'platform/engine/dialect.ts' ||
      (one.isType === true && (!isOurs(to) || ['noun', 'table'].includes(layerAt(to))));
    expect(wrong((file) => isRoom(file) && file.layer === 'table', isAllowed)).toEqual([]);
  });

  test('stores, actions and workings know no HTTP and no route; a store calls no action', () => {
    const isInside = (file: File) => isRoom(file) && !['routes', 'commands', 'noun', 'table'].includes(file.layer);
    const isAllowed = (to: string, one: Import, file: File) => {
      if (to === 'fastify' || to.startsWith('platform/http/') || to === 'rooms.ts')
        return one.isType && file.layer === 'working';
      if (['routes', 'commands'].includes(layerAt(to))) return false;
      return file.layer !== 'store' || layerAt(to) !== 'actions' || file.room === 'exchange';
    };
    expect(wrong(isInside, isAllowed)).toEqual([]);
  });

  test('a route writes no queries, and is called by the application alone', () => {
    const isAllowed = (to: string) =>
      to !== 'drizzle-orm' && !to.startsWith('drizzle-orm/') && to !== 'platform/engine/rows.ts';
    expect(wrong((file) => file.layer === 'routes', isAllowed)).toEqual([]);
    expect(
      wrong(
        ({ path }) => path !== 'app.ts',
        (to) => layerAt(to) !== 'routes',
      ),
    ).toEqual([]);
  });

  test('nobody imports the front doors', () => {
    const doors = ['app.ts', 'server.ts', 'cli.ts'];
    expect(
      wrong(
        ({ path }) => !doors.includes(path),
        (to) => !doors.includes(to),
      ),
    ).toEqual([]);
  });

  test('no import leads back to where it began', () => {
    const next = new Map(files.map(({ path, imports }) => [path, imports.filter(({ isType }) => !isType)]));
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (path: string, way: string[]) => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
      if (way.includes(path) || done.has(path)) return;
      for (const { to } of next.get(path) ?? []) walk(to, [...way, path]);
      done.add(path);
    };
    for (const { path } of files) walk(path, []);
    expect(circles).toEqual([]);
  });

  test('a file of more than 250 lines says why', () => {
    const long = files.filter(({ text }) => text.trimEnd().split('\n').length > 250).map(({ path }) => path);
    expect(long).toEqual(Object.keys(LONG_FILES).filter((path) => long.includes(path)));
  });

  test('the environment is read where the service starts, and nowhere else', () => {
    const readers = files.filter(({ text }) => /process\.env\b/.test(text)).map(({ path }) => path);
    expect(readers.filter((path) => path !== 'server.ts' && path !== 'cli.ts')).toEqual([]);
  });

  test('what only one engine understands stays inside platform/engine', () => {
    const native =
      /\.(?:get|all|run)\(\)|\.transaction\(|'better-sqlite3'|'pg'|'drizzle-orm\/(?:better-sqlite3|node-postgres)/;
    const outside = files.filter(({ path, text }) => !path.startsWith('platform/engine/') && native.test(text));
    expect(outside.map(({ path, text }) => `${path}: ${native.exec(text)?.[0]}`)).toEqual([]);
  });

  test('a room changes its own tables only', () => {
    const owners = new Map(
      files
        .filter(({ layer }) => layer === 'table')
        .flatMap(({ room, text }) =>
          [...text.matchAll(/const (\w+) = d\.table\(/g)].map(([, table]) => [table as string, room]),
        ),
    );
    const ofKinds = (files.find(({ path }) => path === 'history/record.ts') as File).text;
    const kinds = new Map(
      [...ofKinds.matchAll(/^ {2}'?([\w-]+)'?: '(\w+)',$/gm)].map(([, kind, table]) => [kind, table]),
    );
    const writes = files.filter(isRoom).flatMap(({ room, text }) => {
      const rows = [...text.matchAll(/\b(?:insert|update|delete)Row\(\s*\w+,\s*'(\w+)'/g)].map(([, table]) => table);
      const built = [...text.matchAll(/\.(?:insert|update|delete)\(\s*t\.(\w+)/g)].map(([, table]) => table);
      const entities = [...text.matchAll(/\b(?:create|revise|delete)Entity\(\s*\w+,\s*'([\w-]+)'/g)].map(([, kind]) =>
        kinds.get(kind as string),
      );
      return [...rows, ...built, ...entities].map((table) => ({ room, table: table as string }));
    });
    expect(owners.size).toBeGreaterThan(15);
    expect(kinds.size).toBeGreaterThan(9);
    expect(writes.length).toBeGreaterThan(25);
    const elsewhere = writes
      .filter(({ room, table }) => owners.get(table) !== room)
      .map(({ room, table }) => `${room} ${table}`);
    expect([...new Set(elsewhere)]).toEqual(Object.keys(WRITES_ELSEWHERE));
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
