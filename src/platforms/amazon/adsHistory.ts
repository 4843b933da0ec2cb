/**
 * The change history of the advertising console: who changed which bid, budget, state or name, from what to what. One row a change;
 * the time is in epoch milliseconds. Ids are the console's internal ones (letters and digits), not the numbers of bulk files; the
 * names of campaign and ad group stand in `metadata`, a JSON object.
 */
import { AD_UNIT, column, defineReport, required } from '../define.js';

export const amazonAdsHistory = defineReport({
  id: 'amazon.ads-history',
  platform: 'amazon',
  report: 'Advertising console: change history',
  fills: ['adChanges'],
  certainty: 'A',
  source: 'a real export (US, 2026) of bid changes; other kinds of change by the names that it has for them',
  download: 'Advertising console > Campaigns > History > Export',
  notes: ['campaign ids are internal to the console: join by name', 'a change that Amazon made itself reads like any other'],
  columns: [
    required('changedAt', 'time'),
    required('entity', 'eventSourceType'),
    column('targetId', 'eventSourceId'),
    column('targeting', 'name'),
    required('changeType', 'type'),
    column('changedFrom', 'from'),
    required('changedTo', 'to'),
    column('matchType', 'matchType'),
    column('campaignId', 'campaignId'),
    column('adGroupId', 'adGroupId'),
    { ...column('campaign', 'metadata'), jsonKey: 'campaignName' },
    { ...column('adGroup', 'metadata'), jsonKey: 'adGroupName' },
    { ...column('campaignType', 'metadata'), jsonKey: 'programType' },
  ],
  unit: AD_UNIT,
  days: [{ day: 'day', of: 'changedAt' }],
  period: 'rows',
  grain: 'change',
});
