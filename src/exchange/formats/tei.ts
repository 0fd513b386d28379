import { lengthInCodePoints } from '../../kernel/text.ts';
import { quotePointsMax } from '../../text/quotes/quote.ts';
import { languageOf } from './json-ld.ts';
import { addressless, disputeFor, externalId, outletOf, speakerOf } from './made.ts';
import { addressOf, dateOf, shortened, siteOf } from './plain.ts';
import { type Context, type ForeignRow, faulty, type ReadRow, rowsOf, type SaidLine, type Source } from './row.ts';
import type { Sitting, Spoken } from './tei-event.ts';
import { sittingsIn } from './tei-sittings.ts';

/** The longest text that an article may have; a longer one is left out, and its quotes wait for a text. */
const TEXT_BYTES_MAX = 1024 * 1024;

/**
 * Parliamentary records in TEI (ParlaMint, Parla-CLARIN): a sitting is an article whose text is what was said in it, and
 * an utterance a row: who spoke, when, verbatim. Notes of the transcribers between the words are no part of them.
 */
export async function* readTei(source: Source, context: Context): AsyncGenerator<ForeignRow> {
  let held: { spoken: Spoken; at: number }[] = [];
  let text: string[] = [];
  let bytes = 0;
  let points = 0;
  let begun: Begun | null = null;
  let last: Sitting | null = null;
  for await (const event of sittingsIn(source)) {
    if (event.type === 'failed') {
      // Of a text that breaks off nothing is kept as the article's, but what was said until then was said.
      if (begun === null && last !== null) {
        begun = begin(last, null, 'text-incomplete');
        yield begun.row;
        for (const one of held) yield* spokenRows(one.spoken, null, begun, context);
      }
      yield { line: event.line, pointer: '', failure: faulty('', event.detail) };
    } else if (event.type === 'paragraph') {
      bytes += Buffer.byteLength(event.text) + 1;
      if (bytes <= TEXT_BYTES_MAX) text.push(event.text);
      else text = [];
      points += lengthInCodePoints(event.text) + 1;
    } else if (event.type === 'spoken') {
      const at = points - lengthInCodePoints(event.spoken.text) - 1;
      if (begun === null) held.push({ spoken: event.spoken, at });
      last = event.sitting;
      if (begun === null && bytes > TEXT_BYTES_MAX) {
        begun = begin(event.sitting, null, 'text-too-large');
        yield begun.row;
        for (const one of held) yield* spokenRows(one.spoken, null, begun, context);
        held = [];
      } else if (begun !== null) yield* spokenRows(event.spoken, null, begun, context);
    } else {
      if (begun === null && (held.length > 0 || text.length > 0)) {
        begun = begin(event.sitting, bytes > TEXT_BYTES_MAX ? null : text.join('\n'), 'text-too-large');
        yield begun.row;
        for (const { spoken, at } of held) yield* spokenRows(spoken, begun.hasText ? at : null, begun, context);
      }
      last = null;
      held = [];
      text = [];
      bytes = 0;
      points = 0;
      begun = null;
    }
  }
}

type Begun = { row: ForeignRow; url: string; id: string; date: string | null; hasText: boolean; isRead: boolean };

/** The article of a sitting; `why` it has no text, where it has none. Without a date it is none, and nothing of it is read. */
function begin(sitting: Sitting, text: string | null, why: string): Begun {
  const date = dateOf(sitting.date ?? '') ?? dateOf(sitting.sourceDate ?? '');
  const publishedAt = dateOf(sitting.sourceDate ?? '') ?? date;
  const warnings: string[] = [];
  const address = isOfSitting(sitting.uri) ? addressOf(sitting.uri) : null;
  const id = sitting.id ?? sitting.title ?? sitting.uri ?? '';
  const url = address ?? addressless('tei', id);
  if (address === null) warnings.push('address-unknown');
  if (text === null) warnings.push(why);
  const { line } = sitting;
  const [row] = rowsOf(line, '', (): ReadRow[] => {
    if (publishedAt === null)
      throw faulty('/date', 'is needed: when the sitting was, as `when` of a date in setting or bibl');
    if (id === '') throw faulty('/xml:id', 'is needed: what the sitting is known by');
    const source = addressOf(sitting.uri);
    const outlet = outletOf(
      source === null ? null : siteOf(source),
      sitting.publisher ?? (source === null ? 'Parliamentary records' : null),
      {
        kind: 'government',
      },
    );
    const title = shortened(sitting.title ?? id, 500);
    const records: SaidLine[] = [
      outlet,
      { ...{ type: 'article', url, title, outlet: outlet.slug, publishedAt }, ...languageOf(sitting.language) },
    ];
    if (text !== null) records.push({ type: 'snapshot', article: url, text });
    return [{ line, pointer: '', records, warnings }];
  });
  const isRead = row !== undefined && !('failure' in row);
  return { row: row as ForeignRow, url, id, date, hasText: text !== null, isRead };
}

