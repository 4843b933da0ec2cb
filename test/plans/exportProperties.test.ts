/**
 * For any catalogue and any changes: what an upload's file does to the shop (simulatedShops.ts) is the plan, the whole plan and nothing
 * but the plan, in whatever order the files are uploaded; and no variant is lost.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListingFieldName } from '../../src/core/listingField.js';
import type { Change } from '../../src/core/plan.js';
import { shopifyProductsUpload } from '../../src/platforms/shopify/uploadProducts.js';
import type { CatalogueRow, LastExport, UploadFormat } from '../../src/platforms/upload.js';
import { PLAIN_AMOUNTS } from '../../src/platforms/uploadAmounts.js';
import { woocommerceProductsUpload } from '../../src/platforms/woocommerce/uploadProducts.js';
import { type Grid, type Simulate, shopify, woocommerce } from './simulatedShops.js';

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((each) => each.trim() === each && each !== '' && !each.includes('\0'));
const amount = fc.integer({ min: 1, max: 99_999 }).map((cents) => (cents / 100).toFixed(2));

function change(
  platform: string,
  entity: 'product' | 'listing',
  id: string,
  field: ListingFieldName,
  before: string | null,
  after: string | null,
): Change {
  const money = field.endsWith('price');
  return {
    id: `${id} ${field}`,
    action: 'set',
    target: { platform, store: 'shop', entity, id },
    sku: null,
    field,
    before,
    after,
    currency: money ? 'EUR' : null,
    reason: { code: 'test', text: 'test' },
    expected: null,
    inverse: 'exact',
  };
}

/** The rows with new titles: what carried cells hold. */
function standing(rows: readonly CatalogueRow[], changes: readonly Change[]): CatalogueRow[] {
  return rows.map((row) => {
    const title = changes.find(({ field, target }) => field === 'title' && target.id === row.productId)?.after;
    return title && row.fields.title !== '' ? { ...row, fields: { ...row.fields, title } } : row;
  });
}

/** The files of an upload, as grids, through the simulated import in both orders. */
function after(upload: UploadFormat, simulate: Simulate, shop: Grid, rows: CatalogueRow[], last: LastExport, changes: Change[]): Grid {
  const store = { name: 'shop', platform: upload.platform as string, marketplace: null, currency: 'EUR' };
  const { sheets, leftOut } = upload.write({ changes, spelled: new Map(), rows, after: standing(rows, changes), last, store });
  expect(leftOut).toEqual([]);
  const grids = sheets.map((sheet): Grid => ({ header: [...sheet.header], rows: sheet.rows.map(({ cells }) => [...cells]) }));
  const through = (order: readonly Grid[]) =>
    order.reduce((standing, grid) => {
      const done = simulate(standing, grid);
      expect({ deleted: done.deleted, created: done.created }).toEqual({ deleted: 0, created: 0 });
      return done.shop;
    }, shop);
  const result = through(grids);
  expect(through([...grids].reverse())).toEqual(result);
  return result;
}

function cellsOf(header: readonly string[], row: readonly string[]): Record<string, string> {
  return Object.fromEntries(header.map((name, at) => [name, row[at] ?? '']));
}

