/**
 * What a file can be about. A family is a subject, or several that stand in one table everywhere (listings with their stock). Each says
 * which fields its facts have, and which it must have to be about that at all.
 */
import type { FieldName, Subject } from '../../core/fields.js';

export interface Family {
  /** Subjects that it may fill; which of them, the mapped fields say (`fillsOf`). */
  readonly subjects: readonly Subject[];
  /** In words, for a question. */
  readonly about: string;
  /** Fields of its facts, besides those that name a thing. */
  readonly fields: readonly FieldName[];
  /** Of each list one field at least. */
  readonly needs: readonly (readonly FieldName[])[];
  /** A file that has one of these is about something else. */
  readonly without?: readonly FieldName[];
  /** Fields that mean something else there: the day of a purchase is the date of the order. */
  readonly reads?: Readonly<Partial<Record<FieldName, FieldName>>>;
}

/** Fields that name a thing, in any report. */
export const IDS: readonly FieldName[] = ['sku', 'productId', 'variationId', 'asin', 'gtin'];
const NAMES: readonly FieldName[] = [
  ...[...IDS, 'parentSku', 'parentAsin', 'title', 'variation', 'currency'],
  ...['option1Name', 'option1', 'option2Name', 'option2', 'option3Name', 'option3'],
] as FieldName[];

const LISTING: readonly FieldName[] = [
  ...['brand', 'category', 'productType', 'price', 'salePrice', 'compareAtPrice', 'unitCost', 'status', 'role', 'condition', 'url'],
  ...['imageUrl', 'fulfilment', 'site'],
] as FieldName[];

/** Quantities of stock: what a rule of a location can hold. */
export const QUANTITIES: readonly FieldName[] = ['onHand', 'available', 'committed', 'reserved', 'unsellable', 'inbound'];
const STOCK: readonly FieldName[] = [
  ...QUANTITIES,
  ...(['location', 'snapshotOn', 'stockTracker', 'inboundWorking', 'inboundShipped', 'inboundReceiving', 'researching'] as const),
  ...(['merchantAvailable', 'reservedOrders', 'reservedTransfers', 'reservedProcessing', 'age0to90', 'age91to180'] as const),
  ...(['age181to270', 'age271to365', 'age366plus', 'age366to455', 'age456plus'] as const),
];

