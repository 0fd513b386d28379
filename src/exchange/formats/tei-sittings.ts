import { SaxesParser, type SaxesTagNS } from 'saxes';
import { piecesOf } from './pieces.ts';
import { storable, wordsOf } from './plain.ts';
import type { Source } from './row.ts';
import type { Person, Sitting, Spoken, TeiEvent } from './tei-event.ts';

/** Elements inside an utterance that are nobody's words. */
const UNSPOKEN = new Set(['note', 'incident', 'vocal', 'kinesic', 'desc', 'stage']);
/** Elements that are a paragraph of the text. */
const BLOCKS = new Set(['seg', 'p', 'ab', 'head', 'note', 'stage', 'speaker', 'l', 'item']);

/**
 * What stands in a TEI file, in its order. A paragraph is told before the utterance that it belongs to ends; an utterance
 * of several is told as one paragraph whose lines they are. What is no XML any more ends the reading, and is told.
 */
export async function* sittingsIn(source: Source): AsyncGenerator<TeiEvent> {
  const { write, close, events } = reading();
  for await (const { text, ends, isBroken, line } of piecesOf(source)) {
    const fault = isBroken ? { line, detail: 'is not UTF-8' } : write(ends ? `${text}\n` : text);
    yield* events.splice(0);
    if (fault) {
      yield { type: 'failed', ...fault };
      return;
    }
  }
  const fault = close();
  yield* events.splice(0);
  if (fault) yield { type: 'failed', ...fault };
}

class NotXml extends Error {}

type Open = { name: string; attributes: Map<string, string> };

