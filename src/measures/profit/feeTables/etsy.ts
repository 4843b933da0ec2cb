/**
 * Etsy: a transaction fee of goods and shipping, the taking of the payment (of the tax too), a listing renewed with each unit that is sold,
 * and in some countries a fee for their digital taxes.
 *
 * Left out: listing fees of shops with another currency than USD (0.20 USD, changed by the day's rate); Spain, France and Italy, whose shops
 * cannot be told from others that are paid in EUR; Offsite Ads; VAT on the fees.
 */
import type { Day } from '../../../core/day.js';
import { inCurrencies, type TableFee } from './fee.js';

const TRANSACTION = { platform: 'etsy', name: 'transaction fee', line: 'commission', base: 'goods and shipping' } as const;
const REGULATORY = { ...TRANSACTION, name: 'regulatory operating fee' } as const;
const PAYMENT = {
  platform: 'etsy',
  name: 'payment processing fee',
  line: 'payment_fees',
  base: 'goods, shipping and tax',
} as const;

const CEO = 'rttnews.com/3275512/etsy-businesses-strike-to-protest-against-higher-transaction-charges.aspx';
const DIGITAL_TAX = 'help.etsy.com/hc/articles/1500011073202';
const TRANSCRIPT = 'one transcript of June 2026; its day is older';

export const ETSY_FEES: readonly TableFee[] = [
  {
    ...TRANSACTION,
    rate: 0.05,
    effectiveFrom: '2018-07-16' as Day,
    scope: 'everywhere',
    source: CEO,
    also: 'day: theinvestinginsider.com/etsy-sellers-plan-strike-against-increasing-transaction-fees',
    certainty: 'B',
  },
  {
    ...TRANSACTION,
    rate: 0.065,
    effectiveFrom: '2022-04-11' as Day,
    scope: 'everywhere',
    source: 'etsy.com/legal/fees',
    also: `as quoted in indiebusinessnetwork.com/etsy-fee-2022; ${CEO}`,
    certainty: 'B',
  },
  {
    platform: 'etsy',
    currency: 'USD',
    name: 'listing renewed with the sale',
    line: 'listing_fees',
    rate: 0,
    base: 'goods',
    perUnit: 20,
    effectiveFrom: '2018-07-16' as Day,
    scope: 'everywhere, 0.20 USD',
    source: 'etsy.com/legal/fees',
    also: '"automatically renewed at $0.20 after each of the items sells"; its day is older',
    certainty: 'A',
  },
  {
    ...PAYMENT,
    currency: 'USD',
    rate: 0.03,
    perOrder: 25,
    effectiveFrom: '2018-07-16' as Day,
    scope: 'United States',
    source: 'wise.com/us/blog/how-much-does-etsy-take-per-sale',
    also: 'e-commerce-fee-calculator.pages.dev/blog/etsy-payment-processing-fee-2026; its day is older',
    certainty: 'B',
  },
  ...inCurrencies(['CAD', 'AUD'], {
    ...PAYMENT,
    rate: 0.03,
    perOrder: 25,
    effectiveFrom: '2022-04-11' as Day,
    scope: 'Canada, Australia',
    source: 'etsy.com/legal/fees',
    also: TRANSCRIPT,
    certainty: 'C',
  }),
  {
    ...PAYMENT,
    currency: 'GBP',
    rate: 0.04,
    perOrder: 20,
    effectiveFrom: '2022-04-11' as Day,
    scope: 'United Kingdom',
    source: 'etsy.com/legal/fees',
    also: TRANSCRIPT,
    certainty: 'C',
  },
  {
    ...PAYMENT,
    currency: 'EUR',
    rate: 0.04,
    perOrder: 30,
    effectiveFrom: '2022-04-11' as Day,
    scope: 'countries that pay in euros',
    source: 'etsy.com/legal/fees',
    also: TRANSCRIPT,
    certainty: 'C',
  },
  {
    ...REGULATORY,
    currency: 'GBP',
    rate: 0.0025,
    effectiveFrom: '2021-07-01' as Day,
    scope: 'United Kingdom',
    source: DIGITAL_TAX,
    also: 'Italian text; raised to 0.32 % on a day that no source tells',
    certainty: 'A',
  },
  {
    ...REGULATORY,
    currency: 'GBP',
    rate: 0.0032,
    effectiveFrom: '2026-06-09' as Day,
    scope: 'United Kingdom',
    source: DIGITAL_TAX,
    also: 'Polish text without a day; still so in a transcript of June 2026',
    certainty: 'A',
  },
  {
    ...REGULATORY,
    currency: 'TRY',
    rate: 0.011,
    effectiveFrom: '2021-07-01' as Day,
    scope: 'Türkiye',
    source: DIGITAL_TAX,
    also: 'Italian and Polish texts',
    certainty: 'A',
  },
];