export const FAMILIES = [
  {
    subjects: ['listings', 'stock'],
    about: 'products: prices, costs, stock',
    fields: [...LISTING, ...STOCK],
    needs: [IDS, ['title', ...LISTING, ...STOCK]],
  },
  {
    subjects: ['orders'],
    about: 'orders and their lines',
    fields: [
      ...([
        'orderId',
        'orderedAt',
        'paidAt',
        'updatedAt',
        'cancelledAt',
        'orderStatus',
        'salesChannel',
        'isReplacement',
        'fulfilment',
      ] as const),
      ...([
        'orderSubtotal',
        'orderShipping',
        'orderTax',
        'orderDiscount',
        'orderTotal',
        'orderRefunded',
        'lineStatus',
        'quantity',
      ] as const),
      ...(['unitPrice', 'lineAmount', 'lineTax', 'lineShipping', 'lineShippingTax', 'lineGiftWrap', 'lineDiscount'] as const),
      ...(['lineShippingDiscount', 'lineRefunded', 'site'] as const),
    ],
    needs: [['orderId'], ['quantity', 'unitPrice', 'lineAmount', 'orderTotal', 'orderSubtotal']],
  },
  {
    subjects: ['traffic'],
    about: 'visits of products in a period',
    fields: [
      ...(['day', 'fromDay', 'toDay', 'sessions', 'sessionsB2b', 'sessionsApp', 'sessionsBrowser', 'pageViews', 'pageViewsB2b'] as const),
      ...(['pageViewsApp', 'pageViewsBrowser', 'buyBoxRatio', 'unitsOrdered', 'unitsOrderedB2b', 'orderItems', 'orderItemsB2b'] as const),
      ...([
        'orderedSales',
        'orderedSalesB2b',
        'unitsRefunded',
        'unitsShipped',
        'ordersShipped',
        'shippedSales',
        'visitors',
        'source',
      ] as const),
      ...([
        'sourceDetail',
        'device',
        'searchTerm',
        'searchVisitors',
        'searchBuyers',
        'staySeconds',
        'bounceRatio',
        'favouriteUsers',
      ] as const),
      ...(['favourites', 'cartUsers', 'cartUnits', 'placedBuyers', 'placedUnits', 'placedSales', 'buyers', 'paidOrders'] as const),
      ...(['refundedSales', 'impressions', 'clicks', 'position', 'newVisitors', 'returningVisitors', 'conversions'] as const),
    ],
    needs: [
      [...IDS, 'title', 'parentAsin', 'source', 'searchTerm'],
      ['sessions', 'pageViews', 'visitors'],
    ],
  },
  {
    subjects: ['shop'],
    about: 'the whole shop, day by day',
    fields: [
      ...(['day', 'fromDay', 'toDay', 'visitors', 'pageViews', 'sessions', 'newVisitors', 'returningVisitors', 'liveVisitors'] as const),
      ...(['videoVisitors', 'followers', 'newFollowers', 'members', 'newMembers', 'activeMembers', 'memberBuyers', 'memberSales'] as const),
      ...([
        'dsrDescription',
        'dsrService',
        'dsrShipping',
        'experienceScore',
        'buyers',
        'newBuyers',
        'returningBuyers',
        'paidOrders',
      ] as const),
      ...([
        'orderedSales',
        'unitsOrdered',
        'orderItems',
        'refundedSales',
        'cartUsers',
        'cartUnits',
        'favouriteUsers',
        'favourites',
      ] as const),
      ...([
        'placedBuyers',
        'placedSales',
        'placedUnits',
        'staySeconds',
        'bounceRatio',
        'device',
        'reviewsTotal',
        'returningSales',
      ] as const),
      ...(['reviewsWithImage', 'reviewsPositive', 'reviewsNegative', 'parcelsShipped', 'parcelsSigned', 'spendKeywords'] as const),
      ...(['spendDisplay', 'spendSmart', 'spendSitewide', 'affiliateCommission', 'liveSessions', 'liveSeconds', 'liveSales'] as const),
      ...(['averageViewers', 'peakViewers', 'searchVisitors', 'searchBuyers'] as const),
    ],
    needs: [['day'], ['visitors', 'sessions', 'pageViews', 'liveVisitors']],
    without: [...IDS, 'title'],
  },
  {
    subjects: ['ads'],
    about: 'what advertising cost and brought',
    fields: [
      ...([
        'day',
        'fromDay',
        'toDay',
        'startDay',
        'endDay',
        'firstDay',
        'lastDay',
        'dateRange',
        'portfolio',
        'campaign',
        'campaignId',
        'campaignType',
      ] as const),
      ...(['campaignGroup', 'adGroup', 'adGroupId', 'targeting', 'targetId', 'matchType', 'searchTerm', 'audience', 'creative'] as const),
      ...(['creativeId', 'placement', 'device', 'country', 'retailer', 'impressions', 'clicks', 'adCost', 'adSales', 'adOrders'] as const),
      ...(['adUnits', 'adUnitsSameSku', 'adUnitsOtherSku', 'adSalesSameSku', 'adSalesOtherSku', 'adOrdersSameSku'] as const),
      ...(['adOrdersOtherSku', 'adConversions', 'adConversionValue', 'adFavourites', 'adCarts', 'adNewBuyers', 'adPresaleOrders'] as const),
      ...(['adPresaleSales', 'adViews', 'adRank', 'qualityScore', 'impressionShare', 'topOfSearchShare', 'entityState', 'bid'] as const),
      ...(['budget', 'biddingStrategy', 'targetRoas'] as const),
    ],
    needs: [['adCost'], ['impressions', 'clicks'], ['campaign', 'campaignId', 'adGroup', 'targeting', 'searchTerm', 'day', ...IDS]],
  },
  {
    subjects: ['transactions'],
    about: 'amounts of a statement or settlement',
    fields: [
      ...([
        'settlementId',
        'settlementFrom',
        'settlementTo',
        'depositedAt',
        'settlementTotal',
        'transactionId',
        'transactionType',
      ] as const),
      ...([
        'amountType',
        'amountPart',
        'description',
        'postedAt',
        'amount',
        'balance',
        'marketplace',
        'orderId',
        'quantity',
        'day',
      ] as const),
      'fulfilment' as const,
    ],
    needs: [['amount'], ['postedAt', 'day'], ['transactionType', 'settlementId', 'transactionId', 'balance']],
    reads: { orderedAt: 'postedAt' },
  },
  {
    subjects: ['movements'],
    about: 'stock that moved: returns, losses, receipts',
    fields: ['movement', 'reason', 'disposition', 'reference', 'movedAt', 'location', 'quantity', 'orderId', 'amount', 'status'],
    needs: [IDS, ['movedAt'], ['movement', 'reason', 'disposition'], ['quantity']],
  },
  {
    subjects: ['marketKeywords'],
    about: 'what shoppers search on a market',
    fields: [
      ...([
        'searchTerm',
        'country',
        'category',
        'intent',
        'marketRank',
        'searchVolume',
        'searchChange',
        'clickVolume',
        'clickRatio',
      ] as const),
      ...(['conversionRatio', 'clickShare', 'conversionShare', 'brandedShare', 'cpc', 'competition', 'competitionIndex'] as const),
      ...([
        'difficulty',
        'productsOnSale',
        'organicRank',
        'sponsoredRank',
        'purchases',
        'ownImpressions',
        'ownClicks',
        'ownCarts',
      ] as const),
      ...(['ownPurchases', 'history', 'ranks', 'impressions', 'clicks', 'day', 'fromDay', 'toDay', 'cartUnits'] as const),
    ],
    needs: [['searchTerm'], ['searchVolume', 'marketRank']],
    reads: { targeting: 'searchTerm' },
  },
  {
    subjects: ['offers'],
    about: "competitors' offers",
    fields: [
      ...([
        'offerId',
        'seller',
        'sellerCountry',
        'sellers',
        'rating',
        'reviewCount',
        'salesRank',
        'estimatedUnits',
        'estimatedSales',
      ] as const),
      ...(['listedOn', 'listPosition', 'isSponsored', 'brand', 'category', 'price', 'compareAtPrice', 'url', 'imageUrl'] as const),
      ...(['fulfilment', 'searchTerm', 'day'] as const),
    ],
    needs: [
      ['offerId', 'title', 'url', ...IDS],
      ['seller', 'salesRank', 'estimatedUnits', 'estimatedSales', 'rating'],
      ['price', 'rating', 'reviewCount', 'salesRank', 'estimatedUnits'],
    ],
  },
  {
    subjects: ['reviews'],
    about: 'reviews',
    fields: ['reviewId', 'stars', 'reviewTitle', 'reviewText', 'reviewedAt', 'isVerified', 'country', 'orderId'],
    needs: [
      ['stars', 'reviewText'],
      ['reviewedAt', 'reviewId'],
    ],
    reads: { rating: 'stars' },
  },
  {
    subjects: ['purchases'],
    about: 'orders at suppliers',
    fields: ['orderId', 'supplier', 'day', 'orderStatus', 'quantity', 'unitPrice', 'lineAmount', 'orderShipping', 'orderTotal'],
    needs: [['supplier'], ['orderId'], ['quantity'], ['day']],
    reads: { orderedAt: 'day', unitCost: 'unitPrice' },
  },
] as const satisfies readonly Family[];

