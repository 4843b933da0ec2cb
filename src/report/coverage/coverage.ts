/**
 * How much of a shop the imports tell, in the last days of a period, and what the gaps hide.
 *
 * | area | share that is known | what a gap hides |
 * |---|---|---|
 * | orders | days that order files tell whole ÷ days | missing days × mean sales of a known day (an estimate) |
 * | prices | orders with a price ÷ orders | unpaid orders × mean order value (an estimate) |
 * | catalogue | sales of known listings ÷ sales | sales that no listing explains |
 * | costs | sales with a unit cost ÷ sales | sales whose profit is unknown |
 * | fees | days that a settlement or statement covers ÷ days | sales whose fees are estimated or unknown |
 * | traffic | days with a traffic or shop report ÷ days | sales whose conversion is unknown |
 * | ads | days with an ad report ÷ days | missing days × mean spend of a told day (an estimate) |
 * | stock | 1 where a snapshot is not older than two days, else 0 | |
 *
 * The score of a store is the mean of the shares of its areas. An area counts where some report of its platform, or a file of the store,
 * tells it; ads only where the store ever had a report of them. Money is minor units of the store's currency; sales in other currencies
 * are in no figure. Nothing ÷ 0 is unknown and left out of the mean.
 */
import { addDays, type Day, daysBetween, type Period } from '../../core/day.js';
import { daysOf, periodsOf } from '../../measures/coverage.js';
import { groupBy } from '../../measures/grouping.js';
import { median } from '../../measures/statistics.js';

export const AREAS = ['orders', 'prices', 'catalogue', 'costs', 'fees', 'traffic', 'ads', 'stock'] as const;
export type Area = (typeof AREAS)[number];

/** What is known of a store; money in minor units of its currency. */
export interface StoreFacts {
  readonly name: string;
  readonly currency: string | null;
  readonly period: Period;
  readonly knownOrderDays: readonly Day[];
  readonly sales: readonly { readonly day: Day; readonly sales: number; readonly orders: number; readonly unpriced: number }[];
  /** Sales by thing. */
  readonly things: readonly { readonly sales: number; readonly isListed: boolean; readonly hasCost: boolean }[];
  readonly spans: readonly (Period & { readonly area: 'fees' | 'traffic' | 'ads' })[];
  /** Spent on a day with an ad report; null where none is known. */
  readonly adSpendPerDay: number | null;
  /** The day of the newest stock snapshot; null without any. */
  readonly stockOn: Day | null;
  /** Areas that a report of the platform could tell, with the report. */
  readonly reports: ReadonlyMap<Area, Remedy>;
  /** Files by report, oldest first. */
  readonly files: readonly {
    readonly report: Remedy;
    readonly madeOn: readonly Day[];
    readonly rejected: readonly { file: string; rows: number }[];
  }[];
}

export interface Gap {
  readonly area: Area | 'overdue' | 'rejected';
  /** Share that is known, null where nothing could be known. */
  readonly share: number | null;
  /** What is missing; empty where nothing is. */
  readonly gap: string;
  readonly hidden: number | null;
  /** What the money is: "sales whose profit is unknown". */
  readonly hides: string;
  readonly closes: Remedy;
}

/** The report or the command that closes a gap, and where the report is downloaded; empty where there is none. */
export interface Remedy {
  readonly what: string;
  readonly where: string;
}

const NONE: Remedy = { what: '', where: '' };

export interface StoreCoverage {
  readonly name: string;
  readonly currency: string | null;
  readonly score: number | null;
  readonly gaps: readonly Gap[];
}

/** The snapshot of yesterday morning still tells what is there. */
const STOCK_DAYS = 2;
const LISTED_PERIODS = 3;

export function coverageOf(store: StoreFacts): StoreCoverage {
  const areas = AREAS.flatMap((area) => {
    const found = RULES[area](store);
    return found === null ? [] : [{ area, ...found }];
  });
  const shares = areas.flatMap(({ share }) => share ?? []);
  const score = shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return { name: store.name, currency: store.currency, score, gaps: [...areas, ...overdue(store), ...rejected(store)] };
}

