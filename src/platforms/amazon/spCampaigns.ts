/**
 * Sponsored Products campaign report: what each campaign cost and sold, its state, daily budget and bidding strategy. One row a
 * campaign; in the daily version also a day. In daily reports Start and End Date are the campaign's own (seen in a real file), in summaries
 * the first and last day of the row. The budget report and those of Sponsored Brands and Display read alike; that of Sponsored Brands
 * tells neither state nor budget: it is known by its sales within so many days of a click, and by naming nothing finer than a campaign.
 */
import { AD_UNIT, column, defineReport, required } from '../define.js';
import {
  AD_ACCOUNT,
  AD_DAYS,
  AD_GROUP_NAMES,
  AD_NOTES,
  AD_ORDERS,
  AD_RATIOS,
  AD_SALES,
  AD_UNITS,
  ADVERTISED_ASIN_NAMES,
  ADVERTISED_SKU_NAMES,
  CAMPAIGN_NAMES,
  CLICKS_NAMES,
  IMPRESSIONS_NAMES,
  NEW_TO_BRAND,
  OTHER_AD_REPORTS,
  PLACEMENT_NAMES,
  PURCHASED_ASIN_NAMES,
  ROAS,
  SEARCH_TERM_NAMES,
  SPEND_NAMES,
  TARGETING_NAMES,
} from './adColumns.js';

const STATUS = ['Status', '状态', 'ステータス', 'Estado', 'Statut', 'Stato', '상태'];
const BUDGET = [
  'Budget Amount',
  'Budget',
  '预算',
  '予算',
  '予算額',
  'Presupuesto',
  'Budgetbetrag',
  'Montant du budget',
  'Importo budget',
  '예산',
];

export const amazonSpCampaigns = defineReport({
  id: 'amazon.sp-campaigns',
  platform: 'amazon',
  report: 'Sponsored Products campaign report',
  fills: ['ads', 'adEntities'],
  certainty: 'A',
  source:
    'a real export (India, 2020), rows of one of 2026 and the columns of Sponsored Brands (English, Chinese) in public tests; localised names from public readers and from memory',
  download: 'Advertising console > Measurement & Reporting > Sponsored ads reports > Sponsored Products > Campaign',
  notes: [...AD_NOTES, 'state, budget and bidding strategy are those at the time of the report, on each of its days'],
  columns: [
    ...AD_DAYS,
    ...AD_ACCOUNT,
    column(
      'campaignType',
      ...['Program Type', 'Campaign Type', '广告活动类型', 'キャンペーンタイプ', 'Kampagnentyp', 'Programmtyp', 'Tipo de campaña'],
      ...['Type de campagne', 'Tipo di campagna', '캠페인 유형'],
    ),
    required('campaign', ...CAMPAIGN_NAMES),
    column('entityState', ...STATUS),
    column('budget', ...BUDGET),
    column(
      'biddingStrategy',
      ...['Bidding strategy', '竞价策略', '入札戦略', 'Gebotsstrategie', 'Estrategia de puja', "Stratégie d'enchères"],
      ...['Strategia di offerta', '입찰 전략'],
    ),
    column('impressions', ...IMPRESSIONS_NAMES),
    required('clicks', ...CLICKS_NAMES),
    required('adCost', ...SPEND_NAMES),
    AD_SALES,
    AD_ORDERS,
    AD_UNITS,
    NEW_TO_BRAND,
  ],
  ratios: [...AD_RATIOS, ROAS],
  hasOneOf: [...STATUS, ...BUDGET, ...AD_SALES.names],
  not: [
    ...[...OTHER_AD_REPORTS, 'State', 'Campaigns'],
    ...[...AD_GROUP_NAMES, ...TARGETING_NAMES, ...SEARCH_TERM_NAMES, ...PLACEMENT_NAMES],
    ...[...ADVERTISED_SKU_NAMES, ...ADVERTISED_ASIN_NAMES, ...PURCHASED_ASIN_NAMES],
  ],
  unit: AD_UNIT,
  period: 'span',
  grain: 'campaign',
  attribution: true,
  storeBy: 'country',
});
