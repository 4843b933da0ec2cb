/** The HTML page of a checklist: one row a change, before above after, a link, a box. */
import { type Html, html, NOTHING } from '../../output/html-escape.js';
import { CONTENT_SECURITY_POLICY, STYLE } from '../../output/html-style.js';
import type { ChecklistOf } from '../../plans/export/uploads.js';
import type { ChecklistName } from './checklist.js';

export function checklistPage({ name, planIds }: ChecklistName, { store, sheet }: ChecklistOf): string {
  const rows = sheet.rows.map(({ cells }) => row(Object.fromEntries(sheet.header.map((key, at) => [key, cells[at] ?? '']))));
  const title = `${name}: ${sheet.rows.length} ${sheet.rows.length === 1 ? 'change' : 'changes'} of ${store} to make by hand`;
  const marks = planIds.map((id, at) => html`${at === 0 ? '' : ', '}<code>eco plan mark ${id} --uploaded today</code>`);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${STYLE}
</head>
<body>
<h1>${title}</h1>
<p>Follow the link, change the field, tick the box. What is not listed stays as it is. When all is done: ${marks}</p>
<div class="scroll"><table>
<thead><tr><th>Done</th><th>Item</th><th>Field</th><th>Before → after</th><th>Why</th></tr></thead>
<tbody>
${rows}
</tbody>
</table></div>
</body>
</html>
`;
  return page.html;
}

function row(cells: Readonly<Record<string, string>>): Html {
  const { item = '', sku = '', link = '', field = '', before = '', after = '', currency = '', why = '' } = cells;
  const name = /^https?:\/\//i.test(link) ? html`<a href="${link}" rel="noreferrer">${item}</a>` : html`${item}`;
  const own = sku === '' || sku === item ? NOTHING : html`<br>${sku}`;
  const unit = currency === '' ? NOTHING : html` ${currency}`;
  const wanted = after === '' ? html`<em>(empty)</em>` : html`<strong>${after}</strong>${unit}`;
  return html`<tr><td><input type="checkbox" aria-label="done"></td><td>${name}${own}</td><td>${field}</td><td><span class="dim">${before}</span><br>${wanted}</td><td>${why}</td></tr>`;
}
