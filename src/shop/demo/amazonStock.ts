/**
 * Amazon's two reports of FBA stock. "FBA Inventory": comma-separated, every cell quoted, weekly for eight weeks.
 * "Manage FBA inventory": tab-separated, windows-1252, daily for two weeks. Age buckets overlap, as in the real report.
 */
import type { Day } from '../../core/day.js';
import { addDays } from '../../core/day.js';
import { titleOn } from './amazonListings.js';
import { type DemoFile, demoFile } from './demoFile.js';
import { encoded, money, quotedCsv, tsv, utf8 } from './encode.js';
import { type FbaState, fbaStates, shippedUnits, unitsByAge } from './fbaStock.js';
import { fnskuOf } from './listings.js';
import { at } from './rng.js';
import type { World } from './world.js';

const AGED_FEES = ['181-210', '211-240', '241-270', '271-300', '301-330', '331-365', '366-455', '456-plus'];

export const FBA_INVENTORY_HEADER = [
  'snapshot-date,sku,fnsku,asin,product-name,condition,available,fc-transfer,pending-removal-quantity,inv-age-0-to-90-days,inv-age-91-to-180-days,inv-age-181-to-270-days,inv-age-271-to-365-days,inv-age-366-to-455-days,inv-age-456-plus-days,currency,units-shipped-t7,units-shipped-t30,units-shipped-t60,units-shipped-t90,alert,your-price,sales-price,lowest-price-new-plus-shipping,lowest-price-used,recommended-action,DEPRECATED healthy-inventory-level,recommended-sales-price,recommended-sale-duration-days,recommended-removal-quantity,estimated-cost-savings-of-recommended-actions,sell-through,item-volume,volume-unit-measurement,storage-type,storage-volume,marketplace,product-group,sales-rank,days-of-supply,estimated-excess-quantity,weeks-of-cover-t30,weeks-of-cover-t90,featuredoffer-price,sales-shipped-last-7-days,sales-shipped-last-30-days,sales-shipped-last-60-days,sales-shipped-last-90-days,inv-age-0-to-30-days,inv-age-31-to-60-days,inv-age-61-to-90-days,inv-age-181-to-330-days,inv-age-331-to-365-days,estimated-storage-cost-next-month,inbound-quantity,inbound-working,inbound-shipped,inbound-received,no-sale-last-6-months,Total Reserved Quantity,unfulfillable-quantity',
  ...AGED_FEES.map((bucket) => `quantity-to-be-charged-ais-${bucket}-days,estimated-ais-${bucket}-days`),
  'historical-days-of-supply,fba-minimum-inventory-level,fba-inventory-level-health-status,Recommended ship-in quantity,Recommended ship-in date,Last updated date for Historical Days of Supply,Exempted from Low-Inventory-Level fee?,Low-Inventory-Level fee applied in current week?,Short term historical days of supply,Long term historical days of supply,Inventory age snapshot date,Inventory Supply at FBA,Reserved FC Processing,Reserved Customer Order,Reserved Staging,Total Days of Supply (including units from open shipments),supplier,is-seasonal-in-next-3-months,season-name,season-start-date,season-end-date',
]
  .join(',')
  .split(',');

export const MANAGE_FBA_HEADER =
  'sku fnsku asin product-name condition your-price mfn-listing-exists mfn-fulfillable-quantity afn-listing-exists afn-warehouse-quantity afn-fulfillable-quantity afn-unsellable-quantity afn-reserved-quantity afn-total-quantity per-unit-volume afn-inbound-working-quantity afn-inbound-shipped-quantity afn-inbound-receiving-quantity afn-researching-quantity afn-reserved-future-supply afn-future-supply-buyable store'.split(
    ' ',
  );

export function amazonStockFiles(world: World): DemoFile[] {
  const morning = addDays(world.axis.last, 1);
  const days = (count: number, step: number) => Array.from({ length: count }, (_, i) => addDays(morning, -step * (count - 1 - i)));
  return [
    ...days(8, 7).map((day) => demoFile(`amazon/FBA Inventory ${day}.csv`, fbaInventory(world, day), 'us', day)),
    ...days(14, 1).map((day) => demoFile(`amazon/Manage FBA Inventory ${day}.txt`, manageFba(world, day), 'us', day)),
  ];
}

function manageFba(world: World, day: Day): Uint8Array {
  const rows = fbaStates(world, day).map((state) => {
    const { listing, available, reserved, unsellable } = state;
    const inbound = state.inboundWorking + state.inboundShipped + state.inboundReceiving;
    const warehouse = available + reserved + unsellable;
    return [
      listing.code,
      fnskuOf(listing.code),
      listing.asin,
      titleOn(world, listing, state.t),
      'New',
      money(at(at(world.prices, listing.index).listMinor, state.t)),
      'No',
      '',
      'Yes',
      ...[warehouse, available, unsellable, reserved, warehouse + inbound],
      volumeOf(state).toFixed(2),
      ...[state.inboundWorking, state.inboundShipped, state.inboundReceiving, 0, 0, 0],
      '',
    ];
  });
  return encoded(tsv([MANAGE_FBA_HEADER, ...rows], '\r\n'), 'windows-1252');
}

