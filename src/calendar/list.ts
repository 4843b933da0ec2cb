/**
 * `calendar list`: the events of a period as a Table, one row a stage.
 *
 * An event is listed when at least one of its days lies in the period. `days_until` counts from the morning of `asOf` to
 * the first day; negative when the event has begun. Left out: lead times, sign-up deadlines, what the event is worth.
 */
import type { Day } from '../core/day.js';
import { daysBetween } from '../core/day.js';
import type { Column, Row, Table } from '../core/table.js';
import type { CalendarEvent } from '../measures/calendar/event.js';
import type { DatedEvent } from '../measures/calendar/events.js';
import { EVENTS, eventsIn } from '../measures/calendar/events.js';

export interface ListOptions {
  readonly from: Day;
  readonly to: Day;
  /** ISO 3166 country code, any case; UK is read as GB. */
  readonly market?: string;
  /** Keeps the events of this platform and those that belong to no platform. Tmall is read as Taobao. */
  readonly platform?: string;
  readonly asOf?: Day;
  /** What is listed: the events eco knows when not given. */
  readonly events?: readonly CalendarEvent[];
}

const COLUMNS: readonly Column[] = [
  { key: 'event', header: 'Event', kind: 'text' },
  { key: 'market', header: 'Markets', kind: 'text' },
  { key: 'platform', header: 'Platforms', kind: 'text' },
  { key: 'stage', header: 'Stage', kind: 'text' },
  { key: 'starts_on', header: 'Starts', kind: 'day' },
  { key: 'ends_on', header: 'Ends', kind: 'day' },
  { key: 'kind', header: 'Kind', kind: 'text' },
  { key: 'certainty', header: 'Certainty', kind: 'text' },
  { key: 'source', header: 'Source', kind: 'text', detail: true },
  { key: 'name', header: 'Name', kind: 'text' },
  { key: 'local_name', header: 'Local name', kind: 'text', detail: true },
  { key: 'days_until', header: 'In', kind: 'integer', unit: 'd' },
];

/** The events of a period, sorted by first day, event and stage. */
export function listEvents(options: ListOptions): Table {
  const { from, to, asOf } = options;
  const events = options.events ?? EVENTS;
  const market = options.market === undefined ? undefined : marketCode(options.market);
  const platform = options.platform === undefined ? undefined : platformName(options.platform);
  const dated = eventsIn({ from, to }, events).filter(
    ({ of }) => (market === undefined || of.markets.includes(market)) && (platform === undefined || isOn(of, platform)),
  );
  return {
    id: 'calendar.list/1',
    columns: COLUMNS,
    rows: dated.map((event) => toRow(event, asOf)),
    notes: [...unknownFilters(events, market, platform), ...certaintyNotes(dated)],
    params: { from, to, market: market ?? null, platform: platform ?? null },
    asOf,
  };
}

function marketCode(market: string): string {
  const code = market.trim().toUpperCase();
  return code === 'UK' ? 'GB' : code;
}

function platformName(platform: string): string {
  const name = platform.trim().toLowerCase();
  return name === 'tmall' ? 'taobao' : name;
}

function isOn(event: CalendarEvent, platform: string): boolean {
  return event.platforms.length === 0 || event.platforms.includes(platform);
}

function toRow({ event, startsOn, endsOn, certainty, source, of }: DatedEvent, asOf: Day | undefined): Row {
  return {
    event,
    market: of.markets.join(' '),
    platform: of.platforms.length === 0 ? 'any' : of.platforms.join(' '),
    stage: of.stage,
    starts_on: startsOn,
    ends_on: endsOn,
    kind: of.kind,
    certainty,
    source,
    name: of.name,
    local_name: of.localName,
    days_until: asOf === undefined ? null : daysBetween(asOf, startsOn),
  };
}

/** An empty list must not read as "nothing happens there" when eco only knows nothing about the place. */
function unknownFilters(events: readonly CalendarEvent[], market?: string, platform?: string): string[] {
  const notes: string[] = [];
  const markets = [...new Set(events.flatMap((event) => event.markets))].sort();
  const platforms = [...new Set(events.flatMap((event) => event.platforms))].sort();
  if (market !== undefined && !markets.includes(market)) {
    notes.push(`eco knows no event of the market ${market}. It knows: ${markets.join(', ')}.`);
  }
  if (platform !== undefined && !platforms.includes(platform)) {
    notes.push(`eco knows no event of ${platform} itself. It knows those of: ${platforms.join(', ')}.`);
  }
  return notes;
}

function certaintyNotes(dated: readonly DatedEvent[]): string[] {
  const count = (certainty: string) => dated.filter((event) => event.certainty === certainty).length;
  const notes: string[] = [];
  const estimated = count('estimated');
  const remembered = count('memory');
  if (estimated > 0) {
    notes.push(`${estimated} of ${dated.length} rows are estimates from earlier years: check the days that the platform announces.`);
  }
  if (remembered > 0) {
    notes.push(`${remembered} of ${dated.length} rows are general knowledge without a published source.`);
  }
  return notes;
}
