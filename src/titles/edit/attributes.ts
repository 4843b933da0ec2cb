/**
 * Free attributes of listings by name: every column of the catalogue that eco has no field of its own for, by its header in snake_case,
 * with or without what stands in brackets: `Color (product.metafields.shopify.color-pattern)` is `color`.
 */
import type { TextListing } from '../textListing.js';

/** Names are few and asked for again and again. */
const names = new Map<string, string>();

/** The name by which an attribute goes: `Product Type`, `product-type` and `product_type` are one; `colour` is `color`. */
export function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '_')
      .replace(/^_+|_+$/gu, '');
    if (name === 'colour') name = 'color';
    if (names.size > 10_000) names.clear();
    names.set(text, name);
  }
  return name;
}

/** Names of a header, the whole and without brackets; headers are few and repeat. */
const namesOfHeader = new Map<string, readonly string[]>();

function headerNames(header: string): readonly string[] {
  let found = namesOfHeader.get(header);
  if (!found) {
    found = [...new Set([nameOf(header), nameOf(header.replace(/\s*\([^)]*\)\s*$/u, ''))])].filter((name) => name !== '');
    namesOfHeader.set(header, found);
  }
  return found;
}

/** An option of the variation, or a free attribute; WooCommerce names its own in pairs of columns: `Attribute 1 name`, `Attribute 1 value(s)`. */
export function freeAttribute(listing: TextListing, name: string): string | null {
  return optionNamed(listing, [name]) ?? attributeNamed(listing, name);
}

/** The value of the option that goes by one of these names. */
export function optionNamed({ options }: TextListing, wanted: readonly string[]): string | null {
  if (options === null) return null;
  const found = Object.entries(JSON.parse(options) as Record<string, string>).find(([option]) => wanted.includes(nameOf(option)));
  return found?.[1] ?? null;
}

function attributeNamed(listing: TextListing, name: string): string | null {
  if (listing.attributes === null) return null;
  const attributes = attributesOf(listing.attributes);
  for (const [header, value] of Object.entries(attributes)) {
    if (headerNames(header).includes(name)) return value;
    const number = /^Attribute (\d+) name$/u.exec(header)?.[1];
    if (number !== undefined && nameOf(value) === name) return attributes[`Attribute ${number} value(s)`] ?? null;
  }
  return null;
}

let lastText = '';
let lastAttributes: Record<string, string> = {};

/** Several names are asked for of one listing after another. */
function attributesOf(text: string): Record<string, string> {
  if (text !== lastText) {
    lastAttributes = JSON.parse(text) as Record<string, string>;
    lastText = text;
  }
  return lastAttributes;
}

/** The names of every free attribute of a catalogue, with the fields eco names itself. */
export function attributeNames(listings: readonly TextListing[]): Set<string> {
  const names = new Set<string>();
  for (const { attributes, options } of listings) {
    if (options !== null) for (const option of Object.keys(JSON.parse(options) as object)) names.add(nameOf(option));
    if (attributes === null) continue;
    for (const [header, value] of Object.entries(attributesOf(attributes))) {
      for (const name of headerNames(header)) names.add(name);
      if (/^Attribute \d+ name$/u.test(header)) names.add(nameOf(value));
    }
  }
  return names;
}
