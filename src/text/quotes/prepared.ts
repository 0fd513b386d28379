import { indexText, type TextIndex } from '../../kernel/span.ts';
import { type Folded, fold } from './fold.ts';
import { type Forms, newForms } from './forms.ts';
import { guessLanguage } from './language.ts';
import { notesIn } from './notes.ts';
import { type Quotations, quotationsIn } from './quotations.ts';
import { type Skeleton, skeletonOf } from './skeleton.ts';
import type { Grouping } from './words.ts';

/**
 * A text made ready to look many quotes up in. What a quote needs of it is made when the first one does, in one pass.
 * It is a {@link TextIndex} too, and goes wherever one is taken.
 */
export type PreparedText = TextIndex & {
  readonly folded: Folded;
  readonly skeleton: Skeleton;
  /** The skeleton without the text's own note marks and glosses in brackets; nothing where it has none. */
  readonly bare: Skeleton | undefined;
  readonly forms: Forms;
  readonly quotations: Quotations;
  /** The primary subtag of the text's language, as far as its words tell it. */
  readonly language: string | undefined;
  readonly grouping: Grouping;
  /** Paragraphs are told by blank lines; where there are none, by line breaks. */
  readonly hasBlankLines: boolean;
};

export function prepareText(text: string): PreparedText {
  const forms = newForms();
  const folded = once(() => fold(text));
  const skeleton = once(() => skeletonOf(text, forms));
  const bare = once(() => {
    const notes = /[[¹²³⁰⁴-⁹]/.test(text) ? notesIn(text) : [];
    return notes.length === 0 ? undefined : skeletonOf(text, forms, notes);
  });
  const quotations = once(() => quotationsIn(text));
  const language = once(() => guessLanguage(text));
  const grouping = {
    get bySpace() {
      return language() !== 'en';
    },
  };
  const hasBlankLines = once(() => /\n[ \t\r]*\n/.test(text));
  return {
    ...indexText(text),
    forms,
    grouping,
    get folded() {
      return folded();
    },
    get skeleton() {
      return skeleton();
    },
    get bare() {
      return bare();
    },
    get quotations() {
      return quotations();
    },
    get language() {
      return language();
    },
    get hasBlankLines() {
      return hasBlankLines();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
