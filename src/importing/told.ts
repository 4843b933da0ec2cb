/** What a file says of all its rows, besides its header: values above the header, and how its dates are ordered. */
import { FIELDS } from '../core/fields.js';
import type { Told } from '../platforms/binding.js';
import { constantsInPreamble } from '../platforms/preamble.js';
import type { Identified } from './identify.js';

const DATE = /^\s*(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d{2})\b/;

/** Told once, kept with the import, and so the same whenever its rows are read again. */
export function toldBy({ match, preamble, sample }: Identified): Told {
  const constants = constantsInPreamble(preamble, match.format);
  const dateOrder = match.format.dateOrder === 'proven' ? provenOrder(match.bound, sample) : null;
  return { ...(Object.keys(constants).length > 0 ? { constants } : {}), ...(dateOrder ? { dateOrder } : {}) };
}

/** The order in which every date of the first rows is one; null where both orders are, or neither. */
function provenOrder(bound: Identified['match']['bound'], sample: Identified['sample']): 'dmy' | 'mdy' | null {
  const columns = [...bound].filter(([field]) => /^(day|instant|period)$/.test(FIELDS[field])).map(([, column]) => column);
  let isDayFirst = false;
  let isMonthFirst = false;
  for (const cells of sample) {
    for (const column of columns) {
      const [, first, , second] = DATE.exec(cells[column] ?? '') ?? [];
      if (Number(first) > 12) isDayFirst = true;
      if (Number(second) > 12) isMonthFirst = true;
    }
  }
  return isDayFirst === isMonthFirst ? null : isDayFirst ? 'dmy' : 'mdy';
}
