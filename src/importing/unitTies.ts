/**
 * What is left out with rows that could not be read: every unit that one of them may belong to. A row that says all of it belongs to one
 * unit. Where its day or its campaign is what cannot be read, any unit that is like it in the rest may lack it; and a row without the id of
 * its campaign belongs to whichever campaign of that name.
 */
import type { FieldValue } from '../core/fields.js';
import type { Binding } from '../platforms/binding.js';
import type { RecordBatch, UnitClaim } from '../platforms/rowReader.js';
import { campaignPart, PART_END, unitFields } from '../platforms/rowUnits.js';
import { type DayRange, dayOrder } from './dayOrder.js';

interface Claimed extends UnitClaim {
  /** Where it stands, if its day may not be known. */
  readonly line: number | null;
}

const ANY_DAY: DayRange = { from: null, to: null };

/** Rows of unknown days that are looked at by where they stand; those beyond may be of any day. */
const MOST_LINES = 10_000;

export interface UnitTies {
  /** Meets the rows that are stored. */
  add(batch: RecordBatch): void;
  /** Meets a row that cannot be read; `line`: where it stands, null where nobody knows any more. */
  claim(claim: UnitClaim, line: number | null): void;
  /** All that is to be left out. */
  leftOut(): ReadonlySet<string>;
}

export function unitTies(binding: Binding): UnitTies {
  const { format, bound } = binding;
  const fields = unitFields(format);
  const campaignAt = campaignPart(format);
  const hasNames = campaignAt >= 0 && bound.has('campaignId') && bound.has('campaign');
  // Of orders and search terms there may be a million, and a claim on one of them says all of it.
  const mayBeUnsure = format.period !== undefined && fields.some((name) => name !== 'searchTerm' && name !== 'orderId');
  const units = new Set<string>();
  /** Of units that go by the id of a campaign, the same by its names in the file; and back. */
  const called = new Map<string, Set<string>>();
  const callers = new Map<string, Set<string>>();
  const order = dayOrder();
  const dayAt = fields.findIndex((name) => name === 'day' || name === 'fromDay');
  const claims = new Map<string, Claimed>();

  function add(batch: RecordBatch): void {
    if (!mayBeUnsure) return;
    order.add(batch);
    const { columns, count } = batch;
    const { unit = [], campaignId, campaign } = columns;
    let lastUnit: FieldValue = null;
    let lastName: FieldValue = null;
    for (let at = 0; at < count; at++) {
      const key = unit[at] as string;
      const name = hasNames && campaignId?.[at] !== null ? ((campaign?.[at] ?? null) as string | null) : null;
      if (key === lastUnit && name === lastName) continue;
      lastUnit = key;
      lastName = name;
      units.add(key);
      if (name !== null) tie(key, key.split(PART_END).with(campaignAt, name).join(PART_END));
    }
  }

  function tie(key: string, byName: string): void {
    entryOf(called, key).add(byName);
    entryOf(callers, byName).add(key);
  }

  function claim(found: UnitClaim, line: number | null): void {
    const isUnsure = found.isDisplaced || found.parts[dayAt] === null;
    const told = isUnsure && claims.size < MOST_LINES ? line : null;
    claims.set(JSON.stringify([found.parts, found.name, found.isDisplaced, told]), { ...found, line: told });
  }

  function isBetween(day: string | undefined, { from, to }: DayRange): boolean {
    return !day || ((from === null || day >= from) && (to === null || day <= to));
  }

  function leftOut(): ReadonlySet<string> {
    const out = new Set<string>();
    const waiting: string[] = [];
    const reach = (key: string) => {
      if (out.has(key)) return;
      out.add(key);
      waiting.push(key);
    };
    const known = [...new Set([...units, ...callers.keys()])].map((key) => ({ key, parts: key.split(PART_END) }));
    const meets = (parts: UnitClaim['parts']) => known.some((other) => isLike(other.parts, parts));
    for (const { parts: told, name, line, isDisplaced } of claims.values()) {
      const parts = isDisplaced && mayBeUnsure && !meets(told) ? slipped(told, meets) : told;
      const byName = name === null ? null : parts.with(campaignAt, name);
      if (isWhole(parts) && (byName === null || isWhole(byName))) {
        const key = parts.join(PART_END);
        if (byName !== null) tie(key, byName.join(PART_END));
        reach(key);
        continue;
      }
      const days = line === null ? ANY_DAY : order.around(line);
      for (const other of known) {
        const day = other.parts[dayAt] || other.parts[fields.indexOf('fromDay')];
        if (!isBetween(day, days)) continue;
        if (isLike(other.parts, parts) || (byName !== null && units.has(other.key) && isLike(other.parts, byName))) reach(other.key);
      }
    }
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      for (const byName of called.get(key) ?? []) if (units.has(byName)) reach(byName);
      for (const byId of callers.get(key) ?? []) reach(byId);
    }
    return out;
  }

  /** What can be believed of a row whose cells have slipped, so that no unit has its key: its days, where there are such, or nothing. */
  function slipped(told: UnitClaim['parts'], meets: (parts: UnitClaim['parts']) => boolean): UnitClaim['parts'] {
    const inItsDays = told.map((part, at) => (at === campaignAt ? null : part));
    return meets(inItsDays) ? inItsDays : told.map(() => null);
  }

  return { add, claim, leftOut };
}

/** The claim on a unit of which the whole key is known. */
export function wholeClaim(unit: string): UnitClaim {
  return { parts: unit.split(PART_END), name: null, isDisplaced: false };
}

function entryOf(map: Map<string, Set<string>>, key: string): Set<string> {
  const found = map.get(key) ?? new Set<string>();
  map.set(key, found);
  return found;
}

function isWhole(parts: UnitClaim['parts']): parts is readonly string[] {
  return parts.every((part) => part !== null);
}

function isLike(parts: readonly string[], claim: UnitClaim['parts']): boolean {
  return claim.every((part, at) => part === null || part === parts[at]);
}
