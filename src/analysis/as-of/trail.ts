import { type Caller, seesDrafts } from '../../access/guard.ts';
import { Change } from '../../history/change.ts';
import { hasHistory, listChanges } from '../../history/feed.ts';
import { Failure } from '../../kernel/failure.ts';
import { kindOfId } from '../../kernel/id.ts';
import { endOf } from '../../kernel/time.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import type { EntityHistory } from '../../platform/http/entity-history.ts';
import type { RecordKind } from '../../record/kinds.ts';
import { ownIdInPathIfAny } from '../../record/references.ts';
import { pastUntil, rowOf } from './past.ts';
import { showThen } from './show.ts';

/** The past of every entity: its lines, and how it stood at a time, rebuilt from them. */
export function trailOf(from: Handle): EntityHistory<Caller> {
  return {
    line: Change,

    async history(kind, reference, paging, caller) {
      const sight = { drafts: seesDrafts(caller) };
      const entity = await knownId(from, kind as RecordKind, reference);
      if (entity === null || !(await hasHistory(from, entity, sight))) throw neverWas(kind, reference);
      return listChanges(from, { entity }, paging, sight);
    },

    async asOf(kind, reference, time, caller) {
      const drafts = seesDrafts(caller);
      const id = await knownId(from, kind as RecordKind, reference);
      const past = pastUntil(from, endOf(time) as string);
      const standing = id === null ? null : await past.of(kind, id);
      if (standing === null || (standing.hidden && !drafts)) throw notThen(kind, reference, time);
      if (standing.redacted) throw new Failure('withdrawn', 'The words that stood here then were removed for good.');
      const { state } = standing;
      if (state === null) throw notThen(kind, reference, time);
      refuseWithdrawnThen(state);
      const shown = await showThen(past, kind as RecordKind, rowOf(kind as RecordKind, standing.base, state), drafts);
      if (!shown) throw notThen(kind, reference, time);
      return shown;
    },
  };
}

/**
 * The id that a reference leads to, of what was deleted only by its id; a claim that was merged is itself here. Fails with
 * `Moved` for what something was called before.
 */
async function knownId(from: Handle, kind: RecordKind, reference: string): Promise<string | null> {
  return (await ownIdInPathIfAny(from, kind, reference)) ?? (kindOfId(reference) === kind ? reference : null);
}

function refuseWithdrawnThen(state: Record<string, unknown>): void {
  if (state.status !== 'withdrawn') return;
  const { withdrawnAt, withdrawnReason: reason } = state;
  throw new Failure('withdrawn', `This statement was withdrawn then${reason ? `: ${reason}` : '.'}`, {
    help: { reason, withdrawnAt },
  });
}

function neverWas(kind: string, reference: string): Failure {
  const detail = `History knows no ${kind} "${reference.slice(0, 200)}".`;
  return new Failure('not-found', `${detail} What was deleted or renamed is found by its id.`);
}

function notThen(kind: string, reference: string, time: string): Failure {
  return new Failure('not-found', `There was no ${kind} "${reference.slice(0, 200)}" at ${time}.`);
}
