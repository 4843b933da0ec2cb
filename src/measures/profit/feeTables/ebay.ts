/**
 * eBay's final value fee of most categories, for sellers without a store subscription: the taking of the payment is in it. It is taken of
 * all that the buyer pays, the tax that eBay collects too.
 *
 * Left out: the United Kingdom, Germany, France and Italy. Their rates for businesses go by category (UK 6.9 to 14.9 %, DE 3 to 15 %), and
 * the sources contradict each other on which is usual. Above 7,500 (AU 4,000) an item, rates fall to about 2.4 %.
 */
import type { Day } from '../../../core/day.js';
import type { TableFee } from './fee.js';

const FINAL_VALUE = {
  platform: 'ebay',
  name: 'final value fee',
  line: 'commission',
  base: 'goods, shipping and tax',
} as const;
const SMALL = { perOrder: 40, perSmallOrder: { upTo: 1000, minor: 30 } } as const;
const WINTER_2023 = 'export.ebay.com/en/seller-updates/releases-archive/2023-winter-seller-update/fees-financials';
const MOST = 'most categories, without a store subscription';

export const EBAY_FEES: readonly TableFee[] = [
  {
    ...FINAL_VALUE,
    currency: 'USD',
    rate: 0.129,
    perOrder: 30,
    effectiveFrom: '2022-03-01' as Day,
    scope: `US, ${MOST}`,
    source: WINTER_2023,
    also: 'its "current fees"; day: valueaddedresource.net/ebay-winter-update-fees-refunds',
    certainty: 'A',
  },
  {
    ...FINAL_VALUE,
    currency: 'USD',
    rate: 0.1325,
    perOrder: 30,
    effectiveFrom: '2023-02-15' as Day,
    scope: `US, ${MOST}`,
    source: WINTER_2023,
    also: '12.9 % and up to 0.35 more; 13.25 %: closo.co/blogs/community/what-is-the-ebay-selling-fee-in-2025',
    certainty: 'B',
  },
  {
    ...FINAL_VALUE,
    ...SMALL,
    currency: 'USD',
    rate: 0.1325,
    effectiveFrom: '2024-03-15' as Day,
    scope: `US, ${MOST}`,
    source: 'ebay.com/sellercenter/resources/seller-updates/2024-winter/financials',
    also: '25.00 with shipping and tax cost 3.71',
    certainty: 'A',
  },
  {
    ...FINAL_VALUE,
    ...SMALL,
    currency: 'USD',
    rate: 0.136,
    effectiveFrom: '2025-02-14' as Day,
    scope: `US, ${MOST}`,
    source: 'ebay.com/help/selling/fees-credits-invoices/selling-fees?id=4822',
    also: 'two transcripts of 2026; day: dataede.com/updates/ebay-fee-changes-2026-q2',
    certainty: 'B',
  },
  {
    ...FINAL_VALUE,
    ...SMALL,
    currency: 'CAD',
    rate: 0.136,
    effectiveFrom: '2025-03-03' as Day,
    scope: `Canada, ${MOST}`,
    source: 'ebay.ca/help/selling/fees-credits-invoices/selling-fees-managed-payments-sellers?id=4822',
    also: 'two transcripts of 2026, of which one tells the day, and 0.30 for each order',
    certainty: 'C',
  },
  {
    ...FINAL_VALUE,
    ...SMALL,
    currency: 'AUD',
    rate: 0.134,
    effectiveFrom: '2026-01-05' as Day,
    scope: `Australia, ${MOST}, at most 440 an item`,
    source: 'kiloapps.co/feewise/guides/ebay-australia-fees-gst',
    also: 'dataede.com/ebay-fee-calculator/au',
    certainty: 'B',
  },
];
