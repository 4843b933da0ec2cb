/** What a reader of a period's figures must know of them: days that are missing, and what is still on its way. Words for pages. */
import { addDays, type Day } from '../../core/day.js';
import type { Block } from '../../core/page.js';
import { daysOf } from '../../measures/coverage.js';
import type { Figures } from './figures.js';
import type { Part } from './kpiKinds.js';
import { periodsText } from './remark.js';

const PARTS: Readonly<Record<Part, string>> = { sales: 'orders', traffic: 'traffic', ads: 'ads' };

/** Days that are missing of what the period otherwise knows, or, where it knows none of it, `beside`, the one that it is compared with, does. */
export function missingParts(now: Figures, when: string, beside?: Figures): string[] {
  const isKnown = ({ from, to, missing }: Figures, part: Part) => missing[part].length < daysOf({ from, to }).length;
  return (Object.keys(PARTS) as Part[])
    .filter((part) => now.missing[part].length > 0 && (isKnown(now, part) || (beside !== undefined && isKnown(beside, part))))
    .map((part) => `${when}${PARTS[part]} of ${periodsText(now.missing[part])}`);
}

/** What newer files will still change. */
export function unfinishedParts(now: Figures, asOf: Day): string[] {
  return [
    ...(now.inPart ? ['orders end at the download'] : []),
    ...(now.unpriced > 0 ? [`${now.unpriced} ${now.unpriced === 1 ? 'order has' : 'orders have'} no price yet`] : []),
    ...(now.adSpend !== null && now.missing.ads.length === 0 && !now.finished.ads ? [adsDoubt(now, asOf)] : []),
  ];
}

/** "missing: …", "unfinished: …"; nothing where there is no doubt. */
export function doubtLine(label: string, parts: readonly string[]): Block[] {
  return parts.length === 0 ? [] : [{ type: 'sentence', parts: [label, parts.join(' · ')], tone: 'warn' }];
}

/** Ad sales come in for days after a click; where those days are over, a new download has them. */
function adsDoubt({ to, attributionDays }: Figures, asOf: Day): string {
  if (asOf <= addDays(to, attributionDays)) return `ad sales still arrive for ${attributionDays} days after a click`;
  return 'the ad report was made before all its sales had arrived: download it again';
}
