/**
 * The values of the row being read, as an array: every name has its place, found once a file, so that a million rows are read and written
 * by index. Place 0 is always null and stands for every name that the file has not.
 */
import type { FieldValue } from '../core/fields.js';

export type Values = readonly FieldValue[];
export type Place = (name: string) => number;

export function rowValues(names: readonly string[]): { values: FieldValue[]; place: Place } {
  const places = new Map([...new Set(names)].map((name, index) => [name, index + 1]));
  return { values: new Array<FieldValue>(places.size + 1).fill(null), place: (name) => places.get(name) ?? 0 };
}

const NAMED = [
  'line',
  'unit',
  'item',
  'itemNo',
  'hash',
  'listingKey',
  'productKey',
  'attributes',
  'stock',
  'buyerKey',
  'stampAt',
  'storeBy',
  'parts',
  'amount',
  'currency',
  'sku',
  'asin',
  'productId',
  'variationId',
  'title',
  'variation',
  'option1',
  'option2',
  'option3',
  'role',
  'price',
  'salePrice',
  'dateRange',
  'firstDay',
  'lastDay',
  'week',
  'month',
  'fromDay',
  'toDay',
] as const;

/** Places of the names that the reader itself knows. */
export type Places = Readonly<Record<(typeof NAMED)[number], number>>;

export function placesOf(place: Place): Places {
  return Object.fromEntries(NAMED.map((name) => [name, place(name)])) as Places;
}
