/**
 * The keys of a profile: a report format (`define.ts`) as people write it. A word of the vocabulary that is added there is added here,
 * with one line; the compiler asks for it.
 */
import { FIELDS, type FieldName, SUBJECTS } from '../../core/fields.js';
import { isMapping, type Spot } from '../../core/spot.js';
import type { ColumnSpec, IgnoreRule, PartSpec, Platform, RatioSpec, ReportFormat, StateRule, StockRule } from '../define.js';
import { PLATFORM_NAMES } from '../marketplaces.js';
import { aCount, aFlag, aList, aMap, aName, anyText, aPattern, aShape, aText, aWord, type Codec, type Plain } from './codec.js';

/** What a profile says besides its name. */
export type ProfileBody = Omit<ReportFormat, 'id' | 'certainty'>;

const field = aName<FieldName>('field', Object.keys(FIELDS), '"eco files map --fields" lists them all.');
const fields = aList(field);
const texts = aList(aText);

const rewrite = aShape<NonNullable<ColumnSpec['rewrite']>>(
  { from: { key: 'from', codec: aPattern, needed: true }, to: { key: 'to', codec: anyText, needed: true } },
  '{ from: "/^(\\d\\d)(\\d\\d)$/", to: "20$1-$2" }',
);

const refuse = aShape<NonNullable<ColumnSpec['refuse']>>(
  {
    cells: { key: 'cells', codec: aPattern, needed: true },
    expected: { key: 'expected', codec: aText, needed: true },
    hint: { key: 'hint', codec: aText, needed: true },
  },
  '{ cells: /;/, expected: one item, hint: export again by item }',
);

const COLUMN = aShape<Omit<ColumnSpec, 'field' | 'required'> & { readonly required?: boolean }>(
  {
    names: { key: 'names', codec: texts, needed: true },
    required: { key: 'required', codec: aFlag },
    only: { key: 'only', codec: aPattern },
    strip: { key: 'strip', codec: aPattern },
    words: { key: 'words', codec: aMap(anyText, '{ 1: published }') },
    firstFilled: { key: 'first_filled', codec: aFlag },
    lastOfName: { key: 'last_of_name', codec: aFlag },
    jsonKey: { key: 'json_key', codec: aText },
    percent: { key: 'percent', codec: aFlag },
    rewrite: { key: 'rewrite', codec: rewrite },
    scale: { key: 'scale', codec: aCount },
    refuse: { key: 'refuse', codec: refuse },
  },
  '{ names: [Art.-Nr.], required: true }',
);

/** `title: Name`, `title: [Name, Title]`, or `sku: { names: [Art.-Nr.], required: true }`. */
const columns: Codec<readonly ColumnSpec[]> = {
  read(spot) {
    const all = aMap<ColumnSpec>({ read: columnAt, write: () => null }, 'sku: { names: [Art.-Nr.], required: true }').read(spot);
    return Object.values(all);
  },
  write: (specs) => Object.fromEntries(specs.map((spec) => [spec.field, writtenColumn(spec)])),
};

function columnAt(spot: Spot): ColumnSpec {
  const name = field.read({ ...spot, value: spot.path.at(-1) });
  if (!isMapping(spot.value)) return { field: name, names: texts.read(spot), required: false };
  const { required = false, ...rest } = COLUMN.read(spot);
  return { field: name, required, ...rest };
}

function writtenColumn({ field: _, required, ...rest }: ColumnSpec): Plain {
  const isBare = !required && Object.keys(rest).length === 1;
  return isBare ? texts.write(rest.names) : COLUMN.write(required ? { ...rest, required } : rest);
}

const where = aShape<NonNullable<IgnoreRule['where']>>(
  { field: { key: 'field', codec: field, needed: true }, matches: { key: 'matches', codec: aPattern, needed: true } },
  '{ field: day, matches: [total] }',
);

const ignore = aShape<IgnoreRule>(
  {
    rule: { key: 'rule', codec: aText, needed: true },
    firstCell: { key: 'first_cell', codec: aPattern },
    anyCell: { key: 'any_cell', codec: aPattern },
    where: { key: 'where', codec: where },
    blank: { key: 'blank', codec: fields },
    filled: { key: 'filled', codec: fields },
    emptyHeaders: { key: 'empty_headers', codec: aPattern },
    shortRow: { key: 'short_row', codec: aFlag },
  },
  '{ rule: totals, first_cell: /^total/i }',
);

/** `location: Warehouse`, or `location: { field: location }`. */
const location: Codec<StockRule['location']> = {
  read(spot) {
    if (!isMapping(spot.value)) return { name: aText.read(spot) };
    return aShape<{ field: FieldName }>({ field: { key: 'field', codec: field, needed: true } }, '{ field: location }').read(spot);
  },
  write: (value) => ('name' in value ? value.name : { field: value.field }),
};

type Age = NonNullable<StockRule['ages']>[number];

/** A bucket without an end has no `to`. */
const writtenAge = aShape<{ from: number; to?: number; fields: readonly FieldName[] }>(
  {
    from: { key: 'from', codec: aCount, needed: true },
    to: { key: 'to', codec: aCount },
    fields: { key: 'fields', codec: fields, needed: true },
  },
  '{ from: 0, to: 90, fields: [age0to90] }',
);

