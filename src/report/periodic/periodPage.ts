/** A week or month as a page: for each store its figures, what is missing or unfinished, why sales moved, and the days. */
import type { Day, Period } from '../../core/day.js';
import type { Block, Page, Sentence, Value } from '../../core/page.js';
import { isoWeek } from '../kpis/calendar.js';
import { carrierSentence } from '../kpis/carriers.js';
import { salesChart, whyChart } from '../kpis/charts.js';
import { longDate, monthName, shortDate } from '../kpis/dayNames.js';
import { doubtLine, missingParts, unfinishedParts } from '../kpis/doubts.js';
import { unknownFigures } from '../kpis/figures.js';
import { type Compared, kpiGrid } from '../kpis/kpiGrid.js';
import { nothingOf } from '../kpis/nothing.js';
import type { Together } from '../kpis/together.js';
import { whySentence } from '../kpis/whySentence.js';
import type { PeriodReport, Periods } from './period.js';
import { periodTable, togetherIn } from './periodTable.js';

export function periodPage(reports: readonly PeriodReport[], asOf: Day): Page {
  const { periods } = reports[0] as PeriodReport;
  return {
    title: titleOf(periods),
    blocks: [
      ...reports.flatMap((report) => storeBlocks(report, asOf)),
      ...togetherIn(reports).flatMap((together) => togetherBlocks(together, periods)),
    ],
    data: periodTable(reports, periods.span, asOf),
  };
}

/** "Week 47 of 2026, 16 to 22 November 2026" */
function titleOf({ span, whole, now }: Periods): string {
  const days = `${shortDate(now.from)} to ${longDate(now.to)}`;
  if (span === 'month') {
    const name = `${monthName(whole.from)} ${whole.from.slice(0, 4)}`;
    return now.to === whole.to ? name : `${name} so far, ${days}`;
  }
  const [year, week] = isoWeek(whole.from).split('-W') as [string, string];
  return `Week ${Number(week)} of ${year}${now.to === whole.to ? '' : ' so far'}, ${days}`;
}

function storeBlocks(report: PeriodReport, asOf: Day): Block[] {
  const { store, figures, now, trends, hasTraffic, hasAds, periods } = report;
  const heading: Block = {
    type: 'heading',
    text: store.name,
    aside: [store.marketplace ?? store.platform, store.currency ?? 'currency unknown'].join(' · '),
  };
  if (report.isEmpty) return [heading, { type: 'sentence', parts: [nothingOf(store.name, 'this period')], tone: 'dim' }];
  // A month's curve is too wide to stand beside its figures.
  const gridTrends = periods.span === 'week' ? trends : null;
  return [
    heading,
    { type: 'grid', grid: kpiGrid({ ...headersOf(periods), store, now, figures, trends: gridTrends, hasTraffic, hasAds }) },
    ...doubts(report, asOf),
    ...moved(report),
    ...report.carriers.map((each) => ({ type: 'sentence', parts: ['  ', ...carrierSentence(each, store.currency)] }) as const),
    ...(periods.span === 'month' ? dayChart(report) : salesChart(store, report.days, trends.sales)),
    ...whyChart(store, report.why, now.sales, againstOf(periods)),
  ];
}

/** Why sales moved; where visits are not known, by how much, for what is said of it next. */
function moved({ why, figures, carriers, store, periods }: PeriodReport): Block[] {
  if (why) return [{ type: 'sentence', parts: whySentence(why, againstOf(periods), store.currency) }];
  const { value, previous } = figures.sales;
  if (carriers.length === 0 || value === null || previous === null) return [];
  const change: Value = { value: value - previous, kind: 'money', currency: store.currency, digits: 0, signed: true, tone: 'strong' };
  return [{ type: 'sentence', parts: [`Sales moved against ${againstOf(periods)}, `, change] }];
}

function headersOf(periods: Periods): { header: string; trendHeader: string; compared: Compared[] } {
  const { span, whole, now, before } = periods;
  const name = (period: Period) => (span === 'week' ? isoWeek(period.from).slice(5) : monthName(period.from).slice(0, 3));
  return {
    header: `${name(whole)}${now.to === whole.to ? '' : ' so far'}`,
    trendHeader: span === 'week' ? '2 weeks' : '',
    compared: [
      { header: `vs ${name(before)}`, of: ({ changes }) => changes.previous },
      { header: 'year ago', of: ({ changes }) => changes.lastYear },
    ],
  };
}

function againstOf({ span, now, whole, before }: Periods): string {
  const part = now.to === whole.to ? '' : 'the same days of ';
  return part + (span === 'week' ? `week ${Number(isoWeek(before.from).slice(6))}` : monthName(before.from));
}

function doubts({ now, before, store, trends }: PeriodReport, asOf: Day): Block[] {
  const visitors: Sentence[] =
    now.sessions === null && now.visitors === null && trends.visits.some((day) => day !== null)
      ? [[`visitors of single days are not added: eco import the shop report of ${now.from}..${now.to} of ${store.name}`]]
      : [];
  return [
    ...doubtLine('missing: ', [...missingParts(now, ''), ...missingParts(before, 'before: ')]),
    ...doubtLine('unfinished: ', unfinishedParts(now, asOf)),
    ...visitors.map((parts) => ({ type: 'sentence', parts, tone: 'dim' }) as const),
  ];
}

/** The month day by day, the month before beneath it. */
function dayChart({ store, days, trends, daysBefore, periods }: PeriodReport): Block[] {
  if (trends.sales.filter((value) => value !== null).length < 2) return [];
  // A shorter month ends before this one does: the days that it has not are not unknown.
  const before = daysBefore.slice(0, trends.sales.length);
  const lines = [
    { name: monthName(periods.whole.from), values: trends.sales },
    ...(before.every((value) => value === null) ? [] : [{ name: monthName(periods.before.from), values: before, isComparison: true }]),
  ];
  const labels = days.map(shortDate);
  return [
    {
      type: 'chart',
      chart: { type: 'line', title: `Sales by day, ${store.name}`, kind: 'money', currency: store.currency, labels, lines },
    },
  ];
}

function togetherBlocks(together: Together, periods: Periods): Block[] {
  if (together.figures.sales.value === null) return [];
  const { figures, currency, profit } = together;
  const now = { ...unknownFigures(together), sales: figures.sales.value, profit };
  const grid = kpiGrid({
    ...headersOf(periods),
    store: { platform: '', currency },
    now,
    figures,
    trends: null,
    hasTraffic: false,
    hasAds: figures.ad_spend.value !== null,
  });
  return [
    { type: 'heading', text: `${together.stores.join(' + ')} together`, aside: currency ?? '' },
    { type: 'grid', grid },
  ];
}
