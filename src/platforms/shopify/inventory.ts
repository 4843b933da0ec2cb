/**
 * Inventory export, in three generations: one column a location right of `COO` (to 2024); one row a location (2023 on); the
 * same with `(not editable)` behind what only Shopify changes and `On hand (new)` to fill in (2025 on).
 *
 * `Not stocked` is 0: nothing lies there, or not any more. `Unavailable` is what is set aside (damaged, quality control, drafts). The rows of a handle all
 * carry its title, but Option1 Name only its first one. Location names may contain commas.
 *
 * Seen: one export of each generation, one in full from 2023.
 */
import { column, defineReport, required } from '../define.js';
import { HANDLE, OPTIONS } from './variantColumns.js';

/** A location that does not stock a variant has none of it; what lay there before would otherwise stand for ever. */
const NOT_STOCKED = { 'not stocked': '0' };

export const shopifyInventory = defineReport({
  id: 'shopify.inventory',
  platform: 'shopify',
  report: 'Inventory export',
  fills: ['stock'],
  certainty: 'A',
  source: 'real exports of all three generations',
  download: 'Shopify admin > Products > Inventory > Export',
  notes: ['`Not stocked` is 0; `Unavailable` is what is set aside; available may be negative'],
  columns: [
    required('productId', ...HANDLE),
    column('title', 'Title'),
    ...OPTIONS,
    column('sku', 'SKU'),
    column('location', 'Location'),
    { ...column('inbound', 'Incoming (not editable)', 'Incoming'), words: NOT_STOCKED },
    { ...column('reserved', 'Unavailable (not editable)', 'Unavailable'), words: NOT_STOCKED },
    { ...column('committed', 'Committed (not editable)', 'Committed'), words: NOT_STOCKED },
    { ...column('available', 'Available (not editable)', 'Available'), words: NOT_STOCKED },
    { ...column('onHand', 'On hand (current)', 'On hand'), words: NOT_STOCKED },
  ],
  hasOneOf: ['Location', 'COO'],
  not: ['Vendor', 'Variant SKU', 'Variant Price'],
  fillDown: { by: 'productId', fields: ['title', 'option1Name', 'option2Name', 'option3Name'] },
  unit: ['productId', 'option1', 'option2', 'option3'],
  listingKey: ['productId', 'option1', 'option2', 'option3'],
  productKey: 'productId',
  stock: [
    {
      location: { field: 'location' },
      onHand: ['onHand'],
      available: ['available'],
      committed: ['committed'],
      reserved: ['reserved'],
      inbound: ['inbound'],
    },
  ],
  locationColumnsAfter: 'COO',
});
