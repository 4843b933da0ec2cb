/**
 * The events that eco knows, and the dates on which they fall in a period. Pure data and its reading: what a seller adds
 * comes in as more events of the same shape.
 */
import type { Day, Period } from '../../core/day.js';
import type { CalendarEvent } from './event.js';
import { AMAZON } from './events/amazon.js';
import { ASIA } from './events/asia.js';
import { CHINA } from './events/china.js';
import { WEST } from './events/west.js';
import type { Certainty } from './rules.js';
import { datesOf, mayFallIn } from './rules.js';

export const EVENTS: readonly CalendarEvent[] = [...CHINA, ...ASIA, ...WEST, ...AMAZON];

/** One stage of one event in one year. */
export interface DatedEvent {
  /** `<year>-<slug>`, the year of the rule: New Year's shopping of 2028 is called 2028 though it begins in December 2027. */
  readonly event: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly certainty: Certainty;
  readonly source: string;
  readonly of: CalendarEvent;
}

/** The event in one year, or null where it did not take place or cannot be dated. */
export function datedEvent(of: CalendarEvent, year: number): DatedEvent | null {
  if (of.firstYear !== undefined && year < of.firstYear) return null;
  const dates = datesOf(of.rule, year);
  if (dates === null) return null;
  return {
    event: `${year}-${of.slug}`,
    startsOn: dates.startsOn,
    endsOn: dates.endsOn,
    // A rule can only compute; how far it is to be trusted the event says.
    certainty: dates.certainty === 'computed' ? of.certainty : dates.certainty,
    source: dates.source ?? of.source,
    of,
  };
}

/** Every event with at least one day in the period, by first day, then name and stage. */
export function eventsIn(period: Period, events: readonly CalendarEvent[] = EVENTS): DatedEvent[] {
  const found: DatedEvent[] = [];
  // A rule's year is not always the year of its days (lunar months, windows across New Year): look one year further each way.
  for (let year = Number(period.from.slice(0, 4)) - 1; year <= Number(period.to.slice(0, 4)) + 1; year += 1) {
    for (const event of events) {
      const dated = mayFallIn(event.rule, year, period) ? datedEvent(event, year) : null;
      if (dated !== null && dated.startsOn <= period.to && dated.endsOn >= period.from) found.push(dated);
    }
  }
  return found.sort(byDateAndName);
}

function byDateAndName(a: DatedEvent, b: DatedEvent): number {
  return (
    compare(a.startsOn, b.startsOn) ||
    compare(a.event, b.event) ||
    compare(a.endsOn, b.endsOn) ||
    compare(a.of.stage ?? '', b.of.stage ?? '')
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
