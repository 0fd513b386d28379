import { splitsPair } from '../../kernel/span.ts';
import { type Forms, numberOf } from './forms.ts';
import { gapForm } from './gap.ts';
import { classify, kinds, whole } from './skeleton-kinds.ts';
import { compatible, keepsForm } from './typography.ts';

/**
 * A text's letters, digits and symbols alone, and beside them what may differ: case, accents, and what stands between.
 *
 * Unit `u` is one UTF-16 unit of `letters`, folded for case, accents and compatibility; `cased` has it as written,
 * `accents` what marks it carries, `gaps` what follows it up to the next unit (the last three as numbers that
 * {@link Forms} gives to each form, one UTF-16 unit for each). It comes from `[start, end)` of the text. Several units may come from
 * one character, as from a ligature. Where a quote stands whatever its setting, its letters stand in the text's letters.
 */
export type Skeleton = {
  readonly letters: string;
  readonly cased: string;
  readonly accents: string;
  readonly gaps: string;
  readonly start: Int32Array;
  readonly end: Int32Array;
};

const kindOf = new Uint8Array(0x10000);
const letterOf = new Uint16Array(0x10000);

function lower(char: string): string {
  const form = char.toLowerCase();
  if (form === 'ς') return 'σ';
  return form.length > char.length ? form.slice(0, char.length) : form;
}

type Building = {
  readonly text: string;
  readonly forms: Forms;
  letters: Uint16Array;
  cased: Uint16Array;
  accents: Uint16Array;
  gaps: Uint16Array;
  start: Int32Array;
  end: Int32Array;
  length: number;
  /** The marks of the last unit. */
  marks: string;
  /** Up to where a mark would belong to the last unit. */
  open: number;
};

/** Takes one pass over the text. `skips` are stretches that are passed over as if they were not there, in order. */
export function skeletonOf(text: string, forms: Forms, skips: readonly (readonly [number, number])[] = []): Skeleton {
  const size = text.length + 8;
  const state: Building = {
    text,
    forms,
    letters: new Uint16Array(size),
    cased: new Uint16Array(size),
    accents: new Uint16Array(size),
    gaps: new Uint16Array(size),
    start: new Int32Array(size),
    end: new Int32Array(size),
    length: 0,
    marks: '',
    open: 0,
  };
  let skip = 0;
  for (let at = 0; at < text.length; at++) {
    const skipped = skips[skip];
    if (skipped !== undefined && at >= skipped[0]) {
      if (state.open === at) state.open = skipped[1];
      at = skipped[1] - 1;
      skip++;
      continue;
    }
    const code = text.charCodeAt(at);
    let kind = kindOf[code] ?? 0;
    if (kind === 0) kind = learn(text, at, code);
    if (kind === kinds.unit) {
      const unit = state.length;
      if (unit === state.letters.length || state.marks !== '') push(state, letterOf[code] as number, code, at, at + 1);
      else {
        if (unit > 0) {
          const end = state.end[unit - 1] as number;
          if (at > end)
            state.gaps[unit - 1] = at === end + 1 && text.charCodeAt(end) === 0x20 ? 1 : gapNumber(state, end, at);
        }
        state.letters[unit] = letterOf[code] as number;
        state.cased[unit] = code;
        state.start[unit] = at;
        state.end[unit] = state.open = at + 1;
        state.length = unit + 1;
      }
    } else if (kind === kinds.gap) at += splitsPair(text, at + 1) ? 1 : 0;
    else at = takeOther(state, kind, at);
  }
  closeUnit(state, text.length, true);
  const { length } = state;
  return {
    letters: stringOf(state.letters, length),
    cased: stringOf(state.cased, length),
    accents: stringOf(state.accents, length),
    gaps: stringOf(state.gaps, length),
    start: state.start.subarray(0, length),
    end: state.end.subarray(0, length),
  };
}

function learn(text: string, at: number, code: number): number {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const kind = classify(char);
  if (char.length === 1 && (code & 0xf800) !== 0xd800) {
    kindOf[code] = kind;
    if (kind === kinds.unit) letterOf[code] = lower(char).charCodeAt(0);
  }
  return kind;
}

