/** The questions of `eco files map` on a terminal: only what is not certain. */
import { UsageError } from '../../core/errors.js';
import type { FieldName } from '../../core/fields.js';
import type { DateOrder } from '../../platforms/cells/date.js';
import { FAMILIES, type Family } from '../../platforms/mapping/families.js';
import type { ColumnProposal } from '../../platforms/mapping/resolve.js';
import type { Session } from '../../session.js';
import { fieldNamed } from './mapOptions.js';
import { samplesOf } from './mapTable.js';

/** What the file is about, the likeliest first. */
export async function askFamily(session: Session, likely: readonly Family[]): Promise<Family> {
  const all: readonly Family[] = [...likely, ...FAMILIES.filter((family) => !likely.some((other) => other === family))];
  const choices = all.map((family, at) => ({ name: `${family.about} (${family.subjects.join(', ')})`, value: String(at) }));
  return all[Number(await session.context.prompt.select('What is the file about?', choices))] as Family;
}

const OTHER = '\u0000other';
const NONE = '\u0000none';

/** What a column means; null: it is not read. */
export async function askColumn(session: Session, column: ColumnProposal): Promise<FieldName | null> {
  const samples = samplesOf(column);
  const choices = [
    ...column.candidates.map((field) => ({ name: field, value: field as string })),
    { name: 'something else', value: OTHER },
    { name: 'nothing that eco should read', value: NONE },
  ];
  const answer = await session.context.prompt.select(`"${column.header}"${samples === null ? '' : ` (${samples})`} is`, choices);
  if (answer === NONE) return null;
  return answer === OTHER ? askField(session, column.header) : (answer as FieldName);
}

async function askField(session: Session, header: string): Promise<FieldName | null> {
  for (;;) {
    const word = await session.context.prompt.input(`"${header}" is (a field, or none; eco files map --fields lists them)`);
    try {
      return fieldNamed(word, 'field');
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      session.warn(error.message);
    }
  }
}

const IN_WORDS: Readonly<Record<DateOrder, string>> = { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' };

export async function askDateOrder(session: Session, possible: readonly DateOrder[], example: string): Promise<DateOrder> {
  const choices = possible.map((order) => ({ name: IN_WORDS[order], value: order as string }));
  return (await session.context.prompt.select(`In which order are dates such as ${example}?`, choices)) as DateOrder;
}
