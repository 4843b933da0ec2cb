/** Which days of a store are promotions or holidays, by the calendar that eco knows for its market and platform. */
import type { Day } from '../../core/day.js';
import { addDays, daysBetween } from '../../core/day.js';
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

/** What lies between two promotions no further away is one: the weekend between Black Friday and Cyber Monday. */
const NEAR_DAYS = 2;

/** One entry a day. Where a day is both, it is a promotion. */
export function outOfOrdinary(days: readonly Day[], market: string | null, platform: string): ('promotion' | 'holiday' | null)[] {
  // The promotion that a weekend lies before may begin after the last day.
  const [from, to] = [addDays(days[0] as Day, -NEAR_DAYS), addDays(days.at(-1) as Day, NEAR_DAYS)];
  const own = eventsIn({ from, to }).filter(
    ({ of, startsOn, endsOn }) =>
      of.kind !== 'season' &&
      market !== null &&
      of.markets.includes(market) &&
      (of.platforms.length === 0 || of.platforms.includes(platformName(platform))) &&
      daysBetween(startsOn, endsOn) < LONGEST_DAYS,
  );
  const kindOf = (day: Day) => {
    const found = own.filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn).map(({ of }) => of.kind);
    return found.includes('sale') ? ('promotion' as const) : found.length > 0 ? ('holiday' as const) : null;
  };
  const isNear = (day: Day, step: 1 | -1) =>
    Array.from({ length: NEAR_DAYS + 1 }, (_, distance) => addDays(day, step * distance)).some((near) => kindOf(near) === 'promotion');
  return days.map((day) => (isNear(day, -1) && isNear(day, 1) ? 'promotion' : kindOf(day)));
}
