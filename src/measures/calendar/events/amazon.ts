/**
 * Amazon's two Prime sales. Amazon announces them some weeks before and moves them: Prime Day went from July to June
 * in 2026. Known years are a table; a later year is taken to fall on the same weekdays of the month as the last one.
 */
import type { CalendarEvent } from '../event.js';
import { nthWeekday, offset, PLAIN, quoted, remembered, TUESDAY } from '../event.js';

const TRADE_PRESS = 'trade press naming Amazon’s announcement; US dates, check other marketplaces';
const BOTH = {
  ...PLAIN,
  platforms: ['amazon'],
  markets: ['US', 'CA', 'GB', 'DE', 'FR', 'IT', 'ES'],
  kind: 'sale',
} as const;

const FOURTH_TUESDAY_OF_JUNE = nthWeekday(6, 4, TUESDAY);
const FIRST_TUESDAY_OF_OCTOBER = nthWeekday(10, 1, TUESDAY);

export const AMAZON: readonly CalendarEvent[] = [
  {
    ...BOTH,
    slug: 'prime-day',
    name: 'Prime Day',
    rule: {
      kind: 'announced',
      years: {
        2023: quoted('2023-07-11', '2023-07-12', 'https://github.com/dippnerd/indie-dev-sales'),
        2024: remembered('2024-07-16', '2024-07-17'),
        2025: quoted('2025-07-08', '2025-07-11', TRADE_PRESS),
        2026: quoted('2026-06-23', '2026-06-26', TRADE_PRESS),
      },
      estimate: {
        from: FOURTH_TUESDAY_OF_JUNE,
        to: offset(FOURTH_TUESDAY_OF_JUNE, 3),
        basis: 'the weekdays of 2026, the first year in June; July is possible: Amazon has not announced it',
      },
    },
    certainty: 'estimated',
    source: TRADE_PRESS,
    firstYear: 2023,
  },
  {
    ...BOTH,
    slug: 'prime-big-deal-days',
    name: 'Prime Big Deal Days',
    rule: {
      kind: 'announced',
      years: {
        2023: remembered('2023-10-10', '2023-10-11'),
        2024: remembered('2024-10-08', '2024-10-09'),
        2025: quoted('2025-10-07', '2025-10-08', TRADE_PRESS),
        2026: quoted('2026-10-06', '2026-10-07', 'aboutamazon.com, as the trade press quotes it'),
      },
      estimate: {
        from: FIRST_TUESDAY_OF_OCTOBER,
        to: offset(FIRST_TUESDAY_OF_OCTOBER, 1),
        basis: 'the first Tuesday and Wednesday of October, as in 2025 and 2026; Amazon has not announced it',
      },
    },
    certainty: 'estimated',
    source: TRADE_PRESS,
    firstYear: 2023,
  },
];
