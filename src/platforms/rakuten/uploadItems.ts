/**
 * Rakuten's item file (`normal-item.csv` of RMS): CP932 with CR LF. Texts stand on rows of the item, prices on rows of its SKUs; the
 * two kinds of rows leave each other's cells empty, so each has a file of its own.
 */
import { headersOf } from '../../core/listingField.js';
import type { Change } from '../../core/plan.js';
import { foldHeader } from '../header.js';
import { defineUpload, type LastExport, type LeftOut, type UploadInput, type UploadResult } from '../upload.js';
import { newCell, PLAIN_AMOUNTS } from '../uploadAmounts.js';
import { type Assignment, type Cell, leftOut, rowFinder, sheetsOf, targetsOf } from '../uploadSheets.js';
import { ITEM_NAME, ITEM_NUMBER, PRICE, SKU_NUMBER } from './names.js';

const SOURCE = 'published guides to RMS after the SKU project; a public program that writes the file';

export const rakutenItemsUpload = defineUpload({
  id: 'rakuten.items',
  platform: 'rakuten',
  upload: 'CSV商品一括編集 (normal-item.csv)',
  carries: ['title', 'subtitle', 'price'],
  reads: ['rakuten.items'],
  file: { kind: 'text', encoding: 'shift_jis', bom: false, delimiter: ',', quoting: 'double', lineEnd: '\r\n', follows: [] },
  fileName: 'normal-item',
  extension: 'csv',
  key: '商品管理番号（商品URL）; of a SKU also SKU管理番号',
  demands: null,
  blank: {
    text: 'a blank cell of a column that is there empties the value where it may be empty, and is an error where it may not',
    source: 'general knowledge of the trade; no published source kept',
    certainty: 'M',
  },
  missing: { text: 'only the columns that are in the file are changed', source: SOURCE, certainty: 'C' },
  steps: [
    'RMS > 店舗設定 > 商品管理 > CSV商品一括編集 > アップロード: 通常商品 (the service must be subscribed to)',
    'by FTP into ritem/batch it must be called normal-item.csv: rename it, one file after the other',
    'the result is mailed, and refused rows are listed in 処理結果',
  ],
  limits: { rows: 60_000, bytes: null, source: 'a public program that splits the file there (certainty B)' },
  write,
});

function write({ changes, rows, last, spelled }: UploadInput): UploadResult {
  const left: LeftOut[] = [];
  const find = rowFinder(rows);
  const number = nameOf(ITEM_NUMBER, last);
  const items: Assignment[] = [];
  const skus: Assignment[] = [];
  for (const { target, changes: own } of targetsOf(changes)) {
    const cells = own.map((change): Cell => [columnOf(change, last), newCell(change, spelled, PLAIN_AMOUNTS)]);
    if (target.entity === 'product') {
      items.push({ unit: target.id, key: [[number, target.id]], changed: cells, changes: own });
      continue;
    }
    const row = find(target);
    const sku = row?.fields.variationId?.trim() ?? '';
    if (!row || sku === '') {
      left.push(
        ...leftOut(
          own,
          'Rakuten tells a price by its SKU管理番号, which no imported file has for it: download 通常商品 with its SKU and import it',
        ),
      );
      continue;
    }
    const key: Cell[] = [
      [number, row.productId],
      [nameOf(SKU_NUMBER, last), sku],
    ];
    skus.push({ unit: row.productId, key, changed: cells, changes: own });
  }
  return { sheets: [...sheetsOf(items, last?.header), ...sheetsOf(skus, last?.header)], leftOut: left, notes: [] };
}

function columnOf({ field }: Change, last: LastExport | null): string {
  if (field === 'title') return nameOf(ITEM_NAME, last);
  return nameOf(field === 'price' ? PRICE : headersOf('rakuten', field), last);
}

/** As the last export spells it, else the newest spelling. */
function nameOf(names: readonly string[], last: LastExport | null): string {
  const folded = names.map(foldHeader);
  return last?.header.find((name) => folded.includes(foldHeader(name))) ?? (names[0] as string);
}
