/** Every report format, one line each. The order does not matter: exactly one must match a file. */
import { amazonAdsAdGroupsUnified } from './amazon/adsAdGroupsUnified.js';
import { amazonAdsCampaignsUnified } from './amazon/adsCampaignsUnified.js';
import { amazonAdsConsoleCampaigns } from './amazon/adsConsoleCampaigns.js';
import { amazonAdsHistory } from './amazon/adsHistory.js';
import { amazonAdsPlacementsUnified } from './amazon/adsPlacementsUnified.js';
import { amazonAdsProductsUnified } from './amazon/adsProductsUnified.js';
import { amazonAdsSearchTermsUnified } from './amazon/adsSearchTermsUnified.js';
import { amazonAdsTargetsUnified } from './amazon/adsTargetsUnified.js';
import { amazonAfnInventory } from './amazon/afnInventory.js';
import { amazonBulksheet } from './amazon/bulksheet.js';
import { amazonBulksheetLegacy } from './amazon/bulksheetLegacy.js';
import { amazonBulksheetSearchTerms } from './amazon/bulksheetSearchTerms.js';
import { amazonFbaInventory } from './amazon/fbaInventory.js';
import { amazonFbaReimbursements } from './amazon/fbaReimbursements.js';
import { amazonFbaReturns } from './amazon/fbaReturns.js';
import { amazonInventoryLedger } from './amazon/inventoryLedger.js';
import { amazonInventoryLedgerEvents } from './amazon/inventoryLedgerEvents.js';
import { amazonListings } from './amazon/listings.js';
import { amazonManageFbaInventory } from './amazon/manageFbaInventory.js';
import { amazonOpenListings } from './amazon/openListings.js';
import { amazonOrders } from './amazon/orders.js';
import { amazonReservedInventory } from './amazon/reservedInventory.js';
import { amazonSearchCatalogPerformance } from './amazon/searchCatalogPerformance.js';
import { amazonSearchQueryPerformance } from './amazon/searchQueryPerformance.js';
import { amazonSettlement } from './amazon/settlement.js';
import { amazonSpAdvertisedProducts } from './amazon/spAdvertisedProducts.js';
import { amazonSpCampaigns } from './amazon/spCampaigns.js';
import { amazonSpPlacements } from './amazon/spPlacements.js';
import { amazonSpPurchasedProducts } from './amazon/spPurchasedProducts.js';
import { amazonSpSearchTerms } from './amazon/spSearchTerms.js';
import { amazonSpTargeting } from './amazon/spTargeting.js';
import { amazonTopSearchTerms } from './amazon/topSearchTerms.js';
import { amazonTrafficByChild } from './amazon/trafficByChild.js';
import { amazonTrafficByDate } from './amazon/trafficByDate.js';
import { amazonTrafficByParent } from './amazon/trafficByParent.js';
import { amazonTrafficBySku } from './amazon/trafficBySku.js';
import { amazonTransactions } from './amazon/transactions.js';
import type { ReportFormat } from './define.js';
import { ebayActiveListings } from './ebay/activeListings.js';
import { ebayOrderEarnings } from './ebay/orderEarnings.js';
import { ebayOrders } from './ebay/orders.js';
import { ebayTransactions } from './ebay/transactions.js';
import { etsyListings } from './etsy/listings.js';
import { etsySoldOrderItems } from './etsy/soldOrderItems.js';
import { etsyStatement } from './etsy/statement.js';
import { googleMerchantFeed } from './google/merchantFeed.js';
import { lazadaPriceStock } from './lazada/priceStock.js';
import { qoo10Items } from './qoo10/items.js';
import { rakutenItems } from './rakuten/items.js';
import { shopeeSalesInfo } from './shopee/salesInfo.js';
import { shopifyInventory } from './shopify/inventory.js';
import { shopifyOrders } from './shopify/orders.js';
import { shopifyPaymentTransactions } from './shopify/paymentTransactions.js';
import { shopifyPayouts } from './shopify/payouts.js';
import { shopifyProducts } from './shopify/products.js';
import { squareItems } from './square/items.js';
import { taobaoAdReports } from './taobao/adReports.js';
import { taobaoAlipayStatement } from './taobao/alipayStatement.js';
import { taobaoBrandReports } from './taobao/brandReports.js';
import { taobaoDisplayReports } from './taobao/displayReports.js';
import { taobaoItemPackage } from './taobao/itemPackage.js';
import { taobaoItemSheet } from './taobao/itemSheet.js';
import { taobaoItemsOnSale } from './taobao/itemsOnSale.js';
import { taobaoOrderItems } from './taobao/orderItems.js';
import { taobaoOrders } from './taobao/orders.js';
import { taobaoOutsideReports } from './taobao/outsideReports.js';
import { taobaoReviews } from './taobao/reviews.js';
import { taobaoShopScores } from './taobao/shopScores.js';
import { taobaoSycmItems } from './taobao/sycmItems.js';
import { taobaoSycmPromotedItems } from './taobao/sycmPromotedItems.js';
import { taobaoSycmSearchAnalysis } from './taobao/sycmSearchAnalysis.js';
import { taobaoSycmSearchRanking } from './taobao/sycmSearchRanking.js';
import { taobaoSycmSearchTerms } from './taobao/sycmSearchTerms.js';
import { taobaoSycmShop } from './taobao/sycmShop.js';
import { taobaoSycmSkus } from './taobao/sycmSkus.js';
import { taobaoSycmSources } from './taobao/sycmSources.js';
import { taobaoWanxiangtaiReports } from './taobao/wanxiangtaiReports.js';
import { tiktokshopBatchEdit } from './tiktokshop/batchEdit.js';
import { tiktokshopOrders } from './tiktokshop/orders.js';
import { walmartItems } from './walmart/items.js';
import { woocommerceProducts } from './woocommerce/products.js';
import { yahoojpItems } from './yahoojp/items.js';

