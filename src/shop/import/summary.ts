/**
 * Many files on one screen: what came in by platform, and below it by report, with the files, their rows and the days that they
 * speak of. `--verbose` tells them one by one.
 */
import { counted, thousands } from '../../core/count.js';
import type { Grid, Sentence } from '../../core/page.js';
import type { ImportResult } from '../../importing/importFile.js';
import { groupBy } from '../../measures/grouping.js';
import type { Platform } from '../../platforms/define.js';
import { PLATFORM_NAMES } from '../../platforms/marketplaces.js';

/** First and last day that an import speaks of. */
export type SpanOf = (result: ImportResult) => { readonly from: string; readonly to: string } | null;

const LEFT = { header: '', align: 'left' } as const;
const RIGHT = { header: '', align: 'right' } as const;

/** `rows`: more lines below, of files that are told one by one. */
export function summaryGrid(taken: readonly ImportResult[], spanOf: SpanOf): Grid {
  const rows = [...groupBy(taken, ({ platform }) => platform as Platform)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([platform, ofPlatform]) => {
      const reports = [...groupBy(ofPlatform, ({ reportFormat }) => reportFormat as string)].sort(([a], [b]) => (a < b ? -1 : 1));
      const name = { value: PLATFORM_NAMES[platform], kind: 'text', tone: 'strong' } as const;
      if (reports.length === 1) return [line([name, `  ${reports[0]?.[0]}`], ofPlatform, spanOf)];
      return [line([name], ofPlatform, spanOf), ...reports.map(([report, ofReport]) => line([`  ${report}`], ofReport, spanOf))];
    });
  return { columns: [LEFT, LEFT, { ...LEFT, most: 24 }, RIGHT, { ...LEFT, wraps: true }], rows };
}

function line(name: Sentence, results: readonly ImportResult[], spanOf: SpanOf): Sentence[] {
  const stores = [...new Set(results.map(({ store }) => store as string))].sort();
  const sum = (of: (result: ImportResult) => number) => results.reduce((total, result) => total + of(result), 0);
  const some = (count: number, word: string) => (count > 0 ? [`${thousands(count)} ${word}`] : []);
  const told = [
    counted(
      sum(({ rowsRead }) => rowsRead),
      'row',
      'rows',
    ),
    ...some(
      sum(({ step }) => step.changed),
      'changed',
    ),
    ...some(
      sum(({ step }) => step.unchanged),
      'the same',
    ),
    ...some(
      sum(({ step }) => step.removed),
      'removed',
    ),
    ...some(
      sum(({ ignored }) => Object.values(ignored).reduce((total, rows) => total + rows, 0)),
      'ignored',
    ),
    ...some(
      sum(({ rowsRejected }) => rowsRejected),
      'rejected',
    ),
    ...daysOf(results, spanOf),
  ];
  return [
    [{ value: '✓', kind: 'text', tone: 'good' }],
    name,
    [stores.join(', ')],
    [counted(results.length, 'file', 'files')],
    [told.join(' · ')],
  ];
}

function daysOf(results: readonly ImportResult[], spanOf: SpanOf): string[] {
  const spans = results.flatMap((result) => spanOf(result) ?? []);
  if (spans.length === 0) return [];
  const from = spans.map((span) => span.from).sort()[0] as string;
  const to = spans
    .map((span) => span.to)
    .sort()
    .at(-1) as string;
  return [from === to ? from : `${from} … ${to}`];
}
