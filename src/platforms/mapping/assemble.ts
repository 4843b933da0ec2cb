/**
 * A report format made of what the columns of a file mean: what its rows are told apart by, what the file exports whole, where its stock
 * lies, which days it is about. What is chosen here can be seen and changed in the profile.
 */
import { UserError } from '../../core/errors.js';
import { type FieldName, PERIOD_SUBJECTS, type Subject } from '../../core/fields.js';
import type { DateOrder } from '../cells/date.js';
import type { ColumnSpec, Platform, ReportFormat, StockRule } from '../define.js';
import { unitFields } from '../rowUnits.js';
import { type Family, fillsOf, hasPeople, IDS, QUANTITIES } from './families.js';
import type { FileHead } from './propose.js';

/** What is settled about the file. */
export interface Settled {
  readonly name: string;
  readonly platform: Platform;
  readonly report: string;
  readonly family: Family;
  readonly fills: readonly Subject[] | null;
  /** Column of the file → its field. */
  readonly fields: ReadonlyMap<number, FieldName>;
  readonly unit: readonly FieldName[] | null;
  readonly currency: string | null;
  readonly dateOrder: DateOrder | null;
  /** Columns whose cells or names are people's. */
  readonly personal: readonly number[];
}

function lacking(what: string, option: string): UserError {
  return new UserError(`${what}. Say which: ${option}`);
}

export function assemble(head: FileHead, settled: Settled): ReportFormat {
  const format = declared(head, settled);
  return { ...format, unit: unitFields(format) };
}

function declared(head: FileHead, settled: Settled): ReportFormat {
  const columns = columnsOf(head, settled.fields);
  const mapped = new Set(columns.map(({ field }) => field));
  const fills = settled.fills ?? fillsOf(settled.family, mapped);
  if (fills.length === 0) throw lacking('No column says anything that eco keeps of it', "--columns 'title=…,price=…'");
  const fillsOne = (subject: Subject) => fills.includes(subject);
  const key = fillsOne('listings') || fillsOne('stock') || fillsOne('costs') ? listingKey(head, settled.fields, mapped) : [];
  const base = {
    id: settled.name,
    platform: settled.platform,
    report: settled.report,
    fills,
    certainty: 'yours' as const,
    source: 'a profile of your own (eco files map)',
    download: 'where you make or download the file',
    columns,
    ignore: [{ rule: 'totals', firstCell: TOTAL }],
    ...(settled.currency === null ? {} : { currency: settled.currency }),
    ...(settled.dateOrder === null ? {} : { dateOrder: settled.dateOrder }),
  };
  if (fillsOne('orders')) return { ...base, ...orderParts(head, settled, mapped) };
  if (fillsOne('listings') || fillsOne('stock')) return { ...base, ...catalogueParts(head, settled, key, mapped, fillsOne('stock')) };
  return { ...base, ...periodParts(head, settled, fills, mapped, key) };
}

/** What stands in front of a row of totals, in any of the languages of the synonyms: the whole cell, or up to a colon. */
const TOTAL =
  /^(?:(?:grand |sub ?)?totals?|(?:gesamt|zwischen)?summe|gesamt|somme|totale|totaal|total general|suma|razem|łącznie|合计|合計|总计|總計|小计|小計|总和|汇总|합계|총계|tổng(?: cộng)?|รวม|jumlah)(?:\s*[:：].*)?$/i;

/** Two columns of one field: the first that is filled counts. */
function columnsOf({ header }: FileHead, fields: Settled['fields']): ColumnSpec[] {
  const names = new Map<FieldName, string[]>();
  for (const [column, field] of [...fields].sort(([a], [b]) => a - b))
    names.set(field, [...(names.get(field) ?? []), header[column] as string]);
  return [...names].map(([field, list]) => ({ field, names: list, required: true, ...(list.length > 1 ? { firstFilled: true } : {}) }));
}

/** The candidates for a listing's key, the best first. */
const KEYS: readonly (readonly FieldName[])[] = [
  ['sku'],
  ['productId', 'variationId'],
  ['productId', 'variation'],
  ['productId', 'option1', 'option2'],
  ['productId'],
  ['variationId'],
  ['asin'],
  ['gtin'],
];

/** The first candidate whose columns are there and tell the rows of the file apart; else the first that is there. */
function listingKey(head: FileHead, fields: Settled['fields'], mapped: ReadonlySet<FieldName>): readonly FieldName[] {
  const possible = KEYS.filter((key) => key.every((field) => mapped.has(field)));
  const place = mapped.has('location') ? (['location'] as const) : [];
  const found = possible.find((key) => tellsApart(head, fields, [...key, ...place])) ?? possible[0];
  if (!found) throw lacking('No column tells one product from another', "--columns 'sku=…' (or productId, asin, gtin)");
  return found;
}

/** A few doubles are slips of somebody's. */
const MOST_DOUBLES = 0.02;

function tellsApart({ rows }: FileHead, fields: Settled['fields'], key: readonly FieldName[]): boolean {
  const columns = key.map((field) => [...fields].filter(([, each]) => each === field).map(([column]) => column));
  const keys = rows.map((row) => columns.map((all) => all.map((column) => (row[column] ?? '').trim()).find((cell) => cell !== '') ?? ''));
  const filled = keys.filter(([first]) => first !== '');
  const distinct = new Set(filled.map((parts) => parts.join('\u001f'))).size;
  return filled.length >= rows.length * 0.9 && distinct >= filled.length * (1 - MOST_DOUBLES);
}

