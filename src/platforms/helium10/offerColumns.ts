/**
 * Columns that Helium 10's product tools share. The currency stands in the header behind two spaces ("Price  ₹"), Indian figures are
 * grouped as in India ("1,13,529.99"). Units and sales are Helium 10's estimates of thirty days. Dates of creation are left among the
 * free columns: whether the day or the month comes first is not known.
 */
import { type ColumnSpec, column, required } from '../define.js';

export const HELIUM_OFFERS: readonly ColumnSpec[] = [
  required('offerId', 'ASIN'),
  column('brand', 'Brand'),
  column('price', 'Price ({currency})', 'Price', 'Price US'),
  column('estimatedUnits', 'ASIN Sales', 'Sales', 'Monthly Sales'),
  column('estimatedSales', 'ASIN Revenue', 'Revenue', 'Monthly Revenue'),
  column('salesRank', 'BSR'),
  column('rating', 'Ratings', 'Reviews Rating', 'Rating', 'Review Rating'),
  column('reviewCount', 'Review Count'),
  column('category', 'Category'),
  column('url', 'URL'),
  column('imageUrl', 'Image URL'),
  column('seller', 'Seller', 'Buy Box'),
  column('sellerCountry', 'Seller Country/Region', 'Seller Country'),
  column('sellers', 'Active Sellers', 'Number of Active Sellers'),
  column('fulfilment', 'Fulfillment'),
];

/** What stands where a text is not known. */
export const HELIUM_UNKNOWN = /^(?:n\/a|-)$/i;
