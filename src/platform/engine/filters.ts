import type { Condition } from './pages.ts';

/** How each filter of a list is fulfilled, in the order of their names here: one that is left out does not compile. */
export type Fulfilments<Filter, Tables> = {
  [Name in keyof Filter]-?: (asked: NonNullable<Filter[Name]>) => Condition<Tables>[] | Promise<Condition<Tables>[]>;
};

/** The conditions of the filters that are asked for. */
export async function conditionsOf<Filter extends object, Tables>(
  filter: Filter,
  fulfilments: Fulfilments<Filter, Tables>,
): Promise<Condition<Tables>[]> {
  const conditions: Condition<Tables>[] = [];
  for (const name of Object.keys(fulfilments) as (keyof Filter)[]) {
    const asked = filter[name] ?? undefined;
    if (asked !== undefined) conditions.push(...(await fulfilments[name](asked)));
  }
  return conditions;
}
