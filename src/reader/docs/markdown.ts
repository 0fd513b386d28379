import { type Html, html, type Part } from '../frame/html.ts';

/** A span of code, or what is printed bold. */
const SPANS = /`([^`]+)`|\*\*([^*]+)\*\*/g;

/**
 * The Markdown of the OpenAPI document, which has paragraphs, `code` and **bold**, and nothing else: a test holds every
 * text of it against a reader of all of CommonMark. Whatever else somebody writes is shown as it is written.
 */
export function paragraphs(text: string): Html[] {
  return text
    .split(/\n{2,}/)
    .filter((one) => one.trim() !== '')
    .map((one) => html`<p>${spans(one.trim())}</p>`);
}

/** The same of one paragraph, without its tag. */
export function spans(text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const { 0: whole, 1: code, 2: bold, index } of text.matchAll(SPANS)) {
    parts.push(
      text.slice(end, index),
      code === undefined ? html`<strong>${bold}</strong>` : html`<code>${code}</code>`,
    );
    end = index + whole.length;
  }
  return [...parts, text.slice(end)];
}