const age: Codec<Age> = {
  read: (spot) => ({ to: null, ...writtenAge.read(spot) }),
  write: ({ to, ...rest }) => writtenAge.write(to === null ? rest : { ...rest, to }),
};

const stock = aShape<StockRule>(
  {
    location: { key: 'location', codec: location, needed: true },
    onlyIf: { key: 'only_if', codec: field },
    onHand: { key: 'on_hand', codec: fields },
    available: { key: 'available', codec: fields },
    committed: { key: 'committed', codec: fields },
    reserved: { key: 'reserved', codec: fields },
    reservedWithOrders: { key: 'reserved_with_orders', codec: fields },
    unsellable: { key: 'unsellable', codec: fields },
    inbound: { key: 'inbound', codec: fields },
    ages: { key: 'ages', codec: aList(age) },
  },
  '{ location: Warehouse, available: [available] }',
);

const states = aShape<StateRule>(
  {
    cancelled: { key: 'cancelled', codec: aPattern, needed: true },
    pending: { key: 'pending', codec: aPattern },
    paid: { key: 'paid', codec: field },
  },
  '{ cancelled: [Cancelled] }',
);

/** `true` where the file holds people whom no column names; else the columns that name the buyer. */
const people: Codec<NonNullable<ReportFormat['people']>> = {
  read: (spot) =>
    spot.value === true
      ? {}
      : aShape<{ buyer: readonly string[] }>({ buyer: { key: 'buyer', codec: texts, needed: true } }, '{ buyer: [E-mail] }').read(spot),
  write: ({ buyer }) => (buyer ? { buyer: texts.write(buyer) } : true),
};

/** `true`, or the field whose column tells that it is. */
const complete: Codec<boolean | FieldName> = {
  read: (spot) => (typeof spot.value === 'boolean' ? spot.value : field.read(spot)),
  write: (value) => value,
};

const productKey: Codec<FieldName | readonly FieldName[]> = {
  read: (spot) => (Array.isArray(spot.value) ? fields.read(spot) : field.read(spot)),
  write: (value) => (typeof value === 'string' ? value : [...value]),
};

const fillDown = aShape<NonNullable<ReportFormat['fillDown']>>(
  {
    by: { key: 'by', codec: field, needed: true },
    fields: { key: 'fields', codec: fields, needed: true },
    blankKey: { key: 'blank_key', codec: aFlag },
  },
  '{ by: productId, fields: [title] }',
);

const variationOf = aShape<NonNullable<ReportFormat['variationOf']>>(
  { role: { key: 'role', codec: aPattern, needed: true }, headers: { key: 'headers', codec: aPattern, needed: true } },
  '{ role: /child/i, headers: /^(size|colour)$/i }',
);

const ratio = aShape<RatioSpec>(
  {
    names: { key: 'names', codec: texts, needed: true },
    of: { key: 'of', codec: fields, needed: true },
    by: { key: 'by', codec: fields, needed: true },
    times: { key: 'times', codec: aCount },
    rounds: { key: 'rounds', codec: aWord('down', 'up') },
  },
  '{ names: [CTR], of: [clicks], by: [impressions] }',
);

const localDay = aShape<NonNullable<ReportFormat['days']>[number]>(
  { day: { key: 'day', codec: aWord('day', 'fromDay', 'toDay', 'postedOn'), needed: true }, of: { key: 'of', codec: field, needed: true } },
  '{ day: day, of: postedAt }',
);

/** `true`, or `either` where some rows write a minus and others do not. */
const deducted: Codec<boolean | 'either'> = {
  read: (spot) => (spot.value === 'either' ? 'either' : aFlag.read(spot)),
  write: (value) => value,
};

const part = aShape<PartSpec>(
  {
    part: { key: 'part', codec: aText, needed: true },
    names: { key: 'names', codec: texts, needed: true },
    isDeducted: { key: 'is_deducted', codec: deducted },
  },
  '{ part: Fees, names: [Gebühren] }',
);

const parts = aShape<NonNullable<ReportFormat['parts']>>(
  {
    kind: { key: 'kind', codec: aWord('money', 'integer'), needed: true },
    columns: { key: 'columns', codec: aList(part), needed: true },
  },
  '{ kind: money, columns: [{ part: Fees, names: [Gebühren] }] }',
);

const signedBy = aShape<NonNullable<ReportFormat['signedBy']>>(
  {
    field: { key: 'field', codec: field, needed: true },
    came: { key: 'came', codec: aPattern, needed: true },
    went: { key: 'went', codec: aPattern, needed: true },
  },
  '{ field: transactionType, came: [Income], went: [Expense] }',
);

const collected = aShape<NonNullable<ReportFormat['collect']>[number]>(
  { into: { key: 'into', codec: field, needed: true }, headers: { key: 'headers', codec: aPattern, needed: true } },
  '{ into: history, headers: "/^Searches: (.+)$/" }',
);

