/**
 * What bids puts on the morning list: search terms (targets, where a report knows no terms) that spend and do not sell (wasted.ts), by
 * store and currency. Looked at are 60 days that end a week ago: sales still arrive for seven days after a click.
 */
import { counted } from '../core/count.js';
import { addDays, type Day } from '../core/day.js';
import { MICRO, minorFromMicros } from '../core/money.js';
import { shellWord } from '../core/shellWord.js';
import type { TodoStep } from '../core/todo.js';
import type { Database } from '../db/connection.js';
import { adReports } from '../facts/adQueries.js';
import type { Store } from '../facts/stores.js';
import { groupBy } from '../measures/grouping.js';
import { chooseUnits } from './choose.js';
import type { Grouping } from './grouping.js';
import type { AdSums } from './performance.js';
import { adSums, storesWithAds } from './queries.js';
import { DOUBT, type Target, wastedTargets } from './wasted.js';

const DAYS = 60;
const ARRIVING_DAYS = 7;

/** `marginOf`: the share of a store's sales that is left after the goods; null where it is not known. */
export function bidsTodo(db: Database, stores: readonly Store[], asOf: Day, marginOf: (store: Store) => number | null): TodoStep[] {
  const storeIds = storesWithAds(
    db,
    stores.map(({ storeId }) => storeId),
  );
  if (storeIds.length === 0) return [];
  const to = addDays(asOf, -ARRIVING_DAYS - 1);
  const period = { from: addDays(to, -(DAYS - 1)), to };
  const reports = adReports(db, storeIds, period);
  const termStep = (by: Grouping) => {
    const groupings: Grouping[] = ['store', 'campaign', by];
    const choice = chooseUnits(reports, storeIds, period, groupings);
    const days = new Map(choice.missing.map(({ storeId, days: missing }) => [storeId, DAYS - missing.length]));
    const sums = adSums(db, choice.chosen, groupings).filter((row) => row[by] !== null);
    return stores.flatMap((store) => {
      const own = sums.filter((row) => row.store === store.name);
      return stepsOf(store, own, by, days.get(store.storeId) ?? 0, period, marginOf(store));
    });
  };
  const terms = termStep('search_term');
  return terms.length > 0 ? terms : termStep('targeting');
}

function stepsOf(
  store: Store,
  sums: readonly AdSums[],
  by: Grouping,
  days: number,
  period: { readonly from: Day; readonly to: Day },
  margin: number | null,
): TodoStep[] {
  if (days === 0) return [];
  return [...groupBy(sums, ({ currency }) => currency)].flatMap(([currency, rows]) => {
    // The same sums counted over another window after the click are other rows: one target is judged once.
    const targets = [...groupBy(rows, (row) => `${row.campaign} ${row[by]}`).values()].flatMap(targetOf);
    const wasted = wastedTargets(targets, margin ?? 1);
    if (wasted.length === 0) return [];
    const cost = wasted.reduce((sum, target) => sum + target.cost, 0);
    const what = by === 'search_term' ? (wasted.length === 1 ? 'search term' : 'search terms') : wasted.length === 1 ? 'target' : 'targets';
    const spent = { value: cost, kind: 'unitAmount', currency, digits: 0 } as const;
    const text = [
      { value: wasted.length, kind: 'integer' } as const,
      ` ${what} of ${store.name} spent `,
      spent,
      ` in ${counted(days, 'day', 'days')}, sold nothing`,
    ];
    const where = `--where orders=0 --where 'clicks>=${Math.min(...wasted.map(({ clicks }) => clicks))}'`;
    const command = `eco bids performance --by campaign,${by} --store ${shellWord(store.name)} --from ${period.from} --to ${period.to} ${where} --sort -cost_amount`;
    const worth = {
      amountMinor: perDay(cost, days, currency),
      currency,
      per: 'day',
      of: 'spend',
      estimated: false,
      how: howOf(wasted, cost, days, currency, margin),
    } as const;
    return [{ kind: 'wasted_spend' as const, store: store.name, text, command, worth }];
  });
}

function targetOf(rows: readonly AdSums[]): Target[] {
  const sum = (key: 'clicks' | 'orders' | 'cost' | 'sales') =>
    rows.some((row) => row[key] === null) ? null : rows.reduce((total, row) => total + (row[key] as number), 0);
  const [clicks, orders, cost, sales] = [sum('clicks'), sum('orders'), sum('cost'), sum('sales')];
  // Unknown orders are no zero orders.
  return clicks === null || orders === null || cost === null ? [] : [{ clicks, orders, cost, sales }];
}

function perDay(cost: number, days: number, currency: string | null): number {
  const minor = minorFromMicros(MICRO, currency) as number;
  return Math.round((cost / days / MICRO) * minor);
}

function howOf(wasted: readonly Target[], cost: number, days: number, currency: string | null, margin: number | null): string {
  const judged =
    margin === null ? 'even if the goods cost nothing (no unit cost is known)' : `at a margin of ${Math.round(margin * 100)} % before fees`;
  return `${(cost / MICRO).toFixed(2)} ${currency ?? ''} spent on ${wasted.length} without an order ÷ ${counted(days, 'day', 'days')}; of each, P(CVR ≥ break-even) < ${DOUBT * 100} % ${judged}`;
}