type Found = Omit<Gap, 'area'> | null;

const RULES: Readonly<Record<Area, (store: StoreFacts) => Found>> = {
  orders(store) {
    const days = daysOf(store.period);
    const known = new Set(store.knownOrderDays);
    const missing = days.filter((day) => !known.has(day));
    const sales = store.sales.filter(({ day }) => known.has(day)).reduce((sum, each) => sum + each.sales, 0);
    const hidden = known.size === 0 ? null : Math.round((sales / known.size) * missing.length);
    return gapOf(store, 'orders', 1 - missing.length / days.length, missingText(missing, days, 'order report'), hidden, 'sales, estimated');
  },
  prices({ sales, ...store }) {
    const orders = total(sales, 'orders');
    const unpriced = total(sales, 'unpriced');
    if (orders === 0) return null;
    const priced = orders - unpriced;
    const hidden = priced === 0 ? null : Math.round((total(sales, 'sales') / priced) * unpriced);
    const text = unpriced === 0 ? '' : `${unpriced} of ${orders} orders have no price yet`;
    return gapOf({ sales, ...store }, 'orders', priced / orders, text, hidden, 'sales, estimated');
  },
  catalogue: (store) => shareOfSales(store, 'catalogue', 'isListed', 'are in no catalogue', 'sales that no listing explains'),
  costs: (store) =>
    shareOfSales(store, 'costs', 'hasCost', 'have no unit cost', 'sales whose profit is unknown', {
      what: 'eco products costs list',
      where: '',
    }),
  fees: (store) => daysTold(store, 'fees', 'settlement', 'sales whose fees are not known yet'),
  traffic: (store) => daysTold(store, 'traffic', 'traffic report', 'sales whose conversion is unknown'),
  ads(store) {
    if (!store.spans.some(({ area }) => area === 'ads')) return null;
    const { days, missing } = untold(store, 'ads');
    const hidden = store.adSpendPerDay === null ? null : Math.round(store.adSpendPerDay * missing.length);
    return gapOf(store, 'ads', 1 - missing.length / days.length, missingText(missing, days, 'ad report'), hidden, 'ad spend, estimated');
  },
  stock(store) {
    if (store.stockOn === null && !store.reports.has('stock')) return null;
    const age = store.stockOn === null ? null : daysBetween(store.stockOn, addDays(store.period.to, 1));
    const isFresh = age !== null && age <= STOCK_DAYS;
    const text = isFresh ? '' : age === null ? 'no stock report yet' : `the newest stock is of ${store.stockOn}, ${age} days old`;
    return gapOf(store, 'stock', isFresh ? 1 : 0, text, null, '');
  },
};

function gapOf(store: StoreFacts, area: Area, share: number, gap: string, hidden: number | null, hides: string, closes?: Remedy): Found {
  const isOpen = gap !== '';
  return {
    share,
    gap,
    hidden: isOpen ? hidden : null,
    hides: isOpen && hidden !== null ? hides : '',
    closes: isOpen ? (closes ?? store.reports.get(area) ?? NONE) : NONE,
  };
}

function shareOfSales(
  store: StoreFacts,
  area: 'catalogue' | 'costs',
  key: 'isListed' | 'hasCost',
  what: string,
  hides: string,
  closes?: Remedy,
): Found {
  const all = store.things.reduce((sum, thing) => sum + thing.sales, 0);
  if (all <= 0) return null;
  const without = store.things.filter((thing) => !thing[key] && thing.sales > 0);
  const hidden = without.reduce((sum, thing) => sum + thing.sales, 0);
  const text = without.length === 0 ? '' : `${without.length} of ${store.things.length} things that sold ${what}`;
  return gapOf(store, area, 1 - hidden / all, text, hidden, hides, closes);
}

