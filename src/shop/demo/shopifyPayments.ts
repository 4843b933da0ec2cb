/**
 * Shopify Payments: `payment_transactions_export` by quarter and for the last 30 days, and one list of payouts. A charge when the order is
 * paid (fee 2.9 % and 0.30), a refund when it is cancelled or something comes back (the fee stays). Each day's transactions are paid out two days later.
 */
import type { Day } from '../../core/day.js';
import { addDays, daysBetween } from '../../core/day.js';
import { instantOf, localTime } from './days.js';
import { type DemoFile, demoFile, downloadInstant } from './demoFile.js';
import { csv, money, utf8 } from './encode.js';
import { at } from './rng.js';
import { orderDownloads, totalsOf } from './shopifyOrders.js';
import type { DemoOrder } from './truth.js';
import type { World } from './world.js';

export const PAYMENT_HEADER =
  'Transaction Date,Type,Order,Card Brand,Card Source,Payout Status,Payout Date,Payout ID,Available On,Amount,Fee,Net,Checkout,Payment Method Name,Presentment Amount,Presentment Currency,Currency'.split(
    ',',
  );
export const PAYOUT_HEADER = 'Payout Date,Status,Charges,Refunds,Adjustments,Reserved Funds,Fees,Retried Amount,Total,Currency'.split(',');

const FEE_RATIO = 0.029;
const FEE_MINOR = 30;
const DAYS_TO_PAYOUT = 2;

/** What the card processor keeps of a charge. */
export function paymentFeeMinor(totalMinor: number): number {
  return Math.round(totalMinor * FEE_RATIO) + FEE_MINOR;
}

export interface Payment {
  readonly order: DemoOrder;
  readonly at: number;
  readonly day: Day;
  readonly type: 'charge' | 'refund';
  readonly amountMinor: number;
  readonly feeMinor: number;
}

/** Every charge and refund up to the last day, in the order of time. */
export function paymentsOf(world: World): Payment[] {
  const { axis } = world;
  const payment = (order: DemoOrder, instant: number, type: Payment['type'], amountMinor: number): Payment => ({
    ...{ order, at: instant, day: localTime(instant, 'pacific').day, type, amountMinor },
    feeMinor: type === 'charge' ? paymentFeeMinor(amountMinor) : 0,
  });
  return world.truth.orders
    .filter((order) => order.store === 'web' && order.paidAt !== null)
    .flatMap((order) => {
      const { total } = totalsOf(order);
      const returned = order.lines.flatMap(({ returned: back }) =>
        back === null
          ? []
          : [
              payment(
                order,
                instantOf(at(axis.days, back.day), 15 * 3600 + (order.buyer % 3600), 'pacific'),
                'refund',
                0 - back.amountMinor,
              ),
            ],
      );
      const cancelled = order.cancelledAt === null ? [] : [payment(order, order.cancelledAt, 'refund', 0 - total)];
      return [payment(order, order.paidAt as number, 'charge', total), ...cancelled, ...returned];
    })
    .filter(({ day }) => day <= axis.last)
    .sort((a, b) => a.at - b.at);
}

export function shopifyPaymentFiles(world: World): DemoFile[] {
  const payments = paymentsOf(world);
  const files = orderDownloads(world.axis.first, world.axis.last).map(({ from, to, on }) => {
    const rows = payments.filter(({ day }) => day >= from && day <= to).reverse();
    const bytes = utf8(csv([PAYMENT_HEADER, ...rows.map((row) => paymentRow(row, on))]));
    return demoFile(`shopify/payment_transactions_export_${from}..${to}.csv`, bytes, 'web', on);
  });
  return [...files, payoutFile(world, payments)];
}

function payoutDay(day: Day): Day {
  return addDays(day, DAYS_TO_PAYOUT);
}

function payoutId(day: Day): string {
  return String(98_000_000 + daysBetween('2020-01-01' as Day, day));
}

function paymentRow({ order, at: instant, day, type, amountMinor, feeMinor }: Payment, on: Day): string[] {
  const { time, offset } = localTime(instant, 'pacific');
  const paidOut = payoutDay(day);
  const isPaid = instantOf(paidOut, 0, 'pacific') <= downloadInstant(on, 'web');
  const amount = money(amountMinor);
  return [
    ...[`${day} ${time} -0${-offset}00`, type, order.id, order.buyer % 3 === 0 ? 'master' : 'visa', 'online', isPaid ? 'paid' : 'pending'],
    ...[paidOut, payoutId(paidOut), paidOut, amount, money(feeMinor), money(amountMinor - feeMinor)],
    ...[`#c${order.id.slice(1)}`, 'card', amount, 'USD', 'USD'],
  ];
}

function payoutFile(world: World, payments: readonly Payment[]): DemoFile {
  const byDay = new Map<Day, Payment[]>();
  for (const payment of payments) {
    const day = payoutDay(payment.day);
    if (day <= world.axis.last) byDay.set(day, [...(byDay.get(day) ?? []), payment]);
  }
  const rows = [...byDay].reverse().map(([day, own]) => {
    const sum = (type: Payment['type']) => own.filter((each) => each.type === type).reduce((total, each) => total + each.amountMinor, 0);
    const fees = own.reduce((total, each) => total + each.feeMinor, 0);
    const [charges, refunds] = [sum('charge'), sum('refund')];
    return [day, 'paid', money(charges), money(refunds), '0.00', '0.00', money(fees), '0.00', money(charges + refunds - fees), 'USD'];
  });
  const on = addDays(world.axis.last, 1);
  return demoFile(`shopify/payouts_export_${on}.csv`, utf8(csv([PAYOUT_HEADER, ...rows])), 'web', on);
}
