import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../src/core/day.js';
import {
  boundsOf,
  type DatedChange,
  datedChanges,
  type PlannedChange,
  type RecordedChange,
  windowLength,
} from '../../../src/titles/effect/change.js';
import { changeEffect, type EffectInput } from '../../../src/titles/effect/effects.js';
import { effectTable } from '../../../src/titles/effect/effectTable.js';
import { knownKey, shopSeries } from '../../../src/titles/effect/series.js';
import { ownedTexts } from '../../../src/titles/textListing.js';
import { seeded } from '../seeded.js';
import { textListing } from '../textListings.js';

const day = (text: string) => text as Day;
const at = (text: string) => Date.parse(`${text}T12:00:00Z`) / 1000;

const KETTLE = textListing({ sku: 'K', title: 'new' });
const BLUE = textListing({
  sku: 'B',
  title: 'Mugs',
  platform: 'shopify',
  storeId: 2,
  store: 'web',
  listingId: 'mugs/Blue',
  productId: 'mugs',
});
const SAND = textListing({
  sku: 'S',
  title: 'Mugs',
  platform: 'shopify',
  storeId: 2,
  store: 'web',
  listingId: 'mugs/Sand',
  productId: 'mugs',
});
const texts = ownedTexts([KETTLE, BLUE, SAND], 'title');
const zones = new Map([
  [1, 'UTC'],
  [2, 'UTC'],
]);

const recorded = (change: Partial<RecordedChange>): RecordedChange => ({
  storeId: 1,
  listingId: 'K',
  field: 'title',
  changedAt: at('2026-10-18'),
  previousAt: at('2026-10-11'),
  before: 'old',
  after: 'new',
  ...change,
});
const upload = (uploadedAt: number): PlannedChange => ({
  planId: 't-0001',
  storeId: 1,
  entity: 'listing',
  entityId: 'K',
  before: 'old',
  after: 'new',
  uploadedAt,
});
const dated = (...sources: [readonly RecordedChange[], (readonly PlannedChange[])?]) =>
  datedChanges({ texts, recorded: sources[0], planned: sources[1] ?? [], zones });

describe('when a title changed', () => {
  it('is between the catalogue that said the old and the one that said the new', () => {
    expect(dated([recorded({})])).toMatchObject([{ text: 0, from: '2026-10-11', to: '2026-10-18', planId: null, isOpen: false }]);
    expect(dated([recorded({ previousAt: null })])).toMatchObject([{ from: '2026-10-18', to: '2026-10-18', isOpen: true }]);
  });

  it('is the day on which its plan was uploaded, where that lies between', () => {
    expect(dated([recorded({})], [upload(at('2026-10-14'))])).toMatchObject([{ from: '2026-10-14', to: '2026-10-14', planId: 't-0001' }]);
    const [, later] = dated([recorded({})], [{ ...upload(at('2026-11-01')), after: 'newer' }]);
    expect(later).toMatchObject({ from: '2026-11-01', to: '2026-11-01', planId: 't-0001', isUnconfirmed: true });
  });

  it('is one change for all variations that share the title', () => {
    const both = ['mugs/Blue', 'mugs/Sand'].map((listingId) => recorded({ storeId: 2, listingId }));
    expect(dated(both)).toHaveLength(1);
  });
});

describe('the days that count', () => {
  const [title] = dated([recorded({})]) as [DatedChange];
  const price = (from: string, to: string): DatedChange => ({ ...title, field: 'price', from: day(from), to: day(to) });
  const AS_OF = day('2026-11-22');

  it('end where something else changed, or where it was sold out', () => {
    const bounds = boundsOf(title, [title, price('2026-09-20', '2026-09-27'), price('2026-11-01', '2026-11-08')], [], AS_OF, 28);
    expect(bounds).toEqual({
      first: '2026-09-28',
      last: '2026-10-31',
      bounded: ['price by 2026-09-27 (before)', 'price by 2026-11-08 (after)'],
      beside: [],
    });
    const sold = boundsOf(title, [title], [day('2026-09-30'), day('2026-11-03'), day('2026-11-04')], AS_OF, 28);
    expect(sold).toMatchObject({
      first: '2026-10-01',
      last: '2026-11-02',
      bounded: ['out of stock until 2026-09-30', 'out of stock from 2026-11-03'],
    });
  });

  it('end with the last finished day and the longest window; what changed with the title is named', () => {
    expect(boundsOf(title, [title], [], AS_OF, 28)).toEqual({ first: '2026-09-13', last: '2026-11-15', bounded: [], beside: [] });
    expect(boundsOf(title, [title], [], day('2026-10-25'), 28).last).toBe('2026-10-24');
    expect(boundsOf(title, [title, price('2026-10-11', '2026-10-18')], [], AS_OF, 28).beside).toEqual(['price by 2026-10-18']);
  });

  it('are whole weeks that are known on both sides', () => {
    const length = (first: string, last: string, gap?: string) =>
      windowLength(title, { first: day(first), last: day(last) }, (of) => of !== gap);
    // 13 September to 10 October are 28 days, 19 October to 8 November 21.
    expect(length('2026-09-13', '2026-11-08')).toEqual({ days: 21, before: 28, after: 21 });
    expect(length('2026-09-13', '2026-11-08', '2026-10-29')).toEqual({ days: 7, before: 28, after: 10 });
    expect(length('2026-10-08', '2026-11-08')).toEqual({ days: 0, before: 3, after: 21 });
  });
});

