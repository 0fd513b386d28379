import { z } from 'zod';

const YesOrNo = z.boolean('must be true or false');

/** Yes or no, as it stands in an address: `true` or `false`, and no other way. */
export function trueOrFalse() {
  return z.preprocess(readBoolean, YesOrNo.optional());
}

/** The same, where leaving it out is `false`. */
export function trueOrNot() {
  return z.preprocess(readBoolean, YesOrNo.default(false));
}

function readBoolean(value: unknown): unknown {
  return value === 'true' ? true : value === 'false' ? false : value;
}
