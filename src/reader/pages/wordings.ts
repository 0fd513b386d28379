import type { TermColumn, TermComparison } from '../../analysis/comparisons/terms/term-comparison.ts';
import { tableOf } from '../charts/figure.ts';
import { type Html, html, joined, type Part } from '../frame/html.ts';
import type { Locale } from '../frame/locale.ts';
import { type Palette, sideLink, sideName } from '../parts/palette.ts';
import { inlineQuoteOf } from '../parts/quoted.ts';

type Usages = { use: number; denial: number; mention: number; unread: number };

/** Who uses a wording, who denies it, and who only mentions it. */
export function wordsOf(locale: Locale, palette: Palette, { columns, crossovers }: TermComparison): Html {
  const { say } = locale;
  return html`<dl class="wordings">${columns.map(
    (
      column,
    ) => html`<dt>${inlineQuoteOf({ quote: column.term, language: locale.language })} <span class="n">${say('statements', { n: column.n })}</span></dt>
<dd>${
      column.n === 0
        ? say('nobodyUses')
        : joined(
            column.sides.map((side) => sideUsage(locale, palette, side)),
            '; ',
          )
    }</dd>`,
  )}</dl>
${
  crossovers.length > 0 &&
  html`<p>${say('crossedOver')} ${joined(
    crossovers.map(
      ({ side, term, statement }) =>
        html`${sideName(palette, side)}: <a href="/statements/${statement.id}">${inlineQuoteOf({ quote: term, language: locale.language })}</a>`,
    ),
    '; ',
  )}</p>`
}`;
}

function sideUsage(locale: Locale, palette: Palette, column: TermColumn['sides'][number]): Part {
  return html`${sideLink(palette, column.side)} ${usageWords(locale, column)}`;
}

function usageWords({ say, language }: Locale, counts: Usages): string {
  return [
    counts.use > 0 && say('usesIt', { n: counts.use }),
    counts.denial > 0 && say('deniesWord', { n: counts.denial }),
    counts.mention > 0 && say('mentionsIt', { n: counts.mention }),
    counts.unread > 0 && say('unreadOf', { n: counts.unread }),
  ]
    .filter(Boolean)
    .join(language === 'ar' ? '، ' : ', ');
}

/** What each outlet writes itself, apart from what it quotes. */
export function ownVoiceOf(locale: Locale, { columns }: TermComparison): Html {
  const { say } = locale;
  const outlets = new Map(columns.flatMap((column) => column.outlets.map(({ outlet }) => [outlet.id, outlet])));
  if (outlets.size === 0) return html`<p>${say('noOutlet')}</p>`;
  const rows = [...outlets.values()].flatMap((outlet) =>
    columns.flatMap((column) => {
      const of = column.outlets.find((one) => one.outlet.id === outlet.id);
      if (!of) return [];
      return [
        [
          html`<bdi>${outlet.name}</bdi>`,
          inlineQuoteOf({ quote: column.term, language: locale.language }),
          ownWords(locale, of.ownVoice),
          quotedWords(locale, of),
        ],
      ];
    }),
  );
  return tableOf({
    caption: say('ownWords'),
    head: [say('outlet'), say('wording'), say('inOwnVoice'), say('forOthers')],
    rows,
  });
}

function quotedWords({ say }: Locale, { inQuotes, paraphrased }: TermColumn['outlets'][number]): string {
  const quoted = say('inQuotes', { n: inQuotes });
  return paraphrased === 0 ? quoted : `${quoted}, ${say('paraphrased', { n: paraphrased })}`;
}

/** Places by how the wording is used there; null where no text is held. */
function ownWords(locale: Locale, voice: Usages | null): string {
  if (voice === null) return locale.say('noTextHeld');
  const total = voice.use + voice.denial + voice.mention + voice.unread;
  return total === 0 ? locale.say('times', { n: 0 }) : usageWords(locale, voice);
}
