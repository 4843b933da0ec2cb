/**
 * Performance report of Rakuten's display ads (TDA): a campaign a day or a span. They are paid by the viewable impression, and sales count
 * that follow a view, on other devices too. Fifteen lines stand above the header, with notes between two lines of ■. Ratios are rounded.
 *
 * Seen: one export of 2023, put together of several downloads (the same days stand in it again), under a name that speaks of RPP; views
 * that are paid for and 市場外配信 are those of TDA.
 */
import { AD_UNIT, column, defineReport, required } from '../define.js';
import { AD_PERIOD, AD_PERIOD_DAYS, AD_TOTALS, VIEWABLE_IMPRESSIONS } from './adColumns.js';

const ORDERS = ['売上件数(ビュースルー・店舗内クロスデバイス含む)', '売上件数(ビュースルー)'];
const SALES = ['売上金額(ビュースルー・店舗内クロスデバイス含む)(円)', '売上金額(ビュースルー)(円)'];

export const rakutenTdaCampaigns = defineReport({
  id: 'rakuten.tda-campaigns',
  platform: 'rakuten',
  report: 'ターゲティングディスプレイ広告 (TDA) パフォーマンスレポート キャンペーン',
  fills: ['ads'],
  certainty: 'A',
  source: 'a real export of 2023',
  download: 'RMS > 広告・アフィリエイト・楽天大学 > ターゲティングディスプレイ広告 > パフォーマンスレポート > キャンペーン > ダウンロード',
  notes: [
    'impressions are viewable ones, sales those that follow a view or click, on other devices too',
    'with 市場外配信 they are those on Rakuten and elsewhere together',
    'the cost of a day is cut off to the yen, so days add up to a little less than the bill',
  ],
  columns: [
    AD_PERIOD,
    column('campaignId', 'キャンペーンID'),
    required('campaign', 'キャンペーン名'),
    required('impressions', VIEWABLE_IMPRESSIONS),
    required('adCost', '実績額(円)', '実績額'),
    required('clicks', 'クリック数'),
    column('adOrders', ...ORDERS),
    column('adSales', ...SALES),
    column('adNewBuyers', '新規顧客_売上件数'),
  ],
  days: AD_PERIOD_DAYS,
  ratios: [
    { names: ['CTR(ビュースルー)(%)'], of: ['clicks'], by: ['impressions'] },
    { names: ['CPC(円)'], of: ['adCost'], by: ['clicks'] },
    { names: ['Vimp単価(円)'], of: ['adCost'], by: ['impressions'] },
    { names: ['ROAS(ビュースルー・店舗内クロスデバイス含む)(%)'], of: ['adSales'], by: ['adCost'] },
  ],
  not: ['商品管理番号'],
  ignore: AD_TOTALS,
  noRepeats: true,
  unit: AD_UNIT,
  currency: 'JPY',
  period: 'rows',
  channel: 'TDA',
  grain: 'campaign',
});
