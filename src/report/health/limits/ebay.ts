/** What eBay demands of sellers. */
import { BUYERS_TOO, type HealthLimit, LEAST, limit, MOST } from './limit.js';

const EBAY_HELP = 'eBay help 4080 and productsourcing101.com';
const quoted = { certainty: 'quoted', source: EBAY_HELP } as const;
const SELLER_HUB = 'Seller Hub › Performance › Service metrics, evaluated on the 20th of each month';

export const EBAY: readonly HealthLimit[] = [
  limit({
    ...MOST,
    platform: 'ebay',
    metric: 'transaction_defect_rate',
    name: 'Transaction defect rate',
    limit: 0.02,
    windowDays: 90,
    consequence: 'below standard: listings rank lower, higher fees',
    from: 'cancelled',
    how: `${BUYERS_TOO}; cases closed without the seller are missing: ${SELLER_HUB}`,
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
