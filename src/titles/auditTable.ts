/**
 * Listings from any table with a column of titles, for auditing a file that is not imported. Columns are known by their names; what is
 * not there is unknown. A row that repeats the id and the title of an earlier one (the same listing on another day) is one listing.
 */
import { UserError } from '../core/errors.js';
import type { AuditListing } from './finding.js';

/** A table as it was read: its header, and rows with their line. */
export interface PlainTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

export interface TableAsk {
  readonly platform: string;
  readonly marketplace: string | null;
  /** `--column`. */
  readonly column?: string;
}

export interface TableListings {
  readonly listings: readonly AuditListing[];
  /** The header of the column that was taken for the titles. */
  readonly column: string;
  readonly rows: number;
}

function names(text: string): readonly string[] {
  return text.split('|');
}

/** Likeliest first. */
const TITLE = names(
  'title|item-name|item name|product title|product name|listing title|item title|name|商品标题|宝贝标题|标题|商品名称|商品名|宝贝名称|タイトル|titel|artikelbezeichnung|produktname|artikelname|titre|nom-produit|nom du produit|nom|título|titulo|título del producto|nombre|titolo|nome|nome del prodotto',
);
const ID = names(
  'id|listing id|listing-id|item id|item number|product id|handle|seller-sku|sku|asin|asin1|num iid|num id|商品id|宝贝id|商品编码|商品管理番号|商品管理番号（商品url）|item code|code',
);
const SKU = names('sku|seller-sku|seller sku|variant sku|custom label|商家编码|outer id|artikelnummer');
const BRAND = names('brand|vendor|brand name|品牌|ブランド|ブランド名|marke|marque|marca');
const TYPE = names('product type|product-type|feed product type|item type|type');
const SHOP = names('店名|店铺|店铺名称|shop|shop name|store|store name|seller');

/** The listings of a table; a UserError where no column can be told to hold the titles. */
export function listingsOfTable(table: PlainTable, ask: TableAsk): TableListings {
  const header = table.header.map(folded);
  const find = (wanted: readonly string[]) => wanted.map((name) => header.indexOf(folded(name))).find((at) => at !== -1) ?? -1;
  const titleAt = ask.column === undefined ? find(TITLE) : header.indexOf(folded(ask.column));
  if (titleAt === -1) throw noColumn(table, ask.column);
  const at = { id: find(ID), sku: find(SKU), brand: find(BRAND), type: find(TYPE), shop: find(SHOP) };
  const known = new Set<string>();
  const listings: AuditListing[] = [];
  for (const { line, cells } of table.rows) {
    const cell = (index: number) => (index === -1 ? null : filled(cells[index]));
    const title = cells[titleAt] ?? '';
    const id = cell(at.id);
    const store = cell(at.shop) ?? table.name;
    const key = JSON.stringify([store, id ?? line, title]);
    if (known.has(key)) continue;
    known.add(key);
    listings.push({
      store,
      platform: ask.platform,
      marketplace: ask.marketplace,
      listingId: id ?? `line ${line}`,
      sku: cell(at.sku),
      title,
      productType: cell(at.type),
      brand: cell(at.brand),
    });
  }
  return { listings, column: table.header[titleAt] as string, rows: table.rows.length };
}

function noColumn({ name, header }: PlainTable, asked: string | undefined): UserError {
  const columns = header.map((column) => `"${column}"`).join(', ');
  const problem = asked === undefined ? 'no column is known to hold titles' : `there is no column "${asked}"`;
  return new UserError(`${name}: ${problem}. Its columns: ${columns}. Say which with --column NAME`);
}

function folded(name: string): string {
  return name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, ' ');
}

function filled(cell: string | undefined): string | null {
  return cell === undefined || cell.trim() === '' ? null : cell.trim();
}
