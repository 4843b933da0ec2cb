/**
 * FBA customer returns and reimbursements, tab-separated, a file a quarter and one of the last 30 days. A parcel reaches the warehouse three
 * days after the refund. What is as new (SELLABLE) the seller has sent on to its own outlet, so it never comes back into the stock at
 * Amazon; all other units are disposed of.
 */
import type { Day } from '../../core/day.js';
import { type AmazonStore, type LostUnits, lostUnits } from './amazonMoney.js';
import { instantOf, isoSeconds, localTime } from './days.js';
import { type DemoFile, demoFile } from './demoFile.js';
import { money, tsv, utf8 } from './encode.js';
import { fnskuOf, identifier } from './listings.js';
import { at, createRng } from './rng.js';
import { orderDownloads } from './shopifyOrders.js';
import type { DemoOrder, DemoOrderLine, ReturnReason } from './truth.js';
import type { World } from './world.js';

export const RETURN_HEADER =
  'return-date order-id sku asin fnsku product-name quantity fulfillment-center-id detailed-disposition reason status license-plate-number customer-comments'.split(
    ' ',
  );
export const REIMBURSEMENT_HEADER =
  'approval-date reimbursement-id case-id amazon-order-id reason sku fnsku asin product-name condition currency-unit amount-per-unit amount-total quantity-reimbursed-cash quantity-reimbursed-inventory quantity-reimbursed-total original-reimbursement-id original-reimbursement-type'.split(
    ' ',
  );

const DAYS_ON_THE_WAY = 3;
const CENTRES = ['ONT8', 'LEX2', 'PHX7', 'SBD1'];

/** Share of units that come back as new, by reason. */
const AS_NEW: Readonly<Record<ReturnReason, number>> = {
  DEFECTIVE: 0,
  DAMAGED_BY_CARRIER: 0.05,
  NOT_AS_DESCRIBED: 0.5,
  UNWANTED_ITEM: 0.8,
  ORDERED_WRONG_ITEM: 0.85,
};
const SPOILT: Readonly<Record<ReturnReason, string>> = {
  DEFECTIVE: 'DEFECTIVE',
  DAMAGED_BY_CARRIER: 'CARRIER_DAMAGED',
  NOT_AS_DESCRIBED: 'CUSTOMER_DAMAGED',
  UNWANTED_ITEM: 'CUSTOMER_DAMAGED',
  ORDERED_WRONG_ITEM: 'CUSTOMER_DAMAGED',
};

/** In which state a returned line arrives: SELLABLE, or what became of it. */
export function dispositionOf(seed: number, order: DemoOrder, line: DemoOrderLine): string {
  const reason = line.returned?.reason ?? 'DEFECTIVE';
  return createRng(seed, `disposition/${order.id}/${line.listing}`).chance(AS_NEW[reason]) ? 'SELLABLE' : SPOILT[reason];
}

interface Returned {
  readonly order: DemoOrder;
  readonly line: DemoOrderLine;
  readonly at: number;
  readonly day: Day;
}

export function amazonReturnFiles(world: World): DemoFile[] {
  const downloads = orderDownloads(world.axis.first, world.axis.last);
  const lost = lostUnits(world);
  return downloads.flatMap(({ from, to, on }) => [
    ...(['us', 'ca'] as const).map((store) => {
      const rows = returnsOf(world, store).filter(({ day }) => day >= from && day <= to);
      return demoFile(
        `${store}/FBA returns ${from}..${to}.txt`,
        utf8(tsv([RETURN_HEADER, ...rows.map((row) => returnRow(world, row))])),
        store,
        on,
      );
    }),
    demoFile(
      `us/FBA reimbursements ${from}..${to}.txt`,
      utf8(tsv([REIMBURSEMENT_HEADER, ...lost.filter(({ day }) => day >= from && day <= to).map((row) => reimbursementRow(world, row))])),
      'us',
      on,
    ),
  ]);
}

function returnsOf(world: World, store: AmazonStore): Returned[] {
  return world.truth.orders
    .filter((order) => order.store === store)
    .flatMap((order) =>
      order.lines.flatMap((line): Returned[] => {
        const { returned } = line;
        if (returned === null || at(world.listings, line.listing).fulfilment !== 'amazon') return [];
        const t = returned.day + DAYS_ON_THE_WAY;
        if (t >= world.axis.count) return [];
        const instant = instantOf(at(world.axis.days, t), 9 * 3600 + (order.buyer % 20_000), 'pacific');
        return [{ order, line, at: instant, day: localTime(instant, 'pacific').day }];
      }),
    )
    .sort((a, b) => b.at - a.at);
}

function returnRow(world: World, { order, line, at: instant }: Returned): string[] {
  const listing = at(world.listings, line.listing);
  const disposition = dispositionOf(world.truth.seed, order, line);
  const plate = identifier(`plate/${order.id}/${listing.code}`, '0123456789', 10);
  return [
    `${isoSeconds(instant)}+00:00`,
    ...[order.id, listing.code, listing.asin, fnskuOf(listing.code), listing.title, String(line.returned?.quantity ?? 0)],
    ...[at(CENTRES, Number(plate) % CENTRES.length), disposition, line.returned?.reason ?? ''],
    ...[disposition === 'SELLABLE' ? 'Unit returned to inventory' : 'Unit disposed of', `LPN${plate}`, ''],
  ];
}

function reimbursementRow(world: World, lost: LostUnits): string[] {
  const listing = at(world.listings, lost.listing);
  const { day, time, offset } = localTime(instantOf(lost.day, 10 * 3600, 'pacific'), 'pacific');
  return [
    `${day}T${time}-0${-offset}:00`,
    ...[
      `9${identifier(`reimbursed/${lost.day}`, '0123456789', 9)}`,
      '',
      '',
      lost.reason === 'WAREHOUSE_LOST' ? 'Lost_Warehouse' : 'Damaged_Warehouse',
    ],
    ...[listing.code, fnskuOf(listing.code), listing.asin, listing.title, 'SELLABLE', 'USD'],
    ...[money(lost.amountMinor / lost.quantity), money(lost.amountMinor), String(lost.quantity), '0', String(lost.quantity), '', ''],
  ];
}
