/**
 * Shopee, Lazada and TikTok Shop: how their income reports name what they book. Shopee and TikTok Shop have a column for each kind, brought to English on
 * reading; Lazada names fees in the language of the account: English, Thai, Indonesian.
 */
import type { MoneyReport, MoneyWord } from './word.js';

const SHOPEE: readonly MoneyWord[] = [
  { line: 'sales', part: /^Product price$/ },
  { line: 'discounts', part: /sponsored by seller$|^Seller product promotion$|^Trade-in bonus/ },
  { line: 'refunds', part: /^Refund amount$/ },
  { line: 'subsidies', part: /^Product discount rebate/ },
  { line: 'shipping_income', part: /paid by buyer$/ },
  { line: 'affiliate_commission', part: /^AMS/, per: 'sales' },
  { line: 'payment_fees', part: /^Transaction fee$/, per: 'sales' },
  { line: 'insurance', part: /^Insurance/ },
  { line: 'tax_withheld', part: /^Tax$|withheld$/ },
  { line: 'transfers', part: /^Ads top-up/ },
  { line: 'promotion_fees', part: /^Campaign fee$/ },
  { line: 'shipping_costs', part: /shipping|^Return to seller|^Actual installation/i },
  { line: 'commission', part: /^(Commission|Service|Platform infrastructure|Order processing) fee$/, per: 'sales' },
];

const LAZADA: readonly MoneyWord[] = [
  { line: 'refunds', type: /^Revers(al|e) Item Price|^หักเงินค่าสินค้า/i },
  { line: 'sales', type: /^(Item Price Credit|Product Price Paid by Buyer|ยอดรวมค่าสินค้า)$/i },
  { line: 'payment_fees', type: /payment fee|ค่าธรรมเนียมการชำระเงิน/i, per: 'sales' },
  { line: 'commission_returned', type: /^Reversal Commission|^คืนส่วนลดค่าธรรมเนียมการขาย/i },
  { line: 'affiliate_commission', type: /affiliate/i, per: 'sales' },
  { line: 'commission', type: /commission|^(Reverse - )?Premium Package|ค่าธรรมเนียมการขายสินค้า|^Komisi/i, per: 'sales' },
  { line: 'transfers', type: /top[- ]?up/i },
  { line: 'ads', type: /sponsored|advertising|^ads /i },
  { line: 'shipping_income', type: /^(Reversal )?shipping fee \(paid by customer\)$/i },
  { line: 'shipping_costs', type: /shipping|delivery|ส่งฟรี|^Ongkos Kirim/i },
  { line: 'discounts', type: /^(Reversal )?Promotional Charges|^(Reversal of )?LazCoins Discount$|^ส่วนลด LazCoins$/i },
  { line: 'promotion_fees', type: /LazCoins|Campaign|Review Incentive|รางวัลรีวิว/i },
  { line: 'reimbursements', type: /^(Lost|Damaged|Lost And Damaged) Claim/i },
  { line: 'storage', type: /storage/i },
  { line: 'penalties', type: /penalt|cancellation fee/i },
  { line: 'adjustments', type: /adjust|other (debit|credit)/i },
];

const TIKTOK: readonly MoneyWord[] = [
  { line: 'sales', part: /^Subtotal before discounts$/ },
  { line: 'discounts', part: /^Seller discounts$/ },
  { line: 'refunds', part: /^Refund (subtotal|of seller)/ },
  { line: 'affiliate_commission', part: /^Affiliate/, per: 'sales' },
  { line: 'payment_fees', part: /^(Transaction fee|Credit card installment|PayLater programme fee)$/, per: 'sales' },
  { line: 'shipping_costs', part: /^Shipping cost$/ },
  { line: 'tax_withheld', part: /withheld$/ },
  { line: 'ads', part: /^GMV Max/ },
  { line: 'fulfilment', part: /^Dilayani/ },
  { line: 'promotion_fees', part: /^(Campaign resource|Flash sale service|LIVE specials service|Voucher Xtra service|EAMS)/ },
  {
    line: 'commission',
    part: /^(Platform commission fee|Dynamic commission|Growth support fee|Infrastructure fee|Order processing fee)$|service fee$/,
    per: 'sales',
  },
  { line: 'reimbursements', type: /reimbursement|compensation|การชดเชย/i },
  { line: 'penalties', type: /penalty|deductions incurred|chargeback/i },
  { line: 'adjustments', part: /^Adjustment amount$/ },
];

export const SOUTHEAST_ASIA: readonly MoneyReport[] = [
  {
    format: 'shopee.income',
    tells: 'itemised',
    sale: [''],
    refund: [],
    words: SHOPEE,
    effectiveFrom: '2022-01-01',
    source: 'columns in public readers of real files of five countries, 2022 to 2026',
    certainty: 'B',
  },
  {
    format: 'lazada.income',
    tells: 'itemised',
    sale: ['Item Price Credit', 'Product Price Paid by Buyer', 'ยอดรวมค่าสินค้า'],
    refund: ['Reversal Item Price', 'หักเงินค่าสินค้า (คืนสินค้า)'],
    words: LAZADA,
    effectiveFrom: '2019-01-01',
    source: 'names of fees in six public readers of real files, English and Thai; two Indonesian ones by their beginnings',
    certainty: 'B',
  },
  {
    format: 'tiktokshop.income',
    tells: 'itemised',
    sale: ['Order', 'Pesanan', 'คำสั่งซื้อ'],
    refund: ['Refund'],
    words: TIKTOK,
    effectiveFrom: '2023-01-01',
    source: 'columns in inventories and public readers of real files, 2023 to 2026',
    certainty: 'B',
  },
];
