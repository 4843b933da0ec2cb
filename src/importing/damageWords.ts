/** What is said of a file that can be read but was damaged before it came: how many cells, what happened to them, what to do. */
import { thousands } from '../core/count.js';
import type { Damage } from '../platforms/damageScan.js';

const AGAIN = 'Download the report again and import it without opening it in a spreadsheet';

/** Why nothing of a file may be taken: its ids are not those of the platform any more. */
export function lostIds(found: readonly Damage[]): string | null {
  const rounded = found.find(({ kind }) => kind === 'rounded');
  if (!rounded) return null;
  const { column, count, of } = rounded;
  return `${share(count, of)} ids in column "${column}" end in zeros after their 15th digit: a spreadsheet has rounded them, and their last digits are lost, so nothing was taken. ${AGAIN}`;
}

/** What the user must know of what was taken; null where nothing is wrong. */
export function damageWords(found: readonly Damage[]): string | null {
  if (found.length === 0) return null;
  const told = found.map((damage) => `${share(damage.count, damage.of)} cells in column "${damage.column}" ${whatHappened(damage)}`);
  return `${told.join('; ')}. ${found.every(({ kind }) => kind === 'mojibake') ? AS_UTF8 : AGAIN}`;
}

const AS_UTF8 = 'Download the report again, as UTF-8 where the platform asks, and import it without opening it in a spreadsheet';

function whatHappened({ kind, digits }: Damage): string {
  switch (kind) {
    case 'rounded':
      return 'end in zeros after their 15th digit';
    case 'shortened':
      return `look shortened by a spreadsheet (${digits?.[0]} digits or fewer where the others have ${digits?.[1]}: zeros in front are lost, and they will not be found under their own number)`;
    case 'barcodes':
      return 'have lost the zeros in front of a barcode, most likely in a spreadsheet';
    case 'dates-as-ids':
      return 'look like dates that a spreadsheet made of SKUs (MAR-3 becomes 3-Mar)';
    case 'two-dates':
      return 'write their dates in another way than the others: a spreadsheet may have exchanged days and months (compare some with the platform)';
    case 'mojibake':
      return 'hold text that was read in the wrong encoding (such as "KÃ¼hl" for "Kühl")';
  }
}

function share(count: number, of: number): string {
  return count === of ? `all ${thousands(of)}` : `${thousands(count)} of ${thousands(of)}`;
}
