/**
 * All Listings and Active Listings reports: the seller's SKUs with title, price and own stock. Tab-separated and never quoted
 * as Amazon writes it, comma-separated and quoted once a spreadsheet has saved it. Only All Listings has a status column.
 * A blank quantity (fulfilled by Amazon) is unknown, not zero. Prices carry no currency: the marketplace decides. The time of
 * `open-date` is in the marketplace's own notation and stays as it is written.
 */
import { column, defineReport, required } from '../define.js';
import {
  ASIN,
  CHANNEL,
  CONDITION,
  GTIN,
  ITEM_NAME,
  LISTING_ASIN,
  PRICE,
  PRODUCT_ID,
  QUANTITY,
  SELLER_SKU,
  STATUS,
} from './listingColumns.js';

export const amazonListings = defineReport({
  id: 'amazon.listings',
  platform: 'amazon',
  report: 'All Listings or Active Listings report',
  fills: ['listings', 'stock'],
  certainty: 'A',
  source: 'a real export (UK 2026, saved as CSV); header constants of public readers (US, FR, JP, DE and others)',
  download: 'Seller Central > Inventory > Inventory Reports > All Listings Report',
  notes: [
    'prices are in the currency of the marketplace, as buyers see them: with tax in Europe, without it in America',
    'an empty quantity (fulfilled by Amazon) is unknown, not 0',
    'All Listings, which has a status, lists everything: what is missing from it was deleted; Active Listings says nothing of the rest',
  ],
  columns: [
    required('sku', ...SELLER_SKU),
    required('title', ...ITEM_NAME),
    required('price', ...PRICE),
    { ...column('asin', ...LISTING_ASIN), only: ASIN },
    { ...column('gtin', ...PRODUCT_ID), only: GTIN },
    column('available', ...QUANTITY),
    column('status', ...STATUS),
    column('condition', ...CONDITION),
    column('fulfilment', ...CHANNEL),
    column('imageUrl', 'image-url'),
  ],
  not: ['fnsku'],
  quoting: 'none',
  unit: ['sku'],
  listingKey: ['sku'],
  complete: 'status',
  stock: [{ location: { name: 'Merchant' }, available: ['available'] }],
});