describe('Shopify', () => {
  const header = [
    'Handle',
    'Title',
    'Tags',
    'Option1 Name',
    'Option1 Value',
    'Variant SKU',
    'Variant Price',
    'Variant Compare At Price',
    'SEO Title',
  ];
  const names: LastExport['names'] = {
    productId: 'Handle',
    title: 'Title',
    option1Name: 'Option1 Name',
    option1: 'Option1 Value',
    sku: 'Variant SKU',
    price: 'Variant Price',
    compareAtPrice: 'Variant Compare At Price',
  };
  const variant = fc.record({ price: amount, was: fc.option(amount), newPrice: fc.option(amount), newWas: fc.option(fc.option(amount)) });
  const product = fc.record({
    title: text,
    tags: fc.option(text),
    newTitle: fc.option(text),
    newTags: fc.option(fc.option(text)),
    newSeo: fc.option(text),
    variants: fc.array(variant, { minLength: 1, maxLength: 4 }),
  });

  it('changes exactly the cells of the plan and loses no variant', () => {
    fc.assert(
      fc.property(fc.array(product, { minLength: 1, maxLength: 4 }), (products) => {
        const shop: Grid = { header, rows: [] };
        const wanted: Grid = { header, rows: [] };
        const rows: CatalogueRow[] = [];
        const changes: Change[] = [];
        products.forEach((each, number) => {
          const handle = `p${number}`;
          const set = (
            field: ListingFieldName,
            before: string | null,
            to: string | null,
            entity: 'product' | 'listing' = 'product',
            id = handle,
          ) => {
            if ((before ?? '') !== (to ?? '')) changes.push(change('shopify', entity, id, field, before, to));
          };
          if (each.newTitle !== null) set('title', each.title, each.newTitle);
          if (each.newTags !== null) set('tags', each.tags, each.newTags);
          if (each.newSeo !== null) set('seo_title', null, each.newSeo);
          each.variants.forEach((one, index) => {
            const first = index === 0;
            const option = `v${index}`;
            const row = [
              handle,
              first ? each.title : '',
              first ? (each.tags ?? '') : '',
              first ? 'Size' : '',
              option,
              `S-${number}-${index}`,
              one.price,
              one.was ?? '',
              '',
            ];
            shop.rows.push(row);
            const fresh = [...row];
            if (first && each.newTitle !== null) fresh[1] = each.newTitle;
            if (first && each.newTags !== null) fresh[2] = each.newTags ?? '';
            if (first && each.newSeo !== null) fresh[8] = each.newSeo;
            if (one.newPrice !== null) fresh[6] = one.newPrice;
            if (one.newWas !== null) fresh[7] = one.newWas ?? '';
            wanted.rows.push(fresh);
            const id = `${handle}/${option}`;
            if (one.newPrice !== null) set('price', one.price, one.newPrice, 'listing', id);
            if (one.newWas !== null) set('compare_at_price', one.was, one.newWas, 'listing', id);
            const cells = cellsOf(header, row);
            const fields = Object.fromEntries(Object.entries(names).map(([field, name]) => [field, cells[name as string] as string]));
            rows.push({ listingId: id, productId: handle, isParent: false, cells, fields });
          });
        });
        const last = { header, names, amounts: PLAIN_AMOUNTS };
        expect(after(shopifyProductsUpload, shopify, shop, rows, last, changes)).toEqual(wanted);
      }),
      { numRuns: 200 },
    );
  });
});

describe('WooCommerce', () => {
  const header = ['ID', 'Name', 'Sale price', 'Regular price'];
  const names: LastExport['names'] = { productId: 'ID', title: 'Name', salePrice: 'Sale price', price: 'Regular price' };
  const cents = fc.integer({ min: 100, max: 90_000 });
  const product = fc.record({
    name: text,
    newName: fc.option(text),
    regular: cents,
    off: fc.option(fc.integer({ min: 1, max: 99 })),
    newOff: fc.option(fc.integer({ min: 1, max: 99 })),
  });
  const decimal = (minor: number) => (minor / 100).toFixed(2);

  it('changes what buyers pay, in the column that says it', () => {
    fc.assert(
      fc.property(fc.array(product, { minLength: 1, maxLength: 6 }), (products) => {
        const shop: Grid = { header, rows: [] };
        const wanted: Grid = { header, rows: [] };
        const rows: CatalogueRow[] = [];
        const changes: Change[] = [];
        products.forEach(({ name, newName, regular, off, newOff }, number) => {
          const id = String(100 + number);
          const sale = off === null ? '' : decimal(regular - off);
          const row = [id, name, sale, decimal(regular)];
          const fresh = [...row];
          shop.rows.push(row);
          wanted.rows.push(fresh);
          if (newName !== null && newName !== name) {
            changes.push(change('woocommerce', 'listing', id, 'title', name, newName));
            fresh[1] = newName;
          }
          const paid = off === null ? decimal(regular) : sale;
          const next = newOff === null ? paid : decimal(regular - newOff);
          if (next !== paid) {
            changes.push(change('woocommerce', 'listing', id, 'price', paid, next));
            fresh[off === null ? 3 : 2] = next;
          }
          const cells = cellsOf(header, row);
          const fields = Object.fromEntries(Object.entries(names).map(([field, column]) => [field, cells[column as string] as string]));
          rows.push({ listingId: id, productId: id, isParent: false, cells, fields });
        });
        const last = { header, names, amounts: PLAIN_AMOUNTS };
        expect(after(woocommerceProductsUpload, woocommerce, shop, rows, last, changes)).toEqual(wanted);
      }),
      { numRuns: 200 },
    );
  });
});
