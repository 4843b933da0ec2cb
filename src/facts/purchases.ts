/** Orders at suppliers, as a buying platform or an ERP exports them, and what a unit costs from a day on. */
import type { PeriodTable } from './periodRows.js';

export const PURCHASES: PeriodTable = {
  subject: 'purchases',
  table: 'purchases',
  item: 'always',
  about: (row) => String(row('orderId') ?? ''),
  columns: [
    ['order_id', 'orderId'],
    ['supplier', 'supplier'],
    ['ordered_on', 'day'],
    ['status', 'orderStatus'],
    ['quantity', 'quantity'],
    ['unit_price_minor', 'unitPrice'],
    ['amount_minor', 'lineAmount'],
    ['shipping_minor', 'orderShipping'],
    ['order_total_minor', 'orderTotal'],
    ['currency', 'currency'],
  ],
};

export const COSTS: PeriodTable = {
  subject: 'costs',
  table: 'costs',
  // A list of stock knows what some items cost.
  tells: ['unitCost'],
  item: 'always',
  about: (row) => String(row('item')),
  columns: [
    ['cost_micros', 'unitCost'],
    ['supplier', 'supplier'],
    ['currency', 'currency'],
  ],
};
