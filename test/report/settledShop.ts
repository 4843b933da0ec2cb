/**
 * An Amazon shop (us, Los Angeles, USD) with two settlements, worked out on paper. Asked on the morning of 22 October 2026 about 1 to 21 October.
 *
 * Costs: KETTLE-17 10.00, from 5 October 11.00; MUG-4 2.50.
 *
 * September's settlement (900) pays three orders of a kettle at 33.00 (commission 4.95, delivery 5.00 each) and three of a mug at 12.00
 * (1.80 and 3.00): 3 × 23.05 + 3 × 7.20 = 90.75. It says 90.75.
 *
 * October's (901), row by row:
 *
 * | order | | KETTLE-17 | MUG-4 | |
 * |---|---|---|---|---|
 * | O-1, 2 Oct | 2 kettles | 66.00, tax 5.28 collected and 5.28 withheld, shipping 3.99 and 3.99 given away, −9.90, −10.40 | | 45.70 |
 * | O-2, 3 Oct | 1 mug | | 12.00 −1.80 −3.00 | 7.20 |
 * | O-3, 5 Oct | 1 kettle, 3 mugs | 33.00 −4.95 −5.20, and −0.77 of a fee that nobody knows | 36.00 −5.40 −9.00 | 43.68 |
 * | S-1, 20 Sep, refunded 8 Oct | 1 kettle | −33.00, tax −2.64 and +2.64, commission back 4.95, kept 0.99 | | −29.04 |
 * | no order | | lost kettle paid 18.50 | | 18.50 |
 * | no order | ads −21.00, storage −12.40, subscription −39.99, handling of odd parcels −3.21 | | | −76.60 |
 * | no order | reserve of before 250.00, now −175.02 | | | 74.98 |
 *
 * 45.70 + 7.20 + 43.68 − 29.04 + 18.50 − 76.60 + 74.98 = 84.42. It says 84.42.
 *
 * Not settled: O-4, 20 Oct, 1 kettle at 33.00; O-5, 21 Oct, 1 mug without a price, which is worth (12.00 + 36.00) ÷ 4 = 12.00.
 * Fees learned from orders of one line: kettle commission (3 × 4.95 + 9.90) ÷ (3 × 33 + 66) = 15 %, delivery (3 × 5.00 + 10.40) ÷ 5 = 5.08 a
 * unit; mug 15 % and 3.00 a unit. So O-4 costs 4.95 and 5.08, O-5 1.80 and 3.00.
 *
 * The statement of October, refunds on their own day:
 *
 *   sales 66 + 12 + 33 + 36 + 33 + 12                     192.00
 *   discounts −3.99, shipping income 3.99                   0.00
 *   refunds                                               −33.00
 *   commission −9.90 −1.80 −4.95 −5.40, est. −4.95 −1.80  −28.80
 *   commission returned 4.95, refund fees −0.99             3.96
 *   fulfilment −10.40 −3 −5.20 −9, est. −5.08 −3.00       −35.68
 *   storage −12.40, subscription −39.99                   −52.39
 *   unknown −0.77 −3.21                                    −3.98
 *   ads                                                   −21.00
 *   goods sold 2 × 10 + 11 + 11 + 5 × 2.50                −54.50
 *   goods back: 1 kettle of 20 September, sellable         10.00
 *   reimbursements                                         18.50
 *   profit                                                 −4.89
 *
 * With refunds on the day of the order, S-1 (September) takes −33.00, 4.95, −0.99 and 10.00 with it: −4.89 + 33 − 4.95 + 0.99 − 10 = 14.15.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../src/core/day.js';
import { openDatabase } from '../../src/db/connection.js';
import { setCosts } from '../../src/facts/ownCosts.js';
import { storesOf } from '../../src/facts/stores.js';
import { type TestContext, testContext } from '../cli/testContext.js';
import { importFiles, type ShopFile } from '../products/tinyShop.js';

export const MORNING = '2026-10-22';
export const OCTOBER = ['--period', '2026-10-01..2026-10-21'];

/** [day, order, SKU, quantity, price, tax, shipping, shipping discount, status] */
type Line = readonly [string, string, string, number, string, string?, string?, string?, string?];

const LINES: readonly Line[] = [
  ['2026-09-20', 'S-1', 'KETTLE-17', 1, '33.00', '2.64'],
  ['2026-09-21', 'S-2', 'KETTLE-17', 1, '33.00'],
  ['2026-09-22', 'S-3', 'KETTLE-17', 1, '33.00'],
  ['2026-09-20', 'S-4', 'MUG-4', 1, '12.00'],
  ['2026-09-21', 'S-5', 'MUG-4', 1, '12.00'],
  ['2026-09-22', 'S-6', 'MUG-4', 1, '12.00'],
  ['2026-10-02', 'O-1', 'KETTLE-17', 2, '66.00', '5.28', '3.99', '3.99'],
  ['2026-10-03', 'O-2', 'MUG-4', 1, '12.00'],
  ['2026-10-05', 'O-3', 'KETTLE-17', 1, '33.00'],
  ['2026-10-05', 'O-3', 'MUG-4', 3, '36.00'],
  ['2026-10-20', 'O-4', 'KETTLE-17', 1, '33.00'],
  ['2026-10-21', 'O-5', 'MUG-4', 1, '', '', '', '', 'Pending'],
];

