import { Option } from 'commander';
import { startOf } from '../kernel/time.ts';
import { parseOrFail } from '../kernel/validate.ts';
import { tableOf } from '../platform/columns.ts';
import type { Engine } from '../platform/engine/tables.ts';
import { withExamples } from '../platform/examples.ts';
import { type Key, NewKey, Scope } from './key.ts';
import type { CommandContext } from './route-context.ts';

const PAGE = 200;

type CreateOptions = { scope: Scope; expires?: string; json?: boolean };

/** Keys for the API, made and revoked by whoever may open the database. */
export function keyCommands({ program, withEngine }: CommandContext): void {
  const keys = program.command('key').description('make, list and revoke keys for the API');

  withExamples(
    keys.command('create'),
    'key create "my laptop" --scope write',
    'key create reader --scope read --expires 2027-01-31',
  )
    .description('make a key; it is printed this once, alone on stdout')
    .argument('<name>', 'who or what will use it')
    .addOption(new Option('--scope <scope>', 'what it allows').choices(Scope.options).makeOptionMandatory())
    .option(
      '--expires <time>',
      'until when it is valid: 2027-01-31 (the start of that day, UTC) or 2027-01-31T18:00:00Z',
    )
    .option('--json', 'print the key and what is kept of it as JSON')
    .action(async (name: string, { scope, expires, json }: CreateOptions, command) => {
      const expiresAt = expires === undefined ? null : startOf(expires);
      if (expires !== undefined && expiresAt === null) command.error(`error: --expires: "${expires}" is no time`);
      if (expiresAt !== null && Date.parse(expiresAt) <= Date.now()) command.error('error: --expires lies in the past');
      const fresh = parseOrFail(NewKey, { name, scope, expiresAt });
      const { createKey } = await store();
      const made = await withEngine((engine) => engine.write((tx) => createKey(tx, fresh)));
      if (json) return console.log(JSON.stringify(made, null, 2));
      const until = made.expiresAt === null ? 'until it is revoked' : `until ${made.expiresAt}`;
      console.error(`${made.id} "${made.name}": scope ${made.scope}, valid ${until}. The key is shown this once:`);
      console.log(made.key);
    });

  withExamples(keys.command('list'), 'key list', 'key list --json')
    .description('list all keys, oldest first; the keys themselves are not kept')
    .option('--json', 'print them as JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const all = await withEngine(allKeys, { mustExist: true });
      console.log(json ? JSON.stringify(all, null, 2) : asTable(all, new Date().toISOString()));
    });

  withExamples(keys.command('revoke'), 'key revoke key_01k…')
    .description('make a key worthless, from the next request on')
    .argument('<id>', 'as `key list` shows it')
    .option('--json', 'print what is kept of it as JSON')
    .action(async (id: string, { json }: { json?: boolean }) => {
      const { revokeKey } = await store();
      const revoked = await withEngine(
        async (engine) => {
          await engine.write((tx) => revokeKey(tx, id));
          return (await allKeys(engine)).find((key) => key.id === id);
        },
        { mustExist: true },
      );
      console.log(json ? JSON.stringify(revoked, null, 2) : `Revoked ${id}.`);
    });
}

/** Loaded when a command runs: asking for help loads no engine. */
function store() {
  return import('./store.ts');
}

async function allKeys({ read }: Engine): Promise<Key[]> {
  const { listKeys } = await store();
  const all: Key[] = [];
  for (;;) {
    const page = await listKeys(read, PAGE, all.at(-1)?.id ?? '');
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}

function asTable(all: Key[], now: string): string {
  const rows = all.map(({ id, name, scope, createdAt, expiresAt, lastUsedAt, revokedAt }) => {
    const state = revokedAt !== null ? 'revoked' : expiresAt !== null && expiresAt <= now ? 'expired' : 'valid';
    return [id, name, scope, state, ...[createdAt, expiresAt, lastUsedAt].map((time) => time?.slice(0, 16) ?? '–')];
  });
  return tableOf(['ID', 'NAME', 'SCOPE', 'STATE', 'CREATED', 'EXPIRES', 'LAST USED'], rows);
}
