/**
 * Shops that take uploads as their platforms document it, so that a test can see what an upload would do: on a catalogue as exported,
 * the platform's import of a file gives the catalogue as it would be exported next. Written without eco's own reading and writing.
 * Each stops at what would do harm (a new product, a deleted variant) instead of doing it quietly: deletions are counted.
 */
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';

export interface Grid {
  readonly header: string[];
  readonly rows: string[][];
}

export interface Imported {
  readonly shop: Grid;
  /** Variants that the import deleted. */
  readonly deleted: number;
  /** Products or variants that it made anew. */
  readonly created: number;
}

export type Simulate = (shop: Grid, upload: Grid) => Imported;

export interface Written {
  readonly encoding: 'utf8' | 'shift_jis';
  readonly bom?: boolean;
  readonly delimiter?: string;
  readonly lineEnd?: string;
}

export function readGrid(bytes: Uint8Array, { encoding, delimiter = ',' }: Written): Grid {
  const text = iconv.decode(Buffer.from(bytes), encoding).replace(/^\uFEFF/, '');
  const [header = [], ...rows] = parse(text, {
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    relax_quotes: true,
  }) as string[][];
  return { header, rows };
}

/** A catalogue as a platform would write it. */
export function writeGrid({ header, rows }: Grid, { encoding, bom, delimiter = ',', lineEnd = '\n' }: Written): Buffer {
  const cell = (text: string) => (/["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text);
  const text = [header, ...rows].map((row) => row.map(cell).join(delimiter) + lineEnd).join('');
  return iconv.encode((bom ? '\uFEFF' : '') + text, encoding);
}

function copy({ header, rows }: Grid): Grid {
  return { header: [...header], rows: rows.map((row) => [...row]) };
}

const at = (grid: Grid, ...names: string[]) => grid.header.findIndex((name) => names.includes(name));

const VARIANT_COLUMNS =
  /^(Variant .*|SKU|Barcode|Price|Compare-at price|Cost per item|Charge tax|Tax code|Inventory.*|Continue selling.*|Weight.*|Requires shipping|Fulfillment service)$/;
const OPTION_COLUMNS = /^Option\d (Name|Value|name|value)$/;

/**
 * Shopify, "overwrite products with matching handles": a missing column keeps, a blank cell clears; with any variant column the
 * variants become those of the file, told by their option values; without option columns one default variant is left.
 */
export const shopify: Simulate = (before, upload) => {
  const shop = copy(before);
  const handle = at(upload, 'Handle', 'URL handle');
  const own = at(shop, 'Handle', 'URL handle');
  if (at(upload, 'Title') < 0) throw new Error('Shopify wants a title');
  const byHandle = new Map<string, string[][]>();
  for (const row of upload.rows) byHandle.set(row[handle] as string, [...(byHandle.get(row[handle] as string) ?? []), row]);
  let deleted = 0;
  let created = 0;
  for (const [id, rows] of byHandle) {
    const standing = shop.rows.filter((row) => row[own] === id);
    if (standing.length === 0) {
      created++;
      continue;
    }
    upload.header.forEach((name, column) => {
      if (column === handle || VARIANT_COLUMNS.test(name) || OPTION_COLUMNS.test(name)) return;
      (standing[0] as string[])[at(shop, name)] = (rows[0] as string[])[column] as string;
    });
    if (!upload.header.some((name) => VARIANT_COLUMNS.test(name))) continue;
    const changed = variants(shop, standing, upload, rows);
    deleted += changed.deleted;
    created += changed.created;
  }
  return { shop: { ...shop, rows: shop.rows.filter((row) => !row.includes('\0gone')) }, deleted, created };
};

function variants(shop: Grid, standing: string[][], upload: Grid, rows: string[][]): { deleted: number; created: number } {
  const columns = [1, 2, 3].map((n) => [`Option${n} Value`, `Option${n} value`] as const);
  const keyOf = (grid: Grid, row: string[]) => columns.map((names) => row[at(grid, ...names)] ?? '').join('\u0001');
  const isVariant = (row: string[]) => (row[at(shop, ...(columns[0] as readonly string[]))] ?? '') !== '';
  const old = standing.filter(isVariant);
  if (at(upload, ...(columns[0] as readonly string[])) < 0) {
    for (const row of old.slice(1)) row.push('\0gone');
    return { deleted: old.length, created: 1 };
  }
  const wanted = new Map(rows.map((row) => [keyOf(upload, row), row]));
  let deleted = 0;
  for (const row of old) {
    const update = wanted.get(keyOf(shop, row));
    if (!update) {
      row.push('\0gone');
      deleted++;
      continue;
    }
    wanted.delete(keyOf(shop, row));
    upload.header.forEach((name, column) => {
      if (VARIANT_COLUMNS.test(name)) row[at(shop, name)] = update[column] as string;
    });
  }
  return { deleted, created: wanted.size };
}

/** WooCommerce's importer, updating: unknown IDs are skipped, columns that are there are set, a blank clears, a SKU is written. */
export const woocommerce: Simulate = (before, upload) => {
  const shop = copy(before);
  const id = at(upload, 'ID');
  for (const row of upload.rows) {
    const standing = shop.rows.find((candidate) => candidate[at(shop, 'ID')] === row[id]);
    if (!standing) continue;
    upload.header.forEach((name, column) => {
      if (column === id) return;
      const place = at(shop, name);
      if (place < 0) throw new Error(`WooCommerce does not know the column ${name}`);
      standing[place] = row[column] as string;
    });
  }
  return { shop, deleted: 0, created: 0 };
};

/** eBay's Revise: what the file names is changed, blank cells are not; variations are told by their details. */
export const ebay: Simulate = (before, upload) => {
  const shop = copy(before);
  if (!/^\*?Action\(SiteID=\w+\|Country=[A-Z]{2}\|Currency=[A-Z]{3}\|Version=\d+\|CC=UTF-8\)$/.test(upload.header[0] ?? '')) {
    throw new Error(`eBay does not know the action ${upload.header[0]}`);
  }
  const columns: readonly [string, readonly string[]][] = [
    ['*Title', ['Title']],
    ['*StartPrice', ['Start price', 'Current price']],
    ['*Quantity', ['Available quantity']],
  ];
  let item = '';
  for (const row of upload.rows) {
    const isVariation = row[at(upload, 'Relationship')] === 'Variation';
    if (!isVariation && row[0] !== 'Revise') throw new Error(`eBay does not know ${row[0]}`);
    if (!isVariation) item = row[at(upload, 'ItemID')] as string;
    const details = row[at(upload, 'RelationshipDetails')] ?? '';
    const standing = shop.rows.filter(
      (candidate) => candidate[at(shop, 'Item number')] === item && (!isVariation || candidate[at(shop, 'Variation details')] === details),
    );
    if (standing.length === 0) throw new Error(`eBay has no ${item} ${details}`);
    for (const [name, own] of columns) {
      const text = row[at(upload, name)] ?? '';
      if (text !== '') for (const each of standing) for (const column of own) each[at(shop, column)] = text;
    }
  }
  return { shop, deleted: 0, created: 0 };
};

/** Rakuten's item file: only the columns that are in it change; a row is the item's or, with a SKU number, the SKU's. */
export const rakuten: Simulate = (before, upload) => {
  const shop = copy(before);
  const number = '商品管理番号（商品URL）';
  for (const row of upload.rows) {
    const sku = row[at(upload, 'SKU管理番号')] ?? '';
    const standing = shop.rows.find(
      (candidate) =>
        candidate[at(shop, number)] === row[at(upload, number)] &&
        candidate[at(shop, 'SKU管理番号')] === sku &&
        (sku !== '' || candidate[at(shop, '商品名')] !== ''),
    );
    if (!standing) throw new Error(`Rakuten has no ${row.join(' ')}`);
    upload.header.forEach((name, column) => {
      if (name !== number && name !== 'SKU管理番号') standing[at(shop, name)] = row[column] as string;
    });
  }
  return { shop, deleted: 0, created: 0 };
};

/** Qoo10's two lists: the item list sets every column that it has, blank or not; in the price list a blank keeps. */
export const qoo10: Simulate = (before, upload) => {
  const shop = copy(before);
  const isPrices = at(upload, 'edit_type') >= 0;
  for (const row of upload.rows) {
    const number = row[at(upload, 'item_number')];
    const standing = shop.rows.find((candidate) => candidate[at(shop, 'item_number')] === number);
    if (!standing) throw new Error(`Qoo10 has no ${number}`);
    upload.header.forEach((name, column) => {
      const place = at(shop, isPrices && name === 'Price' ? 'price_yen' : name);
      const text = row[column] ?? '';
      if (place >= 0 && !(isPrices && text === '')) standing[place] = text;
    });
  }
  return { shop, deleted: 0, created: 0 };
};
