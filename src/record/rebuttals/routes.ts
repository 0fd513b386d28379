import type { z } from 'zod';
import { seesDrafts } from '../../access/guard.ts';
import type { RouteContext } from '../../access/route-context.ts';
import { oneOrMore, Reference } from '../../kernel/entity.ts';
import { resource } from '../../platform/http/resource.ts';
import { RebuttalKind } from '../statements/statement.ts';
import { updated } from '../updated.ts';
import { recordRebuttal, removeRebuttal, reviseRebuttal } from './actions.ts';
import { NewRebuttal, Rebuttal } from './rebuttal.ts';
import { getRebuttal, listRebuttals, type RebuttalFilter } from './store.ts';

const EVERYTHING = { drafts: true };

export function rebuttalRoutes({ http, answering, engine }: RouteContext): void {
  resource(http, answering, {
    path: 'rebuttals',
    names: ['rebuttal', 'rebuttals'],
    shape: Rebuttal,
    brief: ['id', 'statement', 'rebuts', 'kind'],
    fresh: NewRebuttal,
    filter: {
      statement: oneOrMore(Reference).describe('Rebuttals by this statement'),
      rebuts: oneOrMore(Reference).describe('Rebuttals of this statement'),
      kind: oneOrMore(RebuttalKind).describe('How the one answers the other'),
      dispute: oneOrMore(Reference).describe('Rebuttals within this dispute'),
      ...updated,
    } satisfies Record<keyof RebuttalFilter, z.ZodType>,
    refusals: { get: ['withdrawn'], write: ['unprocessable', 'wrong-dispute'] },
    list: (filter: RebuttalFilter, paging, caller) =>
      listRebuttals(engine.read, filter, paging, { drafts: seesDrafts(caller) }),
    get: (reference, caller) => getRebuttal(engine.read, reference, { drafts: seesDrafts(caller) }),
    create: (body: NewRebuttal, by) =>
      engine.write(async (tx) => getRebuttal(tx, await recordRebuttal(tx, body, by), EVERYTHING)),
    revise: (reference, expected, patch, by) =>
      engine.write(async (tx) => getRebuttal(tx, await reviseRebuttal(tx, reference, expected, patch, by), EVERYTHING)),
    remove: (reference, expected, by) => engine.write((tx) => removeRebuttal(tx, reference, expected, by)),
  });
}
