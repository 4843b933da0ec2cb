/** The index page of all nights: newest first, links to every report, light and dark, nothing from the network. */
import { weekday } from '../../core/day.js';
import { type Html, html, NOTHING } from '../../output/html-escape.js';
import { CONTENT_SECURITY_POLICY, STYLE } from '../../output/html-style.js';
import { type IndexedMorning, sorted } from './indexFile.js';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

export function indexPage(mornings: readonly IndexedMorning[]): string {
  const all = sorted(mornings);
  const hasClients = all.some(({ client, folder }) => client !== null || folder.includes('/'));
  const newest = all[0]?.morning ?? '';
  const head = html`<th scope="col">Morning</th>${hasClients ? html`<th scope="col">Client</th>` : NOTHING}<th scope="col">Reports</th><th scope="col">The day before</th>`;
  const rows = all.map((morning) => rowHtml(morning, hasClients));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ html: CONTENT_SECURITY_POLICY }}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Reports</title>
${STYLE}
</head>
<body>
<main>
<h1>Reports</h1>
<p class="dim">${newest === '' ? 'None yet.' : `The newest is of the morning of ${newest}.`} A morning's report tells of the day before it.</p>
<div class="scroll"><table>
<thead><tr>${head}</tr></thead>
<tbody>
${rows}
</tbody></table></div>
</main>
</body>
</html>
`.html;
}

function rowHtml({ morning, client, folder, reports, failed, headline }: IndexedMorning, hasClients: boolean): Html {
  const links = reports.map(({ report, title, files }) => {
    const [first, ...others] = files;
    const main = html`<a href="${address(folder, first as string)}" title="${title}">${report}</a>`;
    const more = others.map((file) => html` <a class="dim" href="${address(folder, file)}">${file.slice(file.lastIndexOf('.') + 1)}</a>`);
    return html`<div>${main}${more}</div>`;
  });
  const missing = failed.map((report) => html`<div class="bad">${report} failed</div>`);
  const figures = headline.map(
    (line) =>
      html`<div><strong>${line.store}</strong> ${line.figures.map(([what, figure]) => html`<span class="v">${what} ${figure}</span>`)}</div>`,
  );
  return html`<tr><td class="v"><time datetime="${morning}">${WEEKDAYS[weekday(morning)] as string} ${morning}</time></td>${
    hasClients ? html`<td>${client ?? '–'}</td>` : NOTHING
  }<td>${links}${missing}</td><td>${figures}</td></tr>`;
}

function address(folder: string, file: string): string {
  return [...folder.split('/'), file].map(encodeURIComponent).join('/');
}
