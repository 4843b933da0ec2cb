/** What is set in an ad account at a moment: states, bids, budgets, target ROI, multipliers. And what was changed there. */
import { campaignOf } from './ads.js';
import type { PeriodTable } from './periodRows.js';
import { halfHourOf } from './periods.js';

export const AD_ENTITIES: PeriodTable = {
  subject: 'adEntities',
  table: 'ad_entities',
  about: campaignOf,
  item: 'ifNamed',
  target: true,
  tells: [
    ...(['entity', 'entityState', 'bid', 'budget', 'biddingStrategy', 'targetRoas', 'targetAcos', 'targetCpa', 'bidAdjustment'] as const),
    ...(['timeMultipliers', 'startDay', 'endDay'] as const),
  ],
  columns: [
    ['entity', 'entity'],
    ['state', 'entityState'],
    ['bid_micros', 'bid'],
    ['budget_micros', 'budget'],
    ['budget_type', 'budgetType'],
    ['bidding_strategy', 'biddingStrategy'],
    ['target_roas', 'targetRoas'],
    ['target_acos', 'targetAcos'],
    ['target_cpa_micros', 'targetCpa'],
    ['placement', 'placement'],
    ['bid_adjustment', 'bidAdjustment'],
    ['time_multipliers', 'timeMultipliers'],
    ['start_on', 'startDay'],
    ['end_on', 'endDay'],
    ['quality_score', 'qualityScore'],
    ['currency', 'currency'],
  ],
  // What a row of a report about campaigns or keywords sets is a campaign or a keyword.
  otherwise: { entity: (_, fold) => fold.grain },
};

export const AD_CHANGES: PeriodTable = {
  subject: 'adChanges',
  table: 'ad_changes',
  // The history can be filtered by campaign and by kind of change before it is downloaded.
  about: (row) => [campaignOf(row), row('changeType') ?? '', halfHourOf(row('changedAt'))].join('\u001f'),
  target: true,
  columns: [
    ['changed_at', 'changedAt'],
    ['entity', 'entity'],
    ['change_type', 'changeType'],
    ['changed_from', 'changedFrom'],
    ['changed_to', 'changedTo'],
  ],
};
