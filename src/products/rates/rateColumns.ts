/** The columns of what the commands about rates print. */
import type { Column } from '../../core/table.js';

/** Of a table of rates, what was refused. */
export const REFUSED_COLUMNS: readonly Column[] = [
  { key: 'line', header: 'Line', kind: 'integer' },
  { key: 'column', header: 'Column', kind: 'text' },
  { key: 'value', header: 'Found', kind: 'text' },
  { key: 'reason', header: 'Reason', kind: 'text', wraps: true },
];

/** One row a pair and table. */
export const RATE_COLUMNS: readonly Column[] = [
  { key: 'from_currency', header: 'From', kind: 'text' },
  { key: 'to_currency', header: 'To', kind: 'text' },
  { key: 'rate', header: 'Rate', kind: 'text' },
  { key: 'last_on', header: 'Of', kind: 'day' },
  { key: 'first_on', header: 'Known from', kind: 'day' },
  { key: 'days', header: 'Days', kind: 'integer' },
  { key: 'source', header: 'Source', kind: 'text' },
];
