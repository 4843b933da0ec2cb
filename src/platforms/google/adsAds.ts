/**
 * Google Ads: ad report. An ad has no name: of its headlines the first stands for it, with its id where the advertiser shows it. All
 * other texts of the ad stay in the kept cells.
 */
import { column, required } from '../define.js';
import { AD_STATUS, KEYWORD, SEARCH_TERM } from './adsNames.js';
import { adsReport } from './adsReport.js';
import { SETTINGS_NOTE } from './adsSettings.js';

export const googleAdsAds = adsReport({
  id: 'google.ads-ads',
  report: 'Google Ads: ads',
  fills: ['ads', 'adEntities'],
  certainty: 'A',
  source: 'a real export (2026); Spanish headers in a public reader',
  grain: 'creative',
  notes: [SETTINGS_NOTE],
  columns: [
    required('entityState', ...AD_STATUS),
    {
      ...column(
        'creative',
        'Ad name',
        'Headline 1',
        'Headline',
        'Long headline',
        'Ad',
        'Titel 1',
        'Título 1',
        'Titre 1',
        '見出し 1',
        '标题 1',
      ),
      firstFilled: true,
    },
    column('creativeId', 'Ad ID', 'Anzeigen-ID', "ID de l'annonce", 'ID del anuncio', 'ID do anúncio', '広告 ID', '广告 ID'),
  ],
  hasOneOf: [
    'Final URL',
    'Ad type',
    'Headline 1',
    'Finale URL',
    'URL final',
    'URL finale',
    '最終ページ URL',
    '最终到达网址',
    'Tipo de anuncio',
    'Ad',
  ],
  not: [...SEARCH_TERM, ...KEYWORD, 'Entity', 'Operation'],
});
