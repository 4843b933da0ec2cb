/**
 * The platforms' own templates as data: what stands in their first rows, and the names of their columns.
 *
 * Amazon: the tab-separated flat file (attribute names in row 3) and the workbook of 2024 whose cell A1 says which rows are which.
 * eBay: any template or download with an Action column; `Info` and `#INFO` lines stay. Shopee mass update: machine names in row 1, its
 * kind in row 2, data from row 7. Lazada: data from row 4. TikTok Shop batch edit: data from row 6. Qoo10: data from row 5. From public
 * programs that read and write these files (certainty B); eBay's and Amazon's price columns from general knowledge (M).
 */
import type { ListingFieldName } from '../core/listingField.js';

export interface TemplateRow {
  /** The row's number in the sheet, or its first line in the file. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface TemplateKind {
  readonly platform: string;
  readonly name: string;
  /** Line of the header and of the first data row, or null where it is another template. */
  readonly find: (rows: readonly TemplateRow[]) => { header: number; data: number } | null;
  readonly product?: RegExp;
  readonly listing?: RegExp;
  readonly variation?: RegExp;
  readonly skus?: readonly RegExp[];
  readonly columns: Readonly<Partial<Record<ListingFieldName, RegExp>>>;
  readonly salePrice?: RegExp;
  /** What a changed row must say besides. A template without such a column is refused, but for one whose first cell is `unless`. */
  readonly set?: readonly {
    readonly column: RegExp;
    readonly name: string;
    readonly text: string;
    readonly keep: RegExp;
    readonly unless?: RegExp;
  }[];
  /** A blank cell leaves the value as it is, so that what a row need not say can be taken out of it. */
  readonly blankKeeps: boolean;
  /** `Variation` on the rows of variations, where there is such a column. */
  readonly relationship?: RegExp;
  readonly mayAppend: boolean;
}

/** Amazon's file for nothing but prices and quantities knows no other action. */
const PRICES_ONLY = /^TemplateType=Price\w*$/i;

const PARTIAL = /partial|teil|parcial|partiel|parzial|部分|一部/i;

function lineWhere(rows: readonly TemplateRow[], test: (cells: readonly string[]) => boolean): number | null {
  return rows.find(({ cells }) => test(cells.map((cell) => cell.trim())))?.line ?? null;
}

/** The row of attribute names: the labels above it may say SKU too. */
function flatFileHeader(rows: readonly TemplateRow[]): number | null {
  const first = rows.filter(({ line }) => line <= 5);
  const has = (pattern: RegExp) => first.filter(({ cells }) => cells.some((cell) => pattern.test(cell.trim())));
  return (has(/^(item_sku|feed_product_type)$/)[0] ?? has(/^(item_)?sku$/i).at(-1))?.line ?? null;
}

function firstRow(has: (cells: readonly string[]) => boolean, data: number): TemplateKind['find'] {
  return (rows) => (rows[0]?.line === 1 && has(rows[0].cells.map((cell) => cell.trim())) ? { header: 1, data } : null);
}

