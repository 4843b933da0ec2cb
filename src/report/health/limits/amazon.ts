/** What Amazon demands of sellers. */
import type { Day } from '../../../core/day.js';
import { BUYERS_TOO, type HealthLimit, LEAST, limit, MOST, SCORE } from './limit.js';

const official = {
  certainty: 'official',
  source: 'sellercentral-europe.amazon.com/gp/help/external/200205250, Monitor your account health (UK; the same in AE)',
} as const;
const quoted = (source: string) => ({ certainty: 'quoted', source }) as const;
const SHIPPING = 'cajari.com/reports/shipping-performance; fbamogul.com/amazon-account-health-delivery-performance-fbm';
const NO_DUTY = 'listings that you ship may be taken off (UK: a target without consequences)';
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
    ...quoted(SHIPPING),
    platform: 'amazon',
    metric: 'valid_tracking_rate',
    name: 'Valid tracking rate',
    limit: 0.95,
    windowDays: 30,
    consequence: NO_DUTY,
    from: 'none',
    how: `${SELLER_CENTRAL} › Valid Tracking Rate`,
  }),
  limit({
    ...LEAST,
    ...quoted(`${SHIPPING}; its first day from memory`),
    platform: 'amazon',
    metric: 'on_time_delivery_rate',
    name: 'On-time delivery rate',
    limit: 0.9,
    windowDays: 14,
    consequence: NO_DUTY,
    from: 'none',
    how: `${SELLER_CENTRAL} › On-Time Delivery Rate`,
    effectiveFrom: '2024-09-25' as Day,
  }),
  limit({
    ...SCORE,
    ...quoted(
      'seller-union.com/understanding-amazons-new-account-health-rating; 180 days: ebizaccounting.com/new-features-to-help-you-monitor-your-account-health',
    ),
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
