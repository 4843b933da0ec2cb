/**
 * Yahoo! Shopping's item file for single fields (項目指定): CP932, `code` and the changed columns. The other ways of uploading the same
 * file are dangerous: 上書き replaces the whole shop by what is in the file.
 */
import { headersOf } from '../../core/listingField.js';
import type { Change } from '../../core/plan.js';
import { type CatalogueRow, defineUpload, type LeftOut, type UploadInput, type UploadResult } from '../upload.js';
import { newCell, PLAIN_AMOUNTS, pairChange } from '../uploadAmounts.js';
import { type Cell, leftOut, rowFinder, sheetsOf, targetsOf } from '../uploadSheets.js';

const SOURCE = 'published guides to ストアクリエイターPro (realmax.co.jp, 2015; five springs, 2025)';

export const yahoojpItemsUpload = defineUpload({
  id: 'yahoojp.items',
  platform: 'yahoojp',
  upload: '商品データ アップロード, 項目指定',
  carries: ['title', 'subtitle', 'price'],
  reads: ['yahoojp.items'],
  file: { kind: 'text', encoding: 'shift_jis', bom: false, delimiter: ',', quoting: 'double', lineEnd: '\r\n', follows: ['lineEnd'] },
  fileName: 'data_spy',
  extension: 'csv',
  key: 'code',
  demands: null,
  blank: {
    text: 'a blank cell of a named field empties it',
    source: 'general knowledge of the trade; no published source kept',
    certainty: 'M',
  },
  missing: {
    text: 'uploaded as 項目指定, only the fields of the header are changed; uploaded as 追加 or 上書き, the others would be reset',
    source: SOURCE,
    certainty: 'C',
  },
  steps: [
    'ストアクリエイターPro > 商品管理 > 商品データ アップロード: choose the file',
    'choose 項目指定. Never 上書き: it deletes every item that is not in the file',
    'then 反映 (publish), as after every change',
  ],
  limits: { rows: 20_000, bytes: null, source: 'developer.yahoo.co.jp, upload format: at most 20,000 items (certainty C)' },
  write,
});

function write({ changes, rows, spelled }: UploadInput): UploadResult {
  const left: LeftOut[] = [];
  const find = rowFinder(rows);
  const text = (change: Change) => newCell(change, spelled, PLAIN_AMOUNTS);
  const assignments = targetsOf(changes).flatMap(({ target, changes: own }) => {
    const changed: Cell[] = [];
    const kept: Change[] = [];
    for (const change of own) {
      const cell = cellOf(change, find(target), text);
      if ('problem' in cell) left.push(...leftOut([change], cell.problem));
      else {
        changed.push(cell.cell);
        kept.push(change);
      }
    }
    return kept.length === 0 ? [] : [{ unit: target.id, key: [['code', target.id] as Cell], changed, changes: kept }];
  });
  return { sheets: sheetsOf(assignments, ['code', 'name', 'headline', 'price', 'sale-price']), leftOut: left, notes: [] };
}

function cellOf(change: Change, row: CatalogueRow | undefined, text: (change: Change) => string): { cell: Cell } | { problem: string } {
  if (change.field === 'title') return { cell: ['name', text(change)] };
  if (change.field !== 'price') return { cell: [headersOf('yahoojp', change.field)[0] as string, text(change)] };
  const found = pairChange({ regular: row?.fields.price ?? null, sale: row?.fields.salePrice ?? null }, change, undefined, text);
  if ('problem' in found) {
    return {
      problem:
        row?.fields.salePrice === undefined
          ? `${found.problem}: import a 商品データ file with the columns price and sale-price`
          : found.problem,
    };
  }
  return { cell: found.sale !== undefined ? ['sale-price', found.sale] : ['price', found.regular as string] };
}