export const REPORT_FORMATS: readonly ReportFormat[] = [
  amazonListings,
  amazonOpenListings,
  amazonOrders,
  amazonTrafficByChild,
  amazonTrafficBySku,
  amazonTrafficByParent,
  amazonFbaInventory,
  amazonManageFbaInventory,
  amazonReservedInventory,
  amazonSpSearchTerms,
  amazonAdsSearchTermsUnified,
  amazonTrafficByDate,
  amazonAfnInventory,
  amazonInventoryLedger,
  amazonInventoryLedgerEvents,
  amazonFbaReturns,
  amazonFbaReimbursements,
  amazonTransactions,
  amazonSettlement,
  amazonSpTargeting,
  amazonSpAdvertisedProducts,
  amazonSpPurchasedProducts,
  amazonSpPlacements,
  amazonSpCampaigns,
  amazonAdsTargetsUnified,
  amazonAdsProductsUnified,
  amazonAdsPlacementsUnified,
  amazonAdsAdGroupsUnified,
  amazonAdsCampaignsUnified,
  amazonAdsConsoleCampaigns,
  amazonAdsHistory,
  amazonBulksheet,
  amazonBulksheetSearchTerms,
  amazonBulksheetLegacy,
  amazonTopSearchTerms,
  amazonSearchQueryPerformance,
  amazonSearchCatalogPerformance,
  shopifyProducts,
  shopifyInventory,
  shopifyOrders,
  woocommerceProducts,
  ebayActiveListings,
  ebayOrders,
  etsyListings,
  etsySoldOrderItems,
  taobaoItemPackage,
  taobaoOrderItems,
  ...taobaoAdReports,
  taobaoAlipayStatement,
  ...taobaoBrandReports,
  ...taobaoDisplayReports,
  taobaoItemSheet,
  taobaoItemsOnSale,
  taobaoOrders,
  ...taobaoOutsideReports,
  taobaoReviews,
  taobaoShopScores,
  taobaoSycmItems,
  taobaoSycmPromotedItems,
  taobaoSycmSearchAnalysis,
  taobaoSycmSearchRanking,
  taobaoSycmSearchTerms,
  taobaoSycmShop,
  taobaoSycmSkus,
  taobaoSycmSources,
  ...taobaoWanxiangtaiReports,
  rakutenItems,
  yahoojpItems,
  qoo10Items,
  googleMerchantFeed,
  shopeeSalesInfo,
  lazadaPriceStock,
  tiktokshopBatchEdit,
  ebayOrderEarnings,
  ebayTransactions,
  etsyStatement,
  shopifyPaymentTransactions,
  shopifyPayouts,
  squareItems,
  tiktokshopOrders,
  walmartItems,
];

/** The format of this id. */
export function reportFormat(id: string): ReportFormat | undefined {
  return REPORT_FORMATS.find((format) => format.id === id);
}
