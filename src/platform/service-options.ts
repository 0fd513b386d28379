import { type Command, InvalidArgumentError, Option } from 'commander';

export type ServiceOptions = { url?: string; key?: string };

/** Adds the options by which a command asks a service that runs, instead of the database. */
export function atService(command: Command): Command {
  return command
    .addOption(
      new Option('--url <address>', 'ask the service at this address instead of the database').argParser(addressOf),
    )
    .addOption(
      new Option(
        '--key <key>',
        'the key to ask it with; better in COUNTERCLAIM_KEY, where no other user sees it',
      ).argParser(keyOf),
    );
}

function addressOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError('It is no http:// or https:// address.');
  if (url.username !== '' || url.password !== '') throw new InvalidArgumentError('A key is given by --key.');
  return `${url.origin}${url.pathname}`;
}

function keyOf(text: string): string {
  if (!/^[\x21-\x7e]+$/.test(text)) throw new InvalidArgumentError('It is no key.');
  return text;
}
