/**
 * The lines of a profit and loss statement, as data. Income is positive and costs are negative, so lines add up to the profit. Lines
 * `apart` are money that is no profit: taxes collected for others, reserves, transfers to the bank.
 *
 * Fees that no list of words knows become lines of their own under the platform's name (`fee: …`): named, never dropped.
 */

export type Section = 'income' | 'fees' | 'ads' | 'goods' | 'other' | 'apart';

export interface Line {
  readonly key: string;
  readonly label: string;
  readonly section: Section;
  /** Follows orders, so it is part of the contribution; storage, subscriptions and corrections are not. */
  readonly varies: boolean;
  /** Paid back or charged for something else than the order it names: it counts on the day on which it was booked. */
  readonly onBooking: boolean;
  /** What it is the sum of. */
  readonly formula: string;
}

function line(key: string, label: string, section: Section, formula: string, more: Partial<Line> = {}): Line {
  return { key, label, section, varies: true, onBooking: false, formula, ...more };
}

const FIXED = { varies: false } as const;
const BOOKED = { varies: false, onBooking: true } as const;

const LINES: readonly Line[] = [
  line('sales', 'sales', 'income', 'goods sold, before discounts, without the tax that is told apart'),
  line('discounts', 'discounts and promotions', 'income', 'discounts that the seller gave on goods and on shipping'),
  line('shipping_income', 'shipping income', 'income', 'what buyers paid for shipping and gift wrap'),
  line('refunds', 'refunds', 'income', 'goods and shipping paid back to buyers, less the discounts that came back'),
  line('commission', 'commission', 'fees', 'the platform’s share of sales'),
  line('commission_returned', 'commission returned', 'fees', 'commission and fees paid back with refunds'),
  line('refund_fees', 'refund fees', 'fees', 'what the platform keeps or charges for a refund or a return'),
  line('fulfilment', 'fulfilment', 'fees', 'picking, packing and delivery by the platform'),
  line('payment_fees', 'payment fees', 'fees', 'what taking the payment cost'),
  line('affiliate_commission', 'affiliate commission', 'fees', 'shares of those who brought the buyer'),
  line('shipping_costs', 'shipping costs', 'fees', 'labels and carriers, charged through the platform'),
  line('insurance', 'insurance', 'fees', 'shipping and freight insurance'),
  line('promotion_fees', 'promotion fees', 'fees', 'fees for coupons, deals and campaigns', FIXED),
  line('listing_fees', 'listing fees', 'fees', 'fees for listing and renewing', FIXED),
  line('tax_on_fees', 'tax on fees', 'fees', 'tax that the platform adds to its fees'),
  line('storage', 'storage', 'fees', 'storage, aged stock and overage', BOOKED),
  line('inbound', 'inbound', 'fees', 'transport, placement and preparation of deliveries to the platform’s warehouse', BOOKED),
  line('removals', 'removals', 'fees', 'removal, disposal and liquidation fees', BOOKED),
  line('subscription', 'subscription', 'fees', 'the account’s monthly fee', BOOKED),
  line('service_fees', 'other services', 'fees', 'services of the platform under their own names', BOOKED),
  line('penalties', 'penalties and claims', 'fees', 'penalties, claims and chargebacks', BOOKED),
  line('ads', 'ads', 'ads', 'cost of clicks and views in the ad reports; without any, what settlements charge for them', FIXED),
  line('goods_sold', 'goods sold', 'goods', 'units sold × unit cost on the day of the order'),
  line('goods_returned', 'goods back, sellable', 'goods', 'returned units that came back sellable × their unit cost'),
  line(
    'goods_lost',
    'goods lost',
    'goods',
    'units lost or damaged in the warehouse less those found again, or those that it paid for if these are more, × unit cost',
    FIXED,
  ),
  line('reimbursements', 'reimbursements', 'other', 'what the platform paid for lost, damaged and wrongly returned goods', BOOKED),
  line('subsidies', 'subsidies', 'other', 'discounts that the platform pays'),
  line('liquidations', 'liquidations', 'other', 'proceeds of stock that was sold off', BOOKED),
  line('adjustments', 'adjustments', 'other', 'corrections by the platform', BOOKED),
  line('tax_collected', 'tax collected', 'apart', 'tax paid by buyers, less that paid back to them'),
  line('tax_withheld', 'tax withheld', 'apart', 'tax that the platform keeps and pays to the state'),
  line('reserve', 'reserve', 'apart', 'held back from this settlement and released from the one before', BOOKED),
  line('transfers', 'transfers', 'apart', 'to and from the bank, the ad account and deposits', BOOKED),
  line('ads_billed', 'ads, as billed', 'apart', 'what settlements charge for ads that the ad reports tell by day', BOOKED),
  line('payments', 'payments', 'apart', 'what buyers paid for orders whose sales are told by the orders themselves'),
  line('excluded', 'excluded orders', 'apart', 'goods, payments and refunds of orders that were excluded by hand'),
];

const BY_KEY = new Map(LINES.map((each, at) => [each.key, { each, at }]));
const UNKNOWN = 'fee: ';

/** A line by its key; a fee that no list knows has its name in the key. */
export function lineOf(key: string): Line {
  return BY_KEY.get(key)?.each ?? line(key, key.slice(UNKNOWN.length), 'fees', 'amounts that the platform books under this name');
}

export function unknownFee(name: string): string {
  return `${UNKNOWN}${name}`;
}

export function isUnknownFee(key: string): boolean {
  return key.startsWith(UNKNOWN);
}

/** The order of a statement: as listed; unknown fees after the known ones, by name. */
export function inLineOrder(a: string, b: string): number {
  return placeOf(a) - placeOf(b) || (a < b ? -1 : a > b ? 1 : 0);
}

function placeOf(key: string): number {
  return BY_KEY.get(key)?.at ?? (BY_KEY.get('penalties') as { at: number }).at + 0.5;
}
