import { z } from 'zod';
import { Reference } from '../kernel/entity.ts';
import { PartialDate } from '../kernel/time.ts';

/** Members that several tools take. */
export const References = z.array(Reference).min(1).max(20);
export const limit = z.int().min(1).max(50).default(10).describe('How many are told; `next` leads on');
export const cursor = z
  .string()
  .min(1)
  .max(1000)
  .optional()
  .describe('`next` of the answer before, with the same filters');
export const from = PartialDate.optional().describe('Said at this date or later: `2023`, `2023-09`, `2023-09-06`');
export const to = PartialDate.optional().describe('Said at this date or earlier, the whole of it');
export const dispute = Reference.optional().describe('Only in this dispute, by id or slug');

/** The filters that were given, in words, for an answer that says what was looked through. */
export function filtersIn(asked: Record<string, unknown>): string {
  const told = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined || name === 'limit' || name === 'cursor'
      ? []
      : `${name} ${Array.isArray(value) ? value.join(' or ') : String(value)}`,
  );
  return told.length === 0 ? 'without a filter' : `with ${told.join(', ')}`;
}

/** How many there are, as a sentence says it. */
export function counted({ total, totalAtLeast }: { total?: number | null; totalAtLeast?: number }): string {
  return typeof total === 'number' ? String(total) : `more than ${totalAtLeast ?? 0}`;
}

/** What a cursor is sealed for: one list, with one set of filters. */
export function listOf(name: string, filter: Record<string, unknown>): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return `${name} ${JSON.stringify(given.sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}
