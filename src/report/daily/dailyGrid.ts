/** The figures of a day, of a store or of several together. */
import type { Day } from '../../core/day.js';
import type { Grid } from '../../core/page.js';
import { shortDate, shortWeekday } from '../kpis/dayNames.js';
import { unknownFigures } from '../kpis/figures.js';
import { type Compared, kpiGrid } from '../kpis/kpiGrid.js';
import type { Together } from '../kpis/together.js';
import { previousDay, type StoreReport } from './daily.js';

export function storeGrid(report: StoreReport): Grid {
  const { store, today, figures, trends, hasTraffic, hasAds } = report;
  return kpiGrid({ ...headers(report.day), store, now: today, figures, trends, hasTraffic, hasAds });
}

export function togetherGrid({ figures, currency, from, to, profit }: Together): Grid {
  const now = { ...unknownFigures({ from, to }), sales: figures.sales.value, profit };
  const store = { platform: '', currency };
  return kpiGrid({ ...headers(from), store, now, figures, trends: null, hasTraffic: false, hasAds: figures.ad_spend.value !== null });
}

function headers(day: Day): { header: string; trendHeader: string; compared: Compared[] } {
  return {
    header: `${shortWeekday(day)} ${shortDate(day)}`,
    trendHeader: '14 days',
    compared: [
      { header: `vs ${shortWeekday(previousDay(day))}`, of: ({ changes }) => changes.previous },
      { header: `usual ${shortWeekday(day)}`, of: ({ changes }) => changes.usual },
      { header: 'year ago', of: ({ changes }) => changes.lastYear },
    ],
  };
}
