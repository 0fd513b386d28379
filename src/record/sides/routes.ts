import type { RouteContext } from '../../access/route-context.ts';
import { resource } from '../../platform/http/resource.ts';
import { recordSide, removeSide, reviseSide } from './actions.ts';
import { NewSide, Side } from './side.ts';
import { getSide, listSides } from './store.ts';

export function sideRoutes({ http, answering, engine }: RouteContext): void {
  resource(http, answering, {
    path: 'sides',
    names: ['side', 'sides'],
    shape: Side,
    fresh: NewSide,
    filter: {},
    list: (_filter, paging) => listSides(engine.read, paging),
    get: (reference) => getSide(engine.read, reference),
    create: (body: NewSide, by) => engine.write((tx) => recordSide(tx, body, by)),
    revise: (reference, expected, patch, by) => engine.write((tx) => reviseSide(tx, reference, expected, patch, by)),
    remove: (reference, expected, by) => engine.write((tx) => removeSide(tx, reference, expected, by)),
  });
}
