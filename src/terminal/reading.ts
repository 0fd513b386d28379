import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CommandContext } from '../access/route-context.ts';
import { type Client, inProcess, overHttp } from '../platform/client.ts';
import type { Http } from '../platform/http/http.ts';

/** What commands are given that ask the API. */
export type ReadingContext = CommandContext & {
  /** Builds the application over the database that the settings name, and closes both after `work`. */
  withApp<Result>(work: (app: Http) => Promise<Result>): Promise<Result>;
  /** The key that the environment holds. */
  key: string | undefined;
};

export type ServiceOptions = { url?: string; key?: string };

/** Adds the options by which a command asks a service that runs, instead of the database. */
export function atService(command: Command): Command {
  return command
    .addOption(
      new Option('--url <address>', 'ask the service at this address; without it the database is read').argParser(
        serviceAddress,
      ),
    )
    .addOption(
      new Option(
        '--key <key>',
        'the key to ask it with; better in COUNTERCLAIM_KEY, where no other user sees it',
      ).argParser(serviceKey),
    );
}

/** Asks the service at `url`, or the application over the database: both answer alike. */
export function withClient<Result>(
  { withApp, key: known }: ReadingContext,
  { url, key }: ServiceOptions,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  if (url !== undefined) return work(overHttp(url, key ?? known));
  return withApp((app) => work(inProcess(app)));
}

function serviceAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError('It is no http:// or https:// address.');
  if (url.username !== '' || url.password !== '') throw new InvalidArgumentError('A key is given by --key.');
  return `${url.origin}${url.pathname}`;
}

function serviceKey(text: string): string {
  if (!/^[\x21-\x7e]+$/.test(text)) throw new InvalidArgumentError('It is no key.');
  return text;
}

/** For an option that may be given several times. */
export function several(value: string, before: string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** For an option that is a number of items. */
export function countOf(most: number): (text: string) => number {
  return (text) => {
    const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(count >= 1 && count <= most)) throw new InvalidArgumentError(`It is no number from 1 to ${most}.`);
    return count;
  };
}
