/**
 * Proposes what the columns of a file that eco does not know mean: from their names (`names.ts`), from their values (`values.ts`), and
 * from what the file as a whole can be about (`families.ts`). What is not certain is said to be so: a wrong column that looks right is
 * worse than a question.
 */
import { FIELDS, type FieldName, type Subject } from '../../core/fields.js';
import type { ReportFormat } from '../define.js';
import { looksPersonal } from '../personal.js';
import { FAMILIES, type Family, fillsOf, hasField, IDS, isName, isViable, readAs } from './families.js';
import { type Meaning, nameIndex } from './names.js';
import {
  areGoodsNumbers,
  type ColumnValues,
  columnValues,
  type DateOrder,
  fits,
  holdsPeople,
  needsNoOrder,
  ordersThatFit,
  provenBy,
} from './values.js';

/** The head of a file. */
export interface FileHead {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly workbook: boolean;
}

/** What the user said. */
export interface Decisions {
  readonly family?: Family;
  /** Column → its field; null: it is not read. */
  readonly columns: ReadonlyMap<number, FieldName | null>;
}

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

export interface Proposal {
  /** What the file is about, the likeliest first; empty where nothing fits. */
  readonly families: readonly Family[];
  /** Whether the first is much likelier than the others. */
  readonly isSure: boolean;
  readonly fills: readonly Subject[];
  readonly columns: readonly ColumnProposal[];
  /** Orders of day, month and year that fit all dates; null where no column needs one. */
  readonly dateOrders: readonly DateOrder[] | null;
}

/** A family that comes as near as this to the best is another way to read the file; one that lacks what it needs must explain more. */
const RIVAL = 0.75;
const LACKING = 1.25;

/** `formats`: the reports whose headers are words for their fields. */
export function propose(head: FileHead, formats: readonly ReportFormat[], decisions: Decisions): Proposal {
  const names = nameIndex(formats);
  const rows = withoutFooters(head);
  const columns = head.header.map((header, column): Column => {
    const values = columnValues(
      header,
      rows.map((row) => row[column] ?? ''),
      head.workbook,
    );
    const meanings = header.trim() === '' ? [] : names.meaningsOf(header).filter(({ field }) => couldBe(field, values));
    const decided = decisions.columns.get(column);
    return { column, header, values, meanings, decided, isPersonal: decided === undefined && isPersonal(header, values, meanings) };
  });
  const ranked = decisions.family ? [{ family: decisions.family, score: 1, viable: true }] : rankedFamilies(columns);
  const best = ranked.find(({ viable }) => viable);
  const proposals = best ? resolve(columns, best.family) : columns.map(unresolved);
  const mapped = new Set(proposals.flatMap(({ field }) => (field === null ? [] : [field])));
  return {
    families: ranked.filter(({ viable }) => viable).map(({ family }) => family),
    isSure:
      best !== undefined && ranked.every((other) => other.family === best.family || other.score < (other.viable ? RIVAL : LACKING) * best.score),
    fills: best ? fillsOf(best.family, mapped) : [],
    columns: proposals,
    dateOrders: dateOrders(proposals),
  };
}

/** Rows with hardly a cell filled are notes and totals. */
function withoutFooters({ header, rows }: FileHead): readonly (readonly string[])[] {
  const filled = rows.map((row) => row.filter((cell) => cell.trim() !== '').length);
  const usual = [...filled].sort((a, b) => a - b)[Math.floor(filled.length / 2)] ?? 0;
  return header.length < 4 ? rows : rows.filter((_, at) => (filled[at] as number) > usual / 3);
}

interface Column {
  readonly column: number;
  readonly header: string;
  readonly values: ColumnValues;
  readonly meanings: readonly Meaning[];
  readonly decided: FieldName | null | undefined;
  readonly isPersonal: boolean;
}

const DATES: ReadonlySet<string> = new Set(['day', 'instant', 'period']);

function couldBe(field: FieldName, values: ColumnValues): boolean {
  if (!DATES.has(FIELDS[field])) return fits(field, values, undefined);
  return needsNoOrder(field, values) || ordersThatFit(field, values).length > 0;
}

