import { canonicalLanguage } from '../../kernel/language.ts';
import { wordsOf } from './plain.ts';

export type Node = Record<string, unknown>;

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or the first object of a list; null when there is none. */
export function nodeOf(value: unknown): Node | null {
  return objectsOf(value)[0] ?? null;
}

export function objectsOf(value: unknown): Node[] {
  return (Array.isArray(value) ? value.slice(0, 1000) : [value]).filter(isNode);
}

/** `ClaimReview` of `"@type": ["https://schema.org/ClaimReview"]`, of `type` too. */
export function typesOf(node: Node): string[] {
  const said = node['@type'] ?? node.type;
  return (Array.isArray(said) ? said : [said])
    .filter((one) => typeof one === 'string')
    .map((one) => one.replace(/^.*[/:#]/, ''));
}

type Found = { node: Node; pointer: string };

/** The reviews in a JSON-LD value: the value, in a list, in `@graph`, wrapped in `properties`, or beside an article. */
export function reviewsIn(value: unknown): Found[] {
  const found: Found[] = [];
  visit(value, '', 0, found);
  return found;
}

const INSIDE = ['@graph', 'properties', 'item', 'review', 'mainEntity', 'hasPart', 'about'];

function visit(value: unknown, pointer: string, depth: number, found: Found[]): void {
  if (depth > 6) return;
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) visit(one, `${pointer}/${at}`, depth + 1, found);
    return;
  }
  if (!isNode(value)) return;
  if (isReview(value) && isNode(value.properties)) {
    const { properties, ...around } = value;
    visit({ ...around, ...properties }, `${pointer}/properties`, depth + 1, found);
    return;
  }
  if (isReview(value)) {
    found.push({ node: value, pointer });
    return;
  }
  const graph = value['@graph'];
  for (const name of INSIDE) {
    const before = found.length;
    if (value[name] !== undefined) visit(value[name], `${pointer}/${name}`, depth + 1, found);
    if (name === '@graph' && Array.isArray(graph)) resolve(found, before, graph);
  }
}

function isReview(node: Node): boolean {
  const types = typesOf(node);
  if (types.includes('ClaimReview') || types.includes('MediaReview')) return true;
  return types.length === 0 && node.claimReviewed !== undefined && node.reviewRating !== undefined;
}

/** Nodes that are named by their `@id` elsewhere in the graph are put in their places. */
function resolve(found: Found[], from: number, graph: unknown[]): void {
  const byId = new Map(
    graph.filter(isNode).flatMap((node) => (typeof node['@id'] === 'string' ? [[node['@id'], node] as const] : [])),
  );
  const whole = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(whole);
    if (!isNode(value) || typeof value['@id'] !== 'string' || Object.keys(value).length > 1) return value;
    return byId.get(value['@id']) ?? value;
  };
  for (let at = from; at < found.length; at += 1) {
    const one = found[at] as Found;
    const node = Object.fromEntries(Object.entries(one.node).map(([name, value]) => [name, whole(value)]));
    const item = nodeOf(node.itemReviewed);
    const itemReviewed = item && Object.fromEntries(Object.entries(item).map(([name, value]) => [name, whole(value)]));
    found[at] = { ...one, node: itemReviewed ? { ...node, itemReviewed } : node };
  }
}

/** The language, where one is said that is one; `und` is not said. */
export function languageOf(value: unknown): { language?: string } {
  const said = wordsOf(value) ?? wordsOf(nodeOf(value)?.alternateName) ?? '';
  if (said === '') return {};
  const language = canonicalLanguage(said.replaceAll('_', '-'));
  return language === null || language === 'und' || language.length > 35 ? {} : { language };
}
