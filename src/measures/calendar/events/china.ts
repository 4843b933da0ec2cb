/**
 * The events of the Chinese trade year. The lunar festivals are computed. The stages of the platform campaigns (618,
 * Double 11 …) are announced four to eight weeks before and move by days from year to year: the years that are known
 * are tables, the others estimates. Stages that open at 20:00 start on that evening's day.
 */
import type { CalendarEvent } from '../event.js';
import { date, during, FROM_MEMORY, lunar, offset, onDay, PLAIN } from '../event.js';
import { CHINA_CAMPAIGNS } from './chinaCampaigns.js';

const PLATFORMS = ['taobao', 'jd', 'pdd', 'douyin'] as const;
const LUNAR = 'Chinese lunar calendar (lunar-typescript)';
const NEW_YEAR = lunar(1, 1);

const FESTIVALS: readonly CalendarEvent[] = [
  {
    ...PLAIN,
    slug: 'chinese-new-year',
    name: 'Chinese New Year',
    localName: '春节',
    markets: ['CN', 'HK', 'TW', 'SG', 'MY'],
    kind: 'holiday',
    rule: onDay(NEW_YEAR),
    certainty: 'computed',
    source: LUNAR,
  },
  {
    ...PLAIN,
    slug: 'dragon-boat',
    name: 'Dragon Boat Festival',
    localName: '端午',
    markets: ['CN', 'HK', 'TW'],
    kind: 'holiday',
    rule: onDay(lunar(5, 5)),
    certainty: 'computed',
    source: LUNAR,
  },
  {
    ...PLAIN,
    slug: 'qixi',
    name: 'Qixi, the Chinese Valentine’s Day',
    localName: '七夕',
    markets: ['CN'],
    kind: 'holiday',
    rule: onDay(lunar(7, 7)),
    certainty: 'computed',
    source: LUNAR,
  },
  {
    ...PLAIN,
    slug: 'mid-autumn',
    name: 'Mid-Autumn Festival',
    localName: '中秋',
    markets: ['CN', 'HK', 'TW', 'SG', 'MY'],
    kind: 'holiday',
    rule: onDay(lunar(8, 15)),
    certainty: 'computed',
    source: LUNAR,
  },
];

const SALES: readonly CalendarEvent[] = [
  {
    ...PLAIN,
    slug: 'new-year-shopping',
    name: 'New Year Shopping Festival',
    localName: '年货节',
    markets: ['CN'],
    platforms: PLATFORMS,
    kind: 'sale',
    rule: during(offset(NEW_YEAR, -35), offset(NEW_YEAR, -10)),
    certainty: 'estimated',
    source: 'about 35 to 10 days before Chinese New Year; platforms announce the days each year',
  },
  {
    ...PLAIN,
    slug: '38',
    name: '38 Women’s Day sale',
    localName: '38女王节',
    markets: ['CN'],
    platforms: PLATFORMS,
    kind: 'sale',
    rule: during(date(3, 1), date(3, 8)),
    certainty: 'estimated',
    source: 'the usual window up to 8 March; platforms announce the days each year',
  },
  {
    ...PLAIN,
    slug: '520',
    name: '520, the “I love you” day',
    localName: '520',
    markets: ['CN'],
    platforms: PLATFORMS,
    kind: 'holiday',
    rule: onDay(date(5, 20)),
    certainty: 'memory',
    source: FROM_MEMORY,
  },
  {
    ...PLAIN,
    slug: '99',
    name: '99 sale',
    localName: '99划算节',
    markets: ['CN'],
    platforms: ['taobao'],
    kind: 'sale',
    rule: during(date(9, 9), date(9, 11)),
    certainty: 'estimated',
    source: 'built around 9 September; the platform announces the days each year (it has begun as early as the 5th)',
  },
  {
    ...PLAIN,
    slug: 'double-12',
    name: 'Double 12',
    localName: '双12',
    markets: ['CN'],
    platforms: ['taobao', 'jd', 'pdd'],
    kind: 'sale',
    rule: during(date(12, 9), date(12, 12)),
    certainty: 'estimated',
    source: 'up to 12 December (since 2023 as 年终好价节 from the 9th); platforms announce the days each year',
  },
];

export const CHINA: readonly CalendarEvent[] = [...FESTIVALS, ...SALES, ...CHINA_CAMPAIGNS];
