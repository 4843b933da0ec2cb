/**
 * The campaign table of the advertising console, as its "Export" writes it: the campaigns of the chosen days, with their states and
 * budgets. Until 2024 "Campaigns", "Spend(USD)", "Orders"; since then "Campaign name", "Total cost", "Purchases". Columns are the
 * seller's choice. The file says nothing of its days.
 */
import { AD_UNIT, column, defineReport, required } from '../define.js';

export const amazonAdsConsoleCampaigns = defineReport({
  id: 'amazon.ads-console-campaigns',
  platform: 'amazon',
  report: 'Campaign table of the advertising console',
  fills: ['ads', 'adEntities'],
  certainty: 'B',
  source: 'public readers of real exports (US 2023, DE 2026)',
  download: 'Advertising console > Campaigns > Export',
  notes: ['state, budget and strategy are those of the moment of the export; sales are counted over 7 days, for Brands and Display 14'],
  columns: [
    required('entityState', 'State'),
    required('campaign', 'Campaign name', 'Campaigns'),
    column('campaignType', 'Type'),
    column('portfolio', 'Portfolio', 'Portfolio name'),
    column('country', 'Country'),
    column('startDay', 'Campaign start date', 'Start date'),
    column('endDay', 'Campaign end date', 'End date'),
    column('budget', 'Campaign budget amount', 'Campaign budget amount ({currency})', 'Budget', 'Budget ({currency})'),
    column('budgetType', 'Campaign budget type', 'Budget type'),
    column('biddingStrategy', 'Campaign bid strategy', 'Campaign bidding strategy'),
    column('currency', 'Campaign currency', 'Currency'),
    column('topOfSearchShare', 'Top-of-search impression share (IS)', 'Top-of-search IS'),
    column('impressions', 'Impressions'),
    column('clicks', 'Clicks'),
    required('adCost', 'Total cost', 'Total cost ({currency})', 'Spend', 'Spend ({currency})'),
    column('adOrders', 'Purchases', 'Orders'),
    column('adSales', 'Sales', 'Sales ({currency})'),
    column('adNewBuyers', 'Purchases (new-to-brand)', 'NTB orders'),
  ],
  ratios: [
    { names: ['CTR'], of: ['clicks'], by: ['impressions'] },
    { names: ['CPC'], of: ['adCost'], by: ['clicks'] },
    { names: ['ACOS'], of: ['adCost'], by: ['adSales'] },
    { names: ['ROAS'], of: ['adSales'], by: ['adCost'] },
  ],
  not: ['Budget currency', 'Date range', 'Entity', 'Operation', 'Ad group name', 'Customer Search Term'],
  ignore: [{ rule: 'totals', firstCell: /^totals?(?::.*)?$/i }],
  unit: AD_UNIT,
  period: 'none',
  grain: 'campaign',
  storeBy: 'country',
});
