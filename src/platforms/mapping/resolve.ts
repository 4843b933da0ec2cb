/**
 * What each column of a file is, once it is known what the file is about: certain by its name or its values, to be asked, or not read.
 */
import { FIELDS, type FieldName, type Subject } from '../../core/fields.js';
import { type Family, hasPeople, IDS, readAs } from './families.js';
import type { Meaning } from './names.js';
import { areDates, areGoodsNumbers, type ColumnValues, fits, provenBy } from './values.js';

/** `unread`: eco knows no meaning for it, or another column has it. */
export type Verdict = 'decided' | 'sure' | 'unsure' | 'personal' | 'unread';

export interface ColumnProposal {
  readonly column: number;
  readonly header: string;
  readonly verdict: Verdict;
  /** What it is taken for; null where it is unsure, not read or holds people. */
  readonly field: FieldName | null;
  /** What it may be, the likeliest first. */
  readonly candidates: readonly FieldName[];
  readonly why: string;
  readonly values: ColumnValues;
}

export interface Column {
  readonly column: number;
  readonly header: string;
  readonly values: ColumnValues;
  readonly meanings: readonly Meaning[];
  readonly decided: FieldName | null | undefined;
  readonly isPersonal: boolean;
}

/** Kinds of fields whose cells may leave open which part is the day. */
export const DATES: ReadonlySet<string> = new Set(['day', 'instant', 'period']);

/** Whether the cells can be what the field holds, with dates in one order or another. */
export function couldBe(field: FieldName, values: ColumnValues): boolean {
  return DATES.has(FIELDS[field]) ? areDates(field, values) : fits(field, values);
}

/** Without a family nothing is known but what holds people. */
export function unresolved({ column, header, values, isPersonal: left }: Column): ColumnProposal {
  const why = left ? PERSONAL : 'what the file is about is not known';
  return { column, header, values, verdict: left ? 'personal' : 'unread', field: null, candidates: [], why };
}

const PERSONAL = 'may hold people: never kept';

interface Reading {
  readonly column: Column;
  /** The likeliest first. */
  readonly fields: readonly { readonly field: FieldName; readonly votes: number; readonly meaning: Meaning }[];
}

/** What each column is in a family. */
export function resolve(columns: readonly Column[], family: Family): ColumnProposal[] {
  const taken = new Set(columns.flatMap(({ decided }) => (decided ? [readAs(family, decided) ?? decided] : [])));
  const readings = new Map(
    columns.filter((column) => column.decided === undefined && !column.isPersonal).map((column) => [column.column, read(column, family)]),
  );
  const winners = contested([...readings.values()], taken);
  for (const [column, winner] of onlyOnes(family, readings, winners, taken)) winners.set(column, winner);
  onlyParent(winners, taken);
  for (const { field } of winners.values()) taken.add(field);
  return columns.map((column) => {
    const base = { column: column.column, header: column.header, values: column.values };
    if (column.decided !== undefined)
      return {
        ...base,
        verdict: 'decided',
        field: column.decided && readAs(family, column.decided),
        candidates: [],
        why: column.decided === null ? 'not read, as you said' : 'as you said',
      };
    if (column.isPersonal) return { ...base, verdict: 'personal', field: null, candidates: [], why: PERSONAL };
    const winner = winners.get(column.column);
    if (winner) return { ...base, verdict: 'sure', field: winner.field, candidates: [winner.field], why: winner.why };
    return { ...base, ...open(readings.get(column.column) as Reading, taken) };
  });
}

/** What the family must have and only one column can be is that column. */
function onlyOnes(
  family: Family,
  readings: ReadonlyMap<number, Reading>,
  winners: ReadonlyMap<number, { field: FieldName }>,
  taken: ReadonlySet<FieldName>,
): [number, { field: FieldName; why: string }][] {
  const settled = new Set([...taken, ...[...winners.values()].map(({ field }) => field)]);
  const needed = family.needs.flatMap((list) => (list.length === 1 ? list : [])).filter((field) => !settled.has(field));
  return needed.flatMap((need) => {
    const able = [...readings.values()].filter(
      ({ column, fields }) =>
        !winners.has(column.column) && fields.some(({ field, meaning }) => field === need && meaning.likeness !== 'part'),
    );
    const [only, second] = able;
    return only && !second ? [[only.column.column, { field: need, why: `the only column that can be the ${need}` }]] : [];
  });
}

/** Where the number of the parent is the only one, the rows are about parents. */
function onlyParent(winners: Map<number, { field: FieldName; why: string }>, taken: ReadonlySet<FieldName>): void {
  const fields = new Set([...taken, ...[...winners.values()].map(({ field }) => field)]);
  if (IDS.some((field) => fields.has(field))) return;
  for (const [column, { field, why }] of winners) if (field === 'parentAsin') winners.set(column, { field: 'asin', why });
}

