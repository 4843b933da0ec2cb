/** The market as platforms and research tools show it: what shoppers search, and what others offer. */
import type { PeriodTable } from './periodRows.js';
import type { PeriodRow } from './periods.js';

export const MARKET_KEYWORDS: PeriodTable = {
  subject: 'marketKeywords',
  table: 'market_keywords',
  // What the report declares as its unit: a whole list, or, where files are about a few chosen words, each of them.
  about: (row) => String(row('unit') ?? ''),
  item: 'ifNamed',
  columns: [
    ['keyword', 'searchTerm'],
    ['brand', 'brand'],
    ['country', 'country'],
    ['category', 'category'],
    ['intent', 'intent'],
    ['market_rank', 'marketRank'],
    ['change_ratio', 'searchChange'],
    ['click_share', 'clickShare'],
    ['conversion_share', 'conversionShare'],
    ['branded_share', 'brandedShare'],
    ['competition', 'competition'],
    ['competition_index', 'competitionIndex'],
    ['difficulty', 'difficulty'],
    ['impressions', 'impressions'],
    ['clicks', 'clicks'],
    ['carts', 'cartUnits'],
    ['purchases', 'purchases'],
    ['own_impressions', 'ownImpressions'],
    ['own_clicks', 'ownClicks'],
    ['own_carts', 'ownCarts'],
    ['own_purchases', 'ownPurchases'],
    ['history', 'history'],
    ['ranks', 'ranks'],
    ['leaders', 'leaders'],
    ['currency', 'currency'],
  ],
  bands: [
    ['volume', 'searchVolume'],
    ['clicks', 'clickVolume'],
    ['click_ratio', 'clickRatio'],
    ['conversion_ratio', 'conversionRatio'],
    ['cpc', 'cpc', 'cpcHigh'],
    ['products', 'productsOnSale'],
    ['organic_rank', 'organicRank'],
    ['sponsored_rank', 'sponsoredRank'],
  ],
};

export const OFFERS: PeriodTable = {
  subject: 'offers',
  table: 'offers',
  about: offerOf,
  columns: [
    ['offer_id', 'offerId'],
    ['parent_id', 'parentAsin'],
    ['title', 'title'],
    ['brand', 'brand'],
    ['category', 'category'],
    ['price_minor', 'price'],
    ['compare_at_minor', 'compareAtPrice'],
    ['rating', 'rating'],
    ['reviews', 'reviewCount'],
    ['sales_rank', 'salesRank'],
    ['list_position', 'listPosition'],
    ['is_sponsored', 'isSponsored'],
    ['sellers', 'sellers'],
    ['seller', 'seller'],
    ['seller_country', 'sellerCountry'],
    ['fulfilment', 'fulfilment'],
    ['listed_on', 'listedOn'],
    ['gtin', 'gtin'],
    ['url', 'url'],
    ['image_url', 'imageUrl'],
    ['attributes', 'attributes'],
    ['currency', 'currency'],
  ],
  bands: [
    ['units', 'estimatedUnits'],
    ['sales', 'estimatedSales'],
  ],
  otherwise: { offer_id: offerOf },
};

/** An offer at a moment is seen whole; one without a number goes by its address or title. */
function offerOf(row: PeriodRow): string {
  return String(row('offerId') ?? row('asin') ?? row('url') ?? row('title') ?? '');
}