export const TEMPLATE_KINDS: readonly TemplateKind[] = [
  {
    platform: 'amazon',
    name: 'Amazon flat file template',
    find: (rows) => {
      const first = rows[0];
      if (!first?.cells[0]?.startsWith('TemplateType=')) return null;
      const header = flatFileHeader(rows);
      return header === null ? null : { header, data: header + 1 };
    },
    listing: /^(item_)?sku$/i,
    columns: {
      title: /^item_name$/i,
      item_highlights: /^(title_differentiation|item_highlights)$/i,
      search_terms: /^generic_keywords?$/i,
      price: /^(standard_price|price)$/i,
      quantity: /^quantity$/i,
    },
    set: [{ column: /^update_delete$/i, name: 'update_delete', text: 'PartialUpdate', keep: PARTIAL, unless: PRICES_ONLY }],
    blankKeeps: true,
    mayAppend: true,
  },
  {
    platform: 'amazon',
    name: 'Amazon listing template',
    find: (rows) => {
      const settings = rows[0]?.cells[0] ?? '';
      const number = (key: string) => Number(new RegExp(`\\b${key}=(\\d+)`).exec(settings)?.[1] ?? Number.NaN);
      const header = number('attributeRow');
      const data = number('dataRow');
      return rows[0]?.line === 1 && header > 0 && data > header ? { header, data } : null;
    },
    listing: /^contribution_sku#1\.value$/,
    columns: {
      // Several marketplaces may have a column each: [marketplace_id=…], [audience=…].
      title: /^item_name(\[.*\])?#1\.value$/,
      item_highlights: /^(title_differentiation|item_highlights)(\[.*\])?#1\.value$/,
      search_terms: /^generic_keyword(\[.*\])?#1\.value$/,
      price: /^purchasable_offer(\[.*\])?#1\.our_price#1\.schedule#1\.value_with_tax$/,
      quantity: /^fulfillment_availability#1\.quantity$/,
    },
    set: [{ column: /^::record_action$/, name: '::record_action', text: 'partial_update', keep: PARTIAL }],
    blankKeeps: true,
    mayAppend: true,
  },
  {
    platform: 'ebay',
    name: 'eBay template',
    find: (rows) => {
      const header = lineWhere(
        rows,
        (cells) => /^\*?Action(\(.*\))?$/i.test(cells[0] ?? '') && cells.some((cell) => /^Item ?(ID|number)$/i.test(cell)),
      );
      return header === null ? null : { header, data: header + 1 };
    },
    product: /^Item ?(ID|number)$/i,
    variation: /^Relationship ?details$/i,
    skus: [/^Custom ?label( \(SKU\))?$/i],
    columns: { title: /^\*?Title$/i, price: /^\*?Start ?price$/i, quantity: /^\*?(Available )?quantity$/i },
    set: [{ column: /^\*?Action(\(.*\))?$/i, name: 'Action', text: 'Revise', keep: /^revise$/i }],
    blankKeeps: true,
    relationship: /^Relationship$/i,
    mayAppend: false,
  },
  {
    platform: 'shopee',
    name: 'Shopee mass update, basic info',
    find: (rows) => shopee(rows, 'basic_info'),
    product: /^et_title_product_id$/,
    skus: [/^et_title_parent_sku$/],
    columns: { title: /^et_title_product_name$/ },
    blankKeeps: false,
    mayAppend: false,
  },
  {
    platform: 'shopee',
    name: 'Shopee mass update, sales info',
    find: (rows) => shopee(rows, 'sales_info'),
    // The product's name stands there too, but cannot be changed in this file.
    product: /^et_title_product_id$/,
    listing: /^et_title_variation_id$/,
    skus: [/^et_title_variation_sku$/, /^et_title_parent_sku$/],
    columns: { price: /^et_title_variation_price$/, quantity: /^et_title_variation_stock$/ },
    blankKeeps: false,
    mayAppend: false,
  },
  {
    platform: 'tiktokshop',
    name: 'TikTok Shop batch edit',
    find: firstRow((cells) => cells.includes('product_id') && cells.includes('sku_id'), 6),
    product: /^product_id$/,
    listing: /^sku_id$/,
    skus: [/^seller_sku$/],
    columns: { title: /^product_name$/, price: /^price$/, quantity: /^quantity$/ },
    blankKeeps: false,
    mayAppend: false,
  },
  {
    platform: 'lazada',
    name: 'Lazada batch edit',
    find: firstRow((cells) => cells.some((cell) => /^Product ?ID$/i.test(cell)) && cells.some((cell) => /^catId$/i.test(cell)), 4),
    product: /^Product ?ID$/i,
    listing: /^sku\.skuId$/i,
    skus: [/^(seller ?sku|ร้าน sku)$/i, /^shop ?sku$/i],
    columns: { title: /^(Product Name|ชื่อสินค้า)/i, price: /^(Price|ราคา)$/i },
    salePrice: /^Special ?price$/i,
    blankKeeps: false,
    mayAppend: false,
  },
  {
    platform: 'qoo10',
    name: 'Qoo10 item list',
    find: firstRow((cells) => cells.includes('item_number') && cells.includes('item_name'), 5),
    product: /^item_number$/,
    listing: /^item_number$/,
    skus: [/^seller_unique_item_id$/],
    columns: {
      title: /^item_name$/,
      subtitle: /^item_promotion_name$/,
      search_terms: /^search_keyword$/,
      price: /^price_yen$/,
      quantity: /^quantity$/,
    },
    blankKeeps: false,
    mayAppend: false,
  },
  {
    platform: 'qoo10',
    name: 'Qoo10 price and quantity list',
    find: firstRow((cells) => cells.includes('item_number') && cells.includes('edit_type'), 5),
    product: /^item_number$/,
    listing: /^item_number$/,
    skus: [/^seller_unique_item_id$/],
    columns: { price: /^Price$/, quantity: /^quantity$/ },
    blankKeeps: false,
    mayAppend: false,
  },
];

/** Shopee's files look alike; only row 2 says which it is. */
function shopee(rows: readonly TemplateRow[], kind: string): { header: number; data: number } | null {
  const names = rows.find(({ line }) => line === 1)?.cells ?? [];
  const said = rows.find(({ line }) => line === 2)?.cells[0]?.trim();
  return names[0]?.trim() === 'et_title_product_id' && said === kind ? { header: 1, data: 7 } : null;
}
