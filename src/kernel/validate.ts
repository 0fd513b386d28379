import type { z } from 'zod';
import { Failure, type Fault } from './failure.ts';
import { faultWords, type Issue } from './fault-words.ts';
import { escapePointer } from './text.ts';

const FAULTS_MAX = 50;

/** What Zod found wrong, place by place; an unknown member is named at its own place. */
export function faultsOf(
  issues: readonly Issue[],
  pointerTo: (path: readonly string[]) => string = jsonPointer,
): Fault[] {
  return withoutDoubles(issues)
    .slice(0, FAULTS_MAX)
    .flatMap((issue) => {
      const { path, code, keys } = issue;
      const steps = path.map(String);
      if (code === 'unrecognized_keys' && keys) {
        return keys
          .slice(0, FAULTS_MAX)
          .map((key) => ({ pointer: pointerTo([...steps, key.slice(0, 200)]), detail: 'is not known here' }));
      }
      return [{ pointer: pointerTo(steps), detail: faultWords(issue) }];
    });
}

/** Of two bounds that a number is beyond, the one that whole numbers have at all says nothing. */
function withoutDoubles(issues: readonly Issue[]): readonly Issue[] {
  const isBound = ({ code }: Issue) => code === 'too_big' || code === 'too_small';
  const places = issues.filter(isBound).map(({ path }) => path.join('/'));
  const isDouble = (issue: Issue) =>
    isBound(issue) &&
    [issue.maximum, issue.minimum].some((bound) => Math.abs(Number(bound)) === Number.MAX_SAFE_INTEGER) &&
    places.filter((place) => place === issue.path.join('/')).length > 1;
  return issues.filter((issue) => !isDouble(issue));
}

/** The value as the schema has it, or a Failure `invalid` that names every fault by a JSON Pointer. */
export function parseOrFail<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalid(faultsOf(result.error.issues));
}

export function invalid(faults: Fault[], place = 'the body'): Failure {
  const first = faults[0] ?? { pointer: '', detail: 'is not valid' };
  return new Failure('invalid', `${first.pointer || place}: ${first.detail}.`, { faults });
}

function jsonPointer(path: readonly string[]): string {
  return path.map((step) => `/${escapePointer(step)}`).join('');
}
