/** The rejected rows as CSV, for mending at the source. In reports with people the values are masked already. */
import type { ImportResult } from '../../importing/importFile.js';

export function rejectsCsv(results: readonly ImportResult[]): string {
  const lines = ['file,line,column,value,reason'];
  for (const result of results) {
    for (const row of result.rejections) {
      lines.push([result.file, String(row.line), row.column ?? '', row.value ?? '', row.reason].map(quoted).join(','));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** A cell that a spreadsheet would run as a formula begins with an apostrophe. */
function quoted(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
