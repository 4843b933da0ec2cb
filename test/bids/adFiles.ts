/**
 * Ad reports worked out by hand (Amazon Sponsored Products search terms).
 *
 * Monthly, 1 to 31 October: campaign Kettles 1,000 impressions, 100 clicks, 50.00 cost, 200.00 sales, 8 orders, 9 units; campaign
 * Mugs 500, 20, 10.00, nothing sold.
 *
 * Daily, 31 October to 2 November:
 *
 * | | 31 Oct | 1 Nov | 2 Nov |
 * |---|---|---|---|
 * | Kettles | 40 impressions, 4 clicks, 2.00 → 27.50, 1 order | 60, 6, 3.00 → 0 | 100, 10, 5.00 → 55.00, 2 orders |
 * | Mugs | | | 50, 2, 1.00 → 11.50, 1 order |
 *
 * One more report of 3 November counts sales over 14 days: campaign Lids 20, 2, 0.40 → 9.00, 1 order.
 */
import type { ShopFile } from '../products/tinyShop.js';

type Row = readonly (string | number)[];

function searchTerms(window: 7 | 14, dates: readonly string[], rows: readonly Row[]): string {
  const header = [
    ...dates,
    'Portfolio name',
    'Currency',
    'Campaign Name',
    'Ad Group Name',
    'Targeting',
    'Match Type',
    'Customer Search Term',
    'Impressions',
    'Clicks',
    'Spend',
    `${window} Day Total Sales`,
    `${window} Day Total Orders (#)`,
    `${window} Day Total Units (#)`,
  ];
  return `${[header, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')}\n`;
}

const KETTLES = ['', 'USD', 'Kettles', 'Exact', 'electric kettle', 'EXACT'] as const;
const MUGS = ['', 'USD', 'Mugs', 'Auto', '*', '-'] as const;

export const AD_FILES: readonly ShopFile[] = [
  {
    name: 'ads 2026-10-01..2026-10-31.csv',
    at: '2026-11-01T12:00:00Z',
    text: searchTerms(
      7,
      ['Start Date', 'End Date'],
      [
        ['Oct 2, 2026', 'Oct 31, 2026', ...KETTLES, 'electric kettle', 900, 90, '45.00', '200.00', 8, 9],
        ['Oct 3, 2026', 'Oct 30, 2026', ...KETTLES, 'kettle 1.7', 100, 10, '5.00', '0.00', 0, 0],
        ['Oct 5, 2026', 'Oct 20, 2026', ...MUGS, 'mug set', 500, 20, '10.00', '0.00', 0, 0],
      ],
    ),
  },
  {
    name: 'ads-daily.csv',
    at: '2026-11-03T12:00:00Z',
    text: searchTerms(
      7,
      ['Date'],
      [
        ['Oct 31, 2026', ...KETTLES, 'electric kettle', 40, 4, '2.00', '27.50', 1, 1],
        ['Nov 1, 2026', ...KETTLES, 'electric kettle', 60, 6, '3.00', '0.00', 0, 0],
        ['Nov 2, 2026', ...KETTLES, 'electric kettle', 100, 10, '5.00', '55.00', 2, 2],
        ['Nov 2, 2026', ...MUGS, 'mug set', 50, 2, '1.00', '11.50', 1, 1],
      ],
    ),
  },
];

export const FOURTEEN_DAYS: ShopFile = {
  name: 'ads-14.csv',
  at: '2026-11-04T12:00:00Z',
  text: searchTerms(14, ['Date'], [['Nov 3, 2026', '', 'USD', 'Lids', 'Auto', '*', '-', 'pot lid', 20, 2, '0.40', '9.00', 1, 1]]),
};