/** A store of 30 listings that sell some 5 a day each; the first sells `factor` times that from 1 October 2026 on. */
function shop(factor: number, asOf: string, perDay = 5): EffectInput {
  const random = seeded(11);
  const period = { from: day('2026-08-01'), to: addDays(day(asOf), -1) };
  const listings = Array.from({ length: 30 }, (_, index) => textListing({ sku: `L${index}`, title: `Listing ${index}` }));
  const known = new Set<Day>();
  const sold = [];
  for (let of = period.from; of <= period.to; of = addDays(of, 1)) {
    known.add(of);
    for (const [index, { listingPk }] of listings.entries()) {
      const units = random.poisson(perDay * (index === 0 && of >= '2026-10-01' ? factor : 1));
      if (units > 0) sold.push({ listingPk, day: of, lines: units, units, unitsSquared: units, sales: units * 2000 });
    }
  }
  const textOf = new Map(listings.map(({ listingPk }, index) => [listingPk, index]));
  const series = shopSeries({
    period,
    stores: listings.map(() => 1),
    textOf,
    sold,
    visits: [],
    clicks: [],
    known: new Map([[knownKey(1, 'orders'), known]]),
  });
  return { asOf: day(asOf), series, changes: [], outOfStock: () => [], mostDays: 28 };
}

const CHANGE: DatedChange = {
  text: 0,
  field: 'title',
  from: day('2026-10-01'),
  to: day('2026-10-01'),
  before: 'old',
  after: 'new',
  planId: null,
  isOpen: false,
  isUnconfirmed: false,
};
const units = (input: EffectInput, change = CHANGE) => changeEffect(change, input).judged[0];

describe('the verdict', () => {
  it('is better, worse, or no difference seen', () => {
    expect(units(shop(2, '2026-11-22'))).toMatchObject({ metric: 'units', days: 28, verdict: 'better' });
    expect(units(shop(0.5, '2026-11-22'))?.verdict).toBe('worse');
    const same = units(shop(1, '2026-11-22'));
    expect(same?.verdict).toBe('no difference seen');
    expect(same?.effect?.controls).toBe(29);
  });

  it('waits for two weeks, for ten events, for an interval that says something; and says how long', () => {
    expect(units(shop(2, '2026-10-10'))).toMatchObject({
      verdict: 'too early to tell',
      days: 7,
      moreDays: 7,
      why: 'fewer than 14 days on each side',
    });
    expect(units(shop(2, '2026-10-05'))).toMatchObject({ verdict: 'too early to tell', days: 0, moreDays: 14 });
    const few = units(shop(1, '2026-11-22', 0.7));
    expect(few).toMatchObject({ verdict: 'too early to tell', days: 28 });
    expect(few?.moreDays).toBeGreaterThan(0);
    expect(few?.why).toMatch(/^the interval is still too wide; then with --days \d+$/);
  });

  it('is not told where another change came too soon', () => {
    const input = shop(2, '2026-11-22');
    const price = { ...CHANGE, field: 'price' as const, from: day('2026-10-09'), to: day('2026-10-12') };
    expect(units({ ...input, changes: [CHANGE, price] })).toMatchObject({
      verdict: 'cannot be told',
      days: 7,
      moreDays: null,
      why: 'fewer than 14 days on each side: price by 2026-10-12 (after)',
    });
  });

  it('compares with no listing that changed, too', () => {
    const input = shop(2, '2026-11-22');
    const others = Array.from({ length: 12 }, (_, index) => ({ ...CHANGE, text: index + 1, field: 'price' as const }));
    expect(units({ ...input, changes: [CHANGE, ...others] })).toMatchObject({
      verdict: 'cannot be told',
      why: 'too few untouched listings to compare with',
    });
  });

  it('is one line where all its figures say the same, and none has an effect to show', () => {
    const input = shop(2, '2026-11-22');
    const others = Array.from({ length: 12 }, (_, index) => ({ ...CHANGE, text: index + 1, field: 'price' as const }));
    const owned = ownedTexts(
      Array.from({ length: 30 }, (_, index) => textListing({ sku: `L${index}`, title: `Listing ${index}` })),
      'title',
    );
    const { rows } = effectTable({
      asOf: input.asOf,
      effects: [changeEffect(CHANGE, { ...input, changes: [CHANGE, ...others] })],
      texts: owned,
      mostDays: 28,
      storeNames: ['us'],
      params: {},
    });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      metric: 'all',
      before: null,
      after: null,
      unit: null,
      currency: null,
      days: 28,
      verdict: 'cannot be told',
      why: 'too few untouched listings to compare with',
    });
  });

  it('stands in the table beside the figures it is about', () => {
    const input = shop(2, '2026-11-22');
    const owned = ownedTexts(
      Array.from({ length: 30 }, (_, index) => textListing({ sku: `L${index}`, title: `Listing ${index}` })),
      'title',
    );
    const { rows, notes } = effectTable({
      asOf: input.asOf,
      effects: [changeEffect(CHANGE, input)],
      texts: owned,
      mostDays: 28,
      storeNames: ['us'],
      params: {},
    });
    // 3 September to 30 September, and 2 to 29 October: the day of the change counts neither way.
    expect(rows[0]).toMatchObject({ sku: 'L0', metric: 'units', unit: 'count', days: 28, changed_to: '2026-10-01', verdict: 'better' });
    expect(rows[1]).toMatchObject({ metric: 'sales', unit: 'amount', currency: 'USD' });
    expect(rows).toHaveLength(2);
    expect(notes?.[1]).toBe('Units decide. Of figures that nothing changed, one in twenty looks better or worse by chance.');
  });
});
