/** Microsoft Ads: campaign performance report. */
import { column, required } from '../define.js';
import { AD, AD_GROUP, CAMPAIGN, KEYWORD, microsoftReport, SEARCH_TERM } from './adsReport.js';

export const microsoftCampaigns = microsoftReport({
  id: 'microsoft.campaigns',
  report: 'Microsoft Ads: campaigns',
  fills: ['ads', 'adEntities'],
  grain: 'campaign',
  columns: [
    required('campaign', ...CAMPAIGN),
    column('entityState', 'Campaign status', 'CampaignStatus'),
    column('budget', 'Budget', 'Daily budget', 'Campaign budget'),
    column('budgetType', 'Budget type', 'BudgetType'),
    column('biddingStrategy', 'Bid strategy type', 'BidStrategyType'),
  ],
  finer: [...SEARCH_TERM, ...KEYWORD, ...AD_GROUP, ...AD],
});
