/**
 * When titles changed, as far as the exports tell: a catalogue that says the new title proves that the change lies before it, the
 * catalogue before, which said the old, that it lies after. The days between are `from` … `to`; none of them counts as before
 * or after. A plan that was marked as uploaded between the two tells the day.
 */
import { addDays, type Day, daysBetween } from '../../core/day.js';
import { zone } from '../../core/zone.js';
import { groupBy } from '../../measures/grouping.js';
import type { OwnedText } from '../textListing.js';

export interface RecordedChange {
  readonly storeId: number;
  readonly listingId: string;
  readonly field: 'title' | 'price' | 'status';
  /** Epoch seconds. */
  readonly changedAt: number;
  readonly previousAt: number | null;
  readonly before: string;
  readonly after: string;
}

export interface PlannedChange {
  readonly planId: string;
  readonly storeId: number;
  readonly entity: 'product' | 'listing';
  readonly entityId: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly uploadedAt: number;
}

/** A change of something that sells, and the days in which it lies. */
export interface DatedChange {
  /** The text's place in the list of texts. */
  readonly text: number;
  readonly field: 'title' | 'price' | 'status';
  readonly from: Day;
  readonly to: Day;
  readonly before: string | null;
  readonly after: string | null;
  readonly planId: string | null;
  /** No earlier catalogue tells since when; the first day is a guess. */
  readonly isOpen: boolean;
  /** Only the plan tells; no catalogue has shown the new title yet. */
  readonly isUnconfirmed: boolean;
}

export interface ChangeSources {
  readonly texts: readonly OwnedText[];
  readonly recorded: readonly RecordedChange[];
  readonly planned: readonly PlannedChange[];
  /** IANA time zone by store. */
  readonly zones: ReadonlyMap<number, string>;
}

/** All changes of all texts, by time. Variations that share a title change it once. */
export function datedChanges({ texts, recorded, planned, zones }: ChangeSources): DatedChange[] {
  const textOf = new Map<string, number>();
  texts.forEach((text, index) => {
    for (const listing of text.listings) textOf.set(`${listing.storeId} ${listing.listingId}`, index);
    textOf.set(`${text.listings[0].storeId} ${text.owner} ${text.id}`, index);
  });
  const dayOf = (storeId: number, at: number) => zone(zones.get(storeId) ?? 'UTC').dayOf(at) as Day;
  const known = recorded.flatMap((change): DatedChange[] => {
    const text = textOf.get(`${change.storeId} ${change.listingId}`);
    if (text === undefined) return [];
    const to = dayOf(change.storeId, change.changedAt);
    const upload = change.field === 'title' ? uploadOf(change, planned, texts[text] as OwnedText) : null;
    const from = upload
      ? dayOf(change.storeId, upload.uploadedAt)
      : change.previousAt === null
        ? to
        : dayOf(change.storeId, change.previousAt);
    const day = upload ? { from, to: from } : { from, to };
    const isOpen = upload === null && change.previousAt === null;
    return [
      {
        text,
        field: change.field,
        ...day,
        before: change.before,
        after: change.after,
        planId: upload?.planId ?? null,
        isOpen,
        isUnconfirmed: false,
      },
    ];
  });
  const all = [...known, ...unconfirmed(planned, known, textOf, dayOf)];
  const once = groupBy(all, (change) =>
    JSON.stringify([change.text, change.field, change.to, change.field === 'title' ? change.after : '']),
  );
  return [...once.values()]
    .map(([first]) => first as DatedChange)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.text - b.text));
}

/** The upload that made a change: the newest of the same title between the two catalogues. */
function uploadOf(change: RecordedChange, planned: readonly PlannedChange[], text: OwnedText): PlannedChange | null {
  const fits = planned.filter(
    (plan) =>
      plan.storeId === change.storeId &&
      plan.entityId === text.id &&
      plan.after === change.after &&
      plan.uploadedAt <= change.changedAt &&
      plan.uploadedAt >= (change.previousAt ?? 0),
  );
  return fits.at(-1) ?? null;
}

function unconfirmed(
  planned: readonly PlannedChange[],
  known: readonly DatedChange[],
  textOf: ReadonlyMap<string, number>,
  dayOf: (storeId: number, at: number) => Day,
): DatedChange[] {
  return planned.flatMap((plan) => {
    const text = textOf.get(`${plan.storeId} ${plan.entity} ${plan.entityId}`);
    const isKnown = known.some(
      (change) => change.text === text && change.field === 'title' && (change.planId === plan.planId || change.after === plan.after),
    );
    if (text === undefined || isKnown) return [];
    const day = dayOf(plan.storeId, plan.uploadedAt);
    const { planId, before, after } = plan;
    return [{ text, field: 'title' as const, from: day, to: day, before, after, planId, isOpen: false, isUnconfirmed: true }];
  });
}

export interface Bounds {
  /** The days around the change that nothing else touched: from the first that may count to the last. */
  readonly first: Day;
  readonly last: Day;
  /** What ends them, in words; and what happened at the same time. */
  readonly bounded: readonly string[];
  readonly beside: readonly string[];
}

/** How far around a change its text was left alone. `outOfStock`: days on which it could not be bought. */
export function boundsOf(
  change: DatedChange,
  all: readonly DatedChange[],
  outOfStock: readonly Day[],
  asOf: Day,
  mostDays: number,
): Bounds {
  const farthest = addDays(change.to, mostDays);
  let [first, last] = [addDays(change.from, -mostDays), farthest < asOf ? farthest : addDays(asOf, -1)];
  const bounded: string[] = [];
  const beside: string[] = [];
  const begin = (day: Day, name: string) => {
    if (day < first) return;
    first = addDays(day, 1);
    bounded.push(name);
  };
  const end = (day: Day, name: string) => {
    if (day > last) return;
    last = addDays(day, -1);
    bounded.push(name);
  };
  for (const other of all) {
    if (other === change || other.text !== change.text) continue;
    const name = `${other.field} ${other.from === other.to ? 'on' : 'by'} ${other.to}`;
    if (other.to < change.from) begin(other.to, `${name} (before)`);
    else if (other.from > change.to) end(other.from, `${name} (after)`);
    else beside.push(name);
  }
  const before = outOfStock.filter((day) => day < change.from).at(-1);
  const after = outOfStock.find((day) => day > change.to);
  if (before !== undefined) begin(before, `out of stock until ${before}`);
  if (after !== undefined) end(after, `out of stock from ${after}`);
  return { first, last, bounded, beside };
}

export interface WindowLength {
  /** Whole weeks on both sides that are known day by day. */
  readonly days: number;
  /** Known days without a gap on either side, up to the bounds. */
  readonly before: number;
  readonly after: number;
}

/** How long the windows on both sides of a change can be. */
export function windowLength(
  change: Pick<DatedChange, 'from' | 'to'>,
  bounds: Pick<Bounds, 'first' | 'last'>,
  isKnown: (day: Day) => boolean,
): WindowLength {
  const run = (start: Day, step: 1 | -1, most: number): number => {
    let count = 0;
    while (count < most && isKnown(addDays(start, step * count))) count++;
    return count;
  };
  const before = run(addDays(change.from, -1), -1, daysBetween(bounds.first, change.from));
  const after = run(addDays(change.to, 1), 1, daysBetween(change.to, bounds.last));
  return { days: 7 * Math.floor(Math.min(before, after) / 7), before, after };
}
