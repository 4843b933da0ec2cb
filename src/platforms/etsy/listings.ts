/**
 * "Currently for sale" listings download. It names neither the listing's id nor its state nor its address: a listing is known
 * by its SKUs, and without any by its title, so a listing that is renamed then looks like a new one. It lists all that is for
 * sale, without a choice.
 *
 * The price is that of the cheapest variation, the quantity the sum of all; the SKUs of variations stand in one cell, in no
 * known order. Text holds HTML entities. Descriptions are left out.
 *
 * Seen: two exports.
 */
import { column, defineReport, required } from '../define.js';

export const etsyListings = defineReport({
  id: 'etsy.listings',
  platform: 'etsy',
  report: 'Listings download (EtsyListingsDownload.csv)',
  fills: ['listings', 'stock'],
  certainty: 'A',
  source: 'real exports',
  download: 'Shop Manager > Settings > Options > Download Data > Currently for Sale Listings',
  notes: ['the price is that of the cheapest variation, the quantity the sum of all'],
  columns: [
    required('title', 'TITLE'),
    required('price', 'PRICE'),
    required('currency', 'CURRENCY_CODE'),
    required('available', 'QUANTITY'),
    column('sku', 'SKU'),
    column('imageUrl', 'IMAGE1'),
  ],
  htmlEntities: true,
  unit: ['sku'],
  listingKey: ['sku'],
  keyOr: ['title'],
  complete: true,
  stock: [{ location: { name: 'Etsy' }, available: ['available'] }],
  noAttributes: [/^description$/i, /^image\d+$/i],
});
