/** What the options of `eco files map` say, checked: they decide where nobody is asked. */
import { UsageError } from '../../core/errors.js';
import { FIELDS, type FieldName, SUBJECTS, type Subject } from '../../core/fields.js';
import { nearestName } from '../../core/nearest.js';
import type { DateOrder } from '../../platforms/cells/date.js';
import { foldHeader } from '../../platforms/header.js';
import { type Family, familyOf } from '../../platforms/mapping/families.js';

export interface MapFlags {
  readonly fills?: string;
  readonly platform?: string;
  readonly name?: string;
  readonly report?: string;
  readonly unit?: string;
  readonly currency?: string;
  readonly dateOrder?: string;
  readonly like?: string;
  readonly fields?: boolean;
  readonly forget?: string;
  readonly dryRun?: boolean;
}

/** `sku=Art.-Nr.,price=VK brutto`: a header may hold commas, since only one before a field begins the next. `none`: not read. */
export function columnChoices(entries: readonly string[], header: readonly string[]): Map<number, FieldName | null> {
  const chosen = new Map<number, FieldName | null>();
  for (const part of entries.flatMap((entry) => entry.split(/,(?=\s*[A-Za-z][\w-]*\s*=)/))) {
    const at = part.indexOf('=');
    if (at < 0) throw new UsageError(`--columns ${part}: a field and its column expected, such as sku=Art.-Nr.`);
    const field = fieldNamed(part.slice(0, at).trim(), '--columns');
    const column = columnNamed(part.slice(at + 1).trim(), header);
    if (chosen.has(column)) throw new UsageError(`--columns: "${header[column]}" stands there twice`);
    chosen.set(column, field);
  }
  return chosen;
}

/** The field of a name in any spelling (`orderId`, `order_id`, `ORDER-ID`); null for `none`. */
export function fieldNamed(word: string, option: string): FieldName | null {
  const bare = (name: string) => name.toLowerCase().replace(/[-_ ]/g, '');
  if (bare(word) === 'none') return null;
  const names = Object.keys(FIELDS) as FieldName[];
  const found = names.find((name) => bare(name) === bare(word));
  if (found) return found;
  throw new UsageError(
    `${option} ${word}: there is no such field. The nearest is ${nearestName(word, names)}; "eco files map --fields" lists them`,
  );
}

function columnNamed(name: string, header: readonly string[]): number {
  const at = header.findIndex((cell) => foldHeader(cell) === foldHeader(name));
  if (at >= 0) return at;
  const nearest = nearestName(
    name,
    header.filter((cell) => cell.trim() !== ''),
  );
  throw new UsageError(`--columns: the file has no column "${name}". The nearest is "${nearest}"`);
}

export interface Fills {
  readonly subjects: readonly Subject[];
  readonly family: Family;
}

export function fillsOption(text: string | undefined): Fills | null {
  if (text === undefined) return null;
  const words = text.split(',').map((word) => word.trim());
  for (const word of words)
    if (!(SUBJECTS as readonly string[]).includes(word))
      throw new UsageError(`--fills ${word}: one or more of ${SUBJECTS.join(', ')} expected`);
  const subjects = words as Subject[];
  const family = familyOf(subjects);
  if (!family) throw new UsageError(`--fills ${text}: eco makes no profile of that. Of these one at a time, but listings,stock together`);
  return { subjects, family };
}

export function unitOption(text: string | undefined): FieldName[] | null {
  if (text === undefined) return null;
  return text.split(',').flatMap((word) => fieldNamed(word.trim(), '--unit') ?? []);
}

const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];

export function dateOrderOption(text: string | undefined): DateOrder | null {
  if (text === undefined) return null;
  const found = ORDERS.find((order) => order === text.toLowerCase());
  if (!found) throw new UsageError(`--date-order ${text}: one of ${ORDERS.join(', ')} expected (day, month and year in their order)`);
  return found;
}

/** A name for the profile of a file: its own name without folders, ending, dates and numbers. */
export function nameFrom(file: string): string {
  const base = (file.split(/[\\/]/).at(-1) as string).replace(/\.[^.]*$/, '');
  const words = base
    .replace(/\d{4}[-_.]?\d{2}[-_.]?\d{2}|\d{1,2}[-_.]\d{1,2}[-_.]\d{2,4}|\d+/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return words.slice(0, 4).join('-');
}
