/** Parts of an archive or workbook that do not say their days, while another part of it does: Search Console's files. */
import type { Day, Period } from '../core/day.js';
import type { ImportOptions, ImportResult } from './importResult.js';

/** For the first look at the parts: one whose days another may tell is not refused yet. */
export function waiting(options: ImportOptions): ImportOptions {
  return { ...options, mayWait: true };
}

/** For the second look at the part that waited: with the days that the others told, if they told one period. It waits no more. */
export function withDays(options: ImportOptions, results: readonly ImportResult[], late: number): ImportOptions {
  const told = new Map<string, Period>();
  for (const { reportFormat, periodFrom, periodTo } of results) {
    if (reportFormat !== results[late]?.waitsFor || periodFrom === null || periodTo === null) continue;
    told.set(`${periodFrom}..${periodTo}`, { from: periodFrom as Day, to: periodTo as Day });
  }
  const [period] = told.values();
  return { ...options, period: told.size === 1 && period ? period : options.period, mayWait: false, onProgress: () => undefined };
}
