/** TikTok Ads Manager: one row a campaign, an ad group or an ad. */
import { required } from '../define.js';
import { AD, AD_GROUP, CAMPAIGN, tiktokReport } from './adsReport.js';

export const tiktokReports = [
  tiktokReport({
    id: 'tiktok.campaigns',
    report: 'TikTok Ads: campaigns',
    grain: 'campaign',
    level: required('campaign', CAMPAIGN),
    finer: [AD_GROUP, AD],
  }),
  tiktokReport({
    id: 'tiktok.ad-groups',
    report: 'TikTok Ads: ad groups',
    grain: 'ad-group',
    level: required('adGroup', AD_GROUP),
    finer: [AD],
  }),
  tiktokReport({ id: 'tiktok.ads', report: 'TikTok Ads: ads', grain: 'creative', level: required('creative', AD), finer: [] }),
];
