import type { z } from 'zod';
import { Failure, type Fault } from './failure.ts';
import { escapePointer } from './text.ts';

const FAULTS_MAX = 50;

type Issue = { path: readonly PropertyKey[]; message: string; code: string; keys?: readonly string[] };

/** What Zod found wrong, place by place; an unknown member is named at its own place. */
export function faultsOf(
  issues: readonly Issue[],
  pointerTo: (path: readonly string[]) => string = jsonPointer,
): Fault[] {
  return issues.slice(0, FAULTS_MAX).flatMap(({ path, message, code, keys }) => {
    const steps = path.map(String);
    if (code === 'unrecognized_keys' && keys) {
      return keys
        .slice(0, FAULTS_MAX)
        .map((key) => ({ pointer: pointerTo([...steps, key.slice(0, 200)]), detail: 'is not known here' }));
    }
    return [{ pointer: pointerTo(steps), detail: message.slice(0, 1).toLowerCase() + message.slice(1) }];
  });
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
