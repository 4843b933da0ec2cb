/** The few figures of a daily report that a digest and the index begin with: one line a store. */
import type { Sentence } from '../../core/page.js';
import type { Cell, MeasureUnit, Row, Table } from '../../core/table.js';
import { MEASURE_KINDS } from '../../core/table.js';
import { displayValue, UNKNOWN } from '../../output/cell.js';

/** In this order, those that the report has. */
const METRICS = [
  ['sales', 'Sales'],
  ['profit', 'Profit'],
  ['orders', 'Orders'],
  ['sessions', 'Sessions'],
  ['ad_spend', 'Ads'],
  ['acos', 'ACOS'],
] as const;

export interface StoreLine {
  readonly store: string;
  readonly day: string;
  /** By metric, as `HEADERS` has them; each with its change against the usual day of the week. */
  readonly figures: readonly Sentence[];
}

export interface Headline {
  readonly headers: readonly string[];
  readonly lines: readonly StoreLine[];
}

/** Null where the table is no daily report. */
export function headlineOf(data: Table): Headline | null {
  if (!data.id.startsWith('report.daily/')) return null;
  const metrics = METRICS.filter(([metric]) => data.rows.some((row) => row.metric === metric && row.value !== null));
  const stores = [...new Set(data.rows.map((row) => row.store as string))];
  const lines = stores.map((store): StoreLine => {
    const rows = data.rows.filter((row) => row.store === store);
    return {
      store,
      day: String(rows[0]?.day ?? ''),
      figures: metrics.map(([metric]) => figureOf(rows.find((row) => row.metric === metric))),
    };
  });
  return { headers: metrics.map(([, header]) => header), lines };
}

/** The same in plain text, for the index: the figure, and its change in brackets. Null where it is not known. */
export function plainFigure(figure: Sentence): string | null {
  const said = figure.filter((part) => part !== GAP).map((part) => (typeof part === 'string' ? part : displayValue(part)));
  if (said[0] === UNKNOWN) return null;
  return figure.includes(GAP) ? `${said.slice(0, -1).join('')} (${said.at(-1)})` : said.join('');
}

const GAP = '  ';

function figureOf(row: Row | undefined): Sentence {
  if (row === undefined || row.value === null || row.value === undefined) return [UNKNOWN];
  const kind = MEASURE_KINDS[row.unit as MeasureUnit];
  const change = (row.change_ratio ?? null) as number | null;
  const digits = row.unit === 'count' ? { digits: 0 } : {};
  return [
    ...(row.finished === false ? ['≈'] : []),
    { value: row.value as Cell, kind, currency: row.currency as string | null, ...digits },
    ...(change === null ? [] : [GAP, { value: change, kind: 'ratio', digits: 0, signed: true } as const]),
  ];
}
