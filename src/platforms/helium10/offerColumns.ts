/**
 * Columns that Helium 10's product tools share. The currency stands in the header behind two spaces ("Price  ₹"), Indian figures are
 * grouped as in India ("1,13,529.99"). Units and sales are Helium 10's estimates of thirty days. Dates of creation are left among the
 * free columns: whether the day or the month comes first is not known.
 */
import type { FieldName } from '../../core/fields.js';
import { type ColumnSpec, column, required } from '../define.js';

/** A text that is not "N/A" or "-". */
export function text(field: FieldName, ...names: string[]): ColumnSpec {
  return { ...column(field, ...names), only: /^(?!(?:n\/a|-)$)/i };
}

export const HELIUM_OFFERS: readonly ColumnSpec[] = [
  required('offerId', 'ASIN'),
  text('brand', 'Brand'),
  column('price', 'Price ({currency})', 'Price', 'Price US'),
  column('estimatedUnits', 'ASIN Sales', 'Sales', 'Monthly Sales'),
  column('estimatedSales', 'ASIN Revenue', 'Revenue', 'Monthly Revenue'),
  column('salesRank', 'BSR'),
  column('rating', 'Ratings', 'Reviews Rating', 'Rating', 'Review Rating'),
  column('reviewCount', 'Review Count'),
  text('category', 'Category'),
  text('url', 'URL'),
  text('imageUrl', 'Image URL'),
  text('seller', 'Seller', 'Buy Box'),
  text('sellerCountry', 'Seller Country/Region', 'Seller Country'),
  column('sellers', 'Active Sellers', 'Number of Active Sellers'),
  text('fulfilment', 'Fulfillment'),
];
