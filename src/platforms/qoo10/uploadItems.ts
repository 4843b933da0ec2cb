/**
 * Qoo10's two workbooks. Item list: the template wants all of its columns, and what an empty cell does is not known, so the rows of
 * changed items are carried whole from the last export, with the changed cells. Price and quantity list: the item's number, the
 * changed cells, and the rest empty, which leaves them as they are.
 *
 * Machine names in row 1, three rows of guidance, data from row 5.
 */
import { headersOf } from '../../core/listingField.js';
import type { Change } from '../../core/plan.js';
import { defineUpload, type LeftOut, type UploadInput, type UploadResult, type UploadRow } from '../upload.js';
import { newCell, PLAIN_AMOUNTS } from '../uploadAmounts.js';
import { leftOut, partOf, rowFinder, targetsOf } from '../uploadSheets.js';

const NOT_UPLOADED = 'the item has no number of Qoo10’s yet (it was never uploaded)';
const STEPS = ['the same rows can be filled into the file as downloaded: --template FILE'];

export const qoo10ItemsUpload = defineUpload({
  id: 'qoo10.items',
  platform: 'qoo10',
  upload: 'Item list (Qoo10_EditItemList.xlsx)',
  carries: ['title', 'subtitle', 'search_terms'],
  reads: ['qoo10.items'],
  file: { kind: 'workbook', sheet: 'Sheet1' },
  fileName: 'Qoo10_EditItemList',
  extension: 'xlsx',
  key: 'item_number',
  demands: 'all columns of its template: those that do not change carry what the last export said',
  blank: {
    text: 'not known; eco leaves no cell empty that the last export had filled',
    source: 'general caution: no source found',
    certainty: 'M',
  },
  missing: { text: 'the template’s columns must all be there', source: 'public programs that fill the official template', certainty: 'B' },
  steps: ['QSM > 商品管理 > 商品一括登録/修正 > 修正: choose the file', ...STEPS],
  limits: { rows: null, bytes: null, source: 'none found' },
  write: writeItems,
});

export const qoo10PricesUpload = defineUpload({
  id: 'qoo10.price-quantity',
  platform: 'qoo10',
  upload: 'Price and quantity list (Qoo10_EditItemPriceQtyList.xlsx)',
  carries: ['price', 'quantity'],
  reads: ['qoo10.items'],
  file: { kind: 'workbook', sheet: 'Sheet1' },
  fileName: 'Qoo10_EditItemPriceQtyList',
  extension: 'xlsx',
  key: 'item_number, with the edit type g (the item itself)',
  demands: 'the six columns of its template',
  blank: { text: 'an empty price or quantity is left as it is', source: 'a public program that writes the file', certainty: 'B' },
  missing: { text: 'the template’s columns must all be there', source: 'public programs that fill the official template', certainty: 'B' },
  steps: ['QSM > 商品管理 > 価格/在庫 > 一括修正: choose the file', ...STEPS],
  limits: { rows: null, bytes: null, source: 'none found' },
  write: writePrices,
});

function writeItems({ changes, after, last, spelled }: UploadInput): UploadResult {
  const left: LeftOut[] = [];
  const find = rowFinder(after);
  const header = last?.header ?? [];
  const changed = new Set<string>();
  const written: UploadRow[] = [];
  const kept: Change[] = [];
  for (const { target, changes: own } of targetsOf(changes)) {
    const row = find(target);
    const number = row?.fields.productId?.trim() ?? '';
    if (!row || number === '') {
      left.push(
        ...leftOut(
          own,
          row ? NOT_UPLOADED : 'Qoo10 wants all columns of the item, which is in no imported item list: download and import it',
        ),
      );
      continue;
    }
    const cells = new Map(own.map((change) => [columnOf(change), newCell(change, spelled, PLAIN_AMOUNTS)]));
    const absent = [...cells.keys()].find((name) => !header.includes(name));
    if (absent !== undefined) {
      left.push(...leftOut(own, `the last item list has no column ${absent}: download it again with all columns`));
      continue;
    }
    for (const name of cells.keys()) changed.add(name);
    written.push({
      unit: target.id,
      cells: header.map((name) => cells.get(name) ?? row.cells[name] ?? ''),
      changeIds: own.map(({ id }) => id),
    });
    kept.push(...own);
  }
  if (written.length === 0) return { sheets: [], leftOut: left, notes: [] };
  const carried = header.filter((name) => !changed.has(name) && name !== 'item_number');
  const sheet = { part: partOf(kept), above: [], header, below: guidance(header), rows: written, changed: [...changed], carried };
  return { sheets: [sheet], leftOut: left, notes: [] };
}

function columnOf({ field }: Change): string {
  return field === 'title' ? 'item_name' : (headersOf('qoo10', field)[0] as string);
}

const PRICE_COLUMNS = ['item_number', 'seller_unique_item_id', 'edit_type', 'seller_unique_option_id', 'Price', 'quantity'];

function writePrices({ changes, rows, spelled }: UploadInput): UploadResult {
  const left: LeftOut[] = [];
  const find = rowFinder(rows);
  const kept: Change[] = [];
  const written = targetsOf(changes).flatMap(({ target, changes: own }): UploadRow[] => {
    const row = find(target);
    const number = row ? (row.fields.productId?.trim() ?? '') : target.id;
    if (number === '') {
      left.push(...leftOut(own, NOT_UPLOADED));
      return [];
    }
    const text = (field: string) => {
      const change = own.find((candidate) => candidate.field === field);
      return change ? newCell(change, spelled, PLAIN_AMOUNTS) : '';
    };
    kept.push(...own);
    const cells = [number, row?.fields.sku ?? '', 'g', '', text('price'), text('quantity')];
    return [{ unit: target.id, cells, changeIds: own.map(({ id }) => id) }];
  });
  if (written.length === 0) return { sheets: [], leftOut: left, notes: [] };
  const changed = ['Price', 'quantity'].filter((name) => kept.some(({ field }) => field === name.toLowerCase()));
  const carried = ['seller_unique_item_id'];
  const sheet = { part: partOf(kept), above: [], header: PRICE_COLUMNS, below: guidance(PRICE_COLUMNS), rows: written, changed, carried };
  return { sheets: [sheet], leftOut: left, notes: [] };
}

const LABELS: Readonly<Record<string, string>> = {
  item_number: '商品番号',
  seller_unique_item_id: '販売者商品コード',
  item_name: '商品名',
  item_promotion_name: '広告文',
  price_yen: '販売価格',
  Price: '販売価格',
  quantity: '数量',
  search_keyword: '検索ワード',
};

/** The template's three rows between names and data, which Qoo10 skips: labels, and two that stay as good as empty. */
function guidance(header: readonly string[]): string[][] {
  return [
    header.map((name) => LABELS[name] ?? ''),
    header.map((_, at) => (at === 0 ? '-' : '')),
    header.map((_, at) => (at === 0 ? '-' : '')),
  ];
}
