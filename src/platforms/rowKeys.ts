/** Keys of a typed row: its listing, its product, the item it names, its content. */
import type { FieldName, FieldValue } from '../core/fields.js';
import { ContentHash, mixed } from './contentHash.js';
import type { ReportFormat } from './define.js';
import { type Place, type Places, placesOf, type Values } from './rowValues.js';

/** The listing's own key: "handle/Black/S". */
export function joinKeyOf(format: ReportFormat, place: Place): (values: Values) => string {
  const [head, ...rest] = (format.listingKey ?? []).map(place);
  const others = (format.keyOr ?? []).map(place);
  return (values) =>
    [values[head ?? 0] ?? firstOf(others, values), ...rest.map((part) => values[part])]
      .filter((value) => value !== null && value !== 'Default Title')
      .join('/');
}

/** What the variations of the row's product share. */
export function productKeyOf(format: ReportFormat, place: Place): (values: Values) => FieldValue {
  const fields = (typeof format.productKey === 'string' ? [format.productKey] : (format.productKey ?? [])).map(place);
  const key = place('listingKey');
  return (values) => firstOf(fields, values) ?? (values[key] as FieldValue);
}

/** The first of these values that is there. */
export function firstOf(fields: readonly number[], values: Values): FieldValue {
  for (const field of fields) if (values[field] !== null) return values[field] as FieldValue;
  return null;
}

/** "Black / S"; null for the single variation of a product without options. */
export function optionsText(values: Values, at: Places): string | null {
  const filled = [values[at.option1], values[at.option2], values[at.option3]].filter(
    (option) => option !== null && option !== 'Default Title',
  );
  return filled.length === 0 ? null : filled.join(' / ');
}

/** The fields that make up an item; facts other than listings take them from there. */
export const ITEM_FIELDS: ReadonlySet<string> = new Set<FieldName>([
  'sku',
  'asin',
  'productId',
  'variationId',
  'parentSku',
  'gtin',
  'title',
  'variation',
  'option1Name',
  'option1',
  'option2Name',
  'option2',
  'option3Name',
  'option3',
]);

/** What a report calls a thing, as one text, and a number that tells it. */
export interface ItemKey {
  /** sku, platform item, variation, own key, title, kept apart by U+001F. */
  readonly text: string;
  readonly hash: number;
  /** The same number is the same item; an item may have several, where it was forgotten in between. */
  readonly no: number;
}

const MOST_REMEMBERED = 50_000;

/**
 * Makes items, remembering the last one of each SKU: a shop sells some hundred things a million times, and comparing five short
 * texts is cheaper than joining and hashing them.
 */
export function itemMemo(place: Place): (values: Values) => ItemKey {
  const known = new Map<FieldValue, ItemKey & { readonly parts: readonly FieldValue[] }>();
  const hash = new ContentHash();
  const at = placesOf(place);
  let madeSoFar = 0;
  return (values) => {
    const sku = values[at.sku] as FieldValue;
    const item = (values[at.asin] ?? values[at.productId] ?? values[at.variationId]) as FieldValue;
    const variation = values[at.variation] as FieldValue;
    const key = values[at.listingKey] as FieldValue;
    const title = values[at.title] as FieldValue;
    const before = known.get(sku ?? item ?? title);
    if (before) {
      const parts = before.parts;
      if (parts[0] === sku && parts[1] === item && parts[2] === variation && parts[3] === key && parts[4] === title) return before;
    }
    const parts = [sku, item, variation, key, title];
    const text = parts.map((part) => part ?? '').join('\u001f');
    hash.start();
    hash.text(text);
    const made = { text, hash: hash.value(), no: ++madeSoFar, parts: partsOf(text, parts) };
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(nameOf(made.parts), made);
    return made;
  };
}

/** What an item is remembered by: its SKU, else the platform's number, else its title. */
function nameOf([sku, item, , , title]: readonly FieldValue[]): FieldValue {
  return sku ?? item ?? title ?? null;
}

/**
 * The parts that were joined to `text`, as pieces of it. As they came they are pieces of the file, each of another stretch, which they
 * would keep in memory; what is compared a million times lies together instead.
 */
function partsOf(text: string, parts: readonly FieldValue[]): FieldValue[] {
  let at = 0;
  return parts.map((part) => {
    const start = at;
    at += String(part ?? '').length + 1;
    return typeof part === 'string' ? text.slice(start, at - 1) : part;
  });
}

/**
 * Hashes the content of rows: the same values in columns of the same meaning give the same number, whatever the columns' order.
 * A row often repeats the row above, so each field remembers its last value and that one's hash.
 */
export function contentHasher(fields: readonly string[], place: Place): (values: Values, item: ItemKey) => number {
  const hash = new ContentHash();
  const told = fields.filter((name) => !ITEM_FIELDS.has(name));
  if (!told.includes('currency')) told.push('currency');
  const places = told.map(place);
  const last: FieldValue[] = told.map(() => null);
  // An empty cell and a missing column say the same: nothing, which adds nothing.
  const lanesA = new Int32Array(told.length);
  const lanesB = new Int32Array(told.length);
  // What they add up to, and the item's share comes on top.
  let sumA = 0;
  let sumB = 0;
  const afterName = told.map((name) => {
    hash.start();
    hash.text(name);
    return { a: hash.a, b: hash.b };
  });

  function remember(at: number, value: FieldValue): void {
    last[at] = value;
    let a = 0;
    let b = 0;
    if (value !== null) {
      hash.goOn(afterName[at] as { a: number; b: number });
      if (typeof value === 'number') hash.number(value);
      else hash.text(value);
      ({ a, b } = hash);
    }
    sumA = (sumA - (lanesA[at] as number) + a) | 0;
    sumB = (sumB - (lanesB[at] as number) + b) | 0;
    lanesA[at] = a;
    lanesB[at] = b;
  }

  return (values, item) => {
    hash.start();
    hash.number(item.hash);
    const { a, b } = hash;
    for (let at = 0; at < told.length; at++) {
      const value = values[places[at] as number] as FieldValue;
      if (value !== last[at]) remember(at, value);
    }
    return mixed((a + sumA) | 0, (b + sumB) | 0);
  };
}
