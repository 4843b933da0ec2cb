/** The rejected rows as CSV, for mending at the source. In reports with people the values are masked already. */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../../core/errors.js';
import type { ImportResult } from '../../importing/importFile.js';

/** Before anything is imported: a list that cannot be written afterwards would be lost. */
export function refuseUnwritable(path: string, imported: readonly string[]): void {
  if (imported.includes(path)) throw new UserError(`--rejects ${path}: that is a file to be imported. Name a new file.`);
  if (existsSync(path) && statSync(path).isDirectory()) throw new UserError(`--rejects ${path}: that is a folder. Name a file in it.`);
  if (!existsSync(dirname(path))) throw new UserError(`--rejects ${path}: there is no folder ${dirname(path)}. Make it, or name another.`);
}

export function writeRejects(path: string, results: readonly ImportResult[]): void {
  try {
    writeFileSync(path, rejectsCsv(results));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError(`The rejected rows cannot be written to ${path} (${code ?? 'unknown error'}). "eco files show N" lists them too.`);
  }
}

function rejectsCsv(results: readonly ImportResult[]): string {
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
