/**
 * Which reports about periods to add up: overlapping periods and grains are never added, cut or prorated, so an answer about a
 * period takes a disjoint set of units that lie fully inside it.
 *
 * Each store and subject (`about`: a campaign; empty for the whole shop) is tiled by itself, with units of one grain. Of all
 * disjoint sets the one that covers most days is taken, of those the finest (most units), of those the one whose units come
 * first. So days win over the week or month that they fill, and a month wins over three of its days, which alone would hide
 * the rest of it.
 *
 * A platform writes no row for a campaign on a day without traffic. A day between the first and the last day unit of a subject
 * on which other subjects of its store have a day unit is therefore known to be empty, not missing: days that leave it out are
 * as whole as the month that spans it.
 */
import type { Day, Period } from '../core/day.js';
import { groupBy } from './grouping.js';

export interface PeriodUnit {
  readonly id: number;
  readonly storeId: number;
  readonly grain: string;
  /** Units of one store and grain that speak of different things may overlap. */
  readonly about: string;
  readonly from: Day;
  readonly to: Day;
}

export interface Tiling<Unit extends PeriodUnit = PeriodUnit> {
  /** Units to add up. */
  readonly chosen: readonly Unit[];
  /** Units that reach beyond the period: what they say about it cannot be told apart. */
  readonly reachOut: readonly Unit[];
}

const DAY_MS = 86_400_000;

/** Days since 1970: a thousand units are compared faster as numbers. */
function dayNumber(day: Day): number {
  return Date.parse(day) / DAY_MS;
}

function dayOfNumber(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10) as Day;
}

/** Chooses the units to add up for a period. Of grains that cover as many days, the one of the smallest `rank` is taken. */
export function tile<Unit extends PeriodUnit>(
  units: readonly Unit[],
  period: Period,
  rank: (grain: string) => number = () => 0,
): Tiling<Unit> {
  const inside = units.filter((unit) => unit.from >= period.from && unit.to <= period.to);
  const reachOut = units.filter(
    (unit) => unit.from <= period.to && unit.to >= period.from && (unit.from < period.from || unit.to > period.to),
  );
  const ofStoreAndGrain = (unit: PeriodUnit) => `${unit.storeId}\u001f${unit.grain}`;
  const dayUnits = groupBy(
    inside.filter((unit) => unit.from === unit.to),
    ofStoreAndGrain,
  );
  const storeDays = new Map([...dayUnits].map(([key, ofKey]) => [key, new Set(ofKey.map((unit) => dayNumber(unit.from)))]));
  const chosen = [...groupBy(inside, (unit) => `${unit.storeId}\u001f${unit.about}`).values()].flatMap((ofSubject) => {
    const candidates = [...groupBy(ofSubject, (unit) => unit.grain).entries()]
      .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .map(([, ofGrain]) => bestSet(ofGrain, storeDays.get(ofStoreAndGrain(ofGrain[0] as Unit)) ?? new Set()));
    return candidates.reduce((best, next) => (next.days > best.days ? next : best)).units;
  });
  const used = new Set(chosen);
  return { chosen: inside.filter((unit) => used.has(unit)), reachOut };
}

interface Tile<Unit> {
  readonly from: number;
  readonly to: number;
  /** null: a day known to be empty. */
  readonly unit: Unit | null;
}

interface Chain<Unit> {
  readonly days: number;
  readonly tiles: number;
  readonly last: Tile<Unit> | null;
  readonly before: Chain<Unit> | null;
}

/** The disjoint set that covers most days, then has most units (weighted interval scheduling, O(n log n)). */
function bestSet<Unit extends PeriodUnit>(units: readonly Unit[], storeDays: ReadonlySet<number>): { days: number; units: Unit[] } {
  const tiles = [...units.map((unit) => ({ from: dayNumber(unit.from), to: dayNumber(unit.to), unit })), ...emptyDays(units, storeDays)];
  tiles.sort((a, b) => a.to - b.to || b.from - a.from || (a.unit?.id ?? 0) - (b.unit?.id ?? 0));
  const best: Chain<Unit>[] = [{ days: 0, tiles: 0, last: null, before: null }];
  for (const tileAt of tiles) {
    const before = best[lastEndingBefore(tiles, tileAt.from)] as Chain<Unit>;
    const standing = best.at(-1) as Chain<Unit>;
    const chain: Chain<Unit> = { days: before.days + tileAt.to - tileAt.from + 1, tiles: before.tiles + 1, last: tileAt, before };
    const isBetter = chain.days > standing.days || (chain.days === standing.days && chain.tiles > standing.tiles);
    best.push(isBetter ? chain : standing);
  }
  const chosen: Unit[] = [];
  const whole = best.at(-1) as Chain<Unit>;
  for (let chain: Chain<Unit> | null = whole; chain !== null; chain = chain.before) if (chain.last?.unit) chosen.push(chain.last.unit);
  return { days: whole.days, units: chosen.reverse() };
}

/** How many of the tiles, which are sorted by their end, end before a day. */
function lastEndingBefore(tiles: readonly Tile<unknown>[], day: number): number {
  let low = 0;
  let high = tiles.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tiles[middle] as Tile<unknown>).to < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function emptyDays<Unit extends PeriodUnit>(units: readonly Unit[], storeDays: ReadonlySet<number>): Tile<Unit>[] {
  const own = new Set(units.filter((unit) => unit.from === unit.to).map((unit) => dayNumber(unit.from)));
  if (own.size === 0) return [];
  const first = Math.min(...own);
  const last = Math.max(...own);
  return [...storeDays].filter((day) => first < day && day < last && !own.has(day)).map((day) => ({ from: day, to: day, unit: null }));
}

/** The days of a period that none of these units speaks of. */
export function daysWithout(units: readonly PeriodUnit[], period: Period): Day[] {
  const covered = new Set<number>();
  for (const unit of units) for (let day = dayNumber(unit.from); day <= dayNumber(unit.to); day++) covered.add(day);
  const days: Day[] = [];
  for (let day = dayNumber(period.from); day <= dayNumber(period.to); day++) if (!covered.has(day)) days.push(dayOfNumber(day));
  return days;
}
