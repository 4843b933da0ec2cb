/** The first rows of the file, read as the new profile says: what would be rejected is said before it is kept. */
import { zone } from '../../core/zone.js';
import { bind } from '../../platforms/binding.js';
import type { ReportFormat } from '../../platforms/define.js';
import { matchHeader } from '../../platforms/header.js';
import type { FileHead } from '../../platforms/mapping/propose.js';
import { createRowReader, type RejectedRow } from '../../platforms/rowReader.js';

export function trialNotes(format: ReportFormat, { header, rows, workbook }: FileHead): string[] {
  const binding = bind(matchHeader(format, header), header);
  const rejected: RejectedRow[] = [];
  const utc = zone('UTC');
  const reader = createRowReader(
    binding,
    { currency: format.currency ?? null, workbook, zoneOffset: utc.offsetAtLocal, dayOf: utc.dayOf, hashBuyer: () => '' },
    { batch: () => undefined, rejected: (row) => rejected.push(row) },
  );
  let read = 0;
  for (const [at, cells] of rows.entries()) {
    if (cells.length !== header.length) continue;
    read++;
    reader.row(
      at + 1,
      binding.wanted.map((column) => cells[column] as string),
    );
  }
  reader.end();
  const [first] = rejected;
  if (!first) return [];
  const where = first.column === null ? '' : ` (column "${first.column}": ${first.reason})`;
  return [
    `of the first ${read} rows, ${rejected.length} cannot be read as this${where}: eco import says which, --skip-bad-rows leaves them out`,
  ];
}
