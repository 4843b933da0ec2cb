/** The columns of profits: of a statement line by line, and of one row for all lines. */
import type { Column } from '../../core/table.js';
import { PROFIT_KEYS, type ProfitKey } from './rollup.js';

const KEY_COLUMNS: Readonly<Record<ProfitKey, readonly Column[]>> = {
  client: [{ key: 'client', header: 'Client', kind: 'text' }],
  store: [{ key: 'store', header: 'Store', kind: 'text' }],
  channel: [{ key: 'channel', header: 'Channel', kind: 'text' }],
  listing: [
    { key: 'listing_id', header: 'Listing', kind: 'text', detail: true },
    { key: 'sku', header: 'SKU', kind: 'text' },
    { key: 'title', header: 'Title', kind: 'text', detail: true },
  ],
  category: [{ key: 'category', header: 'Category', kind: 'text' }],
  day: [{ key: 'day', header: 'Day', kind: 'day' }],
  week: [{ key: 'week', header: 'Week of', kind: 'day' }],
  month: [{ key: 'month', header: 'Month', kind: 'text' }],
  line: [
    { key: 'section', header: 'Section', kind: 'text', detail: true },
    { key: 'line', header: 'Line', kind: 'text', detail: true },
    { key: 'label', header: 'Line', kind: 'text' },
  ],
};

const CURRENCY: Column = { key: 'currency', header: 'Currency', kind: 'text' };

const STATEMENT: readonly Column[] = [
  { key: 'amount', header: 'Amount', kind: 'money' },
  CURRENCY,
  { key: 'share_of_sales', header: 'of sales', kind: 'ratio' },
  { key: 'estimated_amount', header: 'estimated', kind: 'money' },
  { key: 'expected_before_amount', header: 'expected before', kind: 'money', yields: true },
  { key: 'became_amount', header: 'became', kind: 'money', yields: true },
  { key: 'rows', header: 'Rows', kind: 'integer', detail: true },
];

function money(key: string, header: string, more: Partial<Column> = {}): Column {
  return { key: `${key}_amount`, header, kind: 'money', ...more };
}

const DETAIL = { detail: true } as const;
const YIELDS = { yields: true } as const;

const WIDE: readonly Column[] = [
  { key: 'units', header: 'Units', kind: 'integer' },
  money('sales', 'Sales'),
  money('discounts', 'Discounts', DETAIL),
  money('shipping_income', 'Shipping', DETAIL),
  money('refunds', 'Refunds', YIELDS),
  money('fees', 'Fees'),
  money('commission', 'Commission', DETAIL),
  money('fulfilment', 'Fulfilment', DETAIL),
  money('storage', 'Storage', DETAIL),
  money('other_fees', 'Other fees', DETAIL),
  money('ads', 'Ads', YIELDS),
  money('goods', 'Goods', YIELDS),
  money('reimbursements', 'Reimbursed', DETAIL),
  money('other', 'Other', DETAIL),
  money('profit', 'Profit'),
  CURRENCY,
  { key: 'margin', header: 'Margin', kind: 'ratio' },
  money('contribution', 'Contribution', YIELDS),
  money('estimated', 'estimated', YIELDS),
  money('tax_collected', 'Tax collected', DETAIL),
  money('tax_withheld', 'Tax withheld', DETAIL),
  { key: 'units_without_cost', header: 'Units without cost', kind: 'integer', detail: true },
  { key: 'rows', header: 'Rows', kind: 'integer', detail: true },
];

/** Columns of a profit by these keys: a statement where `line` is one of them, else one row for all lines. */
export function profitColumns(by: readonly ProfitKey[]): readonly Column[] {
  const keys = PROFIT_KEYS.filter((key) => by.includes(key)).flatMap((key) => KEY_COLUMNS[key]);
  return [...keys, ...(by.includes('line') ? STATEMENT : WIDE)];
}
