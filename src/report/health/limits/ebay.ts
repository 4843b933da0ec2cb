/** What eBay demands of sellers. */
import { BUYERS_TOO, type HealthLimit, LEAST, limit, MOST } from './limit.js';

const quoted = {
  certainty: 'quoted',
  source:
    'ebay.com/help/selling/seller-levels-performance-standards?id=4080, as productsourcing101.com and droopify.co/docs/documentation/seller-level have it (US)',
} as const;
const SELLER_HUB = 'Seller Hub › Performance › Service metrics, evaluated on the 20th of each month';

export const EBAY: readonly HealthLimit[] = [
  limit({
    ...MOST,
    ...quoted,
    platform: 'ebay',
    metric: 'transaction_defect_rate',
    name: 'Transaction defect rate',
    limit: 0.02,
    windowDays: 90,
    consequence: 'below standard: listings rank lower, higher fees',
    from: 'cancelled',
    how: `${BUYERS_TOO}; cases closed without the seller are missing, defects of four buyers or fewer do not count, and below 400 sales in 90 days it is taken over 12 months: ${SELLER_HUB}`,
  }),
  limit({
    ...MOST,
    ...quoted,
    platform: 'ebay',
    metric: 'cases_unresolved_rate',
    name: 'Cases closed without seller resolution',
    limit: 0.003,
    windowDays: 90,
    consequence: 'below standard',
    from: 'none',
    how: SELLER_HUB,
  }),
  limit({
    ...MOST,
    ...quoted,
    platform: 'ebay',
    metric: 'late_shipment_rate',
    name: 'Late shipment rate',
    limit: 0.03,
    windowDays: 90,
    consequence: 'no top rated seller',
    from: 'none',
    how: SELLER_HUB,
  }),
  limit({
    ...LEAST,
    ...quoted,
    platform: 'ebay',
    metric: 'tracking_rate',
    name: 'Tracking uploaded in time and scanned',
    limit: 0.95,
    windowDays: 90,
    consequence: 'no top rated seller',
    from: 'none',
    how: SELLER_HUB,
  }),
];
