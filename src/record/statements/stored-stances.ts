import type { Stance, StanceState } from './statement.ts';

type Stored = readonly ([claim: string, stance: Stance] | StanceState)[];

/** Stances as they are stored: the body of the claim's id and the stance, without the names of the members. */
export const stancesPacking = {
  pack: (stances: StanceState[]): Stored => (stances.every(isPlain) ? stances.map(packed) : stances),
  unpack: (stored: Stored): StanceState[] => stored.map((one) => (isPacked(one) ? unpacked(one) : one)),
};

const PREFIX = 'clm_';

function isPlain(stance: StanceState): boolean {
  const [claim, kind, ...more] = Object.keys(stance);
  return claim === 'claim' && kind === 'stance' && more.length === 0 && stance.claim.startsWith(PREFIX);
}

function packed({ claim, stance }: StanceState): [string, Stance] {
  return [claim.slice(PREFIX.length), stance];
}

function isPacked(stored: Stored[number]): stored is [string, Stance] {
  return Array.isArray(stored);
}

function unpacked([claim, stance]: [string, Stance]): StanceState {
  return { claim: `${PREFIX}${claim}`, stance };
}
