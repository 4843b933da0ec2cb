/** Meta Ads: one row an ad set. */
import { required } from '../define.js';
import { AD, AD_SET, metaReport } from './adsReport.js';

export const metaAdSets = metaReport({
  id: 'meta.ad-sets',
  report: 'Meta Ads: ad sets',
  fills: ['ads', 'adEntities'],
  grain: 'ad-group',
  level: required('adGroup', ...AD_SET),
  state: [
    'Ad set delivery',
    'Anzeigengruppenauslieferung',
    'Entrega del conjunto de anuncios',
    'Veiculação do conjunto de anúncios',
    '广告组投放',
    'Phân phối nhóm quảng cáo',
  ],
  finer: AD,
});
