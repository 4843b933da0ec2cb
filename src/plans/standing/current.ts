/**
 * What stands at the platform now, as far as exports tell: the value of a change's target, when an export last confirmed it, and
 * how it came there. What cannot be told is named: a listing that is removed or was never imported, a product whose variations
 * disagree, a parent row that has no price of its own, a quantity that lies in several places.
 */
import { LISTING_FIELDS, type ListingFieldName, textFromAttributes } from '../../core/listingField.js';
import { decimalFromMinor } from '../../core/money.js';
import type { Change, ChangeTarget } from '../../core/plan.js';
import type { Database } from '../../db/connection.js';
import { sameValue } from '../values.js';
import { type FieldEvidence, fieldEvidence } from './evidence.js';
import { availableOf, type FieldChange, fieldChanges, type ListingRow, listingRows, type StockAt } from './listingQueries.js';

/** One earlier or present value of a field. */
export interface ValueAt {
  readonly value: string | null;
  /** When the export that first shows it was made. */
  readonly at: number;
}

export interface CurrentValue {
  readonly value: string | null;
  /** When an export last told the value, or that the listing is gone; null where none carries it, or with another problem. */
  readonly evidenceAt: number | null;
  /** When the newest export of the store was made that carries the field, whether or not it has this listing; null without one. */
  readonly newestAt: number | null;
  /** Every change that exports have shown, the oldest first; empty for fields whose history is not kept. */
  readonly history: readonly ValueAt[];
  /** Why the value cannot be told, as the end of a sentence; null where it can. */
  readonly problem: string | null;
}

type Wanted = Pick<Change, 'target' | 'field'>;

/** Fields that stand in the listing itself. */
type Listed = Exclude<ListingFieldName, 'quantity'>;

interface Facts {
  readonly changes: ReadonlyMap<string, readonly FieldChange[]>;
  readonly stock: ReadonlyMap<number, readonly StockAt[]>;
  readonly evidence: FieldEvidence;
}

/** Reads the current values of many targets, in their order. */
export function currentValues(db: Database, wanted: readonly Wanted[]): CurrentValue[] {
  const rows = rowsByTarget(db, wanted);
  const all = [...new Set([...rows.values()].flat())];
  const counted = wanted.some(({ field }) => field === 'quantity') ? all.map((row) => row.listingPk) : [];
  const facts: Facts = {
    changes: grouped(fieldChanges(db, all), (change) => changeKey(change.storeId, change.listingId, change.field)),
    stock: grouped(availableOf(db, counted), (each) => each.listingPk),
    evidence: fieldEvidence(db),
  };
  return wanted.map((each) => currentOf(each, rows.get(targetRowsKey(each.target)) ?? [], facts));
}

function rowsByTarget(db: Database, wanted: readonly Wanted[]): Map<string, ListingRow[]> {
  const keys = (entity: ChangeTarget['entity']) =>
    wanted.filter(({ target }) => target.entity === entity).map(({ target }) => ({ store: target.store, key: target.id }));
  const products = listingRows(db, 'product_key', keys('product'));
  const listings = listingRows(db, 'listing_key', keys('listing'));
  return new Map([
    ...grouped(products, (row) => targetRowsKey({ entity: 'product', store: row.store, id: row.productId })),
    ...grouped(listings, (row) => targetRowsKey({ entity: 'listing', store: row.store, id: row.listingId })),
  ]);
}

function targetRowsKey({ entity, store, id }: Pick<ChangeTarget, 'entity' | 'store' | 'id'>): string {
  return JSON.stringify([entity, store, id]);
}

function changeKey(storeId: number, listingId: string, field: string): string {
  return JSON.stringify([storeId, listingId, field]);
}

function unknown(problem: string, evidenceAt: number | null = null): CurrentValue {
  return { value: null, evidenceAt, newestAt: null, history: [], problem };
}

function currentOf({ target, field }: Wanted, rows: readonly ListingRow[], facts: Facts): CurrentValue {
  if (rows.length === 0) return unknown(`is in no catalogue that was imported for ${target.store}`);
  const here = rows.filter((row) => row.removedAt === null);
  if (here.length === 0) {
    const goneAt = Math.max(...rows.map((row) => row.removedAt as number));
    return unknown('is gone: its product was exported again without it', goneAt);
  }
  if (field === 'quantity') return currentQuantity(here[0] as ListingRow, facts);
  if (LISTING_FIELDS[field] === 'money' && here.every((row) => row.role === 'parent'))
    return unknown(`holds variations and is not sold itself, so it has no ${field} of its own`);
  const told = tellingRow(here, field);
  if (told === null) return unknown(`is ambiguous: its variations have different values of ${field}`);
  const history = (facts.changes.get(changeKey(told.storeId, told.listingId, field)) ?? []).map((change) => ({
    value: LISTING_FIELDS[field] === 'money' ? amountOf(change.after, change.currency ?? told.currency) : change.after,
    at: change.changedAt,
  }));
  return {
    value: fieldOf(told, field),
    evidenceAt: facts.evidence.told(told, field, history.at(-1)?.at ?? null),
    newestAt: facts.evidence.newest(told, field),
    history,
    problem: null,
  };
}

/** Of the variations that share a field, the row that tells it; where they disagree the parent, null without one. */
function tellingRow(rows: readonly ListingRow[], field: Listed): ListingRow | null {
  const telling = rows.filter((row) => fieldOf(row, field) !== null);
  const [first, ...others] = telling;
  if (first === undefined) return rows[0] as ListingRow;
  if (others.every((row) => sameValue(fieldOf(row, field), fieldOf(first, field)))) {
    return telling.reduce((newest, row) => (row.lastSeenAt > newest.lastSeenAt ? row : newest));
  }
  return telling.find((row) => row.role === 'parent') ?? null;
}

/** The value of a field in one listing; null where no import told it, or it is empty. Quantities are stock, not listings. */
export function fieldOf(row: ListingRow, field: Listed): string | null {
  switch (field) {
    case 'title':
      return row.title;
    case 'price':
      return row.priceMinor === null ? null : decimalFromMinor(row.priceMinor, row.currency);
    case 'compare_at_price':
      return row.compareAtMinor === null ? null : decimalFromMinor(row.compareAtMinor, row.currency);
    default:
      return row.attributes === null
        ? null
        : textFromAttributes(row.platform, field, JSON.parse(row.attributes) as Readonly<Record<string, string>>);
  }
}

function amountOf(minor: string | null, currency: string | null): string | null {
  return minor === null ? null : decimalFromMinor(Number(minor), currency);
}

function currentQuantity(row: ListingRow, facts: Facts): CurrentValue {
  const places = facts.stock.get(row.listingPk) ?? [];
  const [only] = places;
  if (only === undefined) return unknown('has no stock in any import');
  if (places.length > 1)
    return unknown(`lies in ${places.length} places (${places.map((place) => place.location).join(', ')}): a quantity of all is none's`);
  return { value: String(only.available), evidenceAt: only.takenAt, newestAt: null, history: [], problem: null };
}

/** Groups in the order of their first member. */
export function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
