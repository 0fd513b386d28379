/**
 * What the W3C Web Annotation Data Model (Recommendation of 23 February 2017) says an annotation, a collection and a
 * page MUST have, as far as this service uses the model. Gives what is broken, one sentence each; nothing when valid.
 */
type Node = Record<string, unknown>;

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const MOTIVATIONS = new Set(
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  ),
);

export function faultsOfCollection(collection: Node): string[] {
  const { first, total } = collection;
  return [
    ...faultsOfTop(collection, 'AnnotationCollection'),
    ...(isCount(total) ? [] : ['total is a non-negative integer']),
    ...(first === undefined && total !== 0 ? ['a collection that is not empty has a first page'] : []),
    ...(isNode(first) ? faultsOfPage(first) : []),
  ];
}

export function faultsOfPage(page: Node): string[] {
  const { items, startIndex, next, partOf } = page;
  return [
    ...(isIri(page.id) ? [] : ['a page has an IRI']),
    ...(typesOf(page).includes('AnnotationPage') ? [] : ['a page is an AnnotationPage']),
    ...(startIndex === undefined || isCount(startIndex) ? [] : ['startIndex is a non-negative integer']),
    ...(next === undefined || isIri(next) || (isNode(next) && isIri(next.id)) ? [] : ['next is a page']),
    ...(partOf === undefined || isIri(partOf) || (isNode(partOf) && isIri(partOf.id))
      ? []
      : ['partOf is a collection']),
    ...(Array.isArray(items) ? items.flatMap((item) => faultsOfAnnotation(item as Node)) : ['a page has items']),
  ];
}

/** Of a page that is answered by itself. */
export function faultsOfTopPage(page: Node): string[] {
  return [...faultsOfTop(page, 'AnnotationPage'), ...faultsOfPage(page)];
}

function faultsOfTop(node: Node, type: string): string[] {
  const context = [node['@context']].flat();
  return [
    ...(context.includes(CONTEXT) ? [] : ['@context has the context of annotations']),
    ...(isIri(node.id) ? [] : ['it has exactly one IRI']),
    ...(typesOf(node).includes(type) ? [] : [`its type is ${type}`]),
  ];
}

export function faultsOfAnnotation(annotation: Node): string[] {
  const { body, target, motivation } = annotation;
  const targets = [target ?? []].flat() as Node[];
  return [
    ...(isIri(annotation.id) ? [] : ['an annotation has exactly one IRI']),
    ...(typesOf(annotation).includes('Annotation') ? [] : ['its type is Annotation']),
    ...(targets.length > 0 ? [] : ['an annotation has one target or more']),
    ...[body ?? []].flat().flatMap((one) => faultsOfSpecificResource(one as Node)),
    ...targets.flatMap(faultsOfSpecificResource),
    ...['created', 'modified']
      .filter((name) => name in annotation && !isUtc(annotation[name]))
      .map((name) => `${name} is in UTC`),
    ...[motivation ?? []]
      .flat()
      .filter((one) => !MOTIVATIONS.has(one as string))
      .map((one) => `${one} is a motivation`),
  ];
}

function faultsOfSpecificResource(resource: Node): string[] {
  const selectors = [resource.selector ?? []].flat() as Node[];
  const states = [resource.state ?? []].flat() as Node[];
  return [
    ...(isIri(resource.source) ? [] : ['a specific resource has exactly one source']),
    ...('purpose' in resource && !MOTIVATIONS.has(resource.purpose as string) ? ['a purpose is a motivation'] : []),
    ...selectors.flatMap(faultsOfSelector),
    ...states.flatMap(({ type, sourceDate, cached }) => [
      ...(type === 'TimeState' ? [] : ['a state has a type']),
      ...(sourceDate === undefined || isUtc(sourceDate) ? [] : ['sourceDate is a time in UTC']),
      ...(cached === undefined || isIri(cached) ? [] : ['cached is an IRI']),
    ]),
  ];
}

function faultsOfSelector({ type, exact, prefix, suffix, start, end }: Node): string[] {
  if (type === 'TextPositionSelector') {
    const isRange = isCount(start) && isCount(end) && (start as number) <= (end as number);
    return isRange ? [] : ['a TextPositionSelector has one start and one end'];
  }
  if (type !== 'TextQuoteSelector') return ['a selector has a type that is known'];
  const isText = (value: unknown) => value === undefined || typeof value === 'string';
  const isQuote = typeof exact === 'string' && isText(prefix) && isText(suffix);
  return isQuote ? [] : ['a TextQuoteSelector has one exact, and prefix and suffix as text'];
}

function typesOf(node: Node): unknown[] {
  return [node.type].flat();
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isIri(value: unknown): boolean {
  return typeof value === 'string' && URL.canParse(value);
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}

/** An xsd:dateTime whose zone is written as Z. */
function isUtc(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(value);
}
