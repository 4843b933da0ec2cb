/**
 * The planned stories of the demo, counted back from the last day, so that "yesterday" always has something to find.
 * The table in catalogue.ts tells them; these are their numbers.
 */

/** A reseller on our own listing goes below our price: buy box lost from that day on. */
export const UNDERCUT = { sku: 'KETTLE-17', daysBeforeLast: 2, theirPriceMinor: 2490 } as const;

/** Permanent changes of the list price. */
export const PRICE_CHANGES = [
  { code: 'TEA-EARL-100', daysBeforeLast: 120, factor: 16.9 / 14.9 },
  { code: 'LAMP-3', daysBeforeLast: 200, factor: 34 / 39 },
] as const;

export const LAUNCH = { code: 'MATCHA-SET', daysBeforeLast: 75, rampDays: 40 } as const;
export const DYING = { code: 'INFUSER-BALL', halfLifeDays: 80, declineDays: 300 } as const;
export const DEAD = { code: 'LAMP-4', daysBeforeLast: 120, units: 180 } as const;
export const BAD_BATCH = { code: 'KETTLE-08', daysBeforeLast: 60, factor: 4 } as const;

export const TITLE_CHANGE = {
  sku: 'GOOSE-09-BLK',
  daysBeforeLast: 40,
  conversionUplift: 1.12,
  before: 'Kettle 0.9 L Black Gooseneck by Tarn & Kettle',
} as const;

/** Substitutes that cost the same all the time, so that these SKUs tell one story each. */
export const QUIET_SKUS: readonly string[] = [UNDERCUT.sku, TITLE_CHANGE.sku, 'MUG-4-BLUE'];

/**
 * Supply that is planned, not drawn: on `start` the stock is filled up to the expected demand of `coverDays`; purchases that
 * would arrive from `holdFrom` until `resume` arrive on `resume` instead, or are never made where that is null.
 */
interface SupplyStory {
  readonly pool: string;
  readonly start: number;
  readonly coverDays: number;
  readonly holdFrom: number;
  readonly resume: number | null;
}

/** Positions of days; `july` is 1 July of the last July that is over, or null. */
export function supplyStories(last: number, july: number | null): SupplyStory[] {
  const runsOut = (daysBeforeLast: number, coverDays: number): SupplyStory => {
    return { pool: 'fba:MUG-4-BLUE', start: last - daysBeforeLast, coverDays, holdFrom: last - 80, resume: null };
  };
  const stories = [runsOut(80, 35), runsOut(50, 35), runsOut(20, 30)];
  // Enough of the undercut SKU, so that its story is the buy box and not the stock.
  stories.push({ pool: `fba:${UNDERCUT.sku}`, start: last - 40, coverDays: 50, holdFrom: last, resume: last + 1 });
  if (july !== null) stories.push({ pool: 'fba:COLDBREW-1L', start: july - 22, coverDays: 26, holdFrom: july - 52, resume: july + 26 });
  return stories;
}
