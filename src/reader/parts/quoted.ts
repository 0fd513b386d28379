import { type Html, html } from '../frame/html.ts';

/** Quotation marks as each language sets them; English ones where nothing is known. */
const MARKS: Record<string, [string, string]> = {
  en: ['“', '”'],
  de: ['„', '“'],
  cs: ['„', '“'],
  sk: ['„', '“'],
  bg: ['„', '“'],
  pl: ['„', '”'],
  hu: ['„', '”'],
  ro: ['„', '”'],
  nl: ['“', '”'],
  fr: ['«\u202f', '\u202f»'],
  ru: ['«', '»'],
  uk: ['«', '»'],
  be: ['«', '»'],
  hy: ['«', '»'],
  az: ['«', '»'],
  it: ['«', '»'],
  es: ['«', '»'],
  pt: ['«', '»'],
  el: ['«', '»'],
  ar: ['«', '»'],
  fa: ['«', '»'],
  sv: ['”', '”'],
  fi: ['”', '”'],
  ja: ['「', '」'],
  zh: ['“', '”'],
};

type Quoted = { quote: string; quoteType?: string; language?: string | undefined };

/** The words of a statement, in their language and direction; a paraphrase stands without quotation marks. */
export function quoteOf({ quote, quoteType, language }: Quoted, size: 'large' | 'middle' = 'middle'): Html {
  const [open, close] = quoteType === 'indirect' ? ['', ''] : marksOf(language);
  return html`<blockquote class="quote ${size}${quoteType === 'indirect' && ' indirect'}"${langOf(language)}>${open}${quote}${close}</blockquote>`;
}

/** The same inside of a line. */
export function inlineQuoteOf({ quote, quoteType, language }: Quoted): Html {
  const [open, close] = quoteType === 'indirect' ? ['', ''] : marksOf(language);
  return html`<span class="words"${langOf(language)}>${open}${quote}${close}</span>`;
}

export function marksOf(language: string | undefined): [string, string] {
  return MARKS[(language ?? 'en').split('-')[0] as string] ?? (MARKS.en as [string, string]);
}

/** The attributes of an element whose text is in this language. */
export function langOf(language: string | undefined): Html {
  if (language === undefined || language === 'und') return html` dir="auto"`;
  return html` lang="${language}" dir="${directionOf(language)}"`;
}

function directionOf(language: string): string {
  const locale = new Intl.Locale(language).maximize();
  return RIGHT_TO_LEFT.has(locale.script ?? '') ? 'rtl' : 'ltr';
}

const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa']);
