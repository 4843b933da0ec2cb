/**
 * The days on which the western trade year hangs: gift days, the Thanksgiving week, Christmas. All computed.
 *
 * A day that countries keep on different dates is one event a date (`mothers-day`, `mothers-day-uk` …). Amazon's own
 * sales are in amazon.ts.
 */
import type { CalendarEvent } from '../event.js';
import {
  date,
  during,
  EASTER,
  FRIDAY,
  FROM_MEMORY,
  MONDAY,
  nthWeekday,
  offset,
  onDay,
  PLAIN,
  SUNDAY,
  THURSDAY,
  weekdayAfter,
} from '../event.js';

const WESTERN = ['US', 'CA', 'GB', 'DE', 'FR', 'IT', 'ES', 'AU'] as const;
const CUSTOM = 'calendar rule fixed by custom';
const COMPUTED_HOLIDAY = {
  ...PLAIN,
  kind: 'holiday',
  certainty: 'computed',
  source: CUSTOM,
} as const;
const COMPUTED_SALE = { ...COMPUTED_HOLIDAY, kind: 'sale' } as const;
const CHURCH = 'Gregorian Easter';
const THANKSGIVING = nthWeekday(11, 4, THURSDAY);
const LAST_SUNDAY_OF_MAY = nthWeekday(5, -1, SUNDAY);
const PENTECOST = offset(EASTER, 49);

const PARENTS: readonly CalendarEvent[] = [
  {
    ...COMPUTED_HOLIDAY,
    slug: 'mothers-day',
    name: 'Mother’s Day (second Sunday of May)',
    markets: ['US', 'CA', 'AU', 'CN', 'JP', 'DE', 'IT'],
    rule: onDay(nthWeekday(5, 2, SUNDAY)),
  },
  {
    ...COMPUTED_HOLIDAY,
    slug: 'mothers-day-uk',
    name: 'Mothering Sunday',
    markets: ['GB'],
    rule: onDay(offset(EASTER, -21)),
    source: `${CHURCH} − 21 days`,
  },
  {
    ...COMPUTED_HOLIDAY,
    slug: 'mothers-day-fr',
    name: 'Mother’s Day, France',
    localName: 'Fête des mères',
    markets: ['FR'],
    rule: onDay({
      on: 'unless',
      day: LAST_SUNDAY_OF_MAY,
      clash: PENTECOST,
      instead: nthWeekday(6, 1, SUNDAY),
    }),
    source: 'French law: last Sunday of May, first Sunday of June when that is Pentecost',
  },
  {
    ...COMPUTED_HOLIDAY,
    slug: 'mothers-day-es',
    name: 'Mother’s Day, Spain and Portugal',
    localName: 'Día de la Madre',
    markets: ['ES', 'PT'],
    rule: onDay(nthWeekday(5, 1, SUNDAY)),
  },
  {
    ...COMPUTED_HOLIDAY,
    slug: 'fathers-day',
    name: 'Father’s Day (third Sunday of June)',
    markets: ['US', 'GB', 'CN', 'JP'],
    rule: onDay(nthWeekday(6, 3, SUNDAY)),
  },
  {
    ...COMPUTED_HOLIDAY,
    slug: 'fathers-day-au',
    name: 'Father’s Day, Australia',
    markets: ['AU'],
    rule: onDay(nthWeekday(9, 1, SUNDAY)),
  },
  {
    ...COMPUTED_HOLIDAY,
    slug: 'fathers-day-de',
    name: 'Father’s Day, Germany (Ascension)',
    localName: 'Vatertag',
    markets: ['DE'],
    rule: onDay(offset(EASTER, 39)),
    source: `${CHURCH} + 39 days`,
  },
];

const GIFT_DAYS: readonly CalendarEvent[] = [
  {
    ...COMPUTED_HOLIDAY,
    slug: 'valentines-day',
    name: 'Valentine’s Day',
    markets: [...WESTERN, 'JP', 'CN'],
    rule: onDay(date(2, 14)),
  },
  {
    ...COMPUTED_HOLIDAY,
    slug: 'easter',
    name: 'Easter',
    markets: WESTERN,
    rule: onDay(EASTER),
    source: CHURCH,
  },
  {
    ...PLAIN,
    slug: 'back-to-school-us',
    name: 'Back to school, United States',
    markets: ['US'],
    kind: 'season',
    rule: during(date(7, 15), date(9, 10)),
    certainty: 'memory',
    source: FROM_MEMORY,
  },
  {
    ...COMPUTED_HOLIDAY,
    slug: 'halloween',
    name: 'Halloween',
    markets: [...WESTERN, 'JP'],
    rule: onDay(date(10, 31)),
  },
  {
    ...COMPUTED_HOLIDAY,
    slug: 'christmas',
    name: 'Christmas',
    markets: WESTERN,
    rule: onDay(date(12, 25)),
  },
];

const NOVEMBER_AND_AFTER: readonly CalendarEvent[] = [
  {
    ...COMPUTED_SALE,
    slug: 'singles-day',
    name: 'Singles’ Day',
    markets: ['DE', 'CH', 'GB', 'US'],
    rule: onDay(date(11, 11)),
    source: 'Double 11’s day, kept outside China too; the countries named are general knowledge',
  },
  {
    ...COMPUTED_HOLIDAY,
    slug: 'thanksgiving',
    name: 'Thanksgiving',
    markets: ['US'],
    rule: onDay(THANKSGIVING),
  },
  {
    ...COMPUTED_SALE,
    slug: 'black-friday',
    name: 'Black Friday',
    markets: [...WESTERN, 'JP'],
    rule: onDay(weekdayAfter(THANKSGIVING, FRIDAY)),
    source: 'the day after Thanksgiving; many shops start one to two weeks before',
  },
  {
    ...COMPUTED_SALE,
    slug: 'cyber-monday',
    name: 'Cyber Monday',
    markets: WESTERN,
    rule: onDay(weekdayAfter(THANKSGIVING, MONDAY)),
    source: 'the Monday after Thanksgiving',
  },
  {
    ...COMPUTED_SALE,
    slug: 'boxing-day',
    name: 'Boxing Day',
    markets: ['GB', 'CA', 'AU'],
    rule: onDay(date(12, 26)),
  },
];

export const WEST: readonly CalendarEvent[] = [...PARENTS, ...GIFT_DAYS, ...NOVEMBER_AND_AFTER];
