/** What a saved page gives: the article's text with its paragraphs, and what the page says of itself. */
export type Extracted = { text: string; title: string | null; publishedAt: string | null; language: string | null };

type Node = { nodeType: number; nodeName: string; textContent: string | null; childNodes: Iterable<Node> };
type Document = {
  documentElement: { getAttribute(name: string): string | null };
  body: Node;
  querySelector(selector: string): { getAttribute(name: string): string | null } | null;
};

const MARKUP = /<(?:!doctype|html|head|body|article|div|p|section|main|h1)[\s>]/i;

export function isMarkup(text: string): boolean {
  return MARKUP.test(text.slice(0, 20_000));
}

/**
 * Takes the article out of a page's HTML; no-break spaces stay what they are. A fragment is taken whole. The libraries,
 * which are large, are loaded by the first page.
 */
export async function extractArticle(markup: string): Promise<Extracted> {
  const [{ Readability }, { parseHTML }] = [await import('@mozilla/readability'), await import('linkedom')];
  const isWhole = /<(?:html|body)[\s>]/i.test(markup);
  const { document } = parseHTML(
    isWhole ? markup : `<!doctype html><html><body>${markup}</body></html>`,
  ) as unknown as {
    document: Document;
  };
  const language = document.documentElement.getAttribute('lang');
  const meta = (name: string) => document.querySelector(`meta[property="${name}"]`)?.getAttribute('content') ?? null;
  const told = { title: meta('og:title'), publishedAt: meta('article:published_time')?.slice(0, 10) ?? null, language };
  const parsed = isWhole ? new Readability<Node>(document as never, { serializer: (node) => node }).parse() : null;
  const root = (parsed?.content as Node | null | undefined) ?? document.body;
  return {
    text: textOf(root),
    title: parsed?.title ?? told.title,
    publishedAt: parsed?.publishedTime?.slice(0, 10) ?? told.publishedAt,
    language: parsed?.lang ?? language,
  };
}

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);
const LEFT_OUT = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME SVG BUTTON FORM'.split(' '));
const DEPTH_MAX = 500;

/** The text of an element: a paragraph for each block, spaces as a browser shows them. */
function textOf(root: Node): string {
  let text = '';
  const walk = (node: Node, depth: number) => {
    if (node.nodeType === 3) text += (node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ');
    if (node.nodeType !== 1 || depth > DEPTH_MAX) return;
    const name = node.nodeName.toUpperCase();
    if (LEFT_OUT.has(name)) return;
    if (name === 'BR') text += '\n';
    const isBlock = BLOCKS.has(name);
    if (isBlock) text += '\n\n';
    for (const child of node.childNodes) walk(child, depth + 1);
    if (isBlock) text += '\n\n';
  };
  walk(root, 0);
  return text
    .replace(/ *\n */g, '\n')
    .replace(/ {2,}/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^[ \n]+|[ \n]+$/g, '');
}