/** Whether the facts of a family have a field. */
export function hasField(family: Family, field: FieldName): boolean {
  return family.fields.includes(field) || NAMES.includes(field);
}

/** Whether the field only names a thing: it says nothing of what the file is about. */
export function isName(field: FieldName): boolean {
  return NAMES.includes(field);
}

/** Whether files about it hold people. */
export function hasPeople(family: Family): boolean {
  return family.subjects.some((subject) => subject === 'orders' || subject === 'reviews');
}

/** What a field means in a family; null where its facts have no such field. */
export function readAs(family: Family, field: FieldName): FieldName | null {
  const read = family.reads?.[field] ?? field;
  return hasField(family, read) ? read : null;
}

/** Whether fields are enough for a file to be about this. */
export function isViable(family: Family, fields: ReadonlySet<FieldName>): boolean {
  const has = (field: FieldName) => fields.has(field);
  return family.needs.every((list) => list.some(has)) && !family.without?.some(has);
}

/** The subjects that the mapped fields of a family fill. A list of costs alone is no catalogue. */
export function fillsOf(family: Family, fields: ReadonlySet<FieldName>): Subject[] {
  if (!family.subjects.includes('listings')) return [...family.subjects];
  const told = LISTING.filter((field) => fields.has(field));
  const stock = QUANTITIES.some((field) => fields.has(field));
  if (!stock && told.length === 1 && told[0] === 'unitCost') return ['costs'];
  const listings = told.length > 0 || fields.has('title');
  return [...(listings ? (['listings'] as const) : []), ...(stock ? (['stock'] as const) : [])];
}

/** The family of a list of subjects, as `--fills` names them; null where they do not go together. */
export function familyOf(subjects: readonly Subject[]): Family | null {
  const families: readonly Family[] = FAMILIES;
  if (subjects.length === 1 && subjects[0] === 'costs') return families[0] as Family;
  return families.find((family) => subjects.every((subject) => family.subjects.includes(subject))) ?? null;
}
