/**
 * Shopify's product CSV as an upload, in the dialect of column names that the shop's last export has.
 *
 * Texts of the product: handle, title and the changed columns, one row a product. Prices: Shopify rebuilds the variants of a handle
 * from its rows, so the file has every variant of a touched handle with all its option names and values, SKU and price; those that
 * do not change carry what the last export said. Where the options are not known, nothing is written.
 */
import { headersOf, type ListingFieldName } from '../../core/listingField.js';
import type { Change } from '../../core/plan.js';
import { foldHeader } from '../header.js';
import { defineUpload, type LastExport, type LeftOut, type UploadInput, type UploadResult, type UploadSheet } from '../upload.js';
import { newCell, PLAIN_AMOUNTS } from '../uploadAmounts.js';
import { type Cell, leftOut, rowFinder, sheetsOf, targetsOf } from '../uploadSheets.js';
import { hasNewNames, shopifyColumn } from './uploadColumns.js';
import { priceSheets } from './uploadPrices.js';

const SOURCE = 'help.shopify.com: Using CSV files to import and export products';

export const shopifyProductsUpload = defineUpload({
  id: 'shopify.products',
  platform: 'shopify',
  upload: 'Products import (CSV)',
  carries: ['title', 'seo_title', 'tags', 'price', 'compare_at_price'],
  reads: ['shopify.products'],
  file: { kind: 'text', encoding: 'utf-8', bom: false, delimiter: ',', quoting: 'double', lineEnd: '\n', follows: ['lineEnd'] },
  fileName: 'shopify-products',
  extension: 'csv',
  key: 'Handle (URL handle)',
  demands:
    'Title always; for prices every variant row of a touched handle with its option names and values: Shopify deletes variants whose options are missing',
  blank: { text: 'a blank cell of a column that is there overwrites the value with nothing', source: SOURCE, certainty: 'C' },
  missing: {
    text: 'a missing column keeps its values; but price columns without option columns make one default variant and delete the others',
    source: SOURCE,
    certainty: 'C',
  },
  steps: [
    'Shopify admin > Products > Import: choose the file',
    'tick "Overwrite products with matching handles" (else Shopify ignores the rows)',
    'leave "Publish new products" unticked; Shopify shows a preview first',
  ],
  limits: { rows: null, bytes: 15_000_000, source: 'Shopify takes files up to 15 MB (certainty B)' },
  write,
});

function write(input: UploadInput): UploadResult {
  const prices = input.changes.filter(isPrice);
  const texts = input.changes.filter((change) => !isPrice(change));
  const ofTexts = textSheets(input, texts);
  const ofPrices = priceSheets(input, prices);
  return {
    sheets: [...ofTexts.sheets, ...ofPrices.sheets],
    leftOut: [...ofTexts.leftOut, ...ofPrices.leftOut],
    notes: ofPrices.notes,
  };
}

function isPrice({ field }: Change): boolean {
  return field === 'price' || field === 'compare_at_price';
}

function textSheets({ last, after, spelled }: UploadInput, changes: readonly Change[]): { sheets: UploadSheet[]; leftOut: LeftOut[] } {
  const left: LeftOut[] = [];
  const find = rowFinder(after);
  const handle = shopifyColumn('productId', last);
  const title = shopifyColumn('title', last);
  const assignments = targetsOf(changes).flatMap(({ target, changes: own }) => {
    const changed = own.map((change): Cell => [columnOf(change.field, last), newCell(change, spelled, PLAIN_AMOUNTS)]);
    const standing = find(target)?.fields.title;
    const hasTitle = own.some(({ field }) => field === 'title');
    if (!hasTitle && standing === undefined) {
      left.push(...leftOut(own, `Shopify demands the title beside it, and no imported products export has "${target.id}": import one`));
      return [];
    }
    const carried: Cell[] = hasTitle ? [] : [[title, standing as string]];
    return [{ unit: target.id, key: [[handle, target.id] as Cell], carried, changed, changes: own }];
  });
  return { sheets: sheetsOf(assignments, last?.header ?? [handle, title]), leftOut: left };
}

/** The column of a text: as the last export spells it, else as its dialect does. */
function columnOf(field: ListingFieldName, last: LastExport | null): string {
  if (field === 'title') return shopifyColumn('title', last);
  const known = headersOf('shopify', field);
  const folded = known.map(foldHeader);
  const spelled = last?.header.find((name) => folded.includes(foldHeader(name)));
  return spelled ?? ((hasNewNames(last) ? known[0] : known.at(-1)) as string);
}
