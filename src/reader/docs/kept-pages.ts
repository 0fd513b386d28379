import { markupOf } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';

/** In characters, of all pages together; a page has some 20,000. */
const SIZE_MAX = 4 * 1024 * 1024;

/** Gives a page that was made before to who asks for it by the same name; the least recently asked for go first. */
export function keptPages(): (name: string, make: () => PageContent) => PageContent {
  const pages = new Map<string, PageContent>();
  let size = 0;
  const sizeOf = (name: string, { body }: PageContent) => name.length + markupOf(body).length;
  return (name, make) => {
    const known = pages.get(name);
    const page = known ?? make();
    if (known) pages.delete(name);
    else size += sizeOf(name, page);
    pages.set(name, page);
    for (const [oldest, one] of pages) {
      if (size <= SIZE_MAX) break;
      pages.delete(oldest);
      size -= sizeOf(oldest, one);
    }
    return page;
  };
}
