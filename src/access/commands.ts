import { type Command, Option } from 'commander';
import { pageOf } from '../kernel/page.ts';
import { startOf } from '../kernel/time.ts';
import { parseOrFail } from '../kernel/validate.ts';
import { type Client, overHttp, pathOf } from '../platform/client.ts';
import { tableOf } from '../platform/columns.ts';
import type { Engine } from '../platform/engine/tables.ts';
import { withExamples } from '../platform/examples.ts';
import { atService, type ServiceOptions } from '../platform/service-options.ts';
import { Key, NewKey, NewKeyShown, Scope } from './key.ts';
import type { CommandContext } from './route-context.ts';

const PAGE = 200;

type CreateOptions = ServiceOptions & { scope: Scope; expires?: string; json?: boolean };
type Options = ServiceOptions & { json?: boolean };

/** Keys for the API, made and revoked by whoever may open the database, or has an admin key of a service that runs. */
export function keyCommands({ program, serviceKey, withEngine }: CommandContext): void {
  const keys = program.command('key').description('make, list and revoke keys for the API');
  const serviceOf = ({ url, key }: ServiceOptions) => (url === undefined ? null : overHttp(url, key ?? serviceKey));
  const list = (service: Client | null) =>
    service === null ? withEngine(allKeys, { mustExist: true }) : allKeysThere(service);

  async function create(service: Client | null, fresh: NewKey) {
    if (service !== null) return (await service.post('/v1/keys', fresh, NewKeyShown)).read;
    const { createKey } = await store();
    return withEngine((engine) => engine.write((tx) => createKey(tx, fresh)));
  }

  withExamples(
    atService(keys.command('create')),
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
    .action(async (name: string, { scope, expires, json, ...asked }: CreateOptions, command: Command) => {
      const expiresAt = expires === undefined ? null : startOf(expires);
      if (expires !== undefined && expiresAt === null) command.error(`error: --expires: "${expires}" is no time`);
      if (expiresAt !== null && Date.parse(expiresAt) <= Date.now()) command.error('error: --expires lies in the past');
      const fresh = parseOrFail(NewKey, { name, scope, expiresAt });
      const made = await create(serviceOf(asked), fresh);
      if (json) return console.log(JSON.stringify(made, null, 2));
      const until = made.expiresAt === null ? 'until it is revoked' : `until ${made.expiresAt}`;
      console.error(`${made.id} "${made.name}": scope ${made.scope}, valid ${until}. The key is shown this once:`);
      console.log(made.key);
    });

  withExamples(atService(keys.command('list')), 'key list', 'key list --json')
    .description('list all keys, oldest first; the keys themselves are not kept')
    .option('--json', 'print them as JSON')
    .action(async ({ json, ...asked }: Options) => {
      const all = await list(serviceOf(asked));
      console.log(json ? JSON.stringify(all, null, 2) : asTable(all, new Date().toISOString()));
    });

  withExamples(atService(keys.command('revoke')), 'key revoke key_01k…')
    .description('make a key worthless, from the next request on')
    .argument('<id>', 'as `key list` shows it')
    .option('--json', 'print what is kept of it as JSON')
    .action(async (id: string, { json, ...asked }: Options) => {
      const service = serviceOf(asked);
      if (service === null) {
        const { revokeKey } = await store();
        await withEngine((engine) => engine.write((tx) => revokeKey(tx, id)), { mustExist: true });
      } else await service.delete(pathOf('keys', id));
      const revoked = json ? (await list(service)).find((key) => key.id === id) : undefined;
      console.log(json ? JSON.stringify(revoked, null, 2) : `Revoked ${id}.`);
    });
}

async function allKeysThere(service: Client): Promise<Key[]> {
  const all: Key[] = [];
  for (let cursor: string | undefined; ; ) {
    const { items, next } = (await service.get('/v1/keys', { limit: PAGE, cursor }, pageOf(Key))).read;
    all.push(...items);
    if (next === null) return all;
    cursor = next;
  }
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