function daysTold(store: StoreFacts, area: 'fees' | 'traffic', report: string, hides: string): Found {
  if (!store.reports.has(area) && !store.spans.some((span) => span.area === area)) return null;
  const { days, missing } = untold(store, area);
  const hidden = new Set(missing);
  const known = store.sales.filter(({ day }) => hidden.has(day));
  // Days that no order file tells hide what nobody knows, not nothing.
  const isKnown = known.length > 0 || store.knownOrderDays.some((day) => hidden.has(day));
  const sales = isKnown ? total(known, 'sales') : null;
  return gapOf(store, area, 1 - missing.length / days.length, missingText(missing, days, report), sales, hides);
}

function untold({ period, spans }: StoreFacts, area: 'fees' | 'traffic' | 'ads'): { days: Day[]; missing: Day[] } {
  const days = daysOf(period);
  const told = spans.filter((span) => span.area === area);
  return { days, missing: days.filter((day) => !told.some(({ from, to }) => from <= day && day <= to)) };
}

function missingText(missing: readonly Day[], days: readonly Day[], report: string): string {
  if (missing.length === 0) return '';
  if (missing.length === days.length) return `no ${report} covers ${days.length === 1 ? 'the day' : `any of the ${days.length} days`}`;
  const periods = periodsOf(missing).map(({ from, to }) => (from === to ? from : `${from} … ${to}`));
  const listed = periods.slice(0, LISTED_PERIODS).join(', ') + (periods.length > LISTED_PERIODS ? ' …' : '');
  return `no ${report} covers ${missing.length} of the ${days.length} days: ${listed}`;
}

/** From the third file on a report has a rhythm: the median of the days between its files. It is overdue after twice as long. */
const LEAST_FILES = 3;

function overdue({ files, period }: StoreFacts): Gap[] {
  const today = addDays(period.to, 1);
  return files.flatMap(({ report, madeOn }) => {
    const days = [...new Set(madeOn)].sort();
    if (days.length < LEAST_FILES) return [];
    const steps = days.slice(1).map((day, at) => daysBetween(days[at] as Day, day));
    const rhythm = Math.max(1, Math.round(median(steps) as number));
    const last = days.at(-1) as Day;
    const late = daysBetween(last, today);
    if (late <= 2 * rhythm) return [];
    const every = rhythm === 1 ? 'every day' : `every ${rhythm} days`;
    const gap = `came ${every}, the last one is of ${last}`;
    return [{ area: 'overdue', share: null, gap, hidden: null, hides: '', closes: report }] satisfies Gap[];
  });
}

function rejected({ files }: StoreFacts): Gap[] {
  return files.flatMap(({ report, rejected: bad }) => {
    const rows = bad.reduce((sum, file) => sum + file.rows, 0);
    if (rows === 0) return [];
    const where = bad.length === 1 ? bad[0]?.file : `${bad.length} files`;
    const gap = `${rows} ${rows === 1 ? 'row' : 'rows'} of ${where} could not be read (${report.what})`;
    return [
      {
        area: 'rejected',
        share: null,
        gap,
        hidden: null,
        hides: '',
        closes: { what: "eco files list --where 'rows_rejected>0'", where: '' },
      },
    ] satisfies Gap[];
  });
}

function total<Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return rows.reduce((sum, row) => sum + row[key], 0);
}

/** Files by report. */
export function filesByReport(
  files: readonly { readonly report: Remedy; readonly madeOn: Day; readonly rowsRejected: number; readonly file: string }[],
): StoreFacts['files'] {
  return [...groupBy(files, (file) => file.report.what).values()].map((ofReport) => ({
    report: (ofReport[0] as (typeof ofReport)[number]).report,
    madeOn: ofReport.map((file) => file.madeOn),
    rejected: ofReport.filter((file) => file.rowsRejected > 0).map((file) => ({ file: file.file, rows: file.rowsRejected })),
  }));
}
