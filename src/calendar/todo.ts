/**
 * What the calendar puts on the morning list: sales of the stores' platforms and countries that begin within the time that they are
 * prepared in: goods ordered and in, prices and ads set. Four weeks are general practice of the trade; a store's own lead times are
 * not known here.
 */
import { addDays, type Day, daysBetween } from '../core/day.js';
import type { TodoStep } from '../core/todo.js';
import type { Store } from '../facts/stores.js';
import { type DatedEvent, EVENTS, eventsIn } from '../measures/calendar/events.js';
import { marketplaceOf } from '../platforms/marketplaces.js';

export const PREPARATION_DAYS = 28;
const MOST_EVENTS = 3;

/** The soonest first, each event once, with its first stage ahead. */
export function calendarTodo(stores: readonly Store[], asOf: Day): TodoStep[] {
  const period = { from: addDays(asOf, 1), to: addDays(asOf, PREPARATION_DAYS) };
  // Chosen before they are dated: to date all lunar feasts of the world takes longer than the rest.
  const own = EVENTS.filter((of) => of.kind === 'sale' && stores.some((store) => concerns(store, of)));
  const ahead = eventsIn(period, own).filter(({ startsOn }) => startsOn >= period.from);
  const first = [...new Map([...ahead].reverse().map((event) => [event.event, event])).values()].reverse();
  return first.slice(0, MOST_EVENTS).map((event) => stepOf(event, asOf));
}

function concerns(store: Pick<Store, 'platform' | 'marketplace' | 'currency'>, of: DatedEvent['of']): boolean {
  if (of.platforms.length > 0 && !of.platforms.includes(store.platform)) return false;
  const country = countryOf(store);
  return country === null ? of.platforms.length > 0 : of.markets.includes(country);
}

/** The marketplace's; of a shop of one's own that of its currency: a national currency begins with its country. */
function countryOf({ platform, marketplace, currency }: Pick<Store, 'platform' | 'marketplace' | 'currency'>): string | null {
  const known = marketplace === null ? null : marketplaceOf(platform, marketplace);
  if (known) return known.country;
  return currency === null || currency === 'EUR' ? null : currency.slice(0, 2);
}

function stepOf({ event, startsOn, certainty, of }: DatedEvent, asOf: Day): TodoStep {
  const days = daysBetween(asOf, startsOn);
  const stage = of.stage === null ? '' : ` (${of.stage})`;
  const sure = certainty === 'estimated' ? ', estimated' : '';
  const text = [
    { value: of.name, kind: 'text', tone: 'strong' } as const,
    `${stage} begins ${days === 1 ? 'tomorrow' : `in ${days} days`}, on `,
    { value: startsOn, kind: 'day' } as const,
    sure,
  ];
  return { kind: 'promotion', store: null, text, command: `eco calendar list --to ${startsOn} --where event=${event}`, worth: null };
}
