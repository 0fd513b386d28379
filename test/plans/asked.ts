import type { Landmarks } from '../bench/record.ts';

type Schema = { enum?: unknown[]; const?: unknown; type?: string; anyOf?: Schema[]; items?: Schema; $ref?: string };
export type Parameter = { name: string; in: string; schema: Schema };

/** Values that lead to something in a record that `writeRecord` made up, by the name of a filter. */
export function valuesIn(marks: Landmarks, ids: ReadonlyMap<string, string>): (parameter: Parameter) => string[] {
  const [one = '', other = ''] = marks.claims;
  const known: Record<string, string[]> = {
    q: [marks.common, marks.rare],
    term: [marks.terms.common[0], marks.rare],
    claim: [one],
    target: [other],
    dispute: [marks.dispute],
    question: [marks.question],
    speaker: [marks.speaker],
    statement: [marks.statement],
    rebuts: [marks.statement],
    repeats: [marks.statement],
    side: ['side-0'],
    unansweredBy: ['side-0'],
    outlet: [ids.get('outlets') ?? ''],
    publisher: [ids.get('outlets') ?? ''],
    article: [ids.get('articles') ?? ''],
    review: [ids.get('reviews') ?? ''],
    actor: ['bench'],
    language: ['en'],
    after: ['100'],
    url: ['https://example.org/1'],
    wikidata: ['Q1'],
  };
  const dates = /^(said|published|updated)?(from|to|since|until|asof)$/i;
  return ({ name, schema }) => {
    if (known[name]) return known[name].filter((value) => value !== '');
    if (dates.test(name)) return [/^updated|^asOf/.test(name) ? '2022-01-01T00:00:00Z' : '2022'];
    return enumerated(schema) ?? [];
  };
}

/** All values that a filter knows; null where it takes any. */
function enumerated({ enum: values, const: only, type, anyOf = [], items }: Schema): string[] | null {
  if (values) return values.map(String);
  if (only !== undefined) return [String(only)];
  if (type === 'boolean') return ['true', 'false'];
  if (items) return enumerated(items);
  const parts = anyOf.flatMap((part) => enumerated(part) ?? []);
  return parts.length === 0 ? null : parts;
}
