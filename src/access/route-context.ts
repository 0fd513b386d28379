import type { Command } from 'commander';
import type { Author } from '../kernel/author.ts';
import type { Engine } from '../platform/engine/tables.ts';
import type { Format, ListFormat } from '../platform/http/format.ts';
import type { Http } from '../platform/http/http.ts';
import type { Answering } from '../platform/http/resource.ts';
import type { QuoteChecker } from '../text/quotes/checker.ts';
import type { Caller } from './guard.ts';

/** How answers can be had besides JSON and lines of JSON, by what they tell. */
export type Formats = {
  one: Record<
    'statement' | 'claim' | 'review' | 'claimComparison' | 'termComparison' | 'disputePositions' | 'speakerPositions',
    readonly Format[]
  >;
  list: Record<'statements' | 'pairs' | 'drift' | 'corrections' | 'changes', readonly ListFormat[]>;
};

/** What every room's routes are given. */
export type RouteContext = {
  http: Http;
  answering: Answering<Caller, Author>;
  engine: Engine;
  checker: QuoteChecker;
  formats: Formats;
};

/** What every room's commands are given. */
export type CommandContext = {
  program: Command;
  /** The address of the database that the settings name. */
  databaseUrl(): string;
  /** The key that the environment holds for services that run. */
  serviceKey: string | undefined;
  /** Opens the database that the settings name, and closes it after `work`. One that is not there is made unless it `mustExist`. */
  withEngine<Result>(work: (engine: Engine) => Promise<Result>, opening?: { mustExist?: boolean }): Promise<Result>;
};