/** Beside an order, a bare "Name" is a buyer's as likely as a product's. */
const ANY_NAME = /^(?:name|names|nom|nombre|nome|naam|nazwa|名前|名称|이름|tên|nama)$/i;

/** Meanings in the family, those with the most users first. Users in reports of the same subjects count more. */
function read(column: Column, family: Family): Reading {
  const byField = new Map<FieldName, { field: FieldName; votes: number; meaning: Meaning }>();
  for (const meaning of column.meanings) {
    const field = readAs(family, meaning.field);
    if (field === null || !couldBe(field, column.values)) continue;
    if (field === 'productId' && areGoodsNumbers(column.values)) continue;
    if (field === 'title' && hasPeople(family) && ANY_NAME.test(column.header.trim())) continue;
    const votes = votesOf(meaning, family);
    const before = byField.get(field);
    if (!before || before.votes < votes) byField.set(field, { field, votes, meaning });
  }
  return { column, fields: [...byField.values()].sort((a, b) => b.votes - a.votes) };
}

/** A platform has one vote, however many reports of it use the word: what matters is whether platforms agree. */
function votesOf({ field, formats, languages }: Meaning, family: Family): number {
  const alike = formats.filter(({ fills }) => fills.some((subject) => (family.subjects as readonly Subject[]).includes(subject)));
  const same = new Set(alike.map(({ platform }) => platform)).size;
  const all = new Set(formats.map(({ platform }) => platform)).size;
  return same + Math.min(1, 0.25 * (all - same)) + (languages.length > 0 ? 1 : 0) + (family.fields.includes(field) ? 0.1 : 0);
}

/** So much likelier than the next meaning, a word has one meaning. */
const CLEAR = 3;

/** Columns whose meaning is certain: a known word with one meaning here, or values that prove it, and no other column with it. */
function contested(readings: readonly Reading[], taken: ReadonlySet<FieldName>): Map<number, { field: FieldName; why: string }> {
  const claims = new Map<FieldName, { column: Column; rank: number; why: string }[]>();
  const claim = (field: FieldName, column: Column, rank: number, why: string) =>
    claims.set(field, [...(claims.get(field) ?? []), { column, rank, why }]);
  for (const { column, fields } of readings) {
    const [first, second] = fields;
    const proven = provenBy(column.values);
    if (first && first.meaning.likeness !== 'part' && (!second || first.votes >= CLEAR * second.votes)) {
      if (!taken.has(first.field)) claim(first.field, column, rankOf(first.meaning, column), because(first.meaning));
    } else if (proven && fields.every(({ meaning }) => meaning.likeness === 'part') && !taken.has(proven.field))
      claim(proven.field, column, 0, proven.why);
  }
  const winners = new Map<number, { field: FieldName; why: string }>();
  for (const [field, all] of claims) {
    const [first, second] = all.sort((a, b) => b.rank - a.rank);
    if (first && (!second || first.rank > second.rank)) winners.set(first.column.column, { field, why: first.why });
  }
  return winners;
}

/** Of two columns with one meaning, the one with the very word, and one that is filled. */
function rankOf({ likeness }: Meaning, { values }: Column): number {
  return (values.filled.length > 0 ? 4 : 0) + (likeness === 'same' ? 2 : 1);
}

function because({ word, likeness, formats, languages }: Meaning): string {
  const sign = likeness === 'same' ? '' : `like "${word}", `;
  const first = formats[0];
  if (first) return `${sign}so called in ${first.id}${formats.length > 1 ? ` and ${formats.length - 1} more` : ''}`;
  return languages.length === 0 ? `${sign}eco's own word` : `${sign}so called in ${LANGUAGE_NAMES.of(languages[0] as string)}`;
}

const LANGUAGE_NAMES = new Intl.DisplayNames(['en'], { type: 'language' });

/** A column whose meaning is not certain. */
function open(
  { column, fields }: Reading,
  taken: ReadonlySet<FieldName>,
): Pick<ColumnProposal, 'verdict' | 'field' | 'candidates' | 'why'> {
  const free = fields.filter(({ field }) => !taken.has(field));
  const proven = provenBy(column.values);
  if (proven && !taken.has(proven.field))
    return { verdict: 'unsure', field: null, candidates: [proven.field], why: `${proven.why}, as those of another column` };
  const [first] = free;
  if (!first) return { verdict: 'unread', field: null, candidates: [], why: unreadBecause(column, fields) };
  const why =
    first.meaning.likeness === 'part'
      ? `its name has "${first.meaning.word}" in it`
      : free.length > 1
        ? 'its name has several meanings'
        : 'another column may be that too';
  return { verdict: 'unsure', field: null, candidates: free.map(({ field }) => field), why };
}

function unreadBecause({ header }: Column, fields: Reading['fields']): string {
  if (header.trim() === '') return 'has no name';
  const [first] = fields;
  return first ? `another column is the ${first.field}` : 'no meaning is known for it';
}
