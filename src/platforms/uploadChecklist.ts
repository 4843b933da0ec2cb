/**
 * The checklist: for platforms that take no file (Etsy), where a file could do harm (Taobao: its item package tool is retired, and an
 * upload may make every item anew), and for fields that no upload of a platform carries. One line a change, with a link to the
 * item, what stands there, what should, and a box to tick.
 */
import { LISTING_FIELDS, type ListingFieldName } from '../core/listingField.js';
import { defineUpload, type UploadInput, type UploadResult } from './upload.js';
import { partOf } from './uploadSheets.js';

export const CHECKLIST_COLUMNS = ['done', 'store', 'item', 'sku', 'link', 'field', 'before', 'after', 'currency', 'why'] as const;

export const checklist = defineUpload({
  id: 'checklist',
  platform: null,
  upload: 'Checklist to work through by hand (CSV and HTML)',
  carries: Object.keys(LISTING_FIELDS) as ListingFieldName[],
  reads: [],
  file: { kind: 'list' },
  fileName: 'checklist',
  extension: 'csv',
  key: 'the item',
  demands: null,
  blank: { text: 'an empty "after" means: empty the field', source: 'eco’s own list', certainty: 'A' },
  missing: { text: 'what is not listed stays as it is', source: 'eco’s own list', certainty: 'A' },
  steps: ['open the HTML file, follow each link, change the field, tick the box; the CSV file is the same list for a spreadsheet'],
  limits: { rows: null, bytes: null, source: 'none' },
  write,
});

function write({ changes, store }: UploadInput): UploadResult {
  if (changes.length === 0) return { sheets: [], leftOut: [], notes: [] };
  const rows = changes.map((change) => ({
    unit: change.target.id,
    cells: [
      '',
      store.name,
      change.target.id,
      change.sku ?? '',
      itemLink(store.platform, store.marketplace, change.target.id) ?? '',
      change.field,
      change.before ?? '',
      change.after ?? '',
      change.currency ?? '',
      change.reason.text,
    ],
    changeIds: [change.id],
  }));
  const sheet = { part: partOf(changes), above: [], header: CHECKLIST_COLUMNS, below: [], rows, changed: ['after'], carried: [] };
  return { sheets: [sheet], leftOut: [], notes: [] };
}

const EBAY_SITES: Readonly<Record<string, string>> = {
  UK: 'www.ebay.co.uk',
  Germany: 'www.ebay.de',
  Australia: 'www.ebay.com.au',
  Canada: 'www.ebay.ca',
  France: 'www.ebay.fr',
  Italy: 'www.ebay.it',
  Spain: 'www.ebay.es',
};

/** Where an item is looked at or edited; null where its key does not tell. */
export function itemLink(platform: string, marketplace: string | null, id: string): string | null {
  const [item = ''] = id.split('/');
  switch (platform) {
    case 'ebay':
      return /^\d{9,15}$/.test(item) ? `https://${EBAY_SITES[marketplace ?? ''] ?? 'www.ebay.com'}/itm/${item}` : null;
    case 'taobao':
      return /^\d{9,}$/.test(item) ? `https://item.taobao.com/item.htm?id=${item}` : null;
    // The listings download names no listing's number: the shop's own search finds it by SKU or title.
    case 'etsy':
      return `https://www.etsy.com/your/shops/me/tools/listings?search_query=${encodeURIComponent(id)}`;
    default:
      return null;
  }
}
