/**
 * Other platforms, where one rate is usual.
 *
 * Left out, since a single rate would be wrong for most: Douyin (by category 1 to 10 %), JD and AliExpress (by category), Shopee and Lazada (by
 * country, several fees, changed more than once a year), Rakuten (by plan and turnover), Yahoo! Shopping and Qoo10 (points and campaigns),
 * TikTok Shop outside of the United States and the United Kingdom, Amazon where its prices decide the rate (India) or no source was found.
 */
import type { Day } from '../../../core/day.js';
import { inCurrencies, type TableFee } from './fee.js';

const REFERRAL = { platform: 'amazon', name: 'referral fee', line: 'commission', base: 'goods and shipping' } as const;
const TOP = 'the top of "most referral fees are between 8% and 15%"';

export const OTHER_FEES: readonly TableFee[] = [
  ...inCurrencies(['USD', 'CAD'], {
    ...REFERRAL,
    rate: 0.15,
    effectiveFrom: '2019-02-19' as Day,
    source: `${TOP}, and that of the longest list of categories: sellercentral.amazon.com/gp/help/external/200336920, as gist.github.com/AnalyzePlatypus/1b0d2dac399037e2d92fa09f1fbf408e has it`,
    certainty: 'B',
  }),
  {
    ...REFERRAL,
    currency: 'EUR',
    rate: 0.15,
    effectiveFrom: '2019-02-19' as Day,
    source: `${TOP}: sell.amazon.de/en/preisgestaltung; of the price with tax: sellercentral.amazon.de/gp/help/external/200336920`,
    certainty: 'C',
  },
  {
    ...REFERRAL,
    currency: 'GBP',
    rate: 0.15,
    effectiveFrom: '2019-02-19' as Day,
    source: `${TOP}: sell.amazon.co.uk/pricing`,
    certainty: 'C',
  },
  {
    ...REFERRAL,
    currency: 'GBP',
    rate: 0.153,
    effectiveFrom: '2020-09-01' as Day,
    source:
      'UK, most categories (others 7.14 to 12.24 %), with the digital services tax: sellercentral.amazon.de/gp/help/external/GH78LW99F4XF3Z38',
    certainty: 'A',
  },
  {
    platform: 'walmart',
    currency: 'USD',
    name: 'referral fee',
    line: 'commission',
    rate: 0.15,
    base: 'goods',
    effectiveFrom: '2020-01-01' as Day,
    source:
      'most categories (others 5 to 12 %): marketplacelearn.walmart.com, Referral fee schedule for contract categories, 2025-03-25; 8thandwalton.com/blog/walmart-marketplace-fees (2020)',
    certainty: 'A',
  },
  {
    platform: 'tiktokshop',
    currency: 'USD',
    name: 'referral fee',
    line: 'commission',
    rate: 0.06,
    base: 'goods and shipping',
    effectiveFrom: '2024-04-01' as Day,
    source:
      'US, of what the customer pays without tax; platform discounts, of which it is taken too, are not known here: seller-us.tiktok.com/university/essay?knowledge_id=5982454398175018',
    certainty: 'A',
  },
  {
    platform: 'tiktokshop',
    currency: 'GBP',
    name: 'commission fee',
    line: 'commission',
    rate: 0.05,
    base: 'goods and shipping',
    effectiveFrom: '2022-01-01' as Day,
    source: 'UK, "until now 5 percent": nwdocx.com/tiktok-shop-is-raising-fees-for-sellers-in-the-uk',
    certainty: 'C',
  },
  {
    platform: 'tiktokshop',
    currency: 'GBP',
    name: 'commission fee',
    line: 'commission',
    rate: 0.09,
    base: 'goods and shipping',
    effectiveFrom: '2024-09-02' as Day,
    source:
      'UK, most categories (computers 5 %), tax included: docs.m2ecloud.com/docs/tiktok-shop-seller-fees-uk; day: nwdocx.com/tiktok-shop-is-raising-fees-for-sellers-in-the-uk',
    certainty: 'B',
  },
  {
    platform: 'shopify',
    currency: 'USD',
    name: 'Shopify Payments',
    line: 'payment_fees',
    rate: 0.029,
    base: 'goods, shipping and tax',
    perOrder: 30,
    effectiveFrom: '2016-01-01' as Day,
    source:
      'United States, plan Basic, card online; other plans and gateways differ: thumbtube.com/blog/what-percentage-does-shopify-charge-on-each-transaction; disputely.com/blog/shopify-payment-processing-fees; its day is not told',
    certainty: 'B',
  },
  {
    platform: 'taobao',
    marketplace: 'Tmall',
    name: '软件服务费',
    line: 'commission',
    rate: 0.05,
    base: 'goods and shipping',
    effectiveFrom: '2020-01-01' as Day,
    source: 'the top of "typically between 2% and 5%" (by category 0.5 to 10 %): hicom-asia.com/registration-costs-chinese-e-commerce-2020',
    certainty: 'C',
  },
  {
    platform: 'taobao',
    name: '基础软件服务费',
    line: 'commission',
    rate: 0.006,
    base: 'goods and shipping',
    effectiveFrom: '2024-09-01' as Day,
    source:
      'Taobao and Tmall, of each order received, told on 2024-07-26: news.futunn.com/en/flash/17597863; taptechnews.com/25de10852675ac6e.html',
    certainty: 'B',
  },
  {
    platform: 'pinduoduo',
    name: '基础技术服务费',
    line: 'commission',
    rate: 0.006,
    base: 'goods and shipping',
    effectiveFrom: '2020-01-01' as Day,
    source: '"0.6% - 1% since 2020" (goods with a black label 2.2 %): taptechnews.com/25de10852675ac6e.html',
    certainty: 'C',
  },
];
