/** The files of an import, one by one while they are few, else summed up; what went wrong is always told by name. */
import type { Block, Grid, Sentence, Value } from '../../core/page.js';
import type { Database } from '../../db/connection.js';
import type { ImportResult, ImportStatus } from '../../importing/importFile.js';
import { summaryGrid } from './summary.js';
import { teller } from './told.js';

/** More files than these that came in without trouble are summed up by platform and report. */
const MOST_LINES = 15;
/** Of more files with one fate than these, the first are told. */
const MOST_TROUBLES = 8;
const FEW = 3;
/** A longer name stands out of its column. */
const MOST_NAME = 44;

const MARKS = {
  imported: ['✓', 'good'],
  unchanged: ['=', 'dim'],
  partial: ['!', 'warn'],
  rejected: ['✗', 'bad'],
  skipped: ['✗', 'dim'],
} as const;

const COLUMN = { header: '', align: 'left' } as const;
const NAME = { ...COLUMN, most: MOST_NAME };
const REMARK = { ...COLUMN, wraps: true };

/** The files that eco knows: what of them came in, then what did not. */
export function knownBlocks(db: Database, results: readonly ImportResult[], verbose: boolean): Block[] {
  const told = teller(db);
  const of = (...statuses: ImportStatus[]) => results.filter((result) => statuses.includes(result.status));
  const row = (result: ImportResult): Sentence[] => [
    mark(result),
    [result.file],
    [result.reportFormat ?? ''],
    [result.store ?? ''],
    [told.words(result)],
  ];
  const taken = of('imported');
  const summedUp = !verbose && taken.length > MOST_LINES;
  const rows = [
    ...(summedUp ? [] : taken.map(row)),
    ...few(of('partial'), verbose, (result) => [row(result)]),
    ...beforeRows(of('unchanged'), verbose, row),
    ...few(of('rejected'), verbose, (result) => [row(result)]),
    ...lookRow(of('rejected').filter((result) => result.rowsRejected > 0)),
  ];
  const grids: Grid[] = [];
  if (summedUp) grids.push(summaryGrid(taken, told.days));
  if (rows.length > 0) grids.push({ columns: [COLUMN, NAME, COLUMN, COLUMN, REMARK], rows });
  return grids.map((grid) => ({ type: 'grid', grid }));
}

/** The files that are none of the exports that eco reads. */
export function otherBlocks(strangers: readonly ImportResult[], skipped: readonly ImportResult[], verbose: boolean): Block[] {
  const rows = [...few(strangers, verbose, (result) => [strangerRow(result)]), ...skippedRows(skipped, verbose)];
  return rows.length > 0 ? [{ type: 'grid', grid: { columns: [COLUMN, NAME, REMARK], rows } }] : [];
}

function few(results: readonly ImportResult[], verbose: boolean, rowsOf: (result: ImportResult) => Sentence[][]): Sentence[][] {
  const shown = verbose ? results : results.slice(0, MOST_TROUBLES);
  const more = results.length - shown.length;
  const rest: Sentence[][] =
    more > 0 ? [[mark(results[0] as ImportResult), [dim(`… and ${more} more (--verbose lists them)`)], [], [], []]] : [];
  return [...shown.flatMap(rowsOf), ...rest];
}

function beforeRows(before: readonly ImportResult[], verbose: boolean, row: (result: ImportResult) => Sentence[]): Sentence[][] {
  if (verbose || before.length <= FEW) return before.map(row);
  return [[mark(before[0] as ImportResult), [dim(`${before.length} files that were imported before (--verbose lists them)`)], [], [], []]];
}

/** What to do about files with rows that cannot be read. */
function lookRow(bad: readonly ImportResult[]): Sentence[][] {
  if (bad.length === 0) return [];
  const rest = bad.every(({ isNothingLeft }) => isNothingLeft) ? '' : '   take the rest: --skip-bad-rows';
  return [[[], [], [], [], [dim(`look: eco import … --rejects bad.csv${rest}`)]]];
}

/** A file that is none of the exports that eco reads, with what it looks like. */
function strangerRow(result: ImportResult): Sentence[] {
  return [mark(result), [result.file], [result.message ?? '']];
}

/** A few are told one by one; a downloads folder full of other things is summed up. */
function skippedRows(skipped: readonly ImportResult[], verbose: boolean): Sentence[][] {
  if (verbose || skipped.length <= FEW) return skipped.map(strangerRow);
  const names = skipped.slice(0, FEW).map((result) => result.file);
  return [
    [mark(skipped[0] as ImportResult), [`${names.join(', ')}, …`], [`${skipped.length} files are no exports (--verbose lists them)`]],
  ];
}

function mark(result: ImportResult): Sentence {
  const [sign, tone] = MARKS[result.status];
  return [{ value: sign, kind: 'text', tone }];
}

function dim(text: string): Value {
  return { value: text, kind: 'text', tone: 'dim' };
}
