import type { Operation } from 'rfc6902';
import { sparse, whole } from '../kernel/sparse.ts';
import type { State } from './change.ts';

/**
 * What most creations say alike, by number, and in this order. Stored lines name the number of theirs: a template is never
 * changed. Where what is created has other members by now, its lines are stored whole until a template is added.
 */
const TEMPLATES: readonly State[] = [
  {
    status: 'published',
    article: null,
    speaker: null,
    dispute: null,
    side: null,
    title: null,
    quote: null,
    quoteType: 'direct',
    cue: null,
    groundRules: 'on-record',
    language: 'en',
    original: null,
    translations: [],
    saidAt: null,
    setting: null,
    context: null,
    anchor: {
      result: 'no-text',
      snapshot: null,
      start: null,
      end: null,
      prefix: null,
      suffix: null,
      fragment: null,
      hints: null,
    },
    stances: [],
    repeats: null,
    note: null,
    withdrawnAt: null,
    withdrawnReason: null,
    redactedAt: null,
    redactedLines: null,
  },
];

/** The number of the template whose members a state has, in their order; null where there is none. */
export function templateOf(state: State): number | null {
  const at = TEMPLATES.findIndex((template) => hasMembers(template, state));
  return at === -1 ? null : at + 1;
}

function hasMembers(template: State, state: State): boolean {
  const [names, expected] = [Object.keys(state), Object.keys(template)];
  return (
    names.length === expected.length && names.every((name, at) => name === expected[at] && state[name] !== undefined)
  );
}

/** The patch of the line that made what has this state, with the members that the template of the line has. */
export function patchToldBy(number: number, state: State): Operation[] {
  const members = Object.keys(templateWith(number)).map((name) => [name, state[name]]);
  return [{ op: 'add', path: '', value: Object.fromEntries(members) }];
}

function templateWith(number: number): State {
  const template = TEMPLATES[number - 1];
  if (!template) throw new Error(`A line of history has the unknown template ${number}.`);
  return template;
}

/** A creation as it is stored: what differs from the template with this number, counted from one. */
type Sparse = { op: 'add'; path: ''; template: number; value: State };
export type StoredPatch = Operation[] | [Sparse];

/** A patch as it is stored. */
export function storedPatch(patch: Operation[]): StoredPatch {
  const [first] = patch;
  if (patch.length !== 1 || first?.op !== 'add' || first.path !== '') return patch;
  for (const [at, template] of TEMPLATES.entries()) {
    const value = sparse(template, first.value as State);
    if (value !== null) return [{ op: 'add', path: '', template: at + 1, value }];
  }
  return patch;
}

/** The patch as it was written, to the byte. */
export function patchStored(stored: StoredPatch): Operation[] {
  const [first] = stored;
  if (first === undefined || !('template' in first)) return stored as Operation[];
  return [{ op: 'add', path: '', value: whole(templateWith(first.template), first.value) }];
}
