/**
 * Rakuten's four Super SALEs and the double days of South-East Asia.
 *
 * Left out: お買い物マラソン and the Payday sales, whose days follow no rule that could be stated.
 */
import type { CalendarEvent } from '../event.js';
import { date, during, FROM_MEMORY, onDay, PLAIN } from '../event.js';

const SUPER_SALE_SOURCE =
  'from the 4th, 20:00, to the 11th, 01:59, in the three years before 2026 ' +
  '(https://www.5springs.co.jp/blog/ec-mall-annual-promotion-schedule); Rakuten announces each one';

const SUPER_SALES: readonly CalendarEvent[] = (
  [
    [3, 'march', 'March'],
    [6, 'june', 'June'],
    [9, 'september', 'September'],
    [12, 'december', 'December'],
  ] as const
).map(([month, slug, name]) => ({
  ...PLAIN,
  slug: `rakuten-super-sale-${slug}`,
  name: `Rakuten Super SALE, ${name}`,
  localName: '楽天スーパーSALE',
  markets: ['JP'],
  platforms: ['rakuten'],
  kind: 'sale',
  rule: during(date(month, 4), date(month, 11)),
  certainty: 'estimated',
  source: SUPER_SALE_SOURCE,
  firstYear: 2023,
}));

const DOUBLE_DAYS: readonly CalendarEvent[] = ([9, 11, 12] as const).map((number) => ({
  ...PLAIN,
  slug: `sea-${number}-${number}`,
  name: `${number}.${number} (Shopee, Lazada, TikTok Shop)`,
  localName: `${number}.${number}`,
  markets: ['SG', 'MY', 'TH', 'VN', 'PH', 'ID'],
  platforms: ['shopee', 'lazada', 'tiktokshop'],
  kind: 'sale',
  rule: onDay(date(number, number)),
  certainty: 'memory',
  source: `the day in its name; ${FROM_MEMORY}`,
}));

export const ASIA: readonly CalendarEvent[] = [...SUPER_SALES, ...DOUBLE_DAYS];
