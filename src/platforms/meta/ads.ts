/** Meta Ads: one row an ad. */
import { required } from '../define.js';
import { AD, metaReport } from './adsReport.js';

export const metaAds = metaReport({
  id: 'meta.ads',
  report: 'Meta Ads: ads',
  fills: ['ads', 'adEntities'],
  grain: 'creative',
  level: required('creative', ...AD),
  state: [
    'Ad delivery',
    'Anzeigenauslieferung',
    'Entrega del anuncio',
    'Veiculação do anúncio',
    '广告投放',
    '広告配信',
    'Penayangan iklan',
  ],
  finer: [],
});
