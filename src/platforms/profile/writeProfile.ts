/** A report format as a profile for people: the values of its keys, in their order, with comments that say what they mean. */
import { FIELDS } from '../../core/fields.js';
import type { ReportFormat } from '../define.js';
import type { Plain } from './codec.js';
import { profileValues } from './profile.js';
import { yamlEntry } from './yamlText.js';

const HEAD = `# How eco reads this file (docs/PROFILES.md describes every key). After a change, the next "eco import" reads all that was
# imported with it again, the new way.`;

/** What a reader of the file must know of a key. */
const REMARKS: Readonly<Record<string, string>> = {
  replaces: 'takes the place of the report that eco has built in',
  fills: 'what its rows are about',
  columns:
    'meaning: names of its column, newest first. Case, width, dashes and spaces of a name do not matter. "eco files map --fields" lists\n# the meanings. Required: without this column the file is another report',
  people: 'the file holds people: only the columns that have a meaning here are kept; a keyed hash stands for the buyer',
  personal: 'columns that hold people: never kept',
  unit: 'what the file exports whole: a newer file replaces all rows that are alike in this',
  listing_key: 'what tells one listing from another',
  stock: 'where the quantities of a row lie',
  states: 'what the words of the status mean for counting sales',
  period: 'rows: a column holds the day; none: say it with --period or in the name of the file',
  complete: 'the file lists everything: what it lacks is not on sale any more',
  date_order: 'which comes first in dates of figures only',
  ignore: 'rows that are stored nowhere, on purpose',
};

export interface ProfileRemarks {
  /** Lines below the first comment. */
  readonly head?: readonly string[];
  /** Columns of the file that are not read. */
  readonly unread?: readonly string[];
}

/** The text of a profile. Reading it gives the same format again. */
export function writeProfile(format: ReportFormat, remarks: ProfileRemarks = {}): string {
  const { columns, ...values } = profileValues(format);
  const parts = [[HEAD, ...(remarks.head ?? []).map((line) => `# ${line}`)].join('\n')];
  for (const [key, value] of Object.entries(values)) {
    if (key === 'unit') parts.push(columnsPart(columns as Readonly<Record<string, Plain>>, remarks.unread ?? []));
    parts.push(withRemark(key, yamlEntry(key, value)));
  }
  return `${parts.join('\n')}\n`;
}

function withRemark(key: string, entry: string): string {
  const remark = REMARKS[key];
  return remark === undefined ? entry : `\n# ${remark}\n${entry}`;
}

function columnsPart(columns: Readonly<Record<string, Plain>>, unread: readonly string[]): string {
  const lines = Object.entries(columns).map(([field, value]) => {
    const entry = yamlEntry(field, value, '  ');
    return entry.includes('\n') ? entry : `${entry} # ${FIELDS[field as keyof typeof FIELDS]}`;
  });
  const left = unread.length === 0 ? [] : [`  # not read: ${unread.map((name) => JSON.stringify(name)).join(', ')}`];
  return withRemark('columns', `columns:\n${[...lines, ...left].join('\n')}`);
}