function catalogueParts(head: FileHead, settled: Settled, key: readonly FieldName[], mapped: ReadonlySet<FieldName>, stock: boolean) {
  const hasPlace = mapped.has('location');
  const unit = settled.unit ?? (key.length > 1 && !hasPlace ? key.slice(0, 1) : [...key, ...(hasPlace ? (['location'] as const) : [])]);
  const product = productKey(key, mapped);
  return {
    ...personalOf(head, settled),
    unit,
    listingKey: key,
    ...(product === null ? {} : { productKey: product }),
    ...(stock ? { stock: [stockRule(mapped)] } : {}),
    ...(mapped.has('snapshotOn') ? { stamp: 'snapshotOn' as const } : {}),
  };
}

/** What the variations of one product share, where the rows are variations. */
function productKey(key: readonly FieldName[], mapped: ReadonlySet<FieldName>): FieldName | null {
  const parents: readonly FieldName[] = ['parentSku', 'parentAsin', 'productId'];
  return parents.find((field) => mapped.has(field) && (key[0] !== field || key.length > 1)) ?? null;
}

function stockRule(mapped: ReadonlySet<FieldName>): StockRule {
  const location: StockRule['location'] = mapped.has('location') ? { field: 'location' } : { name: 'Warehouse' };
  const told = QUANTITIES.filter((field) => mapped.has(field)).map((field) => [field, [field]]);
  return { location, ...(Object.fromEntries(told) as Omit<StockRule, 'location'>) };
}

/** The words of many languages for an order that is none, and for one that is not paid. */
const CANCELLED = /cancel|storn|annul|anul|anulowan|geannuleerd|取消|关闭|關閉|キャンセル|취소|batal|hủy|huỷ|ยกเลิก/i;
const PENDING = /pending|unpaid|ausstehend|unbezahlt|offen|en attente|pendiente|in attesa|oczekuj|待付款|未付款|入金待ち|미입금/i;

function orderParts(head: FileHead, settled: Settled, mapped: ReadonlySet<FieldName>) {
  if (!mapped.has('orderId')) throw lacking('No column tells one order from another', "--columns 'orderId=…'");
  return {
    people: buyerOf(head, settled),
    unit: settled.unit ?? (['orderId'] as const),
    states: { cancelled: CANCELLED, pending: PENDING },
    ...(mapped.has('updatedAt') ? { stamp: 'updatedAt' as const } : {}),
  };
}

/** Moments that tell the day of a row which has no column for it. */
const MOMENTS: readonly FieldName[] = ['postedAt', 'movedAt', 'reviewedAt', 'changedAt'];

function periodParts(
  head: FileHead,
  settled: Settled,
  fills: readonly Subject[],
  mapped: ReadonlySet<FieldName>,
  key: readonly FieldName[],
) {
  const moment = MOMENTS.find((field) => mapped.has(field));
  const hasDay = mapped.has('day') || (mapped.has('fromDay') && mapped.has('toDay'));
  const days = !hasDay && moment ? { days: [{ day: 'day' as const, of: moment }] } : {};
  const snapshot = fills.some((subject) => subject === 'costs' || subject === 'offers');
  const period = hasDay || moment ? ('rows' as const) : snapshot ? ('snapshot' as const) : ('none' as const);
  const about = ABOUT.filter((field) => mapped.has(field)).slice(0, 1);
  const from = mapped.has('day') ? (['day'] as const) : hasDay ? (['fromDay', 'toDay'] as const) : moment ? (['day'] as const) : [];
  return {
    ...(hasPeople(settled.family) ? { people: {} } : personalOf(head, settled)),
    unit: settled.unit ?? [...(fills.includes('costs') ? key : about), ...from],
    period,
    ...days,
    grain: grainOf(fills, mapped),
  };
}

/** What a unit of a period report is about besides its days. */
const ABOUT: readonly FieldName[] = ['campaignId', 'campaign', 'settlementId', 'orderId', 'reviewId', 'offerId'];

/** What one row is about, in the words of the reports that eco has built in. */
function grainOf(fills: readonly Subject[], mapped: ReadonlySet<FieldName>): string {
  if (fills.includes('ads')) {
    if (mapped.has('searchTerm')) return 'search-term';
    if (mapped.has('targeting') || mapped.has('targetId')) return 'targeting';
    if (IDS.some((field) => mapped.has(field))) return 'product';
    return mapped.has('adGroup') || mapped.has('adGroupId') ? 'ad-group' : 'campaign';
  }
  if (fills.includes('traffic')) {
    if (mapped.has('searchTerm')) return 'search-term';
    if (mapped.has('source')) return 'source';
    return mapped.has('sku') ? 'sku' : 'child';
  }
  return PERIOD_SUBJECTS.find((subject) => fills.includes(subject)) ?? '';
}

/** Columns with people under a name that does not say so. */
function personalOf({ header }: FileHead, { personal }: Settled): Pick<ReportFormat, 'personal'> {
  return personal.length === 0 ? {} : { personal: personal.map((column) => header[column] as string) };
}

const MAIL = /e-?mail|correo|courriel|メール|邮箱|郵箱|이메일/i;

/** The column with the buyer's mail, which becomes a keyed hash. */
function buyerOf({ header }: FileHead, { personal }: Settled): NonNullable<ReportFormat['people']> {
  const mail = personal.map((column) => header[column] as string).find((name) => MAIL.test(name));
  return mail === undefined ? {} : { buyer: [mail] };
}
