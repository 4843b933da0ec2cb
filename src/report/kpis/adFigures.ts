/**
 * What advertising cost and brought in a period: of each channel the reports that measures/adReports.ts and tiling.ts choose.
 *
 * A day on which a file of daily ad rows says nothing is a day without ads: 0, not unknown.
 */
import type { Day, Period } from '../../core/day.js';
import { currencyDigits } from '../../core/money.js';
import { type AdKey, adGrainRank, competingReports } from '../../measures/adReports.js';
import { daysOf } from '../../measures/coverage.js';
import { sumKnown } from '../../measures/grouping.js';
import { daysWithout, tile } from '../../measures/tiling.js';
import { type Figures, LONGEST_ATTRIBUTION } from './figures.js';
import { isOwn } from './orderFigures.js';
import type { AdSums } from './reportFacts.js';
import { newestOf, type StoreFacts } from './storeFacts.js';

export interface Ads {
  readonly figures: Pick<Figures, 'adSpend' | 'adSales' | 'adImpressions' | 'adClicks' | 'attributionDays'>;
  /** How new the oldest of the reports is. */
  readonly evidenceAt: number;
  readonly missing: readonly Day[];
}

export function adsOf(facts: StoreFacts, period: Period): Ads {
  const chosen = chosenAds(facts.ads, facts.currency, period);
  const missing = missingDays(facts, chosen, period);
  const isSilent = chosen.length === 0 && missing.length < daysOf(period).length;
  const windows = (chosen.length > 0 ? chosen : facts.ads).flatMap((unit) => unit.attributionDays ?? []);
  const sum = (of: (unit: AdSums) => number | null) => (isSilent ? 0 : sumKnown(chosen.map(of)));
  return {
    figures: {
      adSpend: minorOf(
        sum((unit) => unit.costMicros),
        facts.currency,
      ),
      adSales: minorOf(
        sum((unit) => unit.salesMicros),
        facts.currency,
      ),
      adImpressions: sum((unit) => unit.impressions),
      adClicks: sum((unit) => unit.clicks),
      attributionDays: windows.length === 0 ? LONGEST_ATTRIBUTION : Math.max(...windows),
    },
    evidenceAt: chosen.length > 0 ? newestOf(chosen, facts) : silentSince(facts, period),
    missing,
  };
}

/** The reports to add up for a period, to answer a question by these keys. What reaches beyond the period can tell nothing of it. */
export function chosenAds(ads: readonly AdSums[], currency: string | null, period: Period, keys: readonly AdKey[] = []): AdSums[] {
  const own = ads.filter((unit) => unit.from >= period.from && unit.to <= period.to && isOwn(unit.currency, currency));
  return [...tile(competingReports(own, keys), period, adGrainRank).chosen];
}

/** Days that neither an ad report nor the silence of a file of daily ad rows tells. */
function missingDays(facts: StoreFacts, chosen: readonly AdSums[], period: Period): Day[] {
  const daily = new Set(facts.ads.filter((unit) => unit.from === unit.to).map((unit) => unit.reportFormat));
  const files = facts.reportFiles.filter((file) => daily.has(file.reportFormat));
  return daysWithout(chosen, period).filter((day) => !files.some((file) => file.from <= day && day <= file.to));
}

/** How new the newest file is that covers the period and says nothing of its ads. */
function silentSince(facts: StoreFacts, period: Period): number {
  const formats = new Set(facts.ads.map((unit) => unit.reportFormat));
  const files = facts.reportFiles.filter((file) => formats.has(file.reportFormat) && file.from <= period.to && period.to <= file.to);
  return files.reduce((at, file) => Math.max(at, file.evidenceAt), 0);
}

/** Ad reports have fractions of a cent: the sum of the period is rounded, once. */
export function minorOf(micros: number | null, currency: string | null): number | null {
  return micros === null ? null : Math.round(micros / 10 ** (6 - currencyDigits(currency)));
}
