/**
 * Amazon's settlements, flat file V2: one file for each fortnight and store, tab-separated, UTF-8, LF, times in UTC. The first row says what
 * the settlement pays out, and the rows below add up to it. What was sold in the last week is held back for the most part and comes with the
 * next one (reserve). The newest ends about twelve days before the last day: what came since must be estimated.
 */
import type { Day } from '../../core/day.js';
import { addDays } from '../../core/day.js';
import { type AmazonStore, type MoneyEvent, moneyEvents } from './amazonMoney.js';
import { instantOf, isoSeconds } from './days.js';
import { type DemoFile, demoFile } from './demoFile.js';
import { money, tsv, utf8 } from './encode.js';
import { identifier } from './listings.js';
import { at } from './rng.js';
import type { World } from './world.js';

export const SETTLEMENT_HEADER =
  'settlement-id settlement-start-date settlement-end-date deposit-date total-amount currency transaction-type order-id merchant-order-id adjustment-id shipment-id marketplace-name amount-type amount-description amount fulfillment-id posted-date posted-date-time order-item-code merchant-order-item-id merchant-adjustment-item-id sku quantity-purchased promotion-id'.split(
    ' ',
  );

/** Settlements that are still to be downloaded; Amazon keeps them for a while. */
const SETTLEMENT_PERIODS = 6;
const PERIOD_DAYS = 14;
const DAYS_SINCE_NEWEST: Readonly<Record<AmazonStore, number>> = { us: 12, ca: 10 };
const RESERVED_DAYS = 7;
const RESERVED_SHARE = 0.6;

/** First and last days of the settlements of a store, the oldest first. */
function settlementPeriods(world: World, store: AmazonStore): { from: Day; to: Day }[] {
  const end = addDays(world.axis.last, -DAYS_SINCE_NEWEST[store]);
  return Array.from({ length: SETTLEMENT_PERIODS }, (_, i) => {
    const to = addDays(end, -PERIOD_DAYS * (SETTLEMENT_PERIODS - 1 - i));
    return { from: addDays(to, 1 - PERIOD_DAYS), to };
  });
}

export function amazonSettlementFiles(world: World): DemoFile[] {
  return (['us', 'ca'] as const).flatMap((store) => {
    const periods = settlementPeriods(world, store);
    const events = moneyEvents(world, store, addDays(at(periods, 0).from, -RESERVED_DAYS));
    return periods.map(({ from, to }) => {
      const own = events.filter(({ day }) => day >= from && day <= to);
      const reserves = { before: reserveAt(events, addDays(from, -1)), now: reserveAt(events, to) };
      const bytes = utf8(tsv([SETTLEMENT_HEADER, ...settlementRows(world, store, { from, to }, own, reserves)]));
      return demoFile(`amazon/${settlementId(store, to)}.txt`, bytes, null, addDays(to, 3));
    });
  });
}

/** Of the proceeds of the last week, held back until the next settlement. */
function reserveAt(events: readonly MoneyEvent[], day: Day): number {
  const since = addDays(day, 1 - RESERVED_DAYS);
  const proceeds = events
    .filter((event) => event.kind === 'Order' && event.day >= since && event.day <= day)
    .reduce((sum, { amounts }) => sum + amounts.reduce((all, { minor }) => all + minor, 0), 0);
  return Math.round(proceeds * RESERVED_SHARE);
}

function settlementId(store: AmazonStore, to: Day): string {
  return `2${identifier(`settlement/${store}/${to}`, '0123456789', 10)}`;
}

/** `2026-06-02 17:05:00 UTC`. */
function utc(instant: number): string {
  return `${isoSeconds(instant).replace('T', ' ')} UTC`;
}

function settlementRows(
  world: World,
  store: AmazonStore,
  { from, to }: { from: Day; to: Day },
  events: readonly MoneyEvent[],
  reserves: { readonly before: number; readonly now: number },
): string[][] {
  const id = settlementId(store, to);
  const reserve = (moment: number, part: string, minor: number) =>
    row(id, {
      'transaction-type': 'other-transaction',
      'amount-type': 'other-transaction',
      'amount-description': part,
      amount: money(minor),
      ...posted(moment),
    });
  const start = instantOf(from, 0, 'pacific');
  const end = instantOf(addDays(to, 1), 0, 'pacific') - 1;
  const sum = events.reduce((total, { amounts }) => total + amounts.reduce((all, { minor }) => all + minor, 0), 0);
  const first = row(id, {
    ...{ 'settlement-start-date': utc(start), 'settlement-end-date': utc(end), 'deposit-date': utc(end + 2 * 86_400) },
    ...{ 'total-amount': money(sum + reserves.before - reserves.now), currency: store === 'ca' ? 'CAD' : 'USD' },
  });
  return [
    first,
    reserve(start, 'Previous Reserve Amount Balance', reserves.before),
    ...events.flatMap((event) => eventRows(world, id, event)),
    reserve(end, 'Current Reserve Amount', 0 - reserves.now),
  ];
}

function eventRows(world: World, id: string, event: MoneyEvent): string[][] {
  const { order, store, kind } = event;
  const listing = event.listing === null ? null : at(world.listings, event.listing);
  const ofOrder: Readonly<Record<string, string>> =
    order === null
      ? {}
      : {
          'order-id': order.id,
          'shipment-id': identifier(`shipment/${order.id}`, '0123456789ABCDEFGHJKLMNPQRSTVWXYZ', 9),
          'marketplace-name': store === 'ca' ? 'Amazon.ca' : 'Amazon.com',
          'fulfillment-id': listing?.fulfilment === 'merchant' ? 'MFN' : 'AFN',
        };
  const adjustment = kind === 'Refund' && order !== null ? `amzn1:crow:${identifier(`refund/${order.id}`, '0123456789abcdef', 12)}` : '';
  return event.amounts.map(({ type, part, minor }) => {
    const isCounted = part === 'Principal' && type === 'ItemPrice' && kind === 'Order';
    return row(id, {
      'transaction-type': kind,
      ...ofOrder,
      ...{ 'amount-type': type, 'amount-description': part, amount: money(minor), ...posted(event.at), sku: listing?.code ?? '' },
      'quantity-purchased': isCounted || type === 'FBA Inventory Reimbursement' ? String(event.quantity) : '',
      'adjustment-id': adjustment,
    });
  });
}

function posted(instant: number): Record<string, string> {
  const text = utc(instant);
  return { 'posted-date': text.slice(0, 10), 'posted-date-time': text };
}

function row(id: string, cells: Readonly<Record<string, string>>): string[] {
  return SETTLEMENT_HEADER.map((column) => (column === 'settlement-id' ? id : (cells[column] ?? '')));
}
