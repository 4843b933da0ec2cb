/** Column names of Shopify's product CSV: as the last export spells them, else as its dialect does. */
import type { FieldName } from '../../core/fields.js';
import { foldHeader } from '../header.js';
import type { LastExport } from '../upload.js';

/** [the admin's export, Shopify's template and help pages]. */
const SPELLINGS: Readonly<Partial<Record<FieldName, readonly [string, string]>>> = {
  productId: ['Handle', 'URL handle'],
  title: ['Title', 'Title'],
  option1Name: ['Option1 Name', 'Option1 name'],
  option1: ['Option1 Value', 'Option1 value'],
  option2Name: ['Option2 Name', 'Option2 name'],
  option2: ['Option2 Value', 'Option2 value'],
  option3Name: ['Option3 Name', 'Option3 name'],
  option3: ['Option3 Value', 'Option3 value'],
  sku: ['Variant SKU', 'SKU'],
  price: ['Variant Price', 'Price'],
  compareAtPrice: ['Variant Compare At Price', 'Compare-at price'],
};

/** Whether the shop's files have the newer names. */
export function hasNewNames(last: LastExport | null): boolean {
  return last?.header.some((name) => foldHeader(name) === 'url handle') ?? false;
}

export function shopifyColumn(field: FieldName, last: LastExport | null): string {
  return last?.names[field] ?? SPELLINGS[field]?.[hasNewNames(last) ? 1 : 0] ?? field;
}
