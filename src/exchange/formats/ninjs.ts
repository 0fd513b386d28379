import { isNode, languageOf, type Node, objectsOf } from './json-ld.ts';
import { jsonValues } from './json-values.ts';
import { addressless, outletOf } from './made.ts';
import { addressOf, dateOf, paragraphs, plainLine, shortened, siteOf, textOfHtml, wordsOf } from './plain.ts';
import { type Context, type ForeignRow, faulty, type ReadRow, rowsOf, type SaidLine, type Source } from './row.ts';

/**
 * An agency's articles in ninjs 1, 2 and 3: a row is an article with its byline, agency and text. An item that is known by
 * a URN has no address on the web, and is kept under one that leads nowhere. A later version is a newer text of it.
 */
export async function* readNinjs(source: Source, _context: Context): AsyncGenerator<ForeignRow> {
  for await (const { line, pointer, ...read } of jsonValues(source, 'items')) {
    if ('failure' in read) yield { line, pointer, failure: read.failure };
    else yield* rowsOf(line, pointer, () => [articleRow(read.value, { line, pointer, warnings: read.warnings })]);
  }
}

function articleRow(value: unknown, place: { line: number; pointer: string; warnings: string[] }): ReadRow {
  if (!isNode(value)) throw faulty('', 'is no object');
  const item = folded(value);
  const warnings = [...place.warnings];
  const type = wordsOf(item.type);
  if (type !== null && type !== 'text')
    throw faulty('/type', `is ${type}, and only articles of type text are read`, 'unprocessable');
  const status = wordsOf(item.pubstatus);
  if (status !== null && status !== 'usable')
    throw faulty('/pubstatus', `is ${status}: the agency took the article back`, 'unprocessable');
  const uri = wordsOf(item.uri);
  if (uri === null) throw faulty('/uri', 'is needed');
  const title = titleIn(item);
  if (title === null) throw faulty('/headlines', 'is needed: the headline');
  const publishedAt = dateOf(item.firstcreated) ?? dateOf(item.versioncreated) ?? dateOf(item.contentcreated);
  if (publishedAt === null) throw faulty('/versionCreated', 'is needed: when the article was made');
  const address = addressOf(uri) ?? addressOf(item.url);
  if (address === null) warnings.push('address-unknown');
  const url = address ?? addressless('ninjs', uri);
  const agencies = agenciesIn(item);
  const byline = wordsOf(item.by) ?? wordsOf(item.byline);
  const outlet = outletOf(address === null ? null : siteOf(address), agencies[0] ?? hostOfUrn(uri), { kind: 'agency' });
  const text = textIn(item);
  if (text === null) warnings.push('text-missing');
  const retrievedAt = dateOf(item.versioncreated);
  const records: SaidLine[] = [
    outlet,
    {
      ...{ type: 'article', url, title: shortened(title, 500), outlet: outlet.slug, publishedAt, agencies },
      ...(byline !== null && { byline: [shortened(byline, 200)] }),
      ...languageOf(item.language),
    },
  ];
  if (text !== null)
    records.push({ type: 'snapshot', article: url, text, ...(retrievedAt !== null && { retrievedAt }) });
  return { line: place.line, pointer: place.pointer, records, warnings };
}

/** Version 3 writes its names in camel case, those before in lower case: `versionCreated`, `versioncreated`. */
function folded(item: Node): Node {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name.toLowerCase(), value]));
}

function titleIn(item: Node): string | null {
  const headlines = objectsOf(item.headlines);
  const main = headlines.find(({ role }) => role === 'main') ?? headlines[0];
  return wordsOf(main?.value) ?? wordsOf(item.headline) ?? wordsOf(item.title);
}

function agenciesIn(item: Node): string[] {
  const sources = objectsOf(item.infosources).filter(
    ({ role }) => role === undefined || /agency|origin|provider|source/i.test(String(role)),
  );
  const names = [wordsOf(item.copyrightholder), ...sources.map(({ name }) => wordsOf(name))];
  return [...new Set(names.flatMap((name) => (name === null ? [] : shortened(name, 200))))].slice(0, 50);
}

/** `dpa.com` of `urn:newsml:dpa.com:20090101:…`. */
function hostOfUrn(uri: string): string | null {
  return /^urn:newsml:([^:]+):/i.exec(uri)?.[1] ?? null;
}

/** The plain text, unless only the HTML has the paragraphs. */
function textIn(item: Node): string | null {
  const bodies = objectsOf(item.bodies)
    .map(folded)
    .filter(({ value }) => typeof value === 'string');
  const isHtml = ({ contenttype, role }: Node) => /html/i.test(`${String(contenttype ?? '')} ${String(role ?? '')}`);
  const plain = bodies.find(
    (body) => !isHtml(body) && /plain|text|main/i.test(`${String(body.contenttype ?? '')} ${String(body.role ?? '')}`),
  );
  const html = bodies.find(isHtml);
  const others = Object.entries(item).filter(
    ([name, value]) => /^body_?(?:text|html|xhtml)$/.test(name) && typeof value === 'string',
  );
  const written = plain?.value ?? others.find(([name]) => /text$/.test(name))?.[1];
  const marked = html?.value ?? others.find(([name]) => /html$/.test(name))?.[1];
  const fromHtml = typeof marked === 'string' ? textOfHtml(marked) : '';
  const fromPlain = typeof written === 'string' ? paragraphs(written) : '';
  const isFlat =
    !fromPlain.includes('\n') && fromHtml.includes('\n') && plainLine(fromHtml).length >= fromPlain.length * 0.9;
  return (isFlat ? fromHtml : fromPlain || fromHtml) || null;
}
