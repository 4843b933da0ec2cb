/**
 * What the detector found, in the words and the money of a shop.
 *
 * `stake_amount`, what the change brought or cost so far (below 0: cost), over the days that the finding compares:
 *
 *     sales      Σ (as it was − as expected)                       orders      × sales an order of the last 90 days
 *     units      × price of the thing (of the store's units) then  sessions    × sales a session then
 *     conversion (rate − expected) × sessions of those days × price
 *     returns    × price, below 0 where more came back            refunds     × sales an order, below 0 where more was given back
 *     ad_spend   as it is: spent above what was expected
 *     nothing known to multiply with, buy box and orders a click: null
 *
 * Returns and refunds are told a day: as they were, and as expected of what was sold.
 */
import type { Day } from '../../core/day.js';
import { shellWord } from '../../core/shellWord.js';
import { DAYS_A_MONTH } from '../../measures/anomaly/detect.js';
import { beganOn, type Episode } from '../../measures/anomaly/episodes.js';
import type { ChangeKind, Days } from '../../measures/anomaly/series.js';
import type { Figure, FigureSeries } from './figures.js';

/** What a store's or a thing's units, orders and sessions are worth, in minor units; null where it is unknown. */
export interface Worth {
  readonly perUnit: number | null;
  readonly perOrder: number | null;
  readonly perSession: number | null;
}

export interface Found {
  readonly store: string;
  readonly thing: string | null;
  readonly figure: Figure;
  readonly kind: ChangeKind;
  readonly rises: boolean;
  readonly day: Day;
  /** First morning on which it was told. */
  readonly raisedOn: Day;
  readonly since: Day;
  readonly observed: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly comparedDays: number;
  readonly stake: number | null;
  readonly currency: string | null;
  /** Chance alone gives such a finding once in so many months, all that is looked at taken together. */
  readonly monthsBetween: number;
  readonly command: string;
  /** The finding that this one goes along with, as "us sales" or "MUG-4 units"; null: it stands for itself. */
  readonly alongWith: string | null;
}

/** Which of the figures that moved together stands for all. */
const LEADING: readonly Figure[] = [
  'sales',
  'units',
  'orders',
  'sessions',
  'conversion',
  'buy_box',
  'returns',
  'refunds',
  'ad_spend',
  'ad_conversion',
];
/** Which figures can be two sides of one change. */
const SIDES: Readonly<Partial<Record<Figure, string>>> = { returns: 'back', refunds: 'back', ad_spend: 'spend', ad_conversion: 'ads' };

/**
 * Says which findings go along with another: in one store, the same way, on days that overlap. The figures of one thing follow the
 * leading one, and those of a listing follow its store.
 */
export function folded(all: readonly Found[]): Found[] {
  const rank = (found: Found) => (found.thing === null ? 0 : LEADING.length) + LEADING.indexOf(found.figure);
  const leads: Found[] = [];
  const done = [...all]
    .sort((a, b) => rank(a) - rank(b))
    .map((found) => {
      const lead = leads.find((other) => moveTogether(other, found));
      if (!lead) leads.push(found);
      return lead ? { ...found, alongWith: `${lead.thing ?? lead.store} ${lead.figure}` } : found;
    });
  const byItself = new Map(done.map((found) => [`${found.store} ${found.thing} ${found.figure} ${found.rises} ${found.raisedOn}`, found]));
  return all.map((found) => byItself.get(`${found.store} ${found.thing} ${found.figure} ${found.rises} ${found.raisedOn}`) as Found);
}

function moveTogether(lead: Found, found: Found): boolean {
  if (lead.store !== found.store || lead.rises !== found.rises) return false;
  if (SIDES[lead.figure] !== SIDES[found.figure] || found.figure === 'ad_spend') return false;
  if (lead.thing !== null && lead.thing !== found.thing) return false;
  return lead.since <= found.day && found.since <= lead.day;
}

