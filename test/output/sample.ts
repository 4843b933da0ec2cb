/**
 * One table and one page with everything that is hard to print: all kinds, scripts of the world, unknowns, and texts
 * that would do harm.
 */
import { parseDay } from '../../src/core/day.js';
import type { Page } from '../../src/core/page.js';
import type { Column, Row, Table } from '../../src/core/table.js';

export const COLUMNS: readonly Column[] = [
  { key: 'sku', header: 'SKU', kind: 'text' },
  { key: 'title', header: 'Title', kind: 'text' },
  { key: 'units', header: 'Units', kind: 'integer' },
  { key: 'days_of_cover', header: 'Cover', kind: 'decimal', digits: 1, unit: 'd' },
  { key: 'profit_amount', header: 'Profit', kind: 'money' },
  { key: 'currency', header: 'Cur.', kind: 'text' },
  { key: 'cpc_amount', header: 'CPC', kind: 'unitAmount' },
  { key: 'acos', header: 'ACOS', kind: 'ratio' },
  { key: 'last_sold', header: 'Last sold', kind: 'day' },
  { key: 'seen_at', header: 'Seen', kind: 'instant', detail: true },
  { key: 'active', header: 'Active', kind: 'boolean' },
  { key: 'trend', header: '8 weeks', kind: 'trend' },
];

const DAY = parseDay('2026-11-20');
/** 2026-11-22 06:00 UTC. */
const SEEN_AT = 1_795_327_200;

export const UNKNOWN_ROW: Row = Object.fromEntries(COLUMNS.map((column) => [column.key, null]));

const ROWS: readonly Row[] = [
  {
    sku: '00123',
    title: '选品 电热水壶 1.7L 🫖',
    units: 1234,
    days_of_cover: 14.25,
    profit_amount: 481_240,
    currency: 'USD',
    cpc_amount: 540_000,
    acos: 0.31,
    last_sold: DAY,
    seen_at: SEEN_AT,
    active: true,
    trend: [1, 2, null, 4, 8],
  },
  {
    ...UNKNOWN_ROW,
    sku: 'MUG|4',
    title: '=HYPERLINK("http://x.example","a,b")',
    units: -3,
    days_of_cover: 0,
    profit_amount: -148_00,
    currency: 'USD',
    cpc_amount: 12_500,
    acos: -0.285,
    active: false,
    trend: [0, 0],
  },
  {
    ...UNKNOWN_ROW,
    sku: 'A_*B*',
    title: '<script>alert(1)</script> `x` \\',
    profit_amount: 1_250_000,
    currency: 'JPY',
    cpc_amount: 38_461_538,
    trend: [null, null],
  },
  {
    ...UNKNOWN_ROW,
    sku: '-7',
    title: 'red \u001b[31mtext\u001b]0;owned\u0007\u009b2J\nsecond\tline',
    units: 0,
    profit_amount: -1_234_567,
    currency: 'BHD',
    cpc_amount: 0,
    acos: 1.5,
  },
  { ...UNKNOWN_ROW, sku: 'ไทย', title: 'กาต้มน้ำไฟฟ้า नमस्ते 👨‍👩‍👧', units: 7, profit_amount: 5, currency: 'EUR' },
  { ...UNKNOWN_ROW },
];

export const TABLE: Table = {
  id: 'test.sample/1',
  title: 'A sample',
  columns: COLUMNS,
  rows: ROWS,
  totals: [
    { ...UNKNOWN_ROW, units: 1231, profit_amount: 466_440, currency: 'USD' },
    { ...UNKNOWN_ROW, profit_amount: 1_250_000, currency: 'JPY' },
  ],
  notes: ['fees are estimated for 4 % of sales', 'bad \u001b[2Jnote <b>'],
  params: { horizon: '28d', stores: ['us', 'web'], limit: null },
  asOf: '2026-11-22',
};

const DAYS = Array.from({ length: 20 }, (_, index) => ({
  label: `${index + 1} Nov`,
  value: index === 4 || index === 5 ? null : 1000 + ((index * 37) % 50) * 100,
}));

export const PAGE: Page = {
  title: 'us · Friday 20 November 2026',
  data: TABLE,
  blocks: [
    { type: 'heading', text: 'Figures <of the day>', aside: 'compared with last week' },
    {
      type: 'facts',
      rows: [
        {
          label: 'Sales',
          parts: [
            { value: 481_240, kind: 'money', currency: 'USD' },
            '  ',
            { value: [1, 2, 2, null, 5, 8], kind: 'trend' },
            ' orders ',
            { value: 163, kind: 'integer' },
          ],
        },
        {
          label: '広告',
          parts: [{ value: 70_218, kind: 'money', currency: 'CAD' }, ' · ACOS ', { value: 0.31, kind: 'ratio' }],
        },
        { label: 'Ratings', parts: [{ value: null, kind: 'decimal' }, ' (none yet)'] },
      ],
    },
    {
      type: 'sentence',
      parts: [
        'Sales moved against a usual Friday by ',
        { value: -148_00, kind: 'money', currency: 'USD', digits: 0, tone: 'bad' },
        ': conversion fell on ',
        { value: 'KETTLE_*17*\u001b[31m', kind: 'text', tone: 'strong' },
        ', a competitor asks ',
        { value: 2490, kind: 'money', currency: 'SEK' },
        '.',
      ],
    },
    {
      type: 'sentence',
      parts: ['# unfinished: about ', { value: 0.82, kind: 'ratio', digits: 0 }, ' is in'],
      tone: 'dim',
    },
    { type: 'heading', text: 'Sales' },
    { type: 'series', series: { label: 'Sales by day', kind: 'money', currency: 'USD', points: DAYS } },
    {
      type: 'series',
      series: {
        label: 'Profit by weekday',
        kind: 'money',
        currency: 'JPY',
        points: [
          { label: 'Mon', value: 1200 },
          { label: 'Tue', value: null },
          { label: 'Wed', value: -600 },
          { label: 'Thu', value: 0 },
        ],
      },
    },
    {
      type: 'table',
      table: { id: 'test.inner/1', title: 'Worst | first', columns: COLUMNS.slice(0, 3), rows: ROWS.slice(0, 2) },
    },
    { type: 'heading', text: 'To do today' },
    {
      type: 'steps',
      steps: [
        { text: ['KETTLE-17 lost the buy box'], command: 'eco products price --sku KETTLE-17' },
        {
          text: [{ value: 27, kind: 'integer' }, ' search terms spent ', { value: 21_400, kind: 'money', currency: 'USD' }],
          command: 'eco bids search-terms --where "term~`x`"',
        },
        { text: ['Double 11 review is due today'] },
      ],
    },
  ],
};
