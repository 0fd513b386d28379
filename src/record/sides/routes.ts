import type { z } from 'zod';
import type { RouteContext } from '../../access/route-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { updated } from '../updated.ts';
import { recordSide, removeSide, reviseSide } from './actions.ts';
import { NewSide, Side } from './side.ts';
import { getSide, listSides, type SideFilter } from './store.ts';

export function sideRoutes({ http, answering, engine }: RouteContext): void {
  resource(http, answering, {
    path: 'sides',
    names: ['side', 'sides'],
    shape: Side,
    brief: ['id', 'slug', 'name'],
    fresh: NewSide,
    filter: { ...updated } satisfies Record<keyof SideFilter, z.ZodType>,
    list: (filter: SideFilter, paging) => listSides(engine.read, filter, paging),
    get: (reference) => getSide(engine.read, reference),
    create: (body: NewSide, by) => engine.write((tx) => recordSide(tx, body, by)),
    revise: (reference, expected, patch, by) => engine.write((tx) => reviseSide(tx, reference, expected, patch, by)),
    remove: (reference, expected, by) => engine.write((tx) => removeSide(tx, reference, expected, by)),
  });
}
