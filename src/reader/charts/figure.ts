import { type Html, html, type Part, trusted } from '../frame/html.ts';
import type { Locale } from '../frame/locale.ts';

type Table = { caption: string; head: string[]; rows: (string | number | Part)[][] };

/** A chart for wide and for narrow screens, with what its marks mean, its source and the same numbers as a table. */
export function figure(
  locale: Locale,
  draw: (width: number, id: string) => string,
  { legend, source, table, svg }: { legend: Part; source: string; table: Table; svg?: string },
): Html {
  const { say } = locale;
  return html`<figure class="chart-of">
<div class="legend">${legend}</div>
<div class="broad">${trusted(draw(1040, 'broad'))}</div>
<div class="narrow">${trusted(draw(330, 'narrow'))}</div>
<figcaption>${source}${svg && html` · <a href="${svg}" download>${say('takeSvg')}</a>`}</figcaption>
<details><summary>${say('asTable')}</summary>${tableOf(table)}</details>
</figure>`;
}

/** Its region can be reached and moved by the keyboard where it is wider than the screen. */
export function tableOf({ caption, head, rows }: Table): Html {
  return html`<div class="scroll" role="group" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${head.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([first, ...others]) => html`<tr><th scope="row">${first}</th>${others.map((one) => html`<td>${one}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}
