import { sparse } from '../../kernel/sparse.ts';
import type { AnchorState } from './anchor.ts';

/** Of a quote that was looked up nowhere, and of words that are gone. */
export const NO_ANCHOR = {
  result: 'no-text',
  snapshot: null,
  start: null,
  end: null,
  prefix: null,
  suffix: null,
  fragment: null,
  hints: null,
} as const satisfies AnchorState;

/** Most anchors of a record without texts say nothing else: only the members that do are stored. */
export const anchorPacking = {
  pack: (anchor: AnchorState): Partial<AnchorState> => sparse(NO_ANCHOR, anchor) ?? anchor,
  unpack: (stored: Partial<AnchorState>): AnchorState => (isAnchorState(stored) ? stored : { ...NO_ANCHOR, ...stored }),
};

function isAnchorState(stored: Partial<AnchorState>): stored is AnchorState {
  return Object.keys(NO_ANCHOR).every((member) => member in stored);
}