function fbaInventory(world: World, day: Day): Uint8Array {
  const rows = fbaStates(world, day).map((state) => {
    const cells = { ...stockCells(world, state, day), ...priceCells(world, state), ...salesCells(world, state) };
    return FBA_INVENTORY_HEADER.map((column) => cells[column] ?? defaultCell(column));
  });
  return utf8(quotedCsv([FBA_INVENTORY_HEADER, ...rows]));
}

function stockCells(world: World, state: FbaState, day: Day): Record<string, string | number> {
  const { listing, pool, t, available, reserved } = state;
  const age = unitsByAge(pool, t, [0, 31, 61, 91, 181, 271, 331, 366, 456]);
  const sum = (from: number, to: number) => age.slice(from, to + 1).reduce((total, units) => total + units, 0);
  const inbound = state.inboundWorking + state.inboundShipped + state.inboundReceiving;
  const daily = shippedUnits(pool, t, 30) / 30;
  const cover = (units: number) => (daily === 0 ? '' : String(Math.floor(units / daily)));
  // biome-ignore format: columns of one subject stand together
  return {
    'snapshot-date': day, sku: listing.code, fnsku: fnskuOf(listing.code), asin: listing.asin, 'product-name': titleOn(world, listing, t),
    condition: 'New', available, 'fc-transfer': 0,
    'inv-age-0-to-90-days': sum(0, 2), 'inv-age-91-to-180-days': at(age, 3), 'inv-age-181-to-270-days': at(age, 4),
    'inv-age-271-to-365-days': sum(5, 6), 'inv-age-366-to-455-days': at(age, 7), 'inv-age-456-plus-days': at(age, 8),
    'inv-age-0-to-30-days': at(age, 0), 'inv-age-31-to-60-days': at(age, 1), 'inv-age-61-to-90-days': at(age, 2),
    'inv-age-181-to-330-days': sum(4, 5), 'inv-age-331-to-365-days': at(age, 6),
    'inbound-quantity': inbound, 'inbound-working': state.inboundWorking, 'inbound-shipped': state.inboundShipped,
    'inbound-received': state.inboundReceiving, 'Total Reserved Quantity': reserved, 'Reserved Customer Order': reserved,
    'unfulfillable-quantity': state.unsellable, 'Inventory Supply at FBA': available + reserved,
    'Inventory age snapshot date': day, 'days-of-supply': cover(available),
    'Total Days of Supply (including units from open shipments)': cover(available + inbound),
    'quantity-to-be-charged-ais-181-210-days': at(age, 4), 'storage-volume': (volumeOf(state) * available).toFixed(6),
    'item-volume': volumeOf(state).toFixed(6),
    'estimated-storage-cost-next-month': (volumeOf(state) * available * 0.78).toFixed(2),
    'no-sale-last-6-months': shippedUnits(pool, t, 180) === 0 ? available : 0,
  };
}

function priceCells(world: World, state: FbaState): Record<string, string | number> {
  const prices = at(world.prices, state.listing.index);
  const asked = at(prices.askedMinor, state.t);
  const rival = world.truth.competitors.find((c) => c.sku === state.listing.code && c.kind === 'reseller');
  const theirs = rival ? at(rival.priceMinor, state.t) : asked;
  return {
    'your-price': money(at(prices.listMinor, state.t)),
    'sales-price': money(asked),
    'lowest-price-new-plus-shipping': money(Math.min(asked, theirs)),
    'featuredoffer-price': money(Math.min(asked, theirs)),
    currency: 'USD',
  };
}

function salesCells(world: World, { listing, pool, t, available }: FbaState): Record<string, string | number> {
  const price = at(at(world.prices, listing.index).askedMinor, t);
  const cells: Record<string, string | number> = {};
  for (const days of [7, 30, 60, 90]) {
    const units = shippedUnits(pool, t, days);
    cells[`units-shipped-t${days}`] = units;
    cells[`sales-shipped-last-${days}-days`] = money(units * price);
  }
  const sold = shippedUnits(pool, t, 90);
  const weeks = (days: number) => {
    const units = shippedUnits(pool, t, days);
    return units === 0 ? '' : ((available / units) * (days / 7)).toFixed(1);
  };
  cells['weeks-of-cover-t30'] = weeks(30);
  cells['weeks-of-cover-t90'] = weeks(90);
  cells['sell-through'] = available === 0 ? '0.0' : (sold / available).toFixed(2);
  return cells;
}

/** Cubic feet, from the weight: goods of this shop hold about 6 kg a cubic foot. */
function volumeOf(state: FbaState): number {
  return Math.max(0.01, Math.round((state.listing.family.grams / 6000) * 1e4) / 1e4);
}

/** Columns without a story: what the real report shows for a healthy SKU. */
function defaultCell(column: string): string {
  if (column === 'marketplace') return 'US';
  if (column === 'volume-unit-measurement') return 'cubic feet';
  if (column === 'storage-type') return 'Standard-Size';
  if (column === 'product-group') return 'gl_kitchen';
  if (/price-used|recommended-sales-price|cost-savings|estimated-ais/.test(column)) return '0.0';
  if (/^Exempted|^Low-Inventory/.test(column)) return 'No';
  if (/quantity|pending|excess|Reserved|duration/.test(column)) return '0';
  return '';
}
