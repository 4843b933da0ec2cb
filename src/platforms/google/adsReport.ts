/** What all Google Ads reports share: the period above the header, totals below, the same figures, free columns. */
import type { ColumnSpec, ReportFormat } from '../define.js';
import { AD_UNIT, defineReport } from '../define.js';
import { ADS_COLUMNS, ADS_DOWNLOAD, ADS_NOTES, ADS_RATIOS, ADS_TOTALS } from './adsColumns.js';
import { NOT_GOOGLE } from './adsNames.js';

type Own = Pick<ReportFormat, 'id' | 'report' | 'fills' | 'certainty' | 'source' | 'grain'> & {
  /** The columns of this report, which stand for those of the same meaning that all have. */
  readonly columns: readonly ColumnSpec[];
  readonly hasOneOf: readonly string[];
  readonly not: readonly string[];
  readonly notes?: readonly string[];
};

/** Declares a report of one grain. */
export function adsReport({ columns, not, notes = [], ...own }: Own): ReportFormat {
  const fields = new Set(columns.map(({ field }) => field));
  const shared = ADS_COLUMNS.filter(({ field, names }) => !fields.has(field) && !names.some((name) => not.includes(name)));
  const all = [...columns, ...shared];
  return defineReport({
    ...own,
    platform: 'google',
    download: ADS_DOWNLOAD,
    notes: [...notes, ...ADS_NOTES],
    columns: all,
    noText: /^--$/,
    ratios: ADS_RATIOS,
    not: [...NOT_GOOGLE, ...not],
    ignore: ADS_TOTALS,
    serves: 'any',
    unit: AD_UNIT,
    period: 'preamble',
  });
}
