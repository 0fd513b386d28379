import { english } from './english.ts';
import type { Word } from './word.ts';

export const arabic: Record<keyof typeof english, Word> = english;
