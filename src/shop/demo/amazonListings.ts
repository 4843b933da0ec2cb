/**
 * Amazon's All Listings reports: tab-separated, unquoted, windows-1252, CRLF, no currency and no marketplace inside.
 * FBA rows have a blank quantity. Five dates for Amazon.com, so that titles and prices can be seen to change; one for .ca.
 */
import type { Day } from '../../core/day.js';
import { addDays } from '../../core/day.js';
import { offsetHours } from './days.js';
import { type DemoFile, demoFile } from './demoFile.js';
import { encoded, money, tsv } from './encode.js';
import { identifier, type Listing } from './listings.js';
import { at } from './rng.js';
import { LAUNCH, TITLE_CHANGE } from './stories.js';
import type { World } from './world.js';

export const LISTING_HEADER =
  'item-name item-description listing-id seller-sku price quantity open-date image-url item-is-marketplace product-id-type zshop-shipping-fee item-note item-condition zshop-category1 zshop-browse-path zshop-storefront-feature asin1 asin2 asin3 will-ship-internationally expedited-shipping zshop-boldface product-id bid-for-featured-placement add-delete pending-quantity fulfillment-channel merchant-shipping-group status'.split(
    ' ',
  );

const US_DAYS_AGO = [365, 180, 90, 30, 0];

export function amazonListingFiles(world: World): DemoFile[] {
  const morning = addDays(world.axis.last, 1);
  const file = (store: 'us' | 'ca', folder: string, day: Day) =>
    demoFile(`${folder}/All Listings Report ${day}.txt`, listingReport(world, store, day), store, day);
  return [...US_DAYS_AGO.map((ago) => file('us', 'amazon', addDays(morning, -ago))), file('ca', 'amazon/ca', morning)];
}

/** The report as of the morning of `day`: prices and stock of the evening before. */
function listingReport(world: World, store: 'us' | 'ca', day: Day): Uint8Array {
  const t = world.axis.indexOf(day) - 1;
  const launched = t >= world.axis.count - 1 - LAUNCH.daysBeforeLast - 10;
  const rows = world.listings
    .filter((listing) => listing.store === store && (launched || listing.code !== LAUNCH.code))
    .map((listing) => listingRow(world, listing, t));
  return encoded(tsv([LISTING_HEADER, ...rows], '\r\n'), 'windows-1252');
}

function listingRow(world: World, listing: Listing, t: number): string[] {
  const isMerchant = listing.fulfilment === 'merchant';
  const stock = at(world.pools.get(listing.pool)?.closing ?? [], t);
  const cells: Readonly<Record<string, string>> = {
    'item-name': titleOn(world, listing, t),
    'item-description': `${listing.family.title} by Tarn & Kettle. Designed in Portland, checked by hand.`,
    'listing-id': identifier(`listing/${listing.store}/${listing.code}`, '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ', 11),
    'seller-sku': listing.code,
    price: money(at(at(world.prices, listing.index).listMinor, t)),
    quantity: isMerchant ? String(stock) : '',
    'open-date': openDate(listing),
    'item-is-marketplace': 'y',
    'product-id-type': '1',
    'item-condition': '11',
    asin1: listing.asin,
    'product-id': listing.asin,
    'pending-quantity': '0',
    'fulfillment-channel': isMerchant ? 'DEFAULT' : 'AMAZON_NA',
    'merchant-shipping-group': 'Migrated Template',
    status: isMerchant && stock === 0 ? 'Inactive' : 'Active',
  };
  return LISTING_HEADER.map((column) => cells[column] ?? '');
}

/** The title on day t: one was rewritten on the way (stories.ts). */
export function titleOn(world: World, listing: Listing, t: number): string {
  const isBefore = t < world.axis.count - 1 - TITLE_CHANGE.daysBeforeLast;
  return listing.code === TITLE_CHANGE.sku && isBefore ? TITLE_CHANGE.before : listing.title;
}

function openDate(listing: Listing): string {
  const number = Number(identifier(`opened/${listing.code}`, '0123456789', 6));
  const day = addDays('2022-02-01' as Day, number % 700);
  const time = [8 + (number % 9), number % 60, (number >> 4) % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${day} ${time} ${offsetHours(day, 'pacific') === -7 ? 'PDT' : 'PST'}`;
}
