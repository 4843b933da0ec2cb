/**
 * Proposes what the columns of a file that eco does not know mean: from their names (`names.ts`), from their values (`values.ts`), and
 * from what the file as a whole can be about (`families.ts`). What is not certain is said to be so: a wrong column that looks right is
 * worse than a question.
 */
import { FIELDS, type FieldName, type Subject } from '../../core/fields.js';
import type { DateOrder } from '../cells/date.js';
import type { ReportFormat } from '../define.js';
import { looksPersonal } from '../personal.js';
import { FAMILIES, type Family, fillsOf, hasField, isName, isViable, readAs } from './families.js';
import { type Meaning, nameIndex } from './names.js';
import { type Column, type ColumnProposal, couldBe, DATES, resolve, unresolved } from './resolve.js';
import { type ColumnValues, columnValues, holdsPeople, needsNoOrder, ordersThatFit, provenBy } from './values.js';

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
      best !== undefined &&
      explains(proposals) &&
      ranked.every((other) => other.family === best.family || other.score < (other.viable ? RIVAL : LACKING) * best.score),
    fills: best ? fillsOf(best.family, mapped) : [],
    columns: proposals,
    dateOrders: dateOrders(proposals),
  };
}

/** Of a file most of whose columns mean nothing known, the rest proves little. */
const LEAST_EXPLAINED = 0.3;

function explains(proposals: readonly ColumnProposal[]): boolean {
  const counted = proposals.filter(
    ({ header, verdict, values }) => header.trim() !== '' && verdict !== 'personal' && values.filled.length > 0,
  );
  return counted.filter(({ verdict }) => verdict !== 'unread').length >= LEAST_EXPLAINED * counted.length;
}

/** Rows with hardly a cell filled are notes and totals. */
function withoutFooters({ header, rows }: FileHead): readonly (readonly string[])[] {
  const filled = rows.map((row) => row.filter((cell) => cell.trim() !== '').length);
  const usual = [...filled].sort((a, b) => a - b)[Math.floor(filled.length / 2)] ?? 0;
  return header.length < 4 ? rows : rows.filter((_, at) => (filled[at] as number) > usual / 3);
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

/**
 * Orders that fit all dates with figures only; null where the dates say it themselves. Where all of these do and in one order, later ones,
 * which may not, are in that order too.
 */
function dateOrders(columns: readonly ColumnProposal[]): DateOrder[] | null {
  const dates = columns.filter(({ field }) => field !== null && DATES.has(FIELDS[field]));
  const fitting = (['dmy', 'mdy', 'ymd'] as const).filter((order) =>
    dates.every(({ field, values }) => ordersThatFit(field as FieldName, values).includes(order)),
  );
  const isOpen = dates.some(({ field, values }) => !needsNoOrder(field as FieldName, values));
  return isOpen || fitting.length === 1 ? fitting : null;
}
