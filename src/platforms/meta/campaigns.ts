/** Meta Ads: one row a campaign. */
import { required } from '../define.js';
import { AD, AD_SET, CAMPAIGN, metaReport } from './adsReport.js';

export const metaCampaigns = metaReport({
  id: 'meta.campaigns',
  report: 'Meta Ads: campaigns',
  fills: ['ads', 'adEntities'],
  grain: 'campaign',
  level: required('campaign', ...CAMPAIGN),
  state: [
    'Campaign delivery',
    'Kampagnenauslieferung',
    'Entrega de la campaña',
    'Veiculação da campanha',
    '广告系列投放',
    'キャンペーンの配信',
    'Phân phối chiến dịch',
  ],
  finer: [...AD_SET, ...AD],
});