function reading() {
  const events: TeiEvent[] = [];
  const people = new Map<string, Person>();
  const path: Open[] = [];
  let sitting: Sitting | null = null;
  let corpus: Partial<Sitting> = {};
  let utterance: (Omit<Spoken, 'text'> & { parts: string[]; depth: number }) | null = null;
  let spokenCount = 0;
  let label: string | null = null;
  let lastWho: string | null = null;
  let buffer: string[] = [];
  let isGlued = false;
  let person: {
    id: string;
    names: string[];
    fore: string[];
    sur: string[];
    wikidata: string | null;
    isOrganization: boolean;
  } | null = null;
  const parser = new SaxesParser({ xmlns: true, position: true });

  const isIn = (name: string) => path.some((open) => open.name === name);
  const isInText = () => isIn('text') && !isIn('teiHeader');
  const isUnspoken = () => utterance !== null && path.slice(utterance.depth).some(({ name }) => UNSPOKEN.has(name));
  const taken = () => {
    const text = storable(buffer.join(''))
      .replace(/[^\S\u00a0\u202f]+/gu, ' ')
      .trim();
    buffer = [];
    return text;
  };
  /** Ends the paragraph that is being read. */
  const endBlock = (name: string, type: string | undefined) => {
    const text = taken();
    if (text === '') return;
    if (utterance !== null && name !== 'speaker') {
      utterance.parts.push(text);
      return;
    }
    if (name === 'speaker' || (name === 'note' && type === 'speaker')) {
      label = text.replace(/\s*:\s*$/, '').trim() || null;
      lastWho = null;
      if (utterance !== null) utterance.label = label;
    }
    events.push({ type: 'paragraph', text });
  };

  parser.on('opentag', (tag: SaxesTagNS) => {
    const attributes = new Map(Object.values(tag.attributes).map((one) => [one.name, one.value]));
    const name = tag.local;
    if (isInText() && (BLOCKS.has(name) || name === 'u' || name === 'sp') && !isUnspoken()) {
      if (utterance === null || !UNSPOKEN.has(name)) endBlock('p', undefined);
    }
    path.push({ name, attributes });
    if (name === 'text') buffer = [];
    if (name === 'TEI') {
      sitting = {
        ...EMPTY,
        ...corpus,
        line: parser.line,
        id: attributes.get('xml:id') ?? null,
        language: attributes.get('xml:lang') ?? corpus.language ?? null,
      };
      spokenCount = 0;
      label = null;
    } else if (name === 'teiCorpus') corpus = { language: attributes.get('xml:lang') ?? null };
    else if (name === 'person' || name === 'org') {
      const id = attributes.get('xml:id');
      if (id !== undefined && isIn('teiHeader'))
        person = { id, names: [], fore: [], sur: [], wikidata: null, isOrganization: name === 'org' };
    } else if ((name === 'u' || name === 'sp') && isInText()) {
      spokenCount += 1;
      const who = attributes.get('who')?.trim().split(/\s+/)[0]?.replace(/^.*#/, '') || null;
      // An announcement holds for the utterance after it, and for those in which the same speaker goes on.
      if (lastWho !== null && who !== lastWho) label = null;
      lastWho = who;
      utterance = {
        ...{
          line: parser.line,
          id: attributes.get('xml:id') ?? null,
          number: spokenCount,
          who,
          label,
          parts: [],
          depth: path.length,
        },
        person: who === null ? null : (people.get(who) ?? null),
        language: attributes.get('xml:lang') ?? null,
      };
    } else if (name === 'gap' && utterance !== null && !isUnspoken()) buffer.push(' […] ');
    else if ((name === 'w' || name === 'pc') && attributes.get('join') === 'left') buffer = [buffer.join('').trimEnd()];
    if (name === 'date') dated(attributes);
    if (isIn('teiHeader') && HEADER_TEXTS.has(name)) buffer = [];
    isGlued &&= name === 'pc' || name === 'w';
  });

  const dated = (attributes: Map<string, string>) => {
    if (sitting === null || !isIn('teiHeader')) return;
    const when =
      attributes.get('when') ?? (attributes.get('from') === attributes.get('to') ? attributes.get('from') : undefined);
    if (when === undefined) return;
    if (isIn('setting')) sitting.date ??= when;
    else if (isIn('sourceDesc')) sitting.sourceDate ??= when;
  };

  parser.on('text', (text: string) => {
    if (isInText() ? isUnspoken() : !isIn('teiHeader')) return;
    if (isGlued && text.trim() === '') return;
    buffer.push(text);
  });
  parser.on('cdata', (text: string) => {
    if (isInText() && !isUnspoken()) buffer.push(text);
  });

  parser.on('closetag', (tag: SaxesTagNS) => {
    const name = tag.local;
    const open = path.at(-1) as Open;
    if (isInText()) {
      if (name === 'w' || name === 'pc') isGlued = /^(?:right|both)$/.test(open.attributes.get('join') ?? '');
      else if (BLOCKS.has(name) && !isUnspoken()) endBlock(name, open.attributes.get('type'));
      else if ((name === 'u' || name === 'sp') && utterance !== null) {
        endBlock('p', undefined);
        ended();
      }
    } else if (isIn('teiHeader')) header(name, open.attributes);
    path.pop();
    if (name === 'TEI' && sitting !== null) {
      events.push({ type: 'ended', sitting });
      sitting = null;
    }
  });

  const ended = () => {
    const { parts, depth: _, ...spoken } = utterance as NonNullable<typeof utterance>;
    utterance = null;
    const text = parts.join('\n');
    if (text === '' || sitting === null) return;
    events.push({ type: 'paragraph', text }, { type: 'spoken', spoken: { ...spoken, text }, sitting });
  };

  const header = (name: string, attributes: Map<string, string>) => {
    if (!HEADER_TEXTS.has(name)) return;
    const text = wordsOf(taken());
    if (person !== null) {
      if (name === 'forename' || name === 'surname') {
        if (text !== null) (name === 'forename' ? person.fore : person.sur).push(text);
      } else if (name === 'persName' || name === 'orgName') {
        const parts = [...person.fore, ...person.sur];
        const whole = parts.length > 0 ? parts.join(' ') : text;
        if (whole !== null && attributes.get('full') !== 'init') person.names.push(whole);
        person.fore = [];
        person.sur = [];
      } else if (name === 'idno') person.wikidata ??= /\b(Q[1-9]\d{0,11})$/.exec(text ?? '')?.[1] ?? null;
      else if (name === 'person' || name === 'org') {
        if (person.names[0] !== undefined)
          people.set(person.id, {
            name: person.names[0],
            wikidata: person.wikidata,
            isOrganization: person.isOrganization,
          });
        person = null;
      }
      return;
    }
    if (sitting === null || text === null) return;
    const isForeign = attributes.has('xml:lang') && attributes.get('xml:lang') !== sitting.language;
    if (name === 'title' && isIn('sourceDesc')) sitting.title = isForeign ? (sitting.title ?? text) : text;
    else if (name === 'title' && isIn('titleStmt') && !isForeign) sitting.title ??= text;
    else if (name === 'idno' && isIn('sourceDesc') && /^https?:/.test(text)) sitting.uri ??= text;
    else if (name === 'publisher' && isIn('sourceDesc')) sitting.publisher ??= text;
  };

  parser.on('error', (error) => {
    throw new NotXml(error.message);
  });
  const guarded = (work: () => void) => {
    try {
      work();
      return null;
    } catch (error) {
      if (!(error instanceof NotXml)) throw error;
      return {
        line: parser.line,
        detail: `is not well-formed XML: ${error.message.replace(/^\d+:\d+:\s*/, '').replace(/[.\s]+$/, '')}`,
      };
    }
  };
  return {
    events,
    write: (text: string) => guarded(() => parser.write(text)),
    close: () => guarded(() => parser.close()),
  };
}

const HEADER_TEXTS = new Set('title idno publisher persName orgName forename surname person org'.split(' '));
const EMPTY = { id: null, language: null, title: null, uri: null, publisher: null, date: null, sourceDate: null };
