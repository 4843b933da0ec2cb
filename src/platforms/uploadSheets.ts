/** From what each unit changes to sheets: one for each set of changed columns, so that no row has a cell it does not mean. */
import { LISTING_FIELDS, type ListingFieldName } from '../core/listingField.js';
import type { Change, ChangeTarget } from '../core/plan.js';
import type { CatalogueRow, LeftOut, UploadRow, UploadSheet } from './upload.js';

/** All changes of one target. */
export interface Target {
  readonly target: ChangeTarget;
  readonly changes: readonly Change[];
}

/** The changes by what they change, in the order of the plan. */
export function targetsOf(changes: readonly Change[]): Target[] {
  const found = new Map<string, { target: ChangeTarget; changes: Change[] }>();
  for (const change of changes) {
    const key = `${change.target.entity}\n${change.target.id}`;
    const known = found.get(key);
    if (known) known.changes.push(change);
    else found.set(key, { target: change.target, changes: [change] });
  }
  return [...found.values()];
}

/** Finds the row of a target: the listing's own, or the first of the product. */
export function rowFinder(rows: readonly CatalogueRow[]): (target: ChangeTarget) => CatalogueRow | undefined {
  const listings = new Map(rows.map((row) => [row.listingId, row]));
  const products = new Map([...rows].reverse().map((row) => [row.productId, row]));
  return ({ entity, id }) => (entity === 'product' ? products : listings).get(id);
}

export type Cell = readonly [header: string, text: string];

/** What one row of an upload says. */
export interface Assignment {
  readonly unit: string;
  /** What tells the row. */
  readonly key: readonly Cell[];
  /** Columns that the platform demands, with what they hold already. */
  readonly carried?: readonly Cell[];
  readonly changed: readonly Cell[];
  readonly changes: readonly Change[];
}

/**
 * Sheets of assignments: rows that set the same columns share one. Columns stand in the order of `order`; those it does not name
 * stand as they come.
 */
export function sheetsOf(assignments: readonly Assignment[], order: readonly string[] = []): UploadSheet[] {
  const groups = new Map<string, Assignment[]>();
  for (const assignment of assignments) {
    const key = JSON.stringify([headersOf(assignment.key), headersOf(assignment.changed).sort()]);
    const group = groups.get(key);
    if (group) group.push(assignment);
    else groups.set(key, [assignment]);
  }
  return [...groups.values()].map((group) => sheetOf(group, order));
}

function sheetOf(group: readonly Assignment[], order: readonly string[]): UploadSheet {
  const [first] = group as readonly [Assignment, ...Assignment[]];
  const cells = (assignment: Assignment) => [...assignment.key, ...(assignment.carried ?? []), ...assignment.changed];
  const place = (header: string) => (order.includes(header) ? order.indexOf(header) : order.length);
  const header = headersOf(cells(first)).sort((a, b) => place(a) - place(b));
  const rows = group.map((assignment): UploadRow => {
    const texts = new Map(cells(assignment));
    return { unit: assignment.unit, cells: header.map((name) => texts.get(name) ?? ''), changeIds: assignment.changes.map(({ id }) => id) };
  });
  return {
    part: partOf(group.flatMap((assignment) => assignment.changes)),
    above: [],
    header,
    below: [],
    rows,
    changed: headersOf(first.changed).sort((a, b) => place(a) - place(b)),
    carried: headersOf(first.carried ?? []),
  };
}

const FIELDS = Object.keys(LISTING_FIELDS) as ListingFieldName[];

/** The fields of a sheet as one word for its file's name. */
export function partOf(changes: readonly Change[]): string {
  const fields = new Set(changes.map(({ field }) => field));
  return FIELDS.filter((field) => fields.has(field))
    .map((field) => field.replaceAll('_', '-'))
    .join('-');
}

/** The same reason for several changes. */
export function leftOut(changes: readonly Change[], reason: string): LeftOut[] {
  return changes.map((change) => ({ change, reason }));
}

function headersOf(cells: readonly Cell[]): string[] {
  return cells.map(([header]) => header);
}
