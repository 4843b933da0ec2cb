/**
 * Google Ads Editor: the account as a spreadsheet, a row an entity, with English headers in every language. A row says what it is by the
 * type that it has: of a keyword, an ad, an ad group or a campaign; other rows (locations, assets) are settings. Only its own state
 * counts, not that of the campaign that stands beside it.
 */
import { AD_UNIT, column, defineReport, required } from '../define.js';
import { BID } from './adsSettings.js';

/** What a type says of its row, as far as it is known. */
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ broad: 'keyword', phrase: 'keyword', exact: 'keyword' },
  ...{ 'negative broad': 'negative keyword', 'negative phrase': 'negative keyword', 'negative exact': 'negative keyword' },
  ...{ 'campaign negative broad': 'campaign negative keyword', 'campaign negative phrase': 'campaign negative keyword' },
  ...{ 'campaign negative exact': 'campaign negative keyword', 'responsive search ad': 'ad', 'expanded text ad': 'ad' },
  ...{ default: 'ad group', standard: 'ad group', dynamic: 'ad group' },
  ...{ search: 'campaign', display: 'campaign', shopping: 'campaign', video: 'campaign', 'performance max': 'campaign' },
};

export const googleAdsEditor = defineReport({
  id: 'google.ads-editor',
  platform: 'google',
  report: 'Google Ads Editor: whole account',
  fills: ['adEntities'],
  certainty: 'C',
  source: 'support.google.com/google-ads/editor/answer/57747, public writers of the format, and memory',
  download: 'Google Ads Editor > Account > Export > Whole account (CSV)',
  notes: ['settings of the moment of the export, without figures'],
  columns: [
    required('campaign', 'Campaign'),
    { ...column('entity', 'Criterion Type', 'Ad type', 'Ad Group Type', 'Campaign Type'), firstFilled: true, words: ENTITIES },
    column('campaignType', 'Campaign Type'),
    column('adGroup', 'Ad Group'),
    column('targeting', 'Keyword'),
    column('matchType', 'Criterion Type'),
    column('audience', 'Audience segment', 'Audience'),
    { ...column('entityState', 'Status', 'Ad Group Status', 'Campaign Status'), firstFilled: true },
    { ...BID, names: ['Max CPC', 'Max. CPC'] },
    column('budget', 'Budget', 'Campaign Daily Budget'),
    column('budgetType', 'Budget type'),
    column('biddingStrategy', 'Bid Strategy Type'),
    { ...column('targetRoas', 'Target ROAS'), only: /\d/ },
    { ...column('targetCpa', 'Target CPA'), only: /^[\d.,]+$/ },
    { ...column('startDay', 'Start Date', 'Campaign Start Date'), only: /^\d{4}-\d\d-\d\d$/ },
    { ...column('endDay', 'End Date', 'Campaign End Date'), only: /^\d{4}-\d\d-\d\d$/ },
  ],
  hasOneOf: ['Criterion Type', 'Campaign Daily Budget', 'Ad Group Type', 'Campaign Type'],
  not: [
    'Cost',
    'Impr.',
    'Impressions',
    'Clicks',
    'Spend',
    'Currency code',
    'Entity',
    'Operation',
    'Record Type',
    'Campaign Targeting Type',
  ],
  serves: 'any',
  unit: AD_UNIT,
  period: 'snapshot',
  grain: 'setting',
});
