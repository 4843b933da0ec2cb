/**
 * A supplemental feed of Google Merchant Center: id and the changed attributes of offers that a primary feed has. Amounts carry their
 * currency ("15.00 GBP"). What the primary feed says counts again as soon as an offer leaves the supplemental one: the feed must stay.
 */
import type { Change } from '../../core/plan.js';
import { type CatalogueRow, defineUpload, type LeftOut, type UploadInput, type UploadResult } from '../upload.js';
import { newCell, PLAIN_AMOUNTS, pairChange } from '../uploadAmounts.js';
import { type Cell, leftOut, rowFinder, sheetsOf, targetsOf } from '../uploadSheets.js';

const SOURCE = 'support.google.com/merchants/answer/7439882 (supplemental feeds)';

export const googleSupplementalUpload = defineUpload({
  id: 'google.supplemental-feed',
  platform: 'google',
  upload: 'Supplemental feed (TSV)',
  carries: ['title', 'short_title', 'price'],
  reads: ['google.merchant-feed'],
  file: { kind: 'text', encoding: 'utf-8', bom: false, delimiter: '\t', quoting: 'double', lineEnd: '\n', follows: ['lineEnd'] },
  fileName: 'google-supplemental-feed',
  extension: 'txt',
  key: 'id',
  demands: null,
  blank: {
    text: 'not documented; eco writes no blank cell: offers that change other attributes stand in a feed of their own',
    source: SOURCE,
    certainty: 'M',
  },
  missing: { text: 'an attribute that the supplemental feed does not have comes from the primary feed', source: SOURCE, certainty: 'C' },
  steps: [
    'Merchant Center > Data sources > Supplemental sources > Add: upload the file, and link it to the primary feed',
    'leave it in place: without it the primary feed’s values count again',
  ],
  limits: { rows: null, bytes: null, source: 'far above any plan (Google takes feeds of gigabytes)' },
  write,
});

function write({ changes, rows, last, store, spelled }: UploadInput): UploadResult {
  const left: LeftOut[] = [];
  const find = rowFinder(rows);
  const text = (change: Change) => priced(newCell(change, spelled, PLAIN_AMOUNTS), change.currency ?? store.currency);
  const assignments = targetsOf(changes).flatMap(({ target, changes: own }) => {
    const prices = own.filter(({ field }) => field === 'price');
    const cells = prices.length === 0 ? [] : priceCells(prices, find(target), last?.names ?? {}, text);
    if ('problem' in cells) left.push(...leftOut(prices, cells.problem));
    const kept = 'problem' in cells ? own.filter(({ field }) => field !== 'price') : own;
    const texts = kept
      .filter(({ field }) => field !== 'price')
      .map((change): Cell => [columnOf(change, last?.header), newCell(change, spelled, PLAIN_AMOUNTS)]);
    const changed = [...texts, ...('problem' in cells ? [] : cells)];
    return kept.length === 0
      ? []
      : [{ unit: target.id, key: [[last?.names.productId ?? 'id', target.id] as Cell], changed, changes: kept }];
  });
  return { sheets: sheetsOf(assignments, last?.header ?? []), leftOut: left, notes: [] };
}

/** Whether the feed's own names have spaces. */
function columnOf({ field }: Change, header: readonly string[] = []): string {
  if (field === 'title') return 'title';
  return header.includes('short title') ? 'short title' : 'short_title';
}

function priced(amount: string, currency: string | null): string {
  return /[A-Z]{3}/.test(amount) || currency === null ? amount : `${amount} ${currency}`;
}

function priceCells(
  prices: readonly Change[],
  row: CatalogueRow | undefined,
  names: Readonly<Partial<Record<string, string>>>,
  text: (change: Change) => string,
): Cell[] | { problem: string } {
  if (prices.some((change) => !/[A-Z]{3}/.test(text(change))))
    return { problem: 'Google wants the currency beside a price, and it is not known' };
  if (!row) return { problem: 'the offer is in no imported feed, so whether a sale price is in force is not known: import the feed' };
  const found = pairChange({ regular: row.fields.price ?? null, sale: row.fields.salePrice ?? '' }, prices[0], undefined, text);
  if ('problem' in found) return found;
  return found.sale !== undefined ? [[names.salePrice ?? 'sale_price', found.sale]] : [[names.price ?? 'price', found.regular as string]];
}
