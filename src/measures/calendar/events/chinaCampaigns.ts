/**
 * 618 and Double 11, the two campaigns of the Chinese year that run in stages. Dates are Tmall's; the other platforms
 * open within days of it. Every stage is a row; a year that is not in a table is an estimate from the last known one.
 */
import type { CalendarEvent } from '../event.js';
import { date, PLAIN, quoted, remembered } from '../event.js';
import type { DateRule, DayRule, PublishedDates } from '../rules.js';

const PLATFORMS = ['taobao', 'jd', 'pdd', 'douyin'] as const;

/** 618 of 2024 had no official pre-sale and opened on 20 May; that of 2025 brought the pre-sale back. */
const TMALL_618_2024 = 'https://longportapp.cn/news/203501236';
const TMALL_618_2025 = 'https://reportify.ai/news/1117827872023777280';
const TMALL_1111_2022 = 'https://www.chinainternetwatch.com/35143/double-eleven-festival-2022/';

type Years = Readonly<Record<number, PublishedDates | null>>;

function announced(years: Years, from: DayRule, to: DayRule, like: string): DateRule {
  const basis = `as in ${like}; the platforms announce the stages four to eight weeks before`;
  return { kind: 'announced', years, estimate: { from, to, basis } };
}

const SIX_EIGHTEEN = {
  ...PLAIN,
  slug: '618',
  name: '618 Mid-Year Festival',
  localName: '618',
  markets: ['CN'],
  platforms: PLATFORMS,
  kind: 'sale',
  certainty: 'estimated',
  source: 'Tmall 618 of 2024 and 2025',
  firstYear: 2024,
} as const;

const DOUBLE_11 = {
  ...PLAIN,
  slug: 'double-11',
  name: 'Double 11',
  localName: '双11',
  markets: ['CN'],
  platforms: PLATFORMS,
  kind: 'sale',
  certainty: 'estimated',
  source: 'Tmall Double 11 of 2022, 2024 and 2025',
  firstYear: 2022,
} as const;

export const CHINA_CAMPAIGNS: readonly CalendarEvent[] = [
  {
    ...SIX_EIGHTEEN,
    stage: 'pre-sale',
    rule: announced({ 2024: null, 2025: quoted('2025-05-13', '2025-05-16', TMALL_618_2025) }, date(5, 13), date(5, 16), '2025'),
  },
  {
    ...SIX_EIGHTEEN,
    stage: 'first wave',
    rule: announced(
      {
        2024: remembered('2024-05-20', '2024-05-28'),
        2025: quoted('2025-05-16', '2025-05-26', TMALL_618_2025),
      },
      date(5, 16),
      date(5, 26),
      '2025',
    ),
  },
  {
    ...SIX_EIGHTEEN,
    stage: 'main',
    rule: announced({ 2024: quoted('2024-05-31', '2024-06-18', TMALL_618_2024) }, date(5, 31), date(6, 18), '2024'),
  },
  {
    ...DOUBLE_11,
    stage: 'pre-sale',
    rule: announced(
      {
        2022: quoted('2022-10-24', '2022-10-31', TMALL_1111_2022),
        2024: remembered('2024-10-14', '2024-10-21'),
        2025: remembered('2025-10-15', '2025-10-20'),
      },
      date(10, 15),
      date(10, 20),
      '2025',
    ),
  },
  {
    ...DOUBLE_11,
    stage: 'first wave',
    rule: announced(
      {
        2022: quoted('2022-10-31', '2022-11-03', TMALL_1111_2022),
        2025: remembered('2025-10-20', '2025-10-31'),
      },
      date(10, 20),
      date(10, 31),
      '2025',
    ),
  },
  {
    ...DOUBLE_11,
    stage: 'main',
    rule: announced(
      {
        2022: quoted('2022-11-10', '2022-11-11', TMALL_1111_2022),
        2024: remembered('2024-11-10', '2024-11-11'),
        2025: remembered('2025-11-10', '2025-11-14'),
      },
      date(11, 10),
      date(11, 14),
      '2025',
    ),
  },
];
