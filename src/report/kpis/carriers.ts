/**
 * What carried a change of sales: SKUs, channels and campaigns (adtributor.ts), in a sentence with numbers.
 *
 * Campaigns divide sales into what the ad reports attribute to each of them and the rest; the reports count a sale within days after
 * a click, so the rest is not what would have been sold without advertising.
 */
import type { Period } from '../../core/day.js';
import type { Sentence, Value } from '../../core/page.js';
import { groupBy } from '../../measures/grouping.js';
import { chosenAds, minorOf } from './adFigures.js';
import { type Dimension, type Explanation, explain } from './adtributor.js';
import type { SalesPart } from './dimensionQueries.js';
import type { Figures } from './figures.js';
import { isSame, type StoreFacts } from './storeFacts.js';

/** `before`: the periods whose mean it is compared with; `divided`: sales by SKU and channel. Only where the orders of all days on both sides are known. */
export function carriersOfSales(facts: StoreFacts, divided: readonly Dimension[], now: Figures, before: readonly Figures[]): Explanation[] {
  const sides = [now, ...before];
  if (before.length === 0 || !sides.every((each) => each.salesSource === 'orders' && each.missing.sales.length === 0)) return [];
  return explain([...divided, ...campaigns(facts, now, before)].filter(isDivided));
}

/** Orders that name no item are one part, without a name: it carries whatever there is, and explains nothing. */
export function isDivided({ elements }: Dimension): boolean {
  return elements.length > 1;
}

/** What each part of the sales was, and the mean of what it was in the periods before. */
export function elementsOf(parts: readonly SalesPart[], now: Period, before: readonly Period[]): Dimension['elements'] {
  const sums = new Map<string, { before: number; after: number }>();
  for (const part of parts) {
    const sum = sums.get(part.label) ?? { before: 0, after: 0 };
    sums.set(part.label, sum);
    if (isSame(part, now)) sum.after += part.sales;
    for (const period of before) if (isSame(part, period)) sum.before += part.sales;
  }
  return [...sums].map(([label, sum]) => ({ label, before: sum.before / before.length, after: sum.after }));
}

const REST = 'sales without ads';

/** Only where ads of all days are known, and no more is attributed than was sold. */
function campaigns(facts: StoreFacts, now: Figures, before: readonly Figures[]): Dimension[] {
  const sides = [now, ...before];
  const isKnown = sides.every((each) => each.missing.ads.length === 0 && each.adSales !== null && each.adSales <= (each.sales as number));
  if (!isKnown) return [];
  const parts = sides.flatMap((each) => {
    const own = campaignSales(facts, each);
    const attributed = own.reduce((sum, part) => sum + part.sales, 0);
    return [...own, { from: each.from, to: each.to, label: REST, sales: (each.sales as number) - attributed }];
  });
  return [{ name: 'campaign', elements: elementsOf(parts, now, before) }];
}

function campaignSales(facts: StoreFacts, period: Period): SalesPart[] {
  const chosen = chosenAds(facts.ads, facts.currency, period, ['campaign']);
  return [...groupBy(chosen, (unit) => unit.campaign ?? unit.about)].map(([label, units]) => ({
    from: period.from,
    to: period.to,
    label,
    sales: minorOf(
      units.reduce((sum, unit) => sum + (unit.salesMicros ?? 0), 0),
      facts.currency,
    ) as number,
  }));
}

const MOST_NAMED = 3;

/** "carried by SKU: KETTLE-17 −$399 (52 %) · GOOSE-09-BLK −$123 (16 %)"; the most surprising dimension first. */
export function carrierSentence({ dimension, carriers }: Explanation, currency: string | null): Sentence {
  const named = carriers.slice(0, MOST_NAMED).flatMap((carrier, at): Sentence => {
    const change: Value = { value: Math.round(carrier.change), kind: 'money', currency, digits: 0, signed: true };
    return [
      ...(at === 0 ? [] : [' · ']),
      { value: carrier.label, kind: 'text' },
      ' ',
      change,
      ' (',
      { value: carrier.power, kind: 'ratio', digits: 0 },
      ')',
    ];
  });
  const more = carriers.length - MOST_NAMED;
  return [`carried by ${dimension}: `, ...named, ...(more > 0 ? [` · ${more} more`] : [])];
}
