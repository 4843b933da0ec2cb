/**
 * Amazon: settlement V2 and the date range report. Settlements name amounts in English in every marketplace; the date range report
 * writes types in its language, and its columns were brought to English names on reading.
 */
import type { MoneyReport, MoneyWord } from './word.js';

/** The languages of the date range report: English, German, French, Spanish, Italian, Dutch, Swedish, Polish, Portuguese, Turkish, Japanese. */
const ORDER = [...['Order', 'Bestellung', 'Commande', 'Pedido', 'Ordine', 'Bestelling', 'Beställning', 'Zamówienie', 'Sipariş', '注文']];
const REFUND = [
  ...['Refund', 'Erstattung', 'Remboursement', 'Reembolso', 'Rimborso', 'Terugbetaling', 'Återbetalning', 'Zwrot kosztów', 'İade', '返金'],
];

/** Claims give money back, too; what the buyer had paid goes with them. */
const CLAIMS = ['A-to-z Guarantee Refund', 'A-to-z Guarantee Claim', 'Chargeback Refund', 'Refund_Retrocharge'];

const TAX: readonly MoneyWord[] = [
  { line: 'tax_withheld', amountType: /^ItemWithheldTax$/i },
  { line: 'tax_withheld', part: /^(MarketplaceFacilitator|LowValueGoods|TCS|TDS)|withheld|^T(CS|DS) / },
  { line: 'tax_collected', amountType: /^ItemPrice$/i, part: /tax/i },
  {
    line: 'tax_collected',
    part: /^(product sales tax|shipping credits tax|gift wrap credits tax|promotional rebates tax|sales tax collected|TaxDiscount)$/i,
  },
];

const ORDERS: readonly MoneyWord[] = [
  { line: 'discounts', refunded: 'refunds', amountType: /^Promotion$/i },
  { line: 'shipping_income', refunded: 'refunds', amountType: /^ItemPrice$/i, part: /^(Shipping|ShippingHB|GiftWrap)$/i },
  { line: 'refund_fees', amountType: /^ItemPrice$/i, part: /^(RestockingFee|ReturnShipping)$/i },
  { line: 'sales', refunded: 'refunds', amountType: /^ItemPrice$/i },
  { line: 'refund_fees', amountType: /^ItemFees$/i, part: /^Refund ?Commission$/i },
  {
    line: 'commission',
    refunded: 'commission_returned',
    amountType: /^ItemFees$/i,
    part: /commission|closing ?fee|referral|per ?item|digital ?services|high ?volume/i,
    per: 'sales',
  },
  { line: 'refund_fees', amountType: /^ItemFees$/i, part: /return/i, per: 'unit' },
  {
    line: 'fulfilment',
    refunded: 'commission_returned',
    amountType: /^ItemFees$/i,
    part: /^FBA|fulfil|chargeback|ShippingHB|technology/i,
    per: 'unit',
  },
  { line: 'tax_on_fees', amountType: /^ItemFees$/i, part: /tax|GST|VAT/i, per: 'sales' },
];

