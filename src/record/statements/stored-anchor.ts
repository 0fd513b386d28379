import { sparse } from '../../kernel/sparse.ts';
import { NO_ANCHOR } from '../kinds.ts';
import type { AnchorState } from './anchor.ts';

/** Most anchors of a record without texts say nothing else: only the members that do are stored. */
export const anchorPacking = {
  pack: (anchor: AnchorState): Partial<AnchorState> => sparse(NO_ANCHOR, anchor) ?? anchor,
  unpack: (stored: Partial<AnchorState>): AnchorState => (isAnchorState(stored) ? stored : { ...NO_ANCHOR, ...stored }),
};

function isAnchorState(stored: Partial<AnchorState>): stored is AnchorState {
  return Object.keys(NO_ANCHOR).every((member) => member in stored);
}
