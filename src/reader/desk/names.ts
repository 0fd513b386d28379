import { slugFrom } from '../../kernel/slug.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import { findId } from '../../record/references.ts';

export type NamedKind = 'speaker' | 'side' | 'outlet' | 'dispute' | 'claim' | 'question';

/** The id of what is meant by an id, a slug or a name, whatever its case and accents; null where there is none. */
export async function findNamed(from: Handle, kind: NamedKind, name: string): Promise<string | null> {
  const known = await findId(from, kind, name);
  if (known !== null) return known;
  const slug = slugFrom(name, '');
  return slug === '' ? null : findId(from, kind, slug);
}
