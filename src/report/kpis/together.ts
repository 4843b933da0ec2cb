/**
 * Stores of one currency and period together, where every one of them is known; never across currencies. What people or items
 * make (visitors, order values, conversion) has no total.
 */
import type { Day } from '../../core/day.js';
import { changeRatio } from '../../measures/change.js';
import { groupBy } from '../../measures/grouping.js';
import type { Figure, FigureOf, StoreInfo } from './compared.js';
import type { Figures, Profit } from './figures.js';
import { METRIC_NAMES, type Metric } from './kpi.js';

export interface Part {
  readonly store: StoreInfo;
  readonly now: Pick<Figures, 'from' | 'to' | 'profit' | 'sales'>;
  readonly figures: FigureOf;
  /** What a change is measured against. */
  readonly basis: 'usual' | 'previous';
}

export interface Together {
  readonly stores: readonly string[];
  readonly currency: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly figures: FigureOf;
  /** Where the profit of every one is known. */
  readonly profit: Profit | null;
}

const ADDED = ['sales', 'units', 'orders', 'ad_spend', 'ad_sales', 'profit'] as const satisfies readonly Metric[];
const DIVIDED = {
  acos: ['ad_spend', 'ad_sales'],
  tacos: ['ad_spend', 'sales'],
  roas: ['ad_sales', 'ad_spend'],
  margin: ['profit', 'sales'],
} as const satisfies Readonly<Partial<Record<Metric, readonly [Metric, Metric]>>>;

/** The metrics that several stores have together. */
export const ADDED_METRICS: readonly Metric[] = [...ADDED, ...(Object.keys(DIVIDED) as (keyof typeof DIVIDED)[])];

/** Groups of more than one store. */
export function togetherOf(parts: readonly Part[]): Together[] {
  const groups = groupBy(
    parts.filter(({ store }) => store.currency !== null),
    ({ store, now }) => `${store.currency} ${now.from} ${now.to}`,
  );
  return [...groups.values()].filter((group) => group.length > 1).map(together);
}

/** Several stores of one currency and period, or one. */
export function together(parts: readonly Part[]): Together {
  const first = parts[0] as Part;
  const add = (values: readonly (number | null)[]) =>
    values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value as number), 0);
  const divide = ([a, b]: readonly (number | null)[]) => (a === null || b === null || !b ? null : (a as number) / b);
  const added = new Map<Metric, Figure>(
    ADDED.map((metric) => [
      metric,
      combine(
        metric,
        parts.map(({ figures }) => figures[metric]),
        add,
        first.basis,
      ),
    ]),
  );
  for (const [metric, of] of Object.entries(DIVIDED) as [Metric, readonly Metric[]][]) {
    const figures = of.map((part) => added.get(part) as Figure);
    added.set(metric, combine(metric, figures, divide, first.basis));
  }
  const nothing = (metric: Metric) => combine(metric, [], () => null, first.basis);
  return {
    stores: parts.map(({ store }) => store.name),
    currency: first.store.currency,
    from: first.now.from,
    to: first.now.to,
    profit: profitOf(parts, added.get('profit')?.value ?? null),
    figures: Object.fromEntries(METRIC_NAMES.map((metric) => [metric, added.get(metric) ?? nothing(metric)])) as FigureOf,
  };
}

/** Estimated where one of them is; without cost is what share of all their sales is. */
function profitOf(parts: readonly Part[], minor: number | null): Profit | null {
  if (minor === null) return null;
  const sales = parts.reduce((sum, { now }) => sum + (now.sales ?? 0), 0);
  const withoutCost = parts.reduce((sum, { now }) => sum + (now.sales ?? 0) * (now.profit?.withoutCost ?? 0), 0);
  return {
    minor,
    estimated: Math.max(...parts.map(({ now }) => now.profit?.estimated ?? 0)),
    withoutCost: sales === 0 ? 0 : withoutCost / sales,
  };
}

function combine(
  metric: Metric,
  figures: readonly Figure[],
  how: (values: readonly (number | null)[]) => number | null,
  basis: Part['basis'],
): Figure {
  const of = (key: 'value' | 'previous' | 'usual' | 'lastYear' | 'target') => how(figures.map((figure) => figure[key]));
  const value = of('value');
  // Where one of the stores cannot be compared, neither can the sum.
  const changeTo = (key: keyof Figure['changes']) =>
    figures.some(({ changes }) => changes[key] === null) ? null : changeRatio(value, of(key));
  const changes = { previous: changeTo('previous'), usual: changeTo('usual'), lastYear: changeTo('lastYear') };
  return {
    metric,
    value,
    previous: of('previous'),
    usual: of('usual'),
    lastYear: of('lastYear'),
    target: of('target'),
    changes,
    change: changes[basis],
    finished: figures.length > 0 && figures.every((figure) => figure.finished),
  };
}
