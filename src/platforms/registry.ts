/** Every report format, one line each. The order does not matter: exactly one must match a file. */
import { ahrefsKeywords } from './ahrefs/keywords.js';
import { alibabaOrders } from './alibaba/orders.js';
import { aliexpressOrders } from './aliexpress/orders.js';
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
import { baiduAdReports } from './baidu/adReports.js';
import type { ReportFormat } from './define.js';
import { dianchachaKeywords } from './dianchacha/keywords.js';
import { dianchachaOffers } from './dianchacha/offers.js';
import { douyinItemCards } from './douyin/itemCards.js';
import { douyinLive } from './douyin/live.js';
import { douyinOrders } from './douyin/orders.js';
import { douyinSitewideReports } from './douyin/sitewideReports.js';
import { douyinStandardReports } from './douyin/standardReports.js';
import { douyinTransactions } from './douyin/transactions.js';
import { ebayActiveListings } from './ebay/activeListings.js';
import { ebayOrderEarnings } from './ebay/orderEarnings.js';
import { ebayOrders } from './ebay/orders.js';
import { ebayTransactions } from './ebay/transactions.js';
import { erankKeywords } from './erank/keywords.js';
import { erpJushuitanStock } from './erp/jushuitan.js';
import { erpLingxingStock } from './erp/lingxing.js';
import { erpMabangStock } from './erp/mabang.js';
import { erpProductCosts } from './erp/productCosts.js';
import { erpStockBalance } from './erp/stockBalance.js';
import { erpWangdiantongStock } from './erp/wangdiantong.js';
import { etsyListings } from './etsy/listings.js';
import { etsySoldOrderItems } from './etsy/soldOrderItems.js';
import { etsySoldOrders } from './etsy/soldOrders.js';
import { etsyStatement } from './etsy/statement.js';
import { googleAdsAdGroups } from './google/adsAdGroups.js';
import { googleAdsAds } from './google/adsAds.js';
import { googleAdsAudiences } from './google/adsAudiences.js';
import { googleAdsCampaigns } from './google/adsCampaigns.js';
import { googleAdsEditor } from './google/adsEditor.js';
import { googleAdsKeywords } from './google/adsKeywords.js';
import { googleAdsPlacements } from './google/adsPlacements.js';
import { googleAdsProducts } from './google/adsProducts.js';
import { googleAdsSearchTerms } from './google/adsSearchTerms.js';
import { googleGa4 } from './google/ga4.js';
import { googleKeywordPlanner } from './google/keywordPlanner.js';
import { googleMerchantFeed } from './google/merchantFeed.js';
import {
  googleSearchConsoleCountries,
  googleSearchConsoleDates,
  googleSearchConsoleDevices,
  googleSearchConsolePages,
  googleSearchConsoleQueries,
} from './google/searchConsole.js';
import { helium10BlackBox } from './helium10/blackBox.js';
import { helium10Cerebro } from './helium10/cerebro.js';
import { helium10Magnet } from './helium10/magnet.js';
import { helium10Xray } from './helium10/xray.js';
import { jdAdReports } from './jd/adReports.js';
import { jdItems } from './jd/items.js';
import { jdOrders } from './jd/orders.js';
import { jdSettlement } from './jd/settlement.js';
import { jdShop } from './jd/shop.js';
import { junglescoutKeywords } from './junglescout/keywords.js';
import { junglescoutProducts } from './junglescout/products.js';
import { keepaProducts } from './keepa/products.js';
import { kuaishouAdReports } from './kuaishou/adReports.js';
import { kuaishouOrders } from './kuaishou/orders.js';
import { lazadaIncome } from './lazada/income.js';
import { lazadaOrders } from './lazada/orders.js';
import { lazadaPriceStock } from './lazada/priceStock.js';
import { metaAdSets } from './meta/adSets.js';
import { metaAds } from './meta/ads.js';
import { metaCampaigns } from './meta/campaigns.js';
import { microsoftAdGroups } from './microsoft/adGroups.js';
import { microsoftCampaigns } from './microsoft/campaigns.js';
import { microsoftKeywords } from './microsoft/keywords.js';
import { microsoftSearchTerms } from './microsoft/searchTerms.js';
import { oceanengineAdReports } from './oceanengine/adReports.js';
import { pinduoduoAdReports } from './pinduoduo/adReports.js';
import { pinduoduoBill } from './pinduoduo/bill.js';
import { pinduoduoOrders } from './pinduoduo/orders.js';
import { pinduoduoSearchAds } from './pinduoduo/searchAds.js';
import { pinterestReports } from './pinterest/reports.js';
import { qihooAdReports } from './qihoo/adReports.js';
import { qoo10Items } from './qoo10/items.js';
import { qoo10Orders } from './qoo10/orders.js';
import { qoo10PriceStock } from './qoo10/priceStock.js';
import { rakutenCouponAdvance } from './rakuten/couponAdvance.js';
import { rakutenItemAnalysis } from './rakuten/itemAnalysis.js';
import { rakutenItems } from './rakuten/items.js';
import { rakutenOrders } from './rakuten/orders.js';
import { rakutenRppReports } from './rakuten/rppReports.js';
import { rakutenShopDays } from './rakuten/shopDays.js';
import { rakutenTdaCampaigns } from './rakuten/tdaCampaigns.js';
import { sellerspriteKeywords } from './sellersprite/keywords.js';
import { semrushKeywords } from './semrush/keywords.js';
import { semrushPositions } from './semrush/positions.js';
import { shopeeAdKeywords, shopeeAds } from './shopee/ads.js';
import { shopeeIncome } from './shopee/income.js';
import { shopeeOrders } from './shopee/orders.js';
import { shopeeProducts } from './shopee/products.js';
import { shopeeSalesInfo } from './shopee/salesInfo.js';
import { shopifyInventory } from './shopify/inventory.js';
import { shopifyOrders } from './shopify/orders.js';
import { shopifyPaymentTransactions } from './shopify/paymentTransactions.js';
import { shopifyPayouts } from './shopify/payouts.js';
import { shopifyProducts } from './shopify/products.js';
import { sogouAdReports } from './sogou/adReports.js';
import { squareItems } from './square/items.js';
import { stardayItems } from './starday/items.js';
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
import { temuActivityPrices } from './temu/activityPrices.js';
import { temuStockOrders } from './temu/stockOrders.js';
import { tencentAds } from './tencent/ads.js';
import { tencentCampaigns } from './tencent/campaigns.js';
import { tiktokReports } from './tiktok/reports.js';
import { tiktokshopAdDays } from './tiktokshop/adDays.js';
import { tiktokshopBatchEdit } from './tiktokshop/batchEdit.js';
import { tiktokshopIncome } from './tiktokshop/income.js';
import { tiktokshopOrders } from './tiktokshop/orders.js';
import { ucAdReports } from './uc/adReports.js';
import { walmartItems } from './walmart/items.js';
import { wishProducts } from './wish/products.js';
import { woocommerceOrderItems } from './woocommerce/orderItems.js';
import { woocommerceOrders } from './woocommerce/orders.js';
import { woocommerceProducts } from './woocommerce/products.js';
import { yahoojpItems } from './yahoojp/items.js';
import { yahoojpOrderItems } from './yahoojp/orderItems.js';
import { yahoojpOrders } from './yahoojp/orders.js';
import { yahoojpStock } from './yahoojp/stock.js';

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
  woocommerceOrders,
  woocommerceOrderItems,
  ebayActiveListings,
  ebayOrders,
  etsyListings,
  etsySoldOrderItems,
  etsySoldOrders,
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
  ...rakutenRppReports,
  rakutenTdaCampaigns,
  rakutenCouponAdvance,
  rakutenItemAnalysis,
  rakutenShopDays,
  rakutenOrders,
  yahoojpItems,
  yahoojpStock,
  yahoojpOrders,
  yahoojpOrderItems,
  qoo10Items,
  qoo10PriceStock,
  qoo10Orders,
  googleMerchantFeed,
  googleGa4,
  googleAdsSearchTerms,
  googleAdsKeywords,
  googleAdsCampaigns,
  googleAdsAdGroups,
  googleAdsAds,
  googleAdsProducts,
  googleAdsPlacements,
  googleAdsAudiences,
  googleAdsEditor,
  googleKeywordPlanner,
  googleSearchConsoleQueries,
  googleSearchConsolePages,
  googleSearchConsoleCountries,
  googleSearchConsoleDevices,
  googleSearchConsoleDates,
  metaCampaigns,
  metaAdSets,
  metaAds,
  ...tiktokReports,
  ...pinterestReports,
  microsoftSearchTerms,
  microsoftKeywords,
  microsoftAdGroups,
  microsoftCampaigns,
  helium10Cerebro,
  helium10Magnet,
  helium10Xray,
  helium10BlackBox,
  keepaProducts,
  junglescoutKeywords,
  junglescoutProducts,
  semrushKeywords,
  semrushPositions,
  ahrefsKeywords,
  erankKeywords,
  sellerspriteKeywords,
  shopeeSalesInfo,
  shopeeOrders,
  shopeeIncome,
  shopeeAds,
  shopeeAdKeywords,
  shopeeProducts,
  lazadaPriceStock,
  lazadaOrders,
  lazadaIncome,
  tiktokshopBatchEdit,
  ebayOrderEarnings,
  ebayTransactions,
  etsyStatement,
  shopifyPaymentTransactions,
  shopifyPayouts,
  squareItems,
  tiktokshopOrders,
  tiktokshopIncome,
  tiktokshopAdDays,
  walmartItems,
  jdItems,
  jdShop,
  ...jdAdReports,
  jdOrders,
  jdSettlement,
  pinduoduoOrders,
  ...pinduoduoAdReports,
  pinduoduoSearchAds,
  pinduoduoBill,
  douyinOrders,
  douyinTransactions,
  ...douyinSitewideReports,
  ...douyinStandardReports,
  douyinLive,
  douyinItemCards,
  ...oceanengineAdReports,
  tencentCampaigns,
  tencentAds,
  ...kuaishouAdReports,
  kuaishouOrders,
  ...baiduAdReports,
  ...qihooAdReports,
  ...sogouAdReports,
  ...ucAdReports,
  alibabaOrders,
  aliexpressOrders,
  temuStockOrders,
  temuActivityPrices,
  wishProducts,
  stardayItems,
  erpStockBalance,
  erpJushuitanStock,
  erpWangdiantongStock,
  erpLingxingStock,
  erpMabangStock,
  erpProductCosts,
  dianchachaKeywords,
  dianchachaOffers,
];

/** The format of this id. */
export function reportFormat(id: string): ReportFormat | undefined {
  return REPORT_FORMATS.find((format) => format.id === id);
}
