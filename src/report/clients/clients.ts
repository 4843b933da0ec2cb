/**
 * One line a client and currency: how its stores did together over the last days, beside the days before and a year ago. Stores of one
 * currency add up (together.ts); a figure that one of them does not know is unknown, and a sum that lacks days is compared with nothing.
 * Amounts of two currencies are never added: a client that sells in two has two lines, unless all are asked for in one currency and
 * imported tables have its rates (kpis/exchange.ts).
 */
import { type Day, type Period, periodText } from '../../core/day.js';
import type { Column, Row, Table } from '../../core/table.js';
import { changeRatio } from '../../measures/change.js';
import { groupBy, sumKnown } from '../../measures/grouping.js';
import type { Figures } from '../kpis/figures.js';
import { type Part, together } from '../kpis/together.js';

export interface ClientStore extends Part {
  /** Null: of nobody in particular. */
  readonly client: string | null;
  readonly now: Figures;
  readonly stockAtRisk: number | null;
  /** The newest day that is known of the store; null without any. */
  readonly newest: Day | null;
}

export const CLIENT_COLUMNS: readonly Column[] = [
  { key: 'client', header: 'Client', kind: 'text' },
  { key: 'stores', header: 'Stores', kind: 'text' },
  { key: 'currency', header: 'Currency', kind: 'text' },
  { key: 'sales_amount', header: 'Sales', kind: 'money' },
  { key: 'change_ratio', header: 'To before', kind: 'ratio', digits: 0, signed: true },
  { key: 'last_year_ratio', header: 'To last year', kind: 'ratio', digits: 0, signed: true },
  { key: 'orders', header: 'Orders', kind: 'integer' },
  { key: 'ad_spend_amount', header: 'Ads', kind: 'money' },
  { key: 'tacos', header: 'TACOS', kind: 'ratio', yields: true },
  { key: 'profit_amount', header: 'Profit', kind: 'money' },
  { key: 'margin', header: 'Margin', kind: 'ratio', yields: true },
  { key: 'at_risk', header: 'At risk', kind: 'integer' },
  { key: 'days_missing', header: 'Days missing', kind: 'integer' },
  { key: 'known_until', header: 'Known until', kind: 'day' },
];

const APART =
  'amounts of several currencies are not added: each has a line. --currency EUR tells all of them in one, where its rates are imported (eco products costs rates)';

/** `exchange`: the notes where all amounts were asked for in one currency; null where each keeps its own. */
export function clientsTable(stores: readonly ClientStore[], period: Period, asOf: Day, exchange: readonly string[] | null = null): Table {
  const currencies = new Set(stores.map(({ store }) => store.currency)).size;
  const named = [...groupBy(stores, ({ client }) => client)].sort(([a], [b]) => byName(a, b));
  return {
    id: 'report.clients/1',
    title: 'Clients',
    columns: CLIENT_COLUMNS,
    rows: named.flatMap(([client, ofClient]) => {
      const apart = [...groupBy(ofClient, currencyOrStore)].sort(([a], [b]) => byName(a, b));
      return apart.map(([, parts]) => clientRow(client, parts));
    }),
    notes: [
      `${periodText(period)}, beside as many days before and the same weekdays a year ago`,
      'days missing: days of stores that no order file tells; ads are told where a report covers all days',
      ...(exchange ?? (currencies > 1 ? [APART] : [])),
      ...(stores.every(({ client }) => client === null) ? ['no clients are named yet: eco store edit STORE --client NAME'] : []),
    ],
    params: { from: period.from, to: period.to },
    asOf,
  };
}

/** Those of nobody last. */
function byName(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Stores of unknown currency cannot be added to any other: each has a line of its own, after the others. */
function currencyOrStore({ store }: ClientStore): string {
  return store.currency ?? `~${store.name}`;
}

function clientRow(client: string | null, parts: readonly ClientStore[]): Row {
  const { figures } = together(parts);
  const newest = parts.map((part) => part.newest);
  const missing = parts.reduce((sum, part) => sum + part.now.missing.sales.length, 0);
  // Ads of some of the days beside the sales of all of them would look cheap.
  const knowsAds = parts.every((part) => part.now.missing.ads.length === 0);
  return {
    client,
    stores: parts.map(({ store }) => store.name).join(', '),
    currency: parts[0]?.store.currency ?? null,
    sales_amount: figures.sales.value,
    change_ratio: figures.sales.change,
    last_year_ratio: missing > 0 ? null : changeRatio(figures.sales.value, figures.sales.lastYear),
    orders: figures.orders.value,
    ad_spend_amount: knowsAds ? figures.ad_spend.value : null,
    tacos: knowsAds ? figures.tacos.value : null,
    profit_amount: figures.profit.value,
    margin: figures.margin.value,
    at_risk: sumKnown(parts.map((part) => part.stockAtRisk)),
    days_missing: missing,
    // As far as all of them are known.
    known_until: newest.includes(null) ? null : (newest.sort()[0] as Day),
  };
}