const ORDER_HEADER =
  'amazon-order-id purchase-date last-updated-date order-status fulfillment-channel sales-channel product-name sku asin item-status quantity currency item-price item-tax shipping-price ship-promotion-discount';

function orders(): string {
  const rows = LINES.map(([day, order, sku, quantity, price, tax = '', shipping = '', discount = '', status = 'Shipped']) => {
    const at = `${day}T20:00:00+00:00`;
    const money = [price === '' ? '' : 'USD', price, tax, shipping, discount];
    return [order, at, at, status, 'Amazon', 'Amazon.com', sku, sku, `B0${sku}`, status, quantity, ...money].join('\t');
  });
  return `${[ORDER_HEADER.split(' ').join('\t'), ...rows].join('\n')}\n`;
}

const SETTLEMENT_HEADER =
  'settlement-id settlement-start-date settlement-end-date deposit-date total-amount currency transaction-type order-id merchant-order-id adjustment-id shipment-id marketplace-name amount-type amount-description amount fulfillment-id posted-date posted-date-time order-item-code merchant-order-item-id merchant-adjustment-item-id sku quantity-purchased promotion-id';

/** [day, type, order, amount type, description, amount, SKU, quantity] */
type Booked = readonly [string, string, string, string, string, string, string?, number?];

export function settlement(id: string, from: string, to: string, total: string, booked: readonly Booked[]): string {
  const names = SETTLEMENT_HEADER.split(' ');
  const row = (cells: Readonly<Record<string, string>>) => names.map((name) => cells[name] ?? '').join('\t');
  const head = row({
    'settlement-id': id,
    'settlement-start-date': `${from} 07:00:00 UTC`,
    'settlement-end-date': `${to} 07:00:00 UTC`,
    'deposit-date': `${to} 08:00:00 UTC`,
    'total-amount': total,
    currency: 'USD',
  });
  const rows = booked.map(([day, type, order, amountType, description, amount, sku = '', quantity]) =>
    row({
      'settlement-id': id,
      'transaction-type': type,
      'order-id': order,
      'marketplace-name': order === '' ? '' : 'Amazon.com',
      'amount-type': amountType,
      'amount-description': description,
      amount,
      'posted-date': day,
      'posted-date-time': `${day} 20:00:00 UTC`,
      sku,
      'quantity-purchased': quantity === undefined ? '' : String(quantity),
    }),
  );
  return `${[names.join('\t'), head, ...rows].join('\n')}\n`;
}

function sold(
  day: string,
  order: string,
  sku: string,
  quantity: number,
  principal: string,
  commission: string,
  delivery: string,
): Booked[] {
  return [
    [day, 'Order', order, 'ItemPrice', 'Principal', principal, sku, quantity],
    [day, 'Order', order, 'ItemFees', 'Commission', commission, sku],
    [day, 'Order', order, 'ItemFees', 'FBAPerUnitFulfillmentFee', delivery, sku],
  ];
}

const OTHER = 'other-transaction';

export const SEPTEMBER_ROWS: readonly Booked[] = [
  ...sold('2026-09-21', 'S-1', 'KETTLE-17', 1, '33.00', '-4.95', '-5.00'),
  ...sold('2026-09-22', 'S-2', 'KETTLE-17', 1, '33.00', '-4.95', '-5.00'),
  ...sold('2026-09-23', 'S-3', 'KETTLE-17', 1, '33.00', '-4.95', '-5.00'),
  ...sold('2026-09-21', 'S-4', 'MUG-4', 1, '12.00', '-1.80', '-3.00'),
  ...sold('2026-09-22', 'S-5', 'MUG-4', 1, '12.00', '-1.80', '-3.00'),
  ...sold('2026-09-23', 'S-6', 'MUG-4', 1, '12.00', '-1.80', '-3.00'),
];

