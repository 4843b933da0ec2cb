/**
 * Amazon's Price & Quantity file: tab-separated, SKU and the changed columns. No currency: the marketplace decides. A price of 0 is an
 * error there, and a quantity of a listing that Amazon ships would take it over, so both are left out.
 */
import type { Change } from '../../core/plan.js';
import { type CatalogueRow, defineUpload, type LeftOut, type UploadInput, type UploadResult } from '../upload.js';
import { newCell, PLAIN_AMOUNTS } from '../uploadAmounts.js';
import { type Cell, leftOut, rowFinder, sheetsOf, targetsOf } from '../uploadSheets.js';

const SOURCE = 'Seller Central help 200385490; header rule of Amazon’s own transport utility';

export const amazonPriceQuantityUpload = defineUpload({
  id: 'amazon.price-quantity',
  platform: 'amazon',
  upload: 'Price & Quantity file',
  carries: ['price', 'quantity'],
  reads: ['amazon.listings', 'amazon.open-listings'],
  file: { kind: 'text', encoding: 'utf-8', bom: false, delimiter: '\t', quoting: 'none', lineEnd: '\n', follows: [] },
  fileName: 'amazon-price-quantity',
  extension: 'txt',
  key: 'sku',
  demands: null,
  blank: { text: 'a blank price or quantity is left as it is', source: SOURCE, certainty: 'C' },
  missing: {
    text: 'a missing column is left as it is; the header may hold nothing but sku, price, quantity, leadtime-to-ship',
    source: SOURCE,
    certainty: 'A-',
  },
  steps: [
    'Seller Central > Catalogue > Add products via upload > Upload your spreadsheet: choose the file',
    'choose "Price & Quantity" as its kind where Seller Central asks',
    'the processing report says which rows were refused',
  ],
  limits: { rows: null, bytes: null, source: 'none published for this file' },
  refuses,
  write,
});

function write({ changes, rows, spelled }: UploadInput): UploadResult {
  const left: LeftOut[] = [];
  const find = rowFinder(rows);
  const assignments = targetsOf(changes).flatMap(({ target, changes: own }) => {
    const kept = own.filter((change) => {
      const problem = refuses(change, find(target));
      if (problem !== null) left.push(...leftOut([change], problem));
      return problem === null;
    });
    const changed = kept.map((change): Cell => [change.field, newCell(change, spelled, PLAIN_AMOUNTS)]);
    return kept.length === 0 ? [] : [{ unit: target.id, key: [['sku', target.id] as Cell], changed, changes: kept }];
  });
  return { sheets: sheetsOf(assignments, ['sku', 'price', 'quantity']), leftOut: left, notes: [] };
}

function refuses(change: Change, row: CatalogueRow | undefined): string | null {
  const shipper = row?.fields.fulfilment ?? '';
  if (change.field === 'price' && Number(change.after) === 0) return 'Amazon refuses a price of 0; to stop selling, set the quantity to 0';
  if (change.field === 'quantity' && /^amazon/i.test(shipper.trim())) return 'Amazon ships this listing and counts its stock itself';
  return null;
}