/** Values by field. */
const otherwise: Codec<NonNullable<ReportFormat['otherwise']>> = {
  read(spot) {
    const all = aMap(anyText, '{ quantity: 1 }').read(spot);
    for (const name of Object.keys(all)) field.read({ ...spot, value: name });
    return all;
  },
  write: (value) => aMap(anyText, '{ quantity: 1 }').write(value as Readonly<Record<string, string>>),
};

const preambleValue = aShape<NonNullable<ReportFormat['fromPreamble']>[number]>(
  { field: { key: 'field', codec: field, needed: true }, in: { key: 'in', codec: aPattern, needed: true } },
  '{ field: currency, in: "/in (?<value>[A-Z]{3})/" }',
);

/** `true`: as the headers say; a number: for all files. */
const attribution: Codec<boolean | number> = {
  read: (spot) => (typeof spot.value === 'boolean' ? spot.value : aCount.read(spot)),
  write: (value) => value,
};

const platform = aName<Platform>('platform', Object.keys(PLATFORM_NAMES), `One of ${Object.keys(PLATFORM_NAMES).join(', ')}.`);

const serves: Codec<readonly Platform[] | 'any'> = {
  read: (spot) => (spot.value === 'any' ? 'any' : aList(platform).read(spot)),
  write: (value) => (value === 'any' ? value : [...value]),
};

/** In the order in which a profile is written. */
export const BODY = aShape<ProfileBody>(
  {
    platform: { key: 'platform', codec: platform, needed: true },
    report: { key: 'report', codec: aText, needed: true },
    fills: { key: 'fills', codec: aList(aWord(...SUBJECTS)), needed: true },
    source: { key: 'source', codec: aText, needed: true },
    download: { key: 'download', codec: aText, needed: true },
    notes: { key: 'notes', codec: texts },
    columns: { key: 'columns', codec: columns, needed: true },
    ratios: { key: 'ratios', codec: aList(ratio) },
    hasOneOf: { key: 'has_one_of', codec: texts },
    not: { key: 'not', codec: texts },
    quoting: { key: 'quoting', codec: aWord('double', 'none') },
    rowsAfterHeader: { key: 'rows_after_header', codec: aCount },
    ragged: { key: 'ragged', codec: aFlag },
    ignore: { key: 'ignore', codec: aList(ignore) },
    noRepeats: { key: 'no_repeats', codec: aFlag },
    otherwise: { key: 'otherwise', codec: otherwise },
    fillDown: { key: 'fill_down', codec: fillDown },
    people: { key: 'people', codec: people },
    personal: { key: 'personal', codec: texts },
    unit: { key: 'unit', codec: aList(field, 0), needed: true },
    listingKey: { key: 'listing_key', codec: fields },
    keyOr: { key: 'key_or', codec: fields },
    productKey: { key: 'product_key', codec: productKey },
    variationOf: { key: 'variation_of', codec: variationOf },
    firstRowIsParent: { key: 'first_row_is_parent', codec: aFlag },
    parentRole: { key: 'parent_role', codec: aPattern },
    complete: { key: 'complete', codec: complete },
    stock: { key: 'stock', codec: aList(stock, 0) },
    locationHeaders: { key: 'location_headers', codec: aPattern },
    locationColumnsAfter: { key: 'location_columns_after', codec: aText },
    states: { key: 'states', codec: states },
    wholeOrders: { key: 'whole_orders', codec: aFlag },
    noSaleChannel: { key: 'no_sale_channel', codec: aPattern },
    currency: { key: 'currency', codec: aText },
    serves: { key: 'serves', codec: serves },
    channel: { key: 'channel', codec: aText },
    storeBy: { key: 'store_by', codec: field },
    oneStore: { key: 'one_store', codec: aFlag },
    twoDecimals: { key: 'two_decimals', codec: aFlag },
    noGrouping: { key: 'no_grouping', codec: aFlag },
    rounded: { key: 'rounded', codec: aFlag },
    zeroIsNone: { key: 'zero_is_none', codec: fields },
    stamp: { key: 'stamp', codec: field },
    period: { key: 'period', codec: aWord('rows', 'none', 'span', 'preamble', 'snapshot') },
    periodIn: { key: 'period_in', codec: aPattern },
    daysFrom: { key: 'days_from', codec: aText },
    partIf: { key: 'part_if', codec: aPattern },
    fromPreamble: { key: 'from_preamble', codec: aList(preambleValue) },
    provenDays: { key: 'proven_days', codec: aFlag },
    days: { key: 'days', codec: aList(localDay) },
    parts: { key: 'parts', codec: parts },
    signedBy: { key: 'signed_by', codec: signedBy },
    collect: { key: 'collect', codec: aList(collected) },
    grain: { key: 'grain', codec: aText },
    attribution: { key: 'attribution', codec: attribution },
    dateOrder: { key: 'date_order', codec: aWord('dmy', 'mdy', 'ymd') },
    noText: { key: 'no_text', codec: aPattern },
    htmlEntities: { key: 'html_entities', codec: aFlag },
    noAttributes: { key: 'no_attributes', codec: aList(aPattern) },
  },
  'a key "columns" with columns in it',
);
