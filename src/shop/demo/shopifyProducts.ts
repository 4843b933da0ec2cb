/**
 * Shopify's `products_export.csv` with the old column names, as the admin still writes them: UTF-8, LF, continuation rows of
 * a handle with blank product cells, image-only rows, a market's prices, a metafield with a German label. The shop has two
 * locations, so there is no quantity column. Two dates: 90 days ago and now.
 */
import type { Day } from '../../core/day.js';
import { addDays } from '../../core/day.js';
import type { Family } from './catalogue.js';
import { BRAND } from './catalogue.js';
import { type DemoFile, demoFile } from './demoFile.js';
import { csv, money, utf8 } from './encode.js';
import { identifier, type Listing } from './listings.js';
import { at } from './rng.js';
import { LAUNCH } from './stories.js';
import type { World } from './world.js';

export const PRODUCT_HEADER =
  'Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option1 Linked To,Option2 Name,Option2 Value,Option2 Linked To,Option3 Name,Option3 Value,Option3 Linked To,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Policy,Variant Fulfillment Service,Variant Price,Variant Compare At Price,Variant Requires Shipping,Variant Taxable,Unit Price Total Measure,Unit Price Total Measure Unit,Unit Price Base Measure,Unit Price Base Measure Unit,Variant Barcode,Image Src,Image Position,Image Alt Text,Gift Card,SEO Title,SEO Description,Farbe (product.metafields.shopify.color-pattern),Product rating count (product.metafields.reviews.rating_count),Variant Image,Variant Weight Unit,Variant Tax Code,Cost per item,Included / Canada,Price / Canada,Compare At Price / Canada,Status'.split(
    ',',
  );

const IMAGES = 'https://cdn.shopify.com/s/files/1/0000/0000/files';

export function shopifyProductFiles(world: World): DemoFile[] {
  const morning = addDays(world.axis.last, 1);
  const days = [addDays(morning, -90), morning];
  return days.map((day) => demoFile(`shopify/products_export_${day}.csv`, productExport(world, day), 'web', day));
}

function productExport(world: World, day: Day): Uint8Array {
  const t = world.axis.indexOf(day) - 1;
  const launched = t >= world.axis.count - 1 - LAUNCH.daysBeforeLast - 10;
  const families = new Map<Family, Listing[]>();
  for (const listing of world.listings) {
    if (listing.store !== 'web' || (!launched && listing.code === LAUNCH.code)) continue;
    families.set(listing.family, [...(families.get(listing.family) ?? []), listing]);
  }
  const rows = [...families].flatMap(([family, variants]) => familyRows(world, family, variants, t));
  return utf8(csv([PRODUCT_HEADER, ...rows]));
}

type Cells = Readonly<Record<string, string>>;

function familyRows(world: World, family: Family, variants: readonly Listing[], t: number): string[][] {
  const rows = variants.map(
    (listing, i): Cells => ({
      ...(i === 0 ? productCells(family, listing) : {}),
      ...variantCells(world, listing, t),
      ...imageCells(listing.handle, i + 1, family.title),
    }),
  );
  const extraImages = family.variants.length % 2 === 0 ? 2 : 1;
  for (let i = 0; i < extraImages; i += 1) {
    const { handle } = at(variants, 0);
    const position = variants.length + i + 1;
    rows.push({ Handle: handle, 'Image Src': imageUrl(handle, position), 'Image Position': String(position) });
  }
  return rows.map((cells) => PRODUCT_HEADER.map((column) => cells[column] ?? ''));
}

function productCells(family: Family, listing: Listing): Cells {
  const names = family.optionNames.map((name, i) => [`Option${i + 1} Name`, name] as const);
  const colour = family.optionNames[0] === 'Color' ? family.variants.map((variant) => colourKey(variant[1])).join('; ') : '';
  return {
    Title: family.title,
    'Body (HTML)':
      `<p>${family.title} by <strong>Tarn &amp; Kettle</strong>.</p>\n<ul>\n<li>Designed in Portland</li>\n<li>Ships in a plain, recyclable box, 14"" x 9""</li>\n</ul>`.replaceAll(
        '""',
        '"',
      ),
    Vendor: BRAND,
    'Product Category': family.category,
    Type: family.type,
    Tags: [family.type.toLowerCase(), family.season, family.supplier].join(', '),
    Published: 'true',
    ...Object.fromEntries(names),
    'Gift Card': 'false',
    'SEO Title': `${family.title} | ${BRAND}`,
    'SEO Description': `${family.title}: for the kitchen and the tea table.`,
    'Farbe (product.metafields.shopify.color-pattern)': colour,
    'Product rating count (product.metafields.reviews.rating_count)': String(20 + (listing.index % 90)),
    'Included / Canada': 'true',
    Status: family.code === 'TIMER' ? 'unlisted' : 'active',
  };
}

function colourKey(option: string): string {
  return (option.split(' / ')[0] ?? option).toLowerCase().replaceAll(' ', '-');
}

function variantCells(world: World, listing: Listing, t: number): Cells {
  const { family, variant } = listing;
  const path = at(world.prices, listing.index);
  const [list, asked] = [at(path.listMinor, t), at(path.askedMinor, t)];
  const values = listing.options.map((value, i) => [`Option${i + 1} Value`, value] as const);
  const isByAmazon = listing.fulfilment === 'amazon';
  const canada = (minor: number) => money(Math.round((minor * 1.39) / 100) * 100);
  return {
    Handle: listing.handle,
    ...Object.fromEntries(values),
    'Variant SKU': listing.sku ?? '',
    'Variant Grams': `${family.grams}.0`,
    'Variant Inventory Tracker': isByAmazon ? 'amazon_marketplace_web' : 'shopify',
    'Variant Inventory Policy': 'deny',
    'Variant Fulfillment Service': isByAmazon ? 'amazon-marketplace-web' : 'manual',
    'Variant Price': money(asked),
    'Variant Compare At Price': asked < list ? money(list) : '',
    'Variant Requires Shipping': 'true',
    'Variant Taxable': 'true',
    'Variant Barcode': listing.index % 3 === 0 ? `'${identifier(`barcode/${listing.code}`, '0123456789', 13)}` : '',
    'Variant Weight Unit': 'g',
    'Cost per item': money(Math.round(variant[3] * 100)),
    'Price / Canada': canada(asked),
    'Compare At Price / Canada': asked < list ? canada(list) : '',
  };
}

function imageCells(handle: string, position: number, alt: string): Cells {
  const url = imageUrl(handle, position);
  return { 'Image Src': url, 'Image Position': String(position), 'Image Alt Text': alt, 'Variant Image': url };
}

function imageUrl(handle: string, position: number): string {
  return `${IMAGES}/${handle}-${position}.jpg?v=1750000000`;
}