function takeOther(state: Building, kind: number, at: number): number {
  const { text } = state;
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const end = at + char.length;
  const isOpen = state.open === at && state.length > 0;
  if (kind === kinds.complex) pushComplex(state, char, at, end);
  else if (kind === kinds.accent) {
    if (isOpen) addMark(state, char, end);
  } else if (kind === kinds.joining) {
    const last = state.cased[state.length - 1] ?? 0;
    const form = isOpen ? `${String.fromCharCode(last)}${compatible(char)}`.normalize('NFC') : '';
    if (form.length === 1) {
      state.letters[state.length - 1] = state.cased[state.length - 1] = form.charCodeAt(0);
      state.end[state.length - 1] = end;
      state.open = end;
    } else push(state, compatible(char).charCodeAt(0), compatible(char).charCodeAt(0), at, end);
  } else if (kind === kinds.none && state.open === at) state.open = end;
  return end - 1;
}

/** A mark may make a letter of its own with the letter before it: и and the breve are й. */
function addMark(state: Building, char: string, end: number): void {
  const at = state.length - 1;
  const composed = String.fromCharCode(state.cased[at] ?? 0)
    .concat(char)
    .normalize('NFC');
  if (state.marks === '' && composed.length === 1 && whole.test(composed)) {
    state.cased[at] = composed.charCodeAt(0);
    state.letters[at] = lower(composed).charCodeAt(0);
  } else if (state.marks.length < 32) state.marks += char;
  state.end[at] = end;
  state.open = end;
}

function pushComplex(state: Building, char: string, at: number, end: number): void {
  const form = compatible(char);
  for (const part of form) {
    if (whole.test(part) || keepsForm(part)) pushChar(state, part, at, end);
    else {
      for (const piece of part.normalize('NFKD')) {
        const kind = classify(piece);
        if (kind === kinds.accent) addMark(state, piece, end);
        else if (kind !== kinds.gap && kind !== kinds.none) pushChar(state, piece, at, end);
      }
    }
  }
}

function pushChar(state: Building, char: string, at: number, end: number): void {
  const letters = lower(char);
  for (let unit = 0; unit < char.length; unit++) push(state, letters.charCodeAt(unit), char.charCodeAt(unit), at, end);
}

function push(state: Building, letter: number, cased: number, start: number, end: number): void {
  closeUnit(state, start, false);
  if (state.length === state.letters.length) grow(state);
  const at = state.length++;
  state.letters[at] = letter;
  state.cased[at] = cased;
  state.start[at] = start;
  state.end[at] = end;
  state.open = end;
}

/** Tells what marks the last unit has, and what follows it. What follows the last of all is its own affair. */
function closeUnit(state: Building, next: number, isLast: boolean): void {
  const at = state.length - 1;
  if (at < 0) return;
  if (state.marks !== '') {
    state.accents[at] = numberOf(state.forms, `a${state.marks}`.normalize('NFD').slice(1));
    state.marks = '';
  }
  if (isLast) return;
  const end = state.end[at] ?? 0;
  if (next <= end) return;
  state.gaps[at] = next === end + 1 && state.text.charCodeAt(end) === 0x20 ? 1 : gapNumber(state, end, next);
}

/** The number of a gap's form; gaps without a dash have theirs whatever stands around them. */
function gapNumber({ text, forms }: Building, from: number, to: number): number {
  if (to - from > 4) return numberOf(forms, gapForm(text, from, to));
  const gap = text.slice(from, to);
  const known = forms.gaps.get(gap);
  if (known !== undefined) return known;
  const number = numberOf(forms, gapForm(text, from, to));
  if (!/[-\u058a\u05be\u2010-\u2015\u2212\uff0d\ufe58\ufe63]/.test(gap)) forms.gaps.set(gap, number);
  return number;
}

function grow(state: Building): void {
  const size = Math.ceil(state.letters.length * 1.5) + 32;
  for (const key of ['letters', 'cased', 'accents', 'gaps'] as const) {
    const more = new Uint16Array(size);
    more.set(state[key]);
    state[key] = more;
  }
  for (const key of ['start', 'end'] as const) {
    const more = new Int32Array(size);
    more.set(state[key]);
    state[key] = more;
  }
}

function stringOf(units: Uint16Array, length: number): string {
  if (littleEndian) return Buffer.from(units.buffer, 0, 2 * length).toString('utf16le');
  return Array.from(units.subarray(0, length), (unit) => String.fromCharCode(unit)).join('');
}

const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
