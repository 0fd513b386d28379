import { isIP } from 'node:net';
import { z } from 'zod';
import { faultsOf } from '../kernel/validate.ts';

const flag = (preset: 'true' | 'false') =>
  z
    .enum(['true', 'false'])
    .default(preset)
    .transform((text) => text === 'true');

/** Keys that stand in what is published of this service, in case somebody copies them. */
const SAMPLE_KEYS: ReadonlySet<string> = new Set(['cck_choose-a-long-random-one', 'cck_your-own-long-random-key']);

/** Every setting of the service, with its default and what it means. Read from the environment, checked all at once. */
export const Config = z.object({
  HOST: z.string().min(1).default('127.0.0.1').describe('where it listens'),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .default(3000)
    .describe('where it listens; 0 takes a free port and prints it'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)./, 'must be file:… or postgres://…')
    .default('file:data/counterclaim.db')
    .describe('SQLite file, or `postgres://…`'),
  DATABASE_READ_URLS: z
    .string()
    .refine(arePostgres, 'must be postgres://…, more of them separated by commas')
    .transform((text) => text.split(',').map((url) => url.trim()))
    .optional()
    .describe('standbys of that PostgreSQL, to be read from, separated by commas'),
  WORKERS: z.coerce
    .number('must be a whole number from 1 to 64')
    .int('must be a whole number from 1 to 64')
    .min(1)
    .max(64)
    .default(1)
    .describe('processes that serve, over one port; at most as many as there are cores help'),
  ADMIN_KEY: z
    .string()
    .regex(/^cck_[\w-]{16,200}$/, 'must be cck_ and 16 to 200 letters, digits, - or _')
    .refine((key) => !SAMPLE_KEYS.has(key), 'is the sample of the README, which everyone knows: choose a random one')
    .optional()
    .describe('the first admin key, for containers; without it one is made on an empty database and printed once'),
  DEMO: flag('true').describe('load the demo into an empty database'),
  PUBLIC_READ: flag('true').describe('reading needs no key'),
  PUBLIC_TEXT: flag('false').describe('the full text of snapshots needs no key'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .describe('the address in links, feeds and exports'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe("pino's level"),
  TRUST_PROXY: z
    .string()
    .default('false')
    .refine(isTrust, 'must be true, false, a number of hops, or addresses separated by commas')
    .transform((text) => (text === 'true' ? true : text === 'false' ? false : /^\d+$/.test(text) ? Number(text) : text))
    .describe('`true`, a number of hops, or the addresses of the proxies whose `X-Forwarded-For` is believed'),
  CORS_ORIGIN: z
    .string()
    .refine(areOrigins, 'must be * or origins such as https://example.org, separated by commas, without a path')
    .optional()
    .describe('origins whose pages may read, separated by commas; `*` for all; none when not set'),
  RATE_LIMIT: z.coerce
    .number()
    .int()
    .min(0)
    .default(600)
    .describe('requests a minute for a key or an address; 0 turns it off'),
  WAIT_MAX_MS: z.coerce
    .number()
    .int()
    .min(0)
    .default(300)
    .describe('milliseconds that a request may be expected to wait before it is refused with 503; 0 turns it off'),
  CONNECTIONS_MAX: z.coerce
    .number()
    .int()
    .min(1)
    .default(4000)
    .describe('connections that are answered at once; requests on others are refused with 503'),
  IMPORT_BYTES_MAX: z.coerce
    .number()
    .int()
    .min(1)
    .default(10 * 1024 ** 3)
    .describe('bytes that one import may send'),
});

/** What follows from two settings; told beside what is wrong with others. */
const Settings = Config.refine(
  ({ DATABASE_URL, DATABASE_READ_URLS }) => !DATABASE_READ_URLS || arePostgres(DATABASE_URL),
  {
    path: ['DATABASE_READ_URLS'],
    error: 'is for PostgreSQL: a SQLite file has no standbys. Leave it out, or set DATABASE_URL to postgres://…',
    when: () => true,
  },
);

/** Whether each is the address of a PostgreSQL database. */
function arePostgres(text: string): boolean {
  return text.split(',').every((url) => /^postgres(ql)?:\/\/./.test(url.trim()) && URL.canParse(url.trim()));
}

/** Whether pages of these origins can be let in: a browser compares them as they stand. */
function areOrigins(text: string): boolean {
  if (text === '*') return true;
  return text.split(',').every((part) => {
    const origin = part.trim();
    return URL.canParse(origin) && /^https?:/.test(origin) && new URL(origin).origin === origin;
  });
}

/** Whom Fastify can be told to trust; it would fail at the start on anything else, and tell of that alone. */
function isTrust(text: string): boolean {
  if (text === 'true' || text === 'false' || /^\d+$/.test(text)) return true;
  return text.split(',').every((part) => {
    const [address = '', bits] = part.trim().split('/', 2);
    if (bits === undefined && /^(loopback|linklocal|uniquelocal)$/.test(address)) return true;
    const version = isIP(address);
    return version !== 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)));
  });
}

export type Config = z.infer<typeof Config>;

/** Some settings cannot be right; the message names all of them. */
export class ConfigError extends Error {}

/** What settings were called before; the older name goes on being heeded. */
const FORMER_NAMES: Readonly<Record<string, string>> = { WAIT_MAX_MS: 'EVENT_LOOP_LAG_MAX_MS' };

/** Reads the settings, or fails with every fault at once. Empty values count as not set. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.keys(Config.shape).map((name) => [
      name,
      environment[name] || environment[FORMER_NAMES[name] ?? ''] || undefined,
    ]),
  );
  const result = Settings.safeParse(given);
  if (result.success) return result.data;
  const issues = result.error.issues as unknown as Parameters<typeof faultsOf>[0];
  const faults = faultsOf(issues, (path) => path.join('.')).map(({ pointer, detail }) => `  ${pointer}: ${detail}`);
  throw new ConfigError(`These settings cannot be right:\n${faults.join('\n')}`);
}
