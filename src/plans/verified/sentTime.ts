/**
 * When an upload was made, as people say it: `today`, a day, or a time, in the time zone of the store. Today is now. A past day counts
 * to its end: an export of the shop made on that day need not have seen the upload.
 */
import { addDays, parseDay } from '../../core/day.js';
import { UsageError } from '../../core/errors.js';
import { zone } from '../../core/zone.js';

const FORM = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Epoch seconds of what was said; not later than `now`. `option` is what the message calls it. */
export function sentTime(text: string, timeZone: string, now: number, option: string): number {
  const { dayOf } = zone(timeZone);
  const said = text.trim();
  if (said === 'today' || said === 'now' || said === dayOf(now)) return now;
  const [, day, time, offset] = FORM.exec(said) ?? [];
  const parsed = day === undefined ? null : parseDay(day);
  const at =
    parsed === null
      ? Number.NaN
      : time === undefined
        ? local(`${addDays(parsed, 1)}T00:00`, timeZone) - 1
        : instant(parsed, time, offset, timeZone);
  if (Number.isNaN(at))
    throw new UsageError(`${option} ${text}: today, a day such as 2026-11-22 or a time such as 2026-11-22T14:30 expected`);
  if (at > now) throw new UsageError(`${option} ${text}: that is still to come (time zone ${timeZone})`);
  return at;
}

function instant(day: string, time: string, offset: string | undefined, timeZone: string): number {
  return offset === undefined ? local(`${day}T${time}`, timeZone) : Math.floor(Date.parse(`${day}T${time}${offset}`) / 1000);
}

function local(iso: string, timeZone: string): number {
  const asIfUtc = Date.parse(`${iso}Z`) / 1000;
  return asIfUtc - zone(timeZone).offsetAtLocal(asIfUtc);
}
