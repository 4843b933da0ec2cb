/**
 * Ad reports that may be asked together, and which of them compete for the same days (tiling.ts picks among those that do).
 *
 * A report has a grain: what one row of it is about. Reports of different grains of one campaign tell the same cost again, so they
 * compete; a question can only be put to grains that tell what it asks by. A report without campaigns speaks of the whole shop and
 * competes with all campaigns of its channel. Channels (Amazon's own ads, Google, Meta) add up.
 */
import { groupBy } from './grouping.js';
import type { PeriodUnit } from './tiling.js';

export interface AdUnit extends PeriodUnit {
  /** Whose report it is, where that is not the store's own platform. */
  readonly channel: string;
  /** The campaign by name: one report knows campaigns by number, another by name only. */
  readonly campaign: string | null;
}

/** What a question about ads may ask by. */
export type AdKey = 'campaign' | 'ad_group' | 'targeting' | 'match_type' | 'search_term';

const KEYWORD: readonly AdKey[] = ['campaign', 'ad_group', 'targeting', 'match_type'];

/**
 * What each grain tells besides its sums, in the order in which reports that cover the same days are preferred: the coarser ones miss
 * nothing, while platforms leave out of the finer ones what they do not show (search terms without a click, small audiences).
 */
const TELLS: readonly (readonly [grain: string, keys: readonly AdKey[]])[] = [
  ['account', []],
  ['campaign', ['campaign']],
  ['ad-group', ['campaign', 'ad_group']],
  ['keyword', KEYWORD],
  ['item', ['campaign', 'ad_group']],
  ['placement', ['campaign']],
  ['region', ['campaign']],
  ['creative', ['campaign', 'ad_group']],
  ['audience', ['campaign', 'ad_group']],
  ['search-term', [...KEYWORD, 'search_term']],
];

/** A grain without the model by which sales were attributed: `item · 15天转化` is told by item. */
function plainGrain(grain: string): string {
  return grain.split(' · ')[0] as string;
}

/** The place of a grain among those that cover the same days: the smallest is preferred. */
export function adGrainRank(grain: string): number {
  return TELLS.findIndex(([name]) => name === plainGrain(grain));
}

/** The reports that can answer a question by these keys, renamed so that those compete that tell the same. */
export function competingReports<Unit extends AdUnit>(units: readonly Unit[], keys: readonly AdKey[]): Unit[] {
  const able = units.filter((unit) => {
    // Other grains (what was bought instead of what was advertised) tell no cost.
    const told = TELLS.find(([grain]) => grain === plainGrain(unit.grain))?.[1];
    return told !== undefined && keys.every((key) => told.includes(key));
  });
  const byChannel = groupBy(able, (unit) => `${unit.storeId}\u001f${unit.channel}`);
  return [...byChannel.values()].flatMap((ofChannel) =>
    withoutRivals(ofChannel, keys.length === 0)
      .flatMap(underOneName)
      .map((unit) => (unit.channel === '' ? unit : { ...unit, about: `${unit.channel}\u001f${unit.about}` })),
  );
}

/**
 * Of reports about the whole shop and about its campaigns, one kind speaks for a day. The whole-shop one is whole, unless it lists
 * search terms or creatives; but it knows no campaigns. Comes in groups of one name.
 */
function withoutRivals<Unit extends AdUnit>(ofChannel: readonly Unit[], prefersWhole: boolean): Unit[][] {
  const whole = ofChannel.filter((unit) => unit.about === '');
  const named = ofChannel.filter((unit) => unit.about !== '');
  const speaksForAll = whole.filter((unit) => !['search-term', 'creative'].includes(plainGrain(unit.grain)));
  const preferred = prefersWhole && speaksForAll.length > 0 ? speaksForAll : named;
  const others = preferred === named ? whole : named;
  const left = others.filter((unit) => !preferred.some((rival) => rival.from <= unit.to && rival.to >= unit.from));
  const kept = new Set([...preferred, ...left]);
  return [
    ...groupBy(
      ofChannel.filter((unit) => kept.has(unit)),
      (unit) => unit.campaign ?? unit.about,
    ).values(),
  ];
}

/**
 * Units of one campaign compete, whatever they call it: where some know a campaign by its name only, those that know its number
 * go by its name, too. Two campaigns of one name are told apart as long as every report knows their numbers.
 */
function underOneName<Unit extends AdUnit>(ofName: readonly Unit[]): readonly Unit[] {
  const isNamedOnly = ofName.some((unit) => unit.about !== '' && unit.about === (unit.campaign ?? unit.about));
  return isNamedOnly ? ofName.map((unit) => ({ ...unit, about: unit.campaign ?? unit.about })) : ofName;
}
