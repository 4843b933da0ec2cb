/** What Amazon demands of sellers. */
import type { Day } from '../../../core/day.js';
import { BUYERS_TOO, type HealthLimit, LEAST, limit, MOST, SCORE } from './limit.js';

const AMAZON_HELP = 'Seller Central help 200205250, account health (UK, AE)';
const official = { certainty: 'official', source: AMAZON_HELP } as const;
const SELLER_CENTRAL = 'Seller Central › Performance › Account Health';

export const AMAZON: readonly HealthLimit[] = [
  limit({
    ...MOST,
    ...official,
    platform: 'amazon',
    metric: 'order_defect_rate',
    name: 'Order defect rate',
    limit: 0.01,
    windowDays: 60,
    consequence: 'the account may be deactivated',
    from: 'none',
    how: `${SELLER_CENTRAL} › Order Defect Rate`,
  }),
  limit({
    ...MOST,
    ...official,
    platform: 'amazon',
    metric: 'cancellation_rate',
    name: 'Cancellation rate',
    limit: 0.025,
    windowDays: 7,
    consequence: 'the account may be deactivated',
    from: 'cancelled by merchant',
    how: BUYERS_TOO,
  }),
  limit({
    ...MOST,
    ...official,
    platform: 'amazon',
    metric: 'late_shipment_rate',
    name: 'Late shipment rate',
    limit: 0.04,
    windowDays: 30,
    consequence: 'the account may be deactivated',
    from: 'none',
    how: `${SELLER_CENTRAL} › Late Shipment Rate; All Orders names no day of shipment`,
  }),
  limit({
    ...LEAST,
    ...official,
    platform: 'amazon',
    metric: 'valid_tracking_rate',
    name: 'Valid tracking rate',
    limit: 0.95,
    windowDays: 30,
    consequence: 'listings that you ship may be taken off',
    from: 'none',
    how: `${SELLER_CENTRAL} › Valid Tracking Rate`,
  }),
  limit({
    ...LEAST,
    platform: 'amazon',
    metric: 'on_time_delivery_rate',
    name: 'On-time delivery rate',
    limit: 0.9,
    windowDays: 14,
    consequence: 'listings that you ship may be taken off',
    from: 'none',
    how: `${SELLER_CENTRAL} › On-Time Delivery Rate`,
    effectiveFrom: '2024-09-25' as Day,
  }),
  limit({
    ...SCORE,
    platform: 'amazon',
    metric: 'account_health_rating',
    name: 'Account health rating',
    limit: 200,
    windowDays: 180,
    consequence: 'at risk, below 100 deactivated',
    from: 'none',
    how: SELLER_CENTRAL,
  }),
];
