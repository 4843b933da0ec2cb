/**
 * What platforms demand of a shop, as dated data: below or above which value a metric must stay, over how many days it is taken, and
 * what eco can tell of it. A limit from memory is named as such; a newer row of the same platform and metric takes over on its first day.
 *
 * Left out: limits that differ by category or programme (Tmall's campaign entry of a category), and payout reserves.
 */
import type { Day } from '../../core/day.js';
import { AMAZON } from './limits/amazon.js';
import { CHINA } from './limits/china.js';
import { EBAY } from './limits/ebay.js';
import type { HealthLimit } from './limits/limit.js';
import { EVERYWHERE, OTHERS } from './limits/others.js';

export const HEALTH_LIMITS: readonly HealthLimit[] = [...AMAZON, ...EBAY, ...CHINA, ...OTHERS, ...EVERYWHERE];

/** The limits of a platform that hold on a day: of each metric the one that came into force last. */
export function limitsOn(platform: string, day: Day, limits: readonly HealthLimit[] = HEALTH_LIMITS): HealthLimit[] {
  const name = platform === 'tmall' ? 'taobao' : platform;
  const found = new Map<string, HealthLimit>();
  for (const each of limits) {
    if ((each.platform !== name && each.platform !== '*') || (each.effectiveFrom !== null && each.effectiveFrom > day)) continue;
    const before = found.get(each.metric);
    if (!before || (before.effectiveFrom ?? '') <= (each.effectiveFrom ?? '')) found.set(each.metric, each);
  }
  return [...found.values()];
}
