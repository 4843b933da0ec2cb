/**
 * The vocabulary of facts: every field that a report may fill, with its kind. Report formats name their columns' meaning
 * with these words, subjects store them, and a seller's own mapping uses the same list.
 *
 * | kind | value |
 * |---|---|
 * | text, identifier | string; an identifier has lost the guards that keep spreadsheets from eating it |
 * | integer, decimal, ratio | number; a ratio of 31 % is 0.31 |
 * | money | integer minor units of the row's currency |
 * | unitAmount | integer millionths of the currency unit |
 * | day | `YYYY-MM-DD` |
 * | instant | epoch seconds |
 * | boolean | 1 or 0 |
 * | period | `YYYY-MM-DD..YYYY-MM-DD` |
 */

export type FieldKind =
  | 'text'
  | 'identifier'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'unitAmount'
  | 'ratio'
  | 'day'
  | 'instant'
  | 'boolean'
  | 'period';

export const FIELDS = {
  // What identifies a listing, in any report.
  productId: 'identifier',
  variationId: 'identifier',
  parentSku: 'identifier',
  sku: 'identifier',
  asin: 'identifier',
  parentAsin: 'identifier',
  gtin: 'identifier',
  title: 'text',
  variation: 'text',
  option1Name: 'text',
  option1: 'text',
  option2Name: 'text',
  option2: 'text',
  option3Name: 'text',
  option3: 'text',

  // Listings.
  brand: 'text',
  category: 'text',
  productType: 'text',
  price: 'money',
  salePrice: 'money',
  compareAtPrice: 'money',
  unitCost: 'unitAmount',
  status: 'text',
  role: 'text',
  condition: 'text',
  url: 'text',
  imageUrl: 'text',
  fulfilment: 'text',
  currency: 'text',
  site: 'text',

  // Stock.
  stockTracker: 'text',
  location: 'text',
  onHand: 'integer',
  available: 'integer',
  committed: 'integer',
  reserved: 'integer',
  reservedOrders: 'integer',
  reservedTransfers: 'integer',
  reservedProcessing: 'integer',
  unsellable: 'integer',
  inbound: 'integer',
  inboundWorking: 'integer',
  inboundShipped: 'integer',
  inboundReceiving: 'integer',
  researching: 'integer',
  merchantAvailable: 'integer',
  age0to90: 'integer',
  age91to180: 'integer',
  age181to270: 'integer',
  age271to365: 'integer',
  age366plus: 'integer',
  age366to455: 'integer',
  age456plus: 'integer',
  snapshotOn: 'day',

  // Orders: of the order, then of the line.
  orderId: 'identifier',
  orderedAt: 'instant',
  paidAt: 'instant',
  updatedAt: 'instant',
  cancelledAt: 'instant',
  orderStatus: 'text',
  salesChannel: 'text',
  isReplacement: 'boolean',
  buyer: 'text',
  orderSubtotal: 'money',
  orderShipping: 'money',
  orderTax: 'money',
  orderDiscount: 'money',
  orderTotal: 'money',
  orderRefunded: 'money',
  lineStatus: 'text',
  quantity: 'integer',
  unitPrice: 'money',
  lineAmount: 'money',
  lineTax: 'money',
  lineShipping: 'money',
  lineShippingTax: 'money',
  lineGiftWrap: 'money',
  lineDiscount: 'money',
  lineShippingDiscount: 'money',
  lineRefunded: 'money',

  // Traffic of a listing or a shop in a period.
  day: 'day',
  fromDay: 'day',
  toDay: 'day',
  // Days with traffic of a row, which lie somewhere in the report's period.
  firstDay: 'day',
  lastDay: 'day',
  dateRange: 'period',
  sessions: 'integer',
  sessionsB2b: 'integer',
  sessionsApp: 'integer',
  sessionsBrowser: 'integer',
  pageViews: 'integer',
  pageViewsB2b: 'integer',
  pageViewsApp: 'integer',
  pageViewsBrowser: 'integer',
  buyBoxRatio: 'ratio',
  unitsOrdered: 'integer',
  unitsOrderedB2b: 'integer',
  orderItems: 'integer',
  orderItemsB2b: 'integer',
  orderedSales: 'money',
  orderedSalesB2b: 'money',
  unitsRefunded: 'integer',
  unitsShipped: 'integer',
  ordersShipped: 'integer',
  shippedSales: 'money',

  // Ad performance. Cost and sales are millionths: platforms report fractions of a cent.
  portfolio: 'text',
  campaign: 'text',
  campaignId: 'identifier',
  adGroup: 'text',
  adGroupId: 'identifier',
  targeting: 'text',
  matchType: 'text',
  searchTerm: 'text',
  country: 'text',
  retailer: 'text',
  impressions: 'integer',
  clicks: 'integer',
  adCost: 'unitAmount',
  adSales: 'unitAmount',
  adOrders: 'decimal',
  adUnits: 'decimal',
  adUnitsSameSku: 'decimal',
  adUnitsOtherSku: 'decimal',
  adSalesSameSku: 'unitAmount',
  adSalesOtherSku: 'unitAmount',
} as const satisfies Readonly<Record<string, FieldKind>>;

export type FieldName = keyof typeof FIELDS;

/** The subjects that a report can fill, each with its own tables. */
export const SUBJECTS = ['listings', 'stock', 'orders', 'traffic', 'ads'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What a cell became. */
export type FieldValue = string | number | null;