const OTHER: readonly MoneyWord[] = [
  { line: 'reserve', part: /reserve/i },
  { line: 'reserve', text: /reserve/i },
  { line: 'transfers', part: /^(Payable to Amazon|Successful charge|Transfer of funds|Debt|.*Deferred transaction)/i },
  {
    line: 'transfers',
    type: /^(Transfer|Übertrag|Transfert|Transferir|Trasferimento|Overboeking|Överföring|Przelew|Transferência|振込み?|Debt|Schuld)/i,
  },
  { line: 'ads', part: /advertising/i },
  { line: 'ads', amountType: /advertising/i },
  {
    line: 'ads',
    text: /cost of advertising|werbekosten|prix de la publicité|gastos? de publicidad|costo della pubblicità|広告費用|広告料/i,
  },
  { line: 'storage', part: /storage|overage|aged/i },
  { line: 'storage', text: /storage|lagergebühr|stockage|almacenamiento|stoccaggio|保管/i },
  { line: 'subscription', part: /subscription/i },
  { line: 'subscription', text: /subscription|abonnement|abo\b|suscripción|abbonamento|月額登録料/i },
  { line: 'reimbursements', amountType: /reimbursement/i },
  {
    line: 'reimbursements',
    part: /^(WAREHOUSE|REVERSAL_REIMBURSEMENT|COMPENSATED|FREE_REPLACEMENT|MISSING_FROM|CS_ERROR|MULTICHANNEL_ORDER|INCORRECT|RETURN.*REIMB)|reimbursement|clawback/i,
  },
  {
    line: 'reimbursements',
    text: /reimbursement|erstattung für (lager|verlust)|補てん|補填|FBA-Lagerbestand.*Erstattung|remboursement de stock/i,
  },
  { line: 'inbound', part: /inbound|placement|transportation|unplanned|prep/i },
  { line: 'inbound', text: /inbound|placement|transportation|partnered carrier|unplanned|納品/i },
  { line: 'removals', part: /removal|disposal|liquidation.*(fee|broker)|return.?fee/i },
  { line: 'removals', text: /removal|disposal|remissions?gebühr/i },
  { line: 'liquidations', type: /liquidation/i },
  { line: 'promotion_fees', part: /coupon|deal|vine|lightning|early reviewer/i },
  { line: 'promotion_fees', amountType: /coupon|deal|vine/i },
  { line: 'promotion_fees', text: /coupon|deal fee|lightning|vine/i },
  { line: 'shipping_costs', part: /postage|label|ShippingServices|buy shipping/i },
  { line: 'shipping_costs', type: /shipping services|Versand durch/i },
  { line: 'refund_fees', part: /customer ?return/i, per: 'unit' },
  { line: 'penalties', part: /chargeback|a-to-z|claim/i },
];

/** Amounts of rows that the settlement books as a correction. */
const CORRECTIONS: readonly MoneyWord[] = [
  { line: 'adjustments', type: /adjustment|retrocharge|anpassung|ajuste|rettifica|aanpassing|justering|korekta|調整/i },
  { line: 'adjustments', amountType: /adjustment/i },
  { line: 'adjustments', part: /adjustment|goodwill/i },
];

export const AMAZON: readonly MoneyReport[] = [
  {
    format: 'amazon.settlement',
    tells: 'itemised',
    sale: ['Order'],
    refund: ['Refund', ...CLAIMS],
    words: [...TAX, ...ORDERS, ...OTHER, ...CORRECTIONS],
    effectiveFrom: '2019-01-01',
    source: 'amounts of settlement V2 in public readers of real files (US, EU, IN, JP, 2019 to 2026)',
    certainty: 'B',
  },
  {
    format: 'amazon.transactions',
    tells: 'itemised',
    sale: ORDER,
    refund: [...REFUND, ...CLAIMS],
    yieldsTo: { format: 'amazon.settlement', by: 'settlement' },
    words: [
      ...TAX,
      { line: 'discounts', refunded: 'refunds', part: /^(promotional rebates|Amazon points)$/ },
      { line: 'shipping_income', refunded: 'refunds', part: /^(shipping|gift wrap) credits$/ },
      { line: 'sales', refunded: 'refunds', part: /^product sales$/ },
      { line: 'commission', refunded: 'commission_returned', part: /^(selling fees|regulatory fee)$/, per: 'sales' },
      { line: 'tax_on_fees', part: /^tax on regulatory fee$/, per: 'sales' },
      ...OTHER,
      { line: 'fulfilment', refunded: 'commission_returned', part: /^FBA fees$/, per: 'unit' },
      ...CORRECTIONS,
    ],
    effectiveFrom: '2017-01-01',
    source: 'columns and types in public readers of real files (US, CA, MX, UK, DE, FR, ES, IT, NL, SE, PL, IN, AU, JP, 2017 to 2026)',
    certainty: 'B',
  },
];
