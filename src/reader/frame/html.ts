const MARKUP = Symbol('markup');

/** Markup that may stand in a page as it is; whatever else is put into a template is text, and is escaped. */
export type Html = { readonly [MARKUP]: string };

/** What a template takes. Lists are joined; nothing is left of what is missing or false. */
export type Part = Html | string | number | null | undefined | false | readonly Part[];

/** Markup with what stands in `${…}` escaped, in text and in quoted attributes alike. Attributes are always quoted. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
  let markup = texts[0] as string;
  for (const [at, part] of parts.entries()) markup += markupOf(part) + texts[at + 1];
  return { [MARKUP]: markup };
}

/** Markup that was escaped before: of this service's own, and never of what somebody wrote. */
export function trusted(markup: string): Html {
  return { [MARKUP]: markup };
}

export function markupOf(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  if (MARKUP in part) return part[MARKUP];
  return part.map(markupOf).join('');
}

/** Parts with something between each two of them. */
export function joined(parts: readonly Part[], between: Part): Part {
  const there = parts.filter((part) => part !== null && part !== undefined && part !== false && part !== '');
  return there.flatMap((part, at) => (at === 0 ? [part] : [between, part]));
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** JSON for a data block of a page: nothing in it can end the block. */
export function dataBlock(value: unknown): Html {
  return trusted(
    JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}
