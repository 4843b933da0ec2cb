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
 * | band | `LOW..HIGH`, two plain numbers of which one may be missing: platforms that hide a figure give its bounds (`600 ~ 1200`, `< 10%`); a plain number is both bounds |
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
  | 'period'
  | 'band';

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
  orderPaid: 'money',
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
  // What a row covers, where reports are cut by weeks or months: the first day of a week; a month or its first day.
  week: 'day',
  month: 'period',
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
  // Of the item platforms of China: who came, kept, carted, ordered and paid. Visitors never add up over days or items.
  source: 'text',
  sourceDetail: 'text',
  device: 'text',
  visitors: 'integer',
  newVisitors: 'integer',
  returningVisitors: 'integer',
  searchVisitors: 'integer',
  searchBuyers: 'integer',
  staySeconds: 'decimal',
  bounceRatio: 'ratio',
  favouriteUsers: 'integer',
  favourites: 'integer',
  cartUsers: 'integer',
  cartUnits: 'integer',
  placedBuyers: 'integer',
  placedUnits: 'integer',
  placedSales: 'money',
  buyers: 'integer',
  newBuyers: 'integer',
  returningBuyers: 'integer',
  returningSales: 'money',
  paidOrders: 'integer',
  // As printed, in reports that keep the buyers themselves back.
  buyerRatio: 'ratio',
  salesPerBuyer: 'money',
  refundedSales: 'money',
  position: 'decimal',
  conversions: 'decimal',

  // The shop as a whole in a period.
  liveVisitors: 'integer',
  videoVisitors: 'integer',
  followers: 'integer',
  newFollowers: 'integer',
  members: 'integer',
  newMembers: 'integer',
  activeMembers: 'integer',
  memberBuyers: 'integer',
  memberSales: 'money',
  reviewsTotal: 'integer',
  reviewsWithImage: 'integer',
  reviewsPositive: 'integer',
  reviewsNegative: 'integer',
  dsrDescription: 'decimal',
  dsrService: 'decimal',
  dsrShipping: 'decimal',
  experienceScore: 'decimal',
  parcelsShipped: 'integer',
  parcelsSigned: 'integer',
  spendKeywords: 'money',
  spendDisplay: 'money',
  spendSmart: 'money',
  spendSitewide: 'money',
  affiliateCommission: 'money',
  liveStartedAt: 'instant',
  liveSessions: 'integer',
  liveSeconds: 'decimal',
  liveSales: 'money',
  averageViewers: 'decimal',
  peakViewers: 'integer',

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
  adOrdersSameSku: 'decimal',
  adOrdersOtherSku: 'decimal',
  adConversions: 'decimal',
  adConversionValue: 'unitAmount',
  adFavourites: 'decimal',
  adCarts: 'decimal',
  adNewBuyers: 'decimal',
  adPresaleOrders: 'decimal',
  adPresaleSales: 'unitAmount',
  adCoupons: 'decimal',
  adCouponsUsed: 'decimal',
  adDiscount: 'unitAmount',
  adViews: 'integer',
  adRank: 'decimal',
  qualityScore: 'decimal',
  impressionShare: 'band',
  topOfSearchShare: 'band',
  campaignType: 'text',
  campaignGroup: 'text',
  targetId: 'identifier',
  audience: 'text',
  creative: 'text',
  creativeId: 'identifier',
  placement: 'text',
  region: 'text',
  // By which rule and within how long sales count, where rows of one report differ in it.
  attributionModel: 'text',
  purchasedAsin: 'identifier',

  // What is set in the ad account: an entity (campaign, ad group, keyword, product ad, negative …) at a moment.
  entity: 'text',
  entityState: 'text',
  bid: 'unitAmount',
  budget: 'unitAmount',
  budgetType: 'text',
  biddingStrategy: 'text',
  targetRoas: 'ratio',
  targetAcos: 'ratio',
  targetCpa: 'unitAmount',
  bidAdjustment: 'ratio',
  timeMultipliers: 'text',
  startDay: 'day',
  endDay: 'day',
  // A change somebody or the platform made there.
  changedAt: 'instant',
  changeType: 'text',
  changedFrom: 'text',
  changedTo: 'text',

  // Settlements and statements: what was paid, kept back and charged.
  settlementId: 'identifier',
  settlementFrom: 'instant',
  settlementTo: 'instant',
  depositedAt: 'instant',
  settlementTotal: 'money',
  transactionId: 'identifier',
  transactionType: 'text',
  amountType: 'text',
  amountPart: 'text',
  description: 'text',
  postedAt: 'instant',
  postedOn: 'day',
  amount: 'money',
  balance: 'money',
  marketplace: 'text',

  // Stock that moved: returns, losses, reimbursements, receipts.
  movement: 'text',
  reason: 'text',
  disposition: 'text',
  reference: 'identifier',
  movedAt: 'instant',

  // What shoppers search on a market, by a platform's or a tool's word.
  marketRank: 'integer',
  searchVolume: 'band',
  searchChange: 'ratio',
  clickVolume: 'band',
  clickRatio: 'band',
  conversionRatio: 'band',
  clickShare: 'ratio',
  conversionShare: 'ratio',
  brandedShare: 'ratio',
  cpc: 'band',
  // The upper end of a band that stands in a column of its own.
  cpcHigh: 'band',
  competition: 'text',
  competitionIndex: 'decimal',
  difficulty: 'decimal',
  productsOnSale: 'band',
  organicRank: 'band',
  sponsoredRank: 'band',
  purchases: 'integer',
  ownImpressions: 'integer',
  ownClicks: 'integer',
  ownCarts: 'integer',
  ownPurchases: 'integer',
  intent: 'text',
  history: 'text',
  ranks: 'text',
  leaders: 'text',

  // Competitors' offers at a moment.
  offerId: 'identifier',
  seller: 'text',
  sellerCountry: 'text',
  sellers: 'integer',
  rating: 'decimal',
  reviewCount: 'integer',
  salesRank: 'integer',
  estimatedUnits: 'band',
  estimatedSales: 'band',
  listedOn: 'day',
  listPosition: 'integer',
  isSponsored: 'boolean',

  // Reviews, without their writers.
  reviewId: 'identifier',
  stars: 'decimal',
  reviewTitle: 'text',
  reviewText: 'text',
  reviewedAt: 'instant',
  isVerified: 'boolean',

  // Bought from suppliers.
  supplier: 'text',
} as const satisfies Readonly<Record<string, FieldKind>>;

export type FieldName = keyof typeof FIELDS;

/** The subjects that a report can fill, each with its own tables. */
export const SUBJECTS = [
  'listings',
  'stock',
  'orders',
  'traffic',
  'ads',
  'shop',
  'adEntities',
  'adChanges',
  'transactions',
  'movements',
  'marketKeywords',
  'offers',
  'reviews',
  'purchases',
  'costs',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Subjects whose facts belong to a period: a day, a week, a settlement, or the moment of a snapshot. */
export const PERIOD_SUBJECTS = SUBJECTS.slice(3) as readonly PeriodSubjectName[];
export type PeriodSubjectName = Exclude<Subject, 'listings' | 'stock' | 'orders'>;

/** What a cell became. */
export type FieldValue = string | number | null;