const LEVEL_REACH = 28;
const DRIFT_REACH = 60;

export interface Named {
  readonly store: string;
  readonly currency: string | null;
  readonly thing: string | null;
  readonly worth: Worth;
  /** The command that tells why things came back. */
  readonly whyReturned: (from: Day, to: Day) => string;
}

export function foundOf(episode: Episode, series: FigureSeries, days: Days, named: Named): Found {
  const { look, low, high, q, day } = episode.strongest;
  const rises = look.score > 0;
  const aDay = isBack(series.figure) ? trialsOf(episode, series) / look.count : 1;
  const dayAt = (index: number) => days.days[index] as Day;
  const lasting = look.kind === 'level' || look.kind === 'drift';
  const began = lasting ? beganOn(series, days, day, look.kind === 'drift' ? DRIFT_REACH : LEVEL_REACH, rises) : null;
  return {
    store: named.store,
    thing: named.thing,
    figure: series.figure,
    kind: look.kind,
    rises,
    day: dayAt(day),
    raisedOn: dayAt(episode.first),
    since: dayAt(began ?? look.from),
    observed: look.observed * aDay,
    expected: look.expected * aDay,
    low: low * aDay,
    high: high * aDay,
    comparedDays: look.count,
    stake: stakeOf(episode, series, named.worth),
    currency: named.currency,
    monthsBetween: 1 / (Math.max(q, 1e-9) * DAYS_A_MONTH),
    command: commandOf(series, named, dayAt(look.from), dayAt(day)),
    alongWith: null,
  };
}

/** Whether it is told as so many a day, however many of how many they are. */
function isBack(figure: Figure): boolean {
  return figure === 'returns' || figure === 'refunds';
}

/** Of a rate: out of how many on the days that are compared. */
function trialsOf({ strongest: { look, day } }: Episode, series: FigureSeries): number {
  const compared = (series.trials ?? []).slice(look.from, day + 1).filter((_, index) => look.kind !== 'weekday' || index % 7 === 0);
  return compared.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function stakeOf(episode: Episode, series: FigureSeries, worth: Worth): number | null {
  const { look } = episode.strongest;
  const more = (look.observed - look.expected) * look.count;
  const times = (value: number | null) => (value === null ? null : Math.round(more * value));
  switch (series.figure) {
    case 'sales':
      return Math.round(more);
    case 'ad_spend':
      return Math.round(-more);
    case 'orders':
      return times(worth.perOrder);
    case 'units':
      return times(worth.perUnit);
    case 'sessions':
      return times(worth.perSession);
    case 'conversion':
      return worth.perUnit === null ? null : Math.round((look.observed - look.expected) * trialsOf(episode, series) * worth.perUnit);
    case 'returns':
    case 'refunds': {
      const value = series.figure === 'returns' ? worth.perUnit : worth.perOrder;
      return value === null ? null : -Math.round((look.observed - look.expected) * trialsOf(episode, series) * value);
    }
    case 'buy_box':
    case 'ad_conversion':
      return null;
  }
}

function commandOf({ figure }: FigureSeries, { store, thing, whyReturned }: Named, first: Day, day: Day): string {
  if (figure === 'returns') return whyReturned(first, day);
  if (thing !== null) return `eco products show ${shellWord(thing)} --store ${shellWord(store)}`;
  if (figure === 'refunds')
    return `eco report profit --store ${shellWord(store)} --from ${first} --to ${day} --by listing,line --where line=refunds --sort amount`;
  if (figure === 'buy_box') return `eco report daily --store ${shellWord(store)} --day ${day} --by sku --where metric=buy_box --sort value`;
  if (figure === 'ad_spend' || figure === 'ad_conversion')
    return `eco bids performance --store ${shellWord(store)} --by campaign --from ${day} --to ${day}`;
  return `eco report daily --store ${shellWord(store)} --day ${day}`;
}