/** Corpora often name the parliament's home page as the source of every sitting: then it is the address of none. */
function isOfSitting(uri: string | null): boolean {
  const address = addressOf(uri);
  if (address === null) return false;
  const { pathname, search } = new URL(address);
  return /\d/.test(pathname + search) && !/^(?:hdl\.handle\.net|doi\.org)$/.test(siteOf(address));
}

/** `at` is where the utterance begins in the text, in code points. One that is too long for a quote is as many as it needs. */
function spokenRows(spoken: Spoken, at: number | null, sitting: Begun, context: Context): ForeignRow[] {
  const { line } = spoken;
  const pointer = spoken.id === null ? '' : `#${spoken.id}`;
  if (!sitting.isRead)
    return [{ line, pointer, failure: faulty('', 'belongs to a sitting that cannot be read', 'unprocessable') }];
  return rowsOf(line, pointer, () => {
    const warnings: string[] = [];
    const speaker = speakerIn(spoken, warnings);
    const { dispute, records } = disputeFor(context);
    const parts = partsOf(spoken.text);
    const statements = parts.map(({ text, start }, part): SaidLine => {
      const from = at === null ? null : at + start;
      return {
        type: 'statement',
        id: externalId('tei', sitting.id, spoken.id ?? `${spoken.number}`, ...(part === 0 ? [] : [`${part + 1}`])),
        article: sitting.url,
        speaker: speaker.slug,
        dispute,
        ...(context.side !== undefined && { side: context.side }),
        quote: text,
        quoteType: 'direct',
        ...(sitting.date !== null && { saidAt: sitting.date }),
        ...languageOf(spoken.language),
        ...(from !== null && { anchor: { start: from, end: from + lengthInCodePoints(text) } }),
        status: 'published',
      };
    });
    return [{ line, pointer, records: [...records, speaker, ...statements], warnings }];
  });
}

function speakerIn({ who, person, label }: Spoken, warnings: string[]) {
  const isNamed = who !== null && !/^(?:unknown|unbekannt|other|guest)/i.test(who);
  const over = { ...(isNamed && { key: who }), wikidata: person?.wikidata ?? null };
  if (person?.name) return speakerOf(person.name, { ...over, kind: person.isOrganization ? 'organization' : 'person' });
  if (!isNamed && label === null) {
    warnings.push('speaker-unknown');
    return speakerOf('Unknown speaker', { kind: 'unattributed' });
  }
  // The people of a corpus stand in a file of their own: only how this one names them is known.
  warnings.push('speaker-name-unknown');
  return speakerOf(label ?? (who as string), over);
}

/** Cut between paragraphs, else between sentences, else between words. */
function partsOf(text: string): { text: string; start: number }[] {
  if (lengthInCodePoints(text) <= quotePointsMax) return [{ text, start: 0 }];
  const points = [...text];
  const parts: { text: string; start: number }[] = [];
  for (let from = 0; from < points.length; ) {
    let end = Math.min(points.length, from + quotePointsMax);
    if (end < points.length) {
      const piece = points.slice(from, end);
      const cut = [piece.lastIndexOf('\n'), lastStop(piece), piece.lastIndexOf(' ')].find(
        (place) => place > quotePointsMax / 2,
      );
      if (cut !== undefined) end = from + cut + 1;
    }
    const piece = points.slice(from, end).join('');
    const lead = piece.length - piece.trimStart().length;
    if (piece.trim() !== '') parts.push({ text: piece.trim(), start: from + lead });
    from = end;
  }
  return parts;
}

function lastStop(piece: readonly string[]): number {
  for (let at = piece.length - 2; at > 0; at -= 1)
    if ('.!?…'.includes(piece[at] as string) && piece[at + 1] === ' ') return at;
  return -1;
}