/** A name that eco knows for a thing is no person's, whatever words it has: "customer search term". */
function isPersonal(header: string, values: ColumnValues, meanings: readonly Meaning[]): boolean {
  if (holdsPeople(values)) return true;
  return looksPersonal(header) && !meanings.some(({ likeness }) => likeness === 'same');
}

const LIKENESS: Readonly<Record<Meaning['likeness'], number>> = { same: 1, spelled: 0.9, part: 0.3 };

/** The families that the columns can be about, each with how much of them it explains. A column that few families can read says more. */
function rankedFamilies(columns: readonly Column[]): { family: Family; score: number; viable: boolean }[] {
  const families: readonly Family[] = FAMILIES;
  return families
    .map((family) => {
      const fields = new Set<FieldName>();
      let score = 0;
      for (const { meanings, decided, values, isPersonal: left } of columns) {
        if (left || decided === null) continue;
        const found = decided === undefined ? meanings : [{ field: decided, likeness: 'same' as const }];
        let most = 0;
        for (const { field, likeness } of found) {
          const read = readAs(family, field);
          if (read === null) continue;
          fields.add(read);
          most = Math.max(most, LIKENESS[likeness] * (isName(read) ? 0.1 : 1));
        }
        const readers = families.filter((other) => found.some(({ field }) => readAs(other, field) !== null)).length;
        const proven = decided === undefined ? provenBy(values) : null;
        if (proven && hasField(family, proven.field)) fields.add(proven.field);
        score += most / Math.max(1, readers);
      }
      return { family, score, viable: isViable(family, fields) };
    })
    .sort((a, b) => b.score - a.score);
}

function unresolved({ column, header, values, isPersonal: left }: Column): ColumnProposal {
  const why = left ? PERSONAL : 'what the file is about is not known';
  return { column, header, values, verdict: left ? 'personal' : 'unread', field: null, candidates: [], why };
}

const PERSONAL = 'may hold people: never kept';

interface Reading {
  readonly column: Column;
  /** The likeliest first. */
  readonly fields: readonly { readonly field: FieldName; readonly votes: number; readonly meaning: Meaning }[];
}

function resolve(columns: readonly Column[], family: Family): ColumnProposal[] {
  const taken = new Set(columns.flatMap(({ decided }) => (decided ? [decided] : [])));
  const readings = new Map(
    columns.filter((column) => column.decided === undefined && !column.isPersonal).map((column) => [column.column, read(column, family)]),
  );
  const winners = contested([...readings.values()], taken);
  onlyParent(winners, taken);
  for (const { field } of winners.values()) taken.add(field);
  return columns.map((column) => {
    const base = { column: column.column, header: column.header, values: column.values };
    if (column.decided !== undefined)
      return {
        ...base,
        verdict: 'decided',
        field: column.decided,
        candidates: [],
        why: column.decided === null ? 'not read, as you said' : 'as you said',
      };
    if (column.isPersonal) return { ...base, verdict: 'personal', field: null, candidates: [], why: PERSONAL };
    const winner = winners.get(column.column);
    if (winner) return { ...base, verdict: 'sure', field: winner.field, candidates: [winner.field], why: winner.why };
    return { ...base, ...open(readings.get(column.column) as Reading, taken) };
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

export function hasPeople(family: Family): boolean {
  return family.subjects.some((subject) => subject === 'orders' || subject === 'reviews');
}

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

function votesOf({ field, formats, languages }: Meaning, family: Family): number {
  const same = formats.filter(({ fills }) => fills.some((subject) => (family.subjects as readonly Subject[]).includes(subject))).length;
  return same + 0.25 * (formats.length - same) + (languages.length > 0 ? 1 : 0) + (family.fields.includes(field) ? 0.1 : 0);
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

/** Orders that fit all dates with figures only; where no date needs one, null. */
function dateOrders(columns: readonly ColumnProposal[]): DateOrder[] | null {
  const dates = columns.filter(({ field }) => field !== null && DATES.has(FIELDS[field]));
  const asking = dates.filter(({ field, values }) => !needsNoOrder(field as FieldName, values));
  if (asking.length === 0) return null;
  return (['dmy', 'mdy', 'ymd'] as const).filter((order) =>
    dates.every(({ field, values }) => ordersThatFit(field as FieldName, values).includes(order)),
  );
}
