import type { z } from 'zod';
import type { RouteContext } from '../../access/route-context.ts';
import { oneOrMore } from '../../kernel/entity.ts';
import { resource } from '../../platform/http/resource.ts';
import { withSimilar } from '../likenesses/store.ts';
import { updated } from '../updated.ts';
import { withWords } from '../with-words.ts';
import { recordOutlet, removeOutlet, reviseOutlet } from './actions.ts';
import { NewOutlet, Outlet, OutletKind } from './outlet.ts';
import { getOutlet, listOutlets, type OutletFilter } from './store.ts';

export function outletRoutes({ http, answering, engine }: RouteContext): void {
  resource(http, answering, {
    path: 'outlets',
    names: ['outlet', 'outlets'],
    shape: Outlet,
    brief: ['id', 'slug', 'name'],
    fresh: NewOutlet,
    filter: {
      kind: oneOrMore(OutletKind).describe('What the outlet is'),
      country: oneOrMore(Outlet.shape.country.unwrap()).describe('Where it is (ISO 3166-1 alpha-2)'),
      q: withWords('the name'),
      ...updated,
    } satisfies Record<keyof OutletFilter, z.ZodType>,
    list: (filter: OutletFilter, paging) => listOutlets(engine.read, filter, paging),
    get: (reference) => getOutlet(engine.read, reference),
    create: async (body: NewOutlet, by) =>
      withSimilar(engine.read, 'outlet', await engine.write((tx) => recordOutlet(tx, body, by))),
    again: async (id) => withSimilar(engine.read, 'outlet', await getOutlet(engine.read, id)),
    revise: (reference, expected, patch, by) => engine.write((tx) => reviseOutlet(tx, reference, expected, patch, by)),
    remove: (reference, expected, by) => engine.write((tx) => removeOutlet(tx, reference, expected, by)),
  });
}
