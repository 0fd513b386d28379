import { InvalidArgumentError } from 'commander';
import type { CommandContext } from '../access/route-context.ts';
import { type Client, inProcess, overHttp } from '../platform/client.ts';
import type { Http } from '../platform/http/http.ts';
import type { ServiceOptions } from '../platform/service-options.ts';

/** What commands are given that ask the API. */
export type ReadingContext = CommandContext & {
  /** Builds the application over the database that the settings name, and closes both after `work`. */
  withApp<Result>(work: (app: Http) => Promise<Result>): Promise<Result>;
};

/** Asks the service at `url`, or the application over the database: both answer alike. */
export function withClient<Result>(
  { withApp, serviceKey }: ReadingContext,
  { url, key }: ServiceOptions,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  if (url !== undefined) return work(overHttp(url, key ?? serviceKey));
  return withApp((app) => work(inProcess(app)));
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
