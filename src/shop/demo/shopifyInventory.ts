/**
 * Shopify's `inventory_export.csv`, the current generation: a row per variant and location, weekly for eight weeks.
 * Locations: Portland Warehouse, and Studio Store with 15 % of a variant, at most 4. Variants that Amazon delivers are not
 * stocked at either. Matched by handle and options: the SKU is for people.
 */
import type { Day } from '../../core/day.js';
import { addDays } from '../../core/day.js';
import { type DemoFile, demoFile, downloadInstant } from './demoFile.js';
import { csv, utf8 } from './encode.js';
import type { Listing } from './listings.js';
import { at } from './rng.js';
import { LAUNCH } from './stories.js';
import type { Pool } from './supply.js';
import type { World } from './world.js';

export const INVENTORY_HEADER =
  'Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,SKU,HS Code,COO,Location,Bin name,Incoming (not editable),Unavailable (not editable),Committed (not editable),Available (not editable),On hand (current),On hand (new)'.split(
    ',',
  );

const WEEKS = 8;
const VISIBLE_INBOUND_DAYS = 10;

export function shopifyInventoryFiles(world: World): DemoFile[] {
  const morning = addDays(world.axis.last, 1);
  const days = Array.from({ length: WEEKS }, (_, i) => addDays(morning, -7 * (WEEKS - 1 - i)));
  return days.map((day) => demoFile(`shopify/inventory_export_${day}.csv`, inventoryExport(world, day), 'web', day));
}

function inventoryExport(world: World, day: Day): Uint8Array {
  const t = world.axis.indexOf(day) - 1;
  const committed = committedUnits(world, t, downloadInstant(day, 'web'));
  const launched = t >= world.axis.count - 1 - LAUNCH.daysBeforeLast - 10;
  const rows = world.listings
    .filter((listing) => listing.store === 'web' && (launched || listing.code !== LAUNCH.code))
    .flatMap((listing) => variantRows(world, listing, t, committed.get(listing.index) ?? 0));
  return utf8(csv([INVENTORY_HEADER, ...rows]));
}

/** Units of each variant that are sold and not yet sent. */
function committedUnits(world: World, t: number, knownAt: number): Map<number, number> {
  const units = new Map<number, number>();
  for (const order of world.truth.orders) {
    if (order.store !== 'web' || order.day > t || order.day < t - 6) continue;
    if (order.cancelledAt !== null || (order.shippedAt ?? 0) <= knownAt) continue;
    for (const line of order.lines) units.set(line.listing, (units.get(line.listing) ?? 0) + line.quantity);
  }
  return units;
}

function variantRows(world: World, listing: Listing, t: number, committed: number): (string | number)[][] {
  const names = listing.family.optionNames;
  const [first = '', second = ''] = listing.options;
  const head = [listing.handle, listing.title, names[0] ?? '', first, names[1] ?? '', second, '', '', listing.sku ?? '', '', ''];
  if (listing.fulfilment === 'amazon') {
    const nowhere = Array.from({ length: 5 }, () => 'Not stocked');
    return ['Portland Warehouse', 'Studio Store'].map((location) => [...head, location, '', ...nowhere, '']);
  }
  const pool = world.pools.get(listing.pool) as Pool;
  const available = at(pool.closing, t);
  const studio = Math.min(4, Math.floor(available * 0.15));
  const portland = available - studio;
  const incoming = pool.purchases
    .filter((p) => p.orderedAt <= t && p.arrivesAt > t && p.arrivesAt <= t + VISIBLE_INBOUND_DAYS)
    .reduce((sum, p) => sum + p.quantity, 0);
  return [
    [...head, 'Portland Warehouse', '', incoming, 0, committed, portland, portland + committed, ''],
    [...head, 'Studio Store', '', 0, 0, 0, studio, studio, ''],
  ];
}