export const OCTOBER_ROWS: readonly Booked[] = [
  ...sold('2026-10-03', 'O-1', 'KETTLE-17', 2, '66.00', '-9.90', '-10.40'),
  ['2026-10-03', 'Order', 'O-1', 'ItemPrice', 'Tax', '5.28', 'KETTLE-17'],
  ['2026-10-03', 'Order', 'O-1', 'ItemWithheldTax', 'MarketplaceFacilitatorTax-Principal', '-5.28', 'KETTLE-17'],
  ['2026-10-03', 'Order', 'O-1', 'ItemPrice', 'Shipping', '3.99', 'KETTLE-17'],
  ['2026-10-03', 'Order', 'O-1', 'Promotion', 'Shipping', '-3.99', 'KETTLE-17'],
  ...sold('2026-10-04', 'O-2', 'MUG-4', 1, '12.00', '-1.80', '-3.00'),
  ...sold('2026-10-06', 'O-3', 'KETTLE-17', 1, '33.00', '-4.95', '-5.20'),
  ['2026-10-06', 'Order', 'O-3', 'ItemFees', 'MoonPhaseFee', '-0.77', 'KETTLE-17'],
  ...sold('2026-10-06', 'O-3', 'MUG-4', 3, '36.00', '-5.40', '-9.00'),
  ['2026-10-08', 'Refund', 'S-1', 'ItemPrice', 'Principal', '-33.00', 'KETTLE-17'],
  ['2026-10-08', 'Refund', 'S-1', 'ItemPrice', 'Tax', '-2.64', 'KETTLE-17'],
  ['2026-10-08', 'Refund', 'S-1', 'ItemWithheldTax', 'MarketplaceFacilitatorTax-Principal', '2.64', 'KETTLE-17'],
  ['2026-10-08', 'Refund', 'S-1', 'ItemFees', 'Commission', '4.95', 'KETTLE-17'],
  ['2026-10-08', 'Refund', 'S-1', 'ItemFees', 'RefundCommission', '-0.99', 'KETTLE-17'],
  ['2026-10-09', OTHER, '', 'FBA Inventory Reimbursement', 'WAREHOUSE_LOST', '18.50', 'KETTLE-17', 1],
  ['2026-10-10', 'ServiceFee', '', 'Cost of Advertising', 'TransactionTotalAmount', '-21.00'],
  ['2026-10-10', OTHER, '', OTHER, 'Storage Fee', '-12.40'],
  ['2026-10-11', OTHER, '', OTHER, 'Subscription Fee', '-39.99'],
  ['2026-10-12', OTHER, '', OTHER, 'Handling of odd parcels', '-3.21'],
  ['2026-10-14', OTHER, '', OTHER, 'Previous Reserve Amount Balance', '250.00'],
  ['2026-10-14', OTHER, '', OTHER, 'Current Reserve Amount', '-175.02'],
];

const RETURNS = `return-date	order-id	sku	asin	fnsku	product-name	quantity	fulfillment-center-id	detailed-disposition	reason	status	license-plate-number	customer-comments
2026-10-09T20:00:00+00:00	S-1	KETTLE-17	B0KETTLE-17	X1	Kettle	1	ONT8	SELLABLE	UNWANTED_ITEM	Unit returned to inventory	L1	
2026-10-10T20:00:00+00:00	S-4	MUG-4	B0MUG-4	X2	Mugs	1	ONT8	CUSTOMER_DAMAGED	DAMAGED	Unit returned to inventory	L2	
`;

export const ORDER_FILE: ShopFile = { name: 'orders.txt', at: '2026-10-22T05:00:00Z', text: orders() };
export const SEPTEMBER: ShopFile = {
  name: 'settlement-900.txt',
  at: '2026-10-01T12:00:00Z',
  text: settlement('900', '2026-09-17', '2026-10-01', '90.75', SEPTEMBER_ROWS),
};
export const OCTOBER_FILE: ShopFile = {
  name: 'settlement-901.txt',
  at: '2026-10-16T12:00:00Z',
  text: settlement('901', '2026-10-01', '2026-10-15', '84.42', OCTOBER_ROWS),
};
const RETURN_FILE: ShopFile = { name: 'returns.txt', at: '2026-10-16T12:00:00Z', text: RETURNS };

/** The shop in a database of its own, with these settlements. */
export async function settledShop(dir: string, settlements: readonly ShopFile[] = [SEPTEMBER, OCTOBER_FILE]): Promise<TestContext> {
  mkdirSync(dir, { recursive: true });
  const context = testContext({ dir });
  await importFiles(context, [ORDER_FILE]);
  await importFiles(context, [...settlements, RETURN_FILE], '--store', 'us');
  sayCosts(context);
  context.clear();
  return context;
}

function sayCosts(context: TestContext): void {
  const db = openDatabase(join(context.dir, 'eco.db'));
  const storeId = (storesOf(db, { names: ['us'] })[0] as { storeId: number }).storeId;
  const cost = (listing: string, from: string | null, micros: number) => ({
    ...{ storeId, listing, from: from as Day | null, quantity: null, batch: null, unitCostMicros: micros, currency: 'USD', parts: [] },
  });
  setCosts(db, [cost('KETTLE-17', null, 10_000_000), cost('KETTLE-17', '2026-10-05', 11_000_000), cost('MUG-4', null, 2_500_000)], 0);
  db.close();
}
