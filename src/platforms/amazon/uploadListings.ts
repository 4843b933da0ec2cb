/**
 * Amazon's listing file as a partial update: three header rows (template, labels, attribute names), then SKU, product type where it is
 * known, `PartialUpdate` and the changed texts. In a full update blank cells erase; in a partial one they do not.
 */
import { headersOf } from '../../core/listingField.js';
import type { Change } from '../../core/plan.js';
import { defineUpload, type UploadInput, type UploadResult } from '../upload.js';
import { newCell, PLAIN_AMOUNTS } from '../uploadAmounts.js';
import { type Cell, rowFinder, sheetsOf, targetsOf } from '../uploadSheets.js';

const LABELS: Readonly<Record<string, string>> = {
  item_sku: 'Seller SKU',
  feed_product_type: 'Product Type',
  update_delete: 'Update Delete',
  item_name: 'Product Name',
  title_differentiation: 'Item Highlights',
  generic_keywords: 'Search Terms',
};

const ORDER = Object.keys(LABELS);

export const amazonListingsUpload = defineUpload({
  id: 'amazon.listings-partial',
  platform: 'amazon',
  upload: 'Listing file, partial update',
  carries: ['title', 'item_highlights', 'search_terms'],
  reads: ['amazon.listings', 'amazon.open-listings'],
  file: { kind: 'text', encoding: 'utf-8', bom: false, delimiter: '\t', quoting: 'none', lineEnd: '\n', follows: [] },
  fileName: 'amazon-listings',
  extension: 'txt',
  key: 'item_sku',
  demands: 'update_delete = PartialUpdate, and the product type where it is known',
  blank: {
    text: 'a partial update leaves blank cells as they are; a full update (Update) erases them, so eco never writes one',
    source: 'amalyze.com on update_delete',
    certainty: 'C',
  },
  missing: { text: 'a missing column is left as it is', source: 'writers of the flat file in public code', certainty: 'B' },
  steps: [
    'Seller Central > Catalogue > Add products via upload > Upload your spreadsheet: choose the file',
    'if Amazon insists on its own template: download it for the product type and run the export again with --template FILE',
    'the processing report says which rows were refused',
  ],
  limits: { rows: null, bytes: null, source: 'none published for this file' },
  write,
});

function write({ changes, rows, spelled }: UploadInput): UploadResult {
  const find = rowFinder(rows);
  const assignments = targetsOf(changes).map(({ target, changes: own }) => {
    const type = find(target)?.fields.productType?.trim() ?? '';
    const key: Cell[] = [['item_sku', target.id]];
    if (type !== '') key.push(['feed_product_type', type]);
    key.push(['update_delete', 'PartialUpdate']);
    return {
      unit: target.id,
      key,
      changed: own.map((change): Cell => [columnOf(change), newCell(change, spelled, PLAIN_AMOUNTS)]),
      changes: own,
    };
  });
  const sheets = sheetsOf(assignments, ORDER).map((sheet) => ({
    ...sheet,
    above: [padded(['TemplateType=fptcustom', 'Version=2023.1116'], sheet.header.length), sheet.header.map((name) => LABELS[name] ?? name)],
  }));
  const highlights = changes.some(({ field }) => field === 'item_highlights');
  const notes = highlights
    ? ['Amazon takes Item Highlights only where the title has at most 75 characters, and not in every marketplace']
    : [];
  return { sheets, leftOut: [], notes };
}

function columnOf({ field }: Change): string {
  return field === 'title' ? 'item_name' : (headersOf('amazon', field)[0] as string);
}

function padded(cells: readonly string[], width: number): string[] {
  return [...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')].slice(0, Math.max(width, cells.length));
}
