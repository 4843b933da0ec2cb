/**
 * KPIs of clients, stores, categories or SKUs: one row a thing and metric, the things that sell most first. Metrics of which nothing is
 * known are left out, and of clients those that stores do not have together.
 */
import type { Day } from '../../core/day.js';
import type { Column, Row, Table } from '../../core/table.js';
import { groupBy } from '../../measures/grouping.js';
import { type Against, comparedFigures, type Figure, type FigureOf, type StoreInfo } from '../kpis/compared.js';
import type { Figures } from '../kpis/figures.js';
import { kpi, type Metric, metricsOf } from '../kpis/kpi.js';
import { ADDED_METRICS, together } from '../kpis/together.js';
import { LISTING_METRICS, type Thing } from './listingFigures.js';

export const LEVELS = ['client', 'store', 'category', 'sku'] as const;
export type LevelName = (typeof LEVELS)[number];

/** A store's part in the table. */
export interface LevelStore {
  readonly store: StoreInfo & { readonly client: string | null };
  readonly now: Figures;
  readonly against: Against;
  readonly basis: 'usual' | 'previous';
  readonly figures: FigureOf;
  /** Its listings or categories, where the table is about them. */
  readonly things: readonly Thing[];
}

export const LEVEL_COLUMNS: readonly Column[] = [
  { key: 'client', header: 'Client', kind: 'text' },
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'category', header: 'Category', kind: 'text' },
  { key: 'sku', header: 'SKU', kind: 'text' },
  { key: 'metric', header: 'Metric', kind: 'text' },
  { key: 'value', header: 'Value', kind: 'measure' },
  { key: 'unit', header: 'Unit', kind: 'text', detail: true },
  { key: 'currency', header: 'Currency', kind: 'text', detail: true },
  { key: 'previous', header: 'Before', kind: 'measure' },
  { key: 'same_weekday', header: 'Usual weekday', kind: 'measure' },
  { key: 'last_year', header: 'A year ago', kind: 'measure' },
  { key: 'target', header: 'Target', kind: 'measure' },
  { key: 'change_ratio', header: 'Change', kind: 'ratio', signed: true },
  { key: 'finished', header: 'Finished', kind: 'boolean', detail: true },
  { key: 'period_from', header: 'From', kind: 'day', detail: true },
  { key: 'period_to', header: 'To', kind: 'day', detail: true },
];

/** Columns that only some levels or verbs fill. */
const SHOWN: Readonly<Record<LevelName, readonly string[]>> = {
  client: ['client', 'target'],
  store: ['client', 'store', 'target'],
  category: ['store', 'category'],
  sku: ['store', 'sku'],
};

/** `exchangeNotes`: what is to be said of stores that are told in another currency than their own. */
export function levelTable(stores: readonly LevelStore[], by: LevelName, asOf: Day, exchangeNotes: readonly string[] = []): Table {
  const rows =
    by === 'client' ? clientRows(stores) : by === 'store' ? stores.flatMap(storeRows) : stores.flatMap((each) => thingRows(each, by));
  const isDaily = stores.some(({ basis }) => basis === 'usual');
  const isShown = ({ key }: Column) =>
    !['client', 'store', 'category', 'sku', 'target'].includes(key) ? key !== 'same_weekday' || isDaily : SHOWN[by].includes(key);
  return {
    id: 'report.levels/1',
    columns: LEVEL_COLUMNS.map((column) => (isShown(column) ? column : { ...column, detail: true })),
    rows,
    notes: [...notesOf(stores, by), ...exchangeNotes],
    params: { by, periods: stores.map(({ store, now }) => `${store.name} ${now.from}..${now.to}`) },
    asOf,
  };
}

function storeRows({ store, now, figures }: LevelStore): Row[] {
  return metricsOf(store.platform).flatMap((metric) =>
    rowOf({ client: store.client, store: store.name }, figures[metric], store.currency, now),
  );
}

function clientRows(stores: readonly LevelStore[]): Row[] {
  const groups = groupBy(stores, ({ store, now }) => [store.client ?? '', store.currency ?? '', now.from, now.to].join('\u001f'));
  return [...groups.values()]
    .sort((a, b) => ((a[0]?.store.client ?? '') < (b[0]?.store.client ?? '') ? -1 : 1))
    .flatMap((group) => {
      const { store, now } = group[0] as LevelStore;
      const { figures, currency } = together(group);
      return ADDED_METRICS.flatMap((metric) => rowOf({ client: store.client }, figures[metric], currency, now));
    });
}

function thingRows({ store, now, against, basis, things }: LevelStore, by: 'category' | 'sku'): Row[] {
  const told = things.map((thing) => {
    const sides = {
      previous: against.previous.map(thing.on),
      usual: against.usual.map(thing.on),
      lastYear: against.lastYear.map(thing.on),
    };
    return { label: thing.label, figures: comparedFigures(thing.on(now), sides, basis, () => null) };
  });
  const sales = (each: (typeof told)[number]) => each.figures.sales.value ?? -1;
  return told
    .sort((a, b) => sales(b) - sales(a) || ((a.label ?? '') < (b.label ?? '') ? -1 : 1))
    .flatMap(({ label, figures }) =>
      LISTING_METRICS.flatMap((metric: Metric) => rowOf({ store: store.name, [by]: label }, figures[metric], store.currency, now)),
    );
}

/** A row, or none where nothing is known of the metric. */
function rowOf(
  names: Readonly<Partial<Record<LevelName, string | null>>>,
  figure: Figure,
  currency: string | null,
  { from, to }: Pick<Figures, 'from' | 'to'>,
): Row[] {
  const { value, previous, usual, lastYear, target } = figure;
  if ([value, previous, usual, lastYear].every((each) => each === null)) return [];
  const { unit } = kpi(figure.metric);
  return [
    {
      client: names.client ?? null,
      store: names.store ?? null,
      category: names.category ?? null,
      sku: names.sku ?? null,
      metric: figure.metric,
      value,
      unit,
      currency: unit === 'amount' ? currency : null,
      previous,
      same_weekday: usual,
      last_year: lastYear,
      target,
      change_ratio: figure.change,
      finished: figure.finished,
      period_from: from,
      period_to: to,
    },
  ];
}

function notesOf(stores: readonly LevelStore[], by: LevelName): string[] {
  const unknown = stores.filter(({ now }) => now.salesSource !== 'orders').map(({ store }) => store.name);
  const isThing = by === 'sku' || by === 'category';
  return [
    ...(isThing ? ['an order counts for each thing in it, so orders do not add up to those of the store'] : []),
    ...(isThing && unknown.length > 0
      ? [`no order file covers the period in ${unknown.join(', ')}: what its listings sold is unknown`]
      : []),
    ...(by === 'client'
      ? ['amounts of several currencies stand in rows of their own; a sum is told where it is known of every store']
      : []),
  ];
}
