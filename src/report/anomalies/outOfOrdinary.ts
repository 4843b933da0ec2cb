/** Which days of a store are promotions or holidays, by the calendar that eco knows for its market and platform. */
import type { Day } from '../../core/day.js';
import { daysBetween } from '../../core/day.js';
import { eventsIn } from '../../measures/calendar/events.js';
import { countryOf, platformName } from '../../measures/listingRules/rule.js';

/** An event that goes on for longer is a season: its days tell what is usual then. */
const LONGEST_DAYS = 31;
const CHINESE = ['taobao', 'tmall', 'jd', 'pinduoduo', 'douyin', 'kuaishou', '1688'];
const MARKET_OF_CURRENCY: Readonly<Record<string, string>> = { USD: 'US', GBP: 'GB', CAD: 'CA', AUD: 'AU', JPY: 'JP', CNY: 'CN' };

/** The country whose events count for a store: its marketplace's, else that of its platform or currency; null where none tells it. */
export function marketOf(store: {
  readonly platform: string;
  readonly marketplace: string | null;
  readonly currency: string | null;
}): string | null {
  if (CHINESE.includes(store.platform)) return 'CN';
  const country = countryOf(store.marketplace);
  if (country !== null && /^[A-Z]{2}$/.test(country)) return country;
  return MARKET_OF_CURRENCY[store.currency ?? ''] ?? null;
}

/** One entry a day. Where a day is both, it is a promotion. */
export function outOfOrdinary(days: readonly Day[], market: string | null, platform: string): ('promotion' | 'holiday' | null)[] {
  const [from, to] = [days[0] as Day, days.at(-1) as Day];
  const own = eventsIn({ from, to }).filter(
    ({ of, startsOn, endsOn }) =>
      of.kind !== 'season' &&
      market !== null &&
      of.markets.includes(market) &&
      (of.platforms.length === 0 || of.platforms.includes(platformName(platform))) &&
      daysBetween(startsOn, endsOn) < LONGEST_DAYS,
  );
  const kinds = days.map((day) => {
    const found = own.filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn).map(({ of }) => of.kind);
    return found.includes('sale') ? ('promotion' as const) : found.length > 0 ? ('holiday' as const) : null;
  });
  return kinds.map((kind, index) => (isPromotion(kinds, index, -1) && isPromotion(kinds, index, 1) ? 'promotion' : kind));
}

/** Whether a promotion is that day, or within two days before (`step` −1) or after it: the weekend between Black Friday and Cyber Monday. */
function isPromotion(kinds: readonly (string | null)[], index: number, step: number): boolean {
  return [0, 1, 2].some((distance) => kinds[index + step * distance] === 'promotion');
}
