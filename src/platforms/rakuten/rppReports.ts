/**
 * Reports of RPP, Rakuten's search ads, by what a row is about: all ads (すべての広告), a campaign, an item (商品別), a keyword of an item. The
 * one of items can be edited and uploaded again (コントロールカラム), so it has the bids: 商品CPC is the item's own, where it has one, 入札単価 the one in force.
 *
 * Sales are counted twice, within 12 hours and within 720 (30 days) of the click; the seller may choose one. Eco keeps those of 720 hours,
 * which contain the others. New (新規) and known (既存) customers are parts of 合計. Rakuten cuts rates off behind the second decimal and raises costs
 * a click or an order to the next yen. Impressions are in none of the reports, a CTR is.
 *
 * Items from two real exports of 2023 and a header of 2026, all ads and keywords from programs that download them; campaigns from memory.
 */
import { AD_UNIT, type ColumnSpec, column, defineReport, type RatioSpec, type ReportFormat, required } from '../define.js';
import { AD_PERIOD, AD_PERIOD_DAYS, AD_TOTALS, COUPONS_TAKEN, ITEM_NUMBER, VIEWABLE_IMPRESSIONS } from './adColumns.js';

const METRICS: readonly ColumnSpec[] = [
  required('clicks', 'クリック数(合計)'),
  required('adCost', '実績額(合計)'),
  column('adSales', '売上金額(合計720時間)'),
  column('adOrders', '売上件数(合計720時間)'),
  column('adNewBuyers', '売上件数(新規720時間)'),
];

const RATIOS: readonly RatioSpec[] = [
  { names: ['CPC実績(合計)'], of: ['adCost'], by: ['clicks'], rounds: 'up' },
  { names: ['CVR(合計720時間)(%)'], of: ['adOrders'], by: ['clicks'], rounds: 'down' },
  { names: ['ROAS(合計720時間)(%)'], of: ['adSales'], by: ['adCost'], rounds: 'down' },
  { names: ['注文獲得単価(合計720時間)'], of: ['adCost'], by: ['adOrders'], rounds: 'up' },
];

const CAMPAIGN = ['キャンペーン名'];
const CAMPAIGN_ID = ['キャンペーンID'];
const KEYWORD = 'キーワード';
const ITEM = [required('productId', ITEM_NUMBER)];

interface Grain {
  readonly id: string;
  readonly grain: string;
  readonly report: string;
  readonly columns: readonly ColumnSpec[];
  readonly not: readonly string[];
  readonly more?: Partial<ReportFormat>;
}

function rppReport({ id, grain, report, columns, not, more }: Grain): ReportFormat {
  return defineReport({
    id: `rakuten.${id}`,
    platform: 'rakuten',
    report: `RPP ${report}`,
    fills: ['ads'],
    certainty: 'A-',
    source: 'header in programs that download the report',
    download: `RMS > 広告・アフィリエイト・楽天大学 > RPP > パフォーマンスレポート > ${report} > ダウンロード`,
    notes: [
      'sales are those within 720 hours (30 days) of the click; they still arrive for as long as that',
      'the report has no impressions',
    ],
    columns: [AD_PERIOD, ...columns, ...METRICS],
    days: AD_PERIOD_DAYS,
    ratios: RATIOS,
    not: [COUPONS_TAKEN, VIEWABLE_IMPRESSIONS, ...not],
    ignore: AD_TOTALS,
    noRepeats: true,
    unit: AD_UNIT,
    currency: 'JPY',
    period: 'rows',
    channel: 'RPP',
    grain,
    attribution: 30,
    ...more,
  });
}

export const rakutenRppReports: readonly ReportFormat[] = [
  rppReport({
    id: 'rpp-account',
    grain: 'account',
    report: 'すべての広告',
    columns: [],
    not: [...CAMPAIGN, ...CAMPAIGN_ID, ITEM_NUMBER, KEYWORD],
  }),
  rppReport({
    id: 'rpp-campaigns',
    grain: 'campaign',
    report: 'キャンペーン別',
    columns: [column('campaignId', ...CAMPAIGN_ID), required('campaign', ...CAMPAIGN)],
    not: [ITEM_NUMBER, KEYWORD],
    more: { certainty: 'M', source: 'names of the campaign from memory; the figures as in the other reports' },
  }),
  rppReport({
    id: 'rpp-items',
    grain: 'item',
    report: '商品別',
    columns: [...ITEM, { ...column('bid', '商品CPC', '入札単価'), firstFilled: true }],
    not: [...CAMPAIGN, ...CAMPAIGN_ID, KEYWORD],
    more: { fills: ['ads', 'adEntities'], certainty: 'A', source: 'two real exports of 2023; the header of one of 2026' },
  }),
  rppReport({
    id: 'rpp-keywords',
    grain: 'keyword',
    report: 'キーワード別',
    columns: [...ITEM, required('targeting', KEYWORD), column('bid', 'キーワードCPC')],
    not: [...CAMPAIGN, ...CAMPAIGN_ID],
    more: { fills: ['ads', 'adEntities'] },
  }),
];
