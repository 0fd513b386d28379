import type { Span } from '../../kernel/span.ts';
import { isVerified, type QuoteCheck } from '../../text/quotes/quote.ts';
import type { LookedUp, Sight } from './looked-up.ts';
import { inOneSentence } from './one-sentence.ts';
import type { Recorded } from './recorded-store.ts';
import type { Source } from './sources.ts';
import { type Named, namesMeet } from './speakers-named.ts';
import type { CheckedQuotation } from './text-check.ts';

/** A place of a source, with the id of the statement that is recorded there. */
export type Recording = { source: Source; statement: string | null };
type Place = Recording & { span: Span; isOfAnother: boolean };

/** What a quotation comes to, with the places that tell it. */
export type Judged = Omit<CheckedQuotation, 'start' | 'end' | 'quote' | 'attributedTo' | 'found'> & { found: Place[] };

type Knowing = {
  /** The speakers of the record that the text names for the quotation. */
  named: readonly Named[];
  recordedIn(source: Source): Promise<Recorded[]>;
  seesTexts: boolean;
};

const ORDER = ['exact', 'normalized', 'elided'] as const;

/** The first result that holds, in the order in which the answer's description names them. */
export async function judge(quote: string, { standing, closest, runs }: LookedUp, knowing: Knowing): Promise<Judged> {
  const sights: { sight: Sight; places: Place[] }[] = [];
  for (const sight of standing)
    sights.push({ sight, places: await placesOf(sight.source, spansOf(sight.check), knowing) });
  const own = sights.filter(({ places }) => places.some(({ isOfAnother }) => !isOfAnother));
  const places = sights.flatMap((one) => one.places).sort((a, b) => Number(a.isOfAnother) - Number(b.isOfAnother));
  for (const result of ORDER) {
    const holds = own.find(({ sight }) => sight.check.result === result);
    if (holds) return { result, found: places, warnings: holds.sight.check.warnings };
  }
  const others = sights.filter(({ sight }) => isVerified(sight.check.result));
  if (others.length > 0 || (sights.length > 0 && own.length === 0)) {
    const found = places.filter(({ isOfAnother }) => isOfAnother);
    return { result: 'misattributed', found, warnings: (others[0] ?? sights[0])?.sight.check.warnings ?? [] };
  }
  if (sights[0]) return { result: 'ambiguous', found: places, warnings: sights[0].sight.check.warnings };
  if (closest) return await judgeClosest(quote, closest, knowing);
  if (runs.length > 0) {
    const found: Place[] = [];
    for (const { source, span } of runs) found.push(...(await placesOf(source, [span], knowing)));
    return { result: 'spliced', found, warnings: [] };
  }
  return { result: 'not-found', found: [], warnings: [] };
}

async function judgeClosest(quote: string, { source, check }: Sight, knowing: Knowing): Promise<Judged> {
  const { closest, difference, suggestion, warnings } = check;
  if (closest === undefined) return { result: 'not-found', found: [], warnings };
  const found = await placesOf(source, [closest], knowing);
  const isWhole = knowing.seesTexts || source.article === undefined;
  const told = isWhole
    ? { closest, ...(suggestion !== undefined && { suggestion }) }
    : inOneSentence(quote, closest, suggestion);
  const result = found.some(({ isOfAnother }) => isOfAnother) ? 'misattributed' : 'altered';
  return { result, found, warnings, ...(difference && { difference }), ...told };
}

/** Everywhere that a quote appears in one text. */
function spansOf({ anchor, occurrences }: QuoteCheck): Span[] {
  return occurrences ?? (anchor ? [{ start: anchor.start, end: anchor.end }] : []);
}

async function placesOf(source: Source, spans: readonly Span[], { named, recordedIn }: Knowing): Promise<Place[]> {
  const recorded = await recordedIn(source);
  return spans.map(({ start, end }) => {
    const here = recorded.filter(({ spans: own }) => own.some((one) => isSamePlace(one, { start, end })));
    const own = here.find(({ speaker }) => named.some((one) => isOne(one, speaker)));
    const others = here.filter(({ speaker }) => speaker.kind !== 'unattributed');
    const isOfAnother = named.length > 0 && own === undefined && others.length > 0 && others.length === here.length;
    return { source, span: { start, end }, statement: (own ?? here[0])?.id ?? null, isOfAnother };
  });
}

/** Two ranges of which one has half of the other's characters, or more. */
function isSamePlace(one: Span, other: Span): boolean {
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return common > 0 && 2 * common >= Math.min(one.end - one.start, other.end - other.start);
}

function isOne(one: Named, other: Recorded['speaker']): boolean {
  return one.id === other.id || namesMeet(one.names, other.names);
}
