import type { z } from 'zod';
import { seesDrafts } from '../../access/guard.ts';
import type { RouteContext } from '../../access/route-context.ts';
import { CorrectionKind } from '../../kernel/correction.ts';
import { oneOrMore, Reference } from '../../kernel/entity.ts';
import { resource } from '../../platform/http/resource.ts';
import { updated } from '../updated.ts';
import { recordCorrection, removeCorrection, reviseCorrection } from './actions.ts';
import { Correction, NewCorrection } from './correction.ts';
import { type CorrectionFilter, getCorrection, listCorrections } from './store.ts';

const EVERYTHING = { drafts: true };

export function correctionRoutes({ http, answering, engine, formats }: RouteContext): void {
  resource(http, answering, {
    path: 'corrections',
    names: ['correction', 'corrections'],
    shape: Correction,
    brief: ['id', 'kind', 'note', 'effectiveAt'],
    fresh: NewCorrection,
    filter: {
      statement: oneOrMore(Reference).describe('Corrections of this statement'),
      article: oneOrMore(Reference).describe('Corrections of this article'),
      claim: oneOrMore(Reference).describe('Corrections of this claim'),
      review: oneOrMore(Reference).describe('Corrections of this review'),
      kind: oneOrMore(CorrectionKind).describe('Corrections of this kind'),
      ...updated,
    } satisfies Record<keyof CorrectionFilter, z.ZodType>,
    refusals: { get: ['withdrawn'], write: ['unprocessable'] },
    formats: { list: formats.list.corrections },
    list: (filter: CorrectionFilter, paging, caller) =>
      listCorrections(engine.read, filter, paging, { drafts: seesDrafts(caller) }),
    newest: async (filter, limit, caller) => {
      const paging = { limit, after: null, count: false };
      return (await listCorrections(engine.read, filter, paging, { drafts: seesDrafts(caller) })).items;
    },
    get: (reference, caller) => getCorrection(engine.read, reference, { drafts: seesDrafts(caller) }),
    create: (body: NewCorrection, by) =>
      engine.write(async (tx) => getCorrection(tx, await recordCorrection(tx, body, by), EVERYTHING)),
    revise: (reference, expected, patch, by) =>
      engine.write(async (tx) =>
        getCorrection(tx, await reviseCorrection(tx, reference, expected, patch, by), EVERYTHING),
      ),
    remove: (reference, expected, by) => engine.write((tx) => removeCorrection(tx, reference, expected, by)),
  });
}
