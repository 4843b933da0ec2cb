/**
 * A plan filled into a platform's own template: the cells of the changed fields in the rows of the plan's items, and what the platform
 * wants such a row to say (partial update, Revise). Everything else of the file is written back as it was.
 *
 * A template that lists the items (a download) is newer evidence than any import: a cell that holds neither the old nor the new value
 * was changed by somebody else, and is left alone. But one that holds what stood there before eco's own last upload is only older than
 * that, and gets the value that was sent.
 *
 * A row that is switched on (Revise, partial update) goes up with all of its cells: where blank cells keep what stands, the listing's
 * other fields are taken out of it; whatever else it carries is named.
 */
import { UserError } from '../../core/errors.js';
import { LISTING_FIELDS } from '../../core/listingField.js';
import type { Change } from '../../core/plan.js';
import type { CellEdit } from '../../files/templateText.js';
import { type TemplateLayout, type TemplateRow, templateColumn, templateLayout } from '../../platforms/templates.js';
import type { LeftOut } from '../../platforms/upload.js';
import { newCell, PLAIN_AMOUNTS } from '../../platforms/uploadAmounts.js';
import { editing, rowPlaces, type Sheet } from './templateSheet.js';

/** What to write into a template. */
export interface TemplateFill {
  readonly layout: TemplateLayout;
  readonly edits: readonly CellEdit[];
  /** Rows to add below. */
  readonly added: readonly (readonly string[])[];
  readonly filled: readonly Change[];
  readonly leftOut: readonly LeftOut[];
  /** Columns that change. */
  readonly changed: readonly string[];
  /** Other columns that go up filled. */
  readonly carried: readonly string[];
  /** Rows that change or are new. */
  readonly rows: number;
  /** Cells that were older than an upload of eco's, and hold what was sent now. */
  readonly renewed: number;
}

/** What is to be filled in. */
export interface TemplateRequest {
  readonly changes: readonly Change[];
  readonly spelled: ReadonlyMap<string, string>;
  /** Store → Amazon's id of its marketplace; null where it is not known. */
  readonly marketplaceIds: ReadonlyMap<string, string | null>;
  /** Why the platform must not be sent a change, by the cells of its row too. */
  readonly refuses: (change: Change, cells: readonly string[]) => string | null;
  /** What was sent off before, the oldest first. */
  readonly sent: readonly Change[];
}

/** First rows by which a template is told. */
const HEAD = 40;

/** The layout of the rows of a file; null where it is no template that is known. */
export function layoutIn(rows: readonly TemplateRow[]): TemplateLayout | null {
  return templateLayout(rows.slice(0, HEAD));
}

/** Places changes in the rows of a template. What the template does not have is an error that names it. */
export function fillTemplate(layout: TemplateLayout, rows: readonly TemplateRow[], request: TemplateRequest): TemplateFill {
  if (layout.lacks !== null) throw new UserError(missingAction(layout));
  const { carried: fitting, columns, leftOut } = carriedBy(layout, request);
  const data = rows.filter(({ line }) => line >= layout.firstLine);
  const places = rowPlaces(layout, data);
  const carried = fitting.filter((change) => {
    const reason = request.refuses(change, places(change)[0]?.cells ?? []);
    if (reason !== null) leftOut.push({ change, reason });
    return reason === null;
  });
  const missing = carried.filter((change) => places(change).length === 0);
  if (missing.length > 0 && !layout.mayAppend) throw new UserError(missingKey(layout, missing, data.length));
  const sheet = editing(layout);
  const filled: Change[] = [];
  const absent = new Set(missing);
  for (const change of carried.filter((each) => !absent.has(each))) {
    const at = places(change);
    const columnOf = (row: TemplateRow) => columnIn(layout, row, change, columns.get(change) as number);
    const foreign = at.find((row) => !isExpected(row.cells[columnOf(row)] ?? '', change));
    if (foreign) leftOut.push({ change, reason: changedSince(layout, foreign, change, columnOf(foreign)) });
    else {
      filled.push(change);
      for (const row of at) sheet.change(row, columnOf(row), newCell(change, request.spelled, PLAIN_AMOUNTS));
    }
  }
  const renewed = renew(layout, request, sheet, places);
  const added = newRows(layout, missing, columns, request.spelled);
  const changed = new Set([...sheet.changed, ...missing.map((change) => columns.get(change) as number)]);
  return {
    layout,
    edits: sheet.edits(),
    added,
    filled: [...filled, ...missing],
    leftOut,
    changed: columnNames(layout, [...changed]),
    carried: carriedColumns(layout, data, sheet, changed),
    rows: sheet.rows.size + added.length,
    renewed,
  };
}

/** Cells that are older than what eco has sent get that; the number of them. */
function renew(
  layout: TemplateLayout,
  { sent, spelled, marketplaceIds }: TemplateRequest,
  sheet: Sheet,
  places: (change: Change) => readonly TemplateRow[],
): number {
  let count = 0;
  for (const change of sent) {
    const column = templateColumn(layout, change.field, marketplaceIds.get(change.target.store) ?? null);
    if (typeof column !== 'number' || change.target.platform !== layout.platform) continue;
    for (const row of places(change)) {
      // A row that is not switched on says nothing.
      if (layout.set.length > 0 && !sheet.rows.has(row.line)) continue;
      const at = columnIn(layout, row, change, column);
      const cell = sheet.cell(row, at).trim();
      if (cell === '' || isExpected(cell, { ...change, before: change.after }) || !isExpected(cell, { ...change, after: change.before }))
        continue;
      sheet.renew(row, at, newCell(change, spelled, PLAIN_AMOUNTS));
      count++;
    }
  }
  return count;
}

/** Filled columns of the rows that go up, besides those that change and those that tell the row. */
function carriedColumns(layout: TemplateLayout, data: readonly TemplateRow[], sheet: Sheet, changed: ReadonlySet<number>): string[] {
  const telling = [layout.product, layout.listing, layout.variation, layout.relationship, ...layout.skus];
  const known = new Set([...telling, ...layout.set.map(({ column }) => column), ...changed]);
  const live = layout.set.length > 0 ? data.filter(({ line }) => sheet.rows.has(line)) : data;
  const columns = layout.header.map((_, column) => column).filter((column) => !known.has(column));
  return columnNames(
    layout,
    columns.filter((column) => live.some((row) => sheet.cell(row, column).trim() !== '')),
  );
}

interface Fitting {
  readonly carried: Change[];
  readonly columns: ReadonlyMap<Change, number>;
  readonly leftOut: LeftOut[];
}

/** The changes of the template's platform and columns; the others are left out by name. */
function carriedBy(layout: TemplateLayout, { changes, marketplaceIds }: TemplateRequest): Fitting {
  const fitting = changes.filter((change) => change.target.platform === layout.platform);
  const [first] = fitting;
  if (!first) throw new UserError(`${layout.name}: no change of the plan is of ${layout.platform}.`);
  if (fitting.every(({ field }) => layout.columns[field] === undefined)) throw new UserError(missingColumn(layout, first));
  const columns = new Map<Change, number>();
  const leftOut: LeftOut[] = [];
  for (const change of changes) {
    const { platform, store } = change.target;
    const found = platform === layout.platform ? templateColumn(layout, change.field, marketplaceIds.get(store) ?? null) : 'foreign';
    if (typeof found === 'number') columns.set(change, found);
    else leftOut.push({ change, reason: noColumn(layout, change, found) });
  }
  return { carried: [...columns.keys()], columns, leftOut };
}

function noColumn(layout: TemplateLayout, { field, target }: Change, found: 'absent' | 'none' | 'unknown' | 'foreign'): string {
  switch (found) {
    case 'foreign':
      return `is of ${target.platform}, the template of ${layout.platform}`;
    case 'absent':
      return `the template (${layout.name}) has no column for ${field}`;
    case 'none':
      return `the template (${layout.name}) has its ${field} for other marketplaces than that of ${target.store}: download the template for it`;
    case 'unknown':
      return `the template (${layout.name}) names marketplaces, and that of ${target.store} is not known: eco store edit ${target.store} --marketplace US`;
  }
}

/** Without it Amazon takes a row as a full update. */
function missingAction(layout: TemplateLayout): string {
  return `${layout.name}: row ${layout.headerLine} has no column ${layout.lacks}, without which a row may be taken as a full update, whose blank cells erase what stands. Download a template that has it; nothing was written.`;
}

function changedSince(layout: TemplateLayout, row: TemplateRow, change: Change, column: number): string {
  return `row ${row.line} of the template, ${layout.header[column]}, holds "${row.cells[column]}" and not "${change.before ?? ''}": somebody changed it since. Import a newer export, then eco plan rebase`;
}

function columnNames(layout: TemplateLayout, columns: readonly number[]): string[] {
  return [...new Set(columns)].map((column) => layout.header[column] as string);
}

/** The column of a change in a row: of two prices the one that buyers pay. */
function columnIn(layout: TemplateLayout, { cells }: TemplateRow, { field }: Change, own: number): number {
  const sale = field === 'price' && layout.salePrice !== null && Number(cells[layout.salePrice] ?? '') > 0;
  return sale ? (layout.salePrice as number) : own;
}

/** Whether a cell holds what the plan knows: nothing yet (an empty template), the old value or the new one. */
function isExpected(cell: string, { field, before, after }: Change): boolean {
  const text = cell.trim();
  if (text === '' || text === (before ?? '').trim() || text === (after ?? '').trim()) return true;
  if (LISTING_FIELDS[field] === 'text') return text.normalize('NFC') === (before ?? '').trim().normalize('NFC');
  const amount = Number(
    text
      .replace(/[^\d.,-]/g, '')
      .replace(/,(?=\d{1,2}$)/, '.')
      .replaceAll(',', ''),
  );
  return [before, after].some((value) => value !== null && Number(value) === amount);
}

function newRows(
  layout: TemplateLayout,
  changes: readonly Change[],
  columns: ReadonlyMap<Change, number>,
  spelled: ReadonlyMap<string, string>,
): string[][] {
  const rows = new Map<string, string[]>();
  for (const change of changes) {
    const key = (layout.listing ?? layout.product) as number;
    const row = rows.get(change.target.id) ?? layout.header.map(() => '');
    row[key] = change.target.id;
    for (const { column, text } of layout.set) row[column] = text;
    row[columns.get(change) as number] = newCell(change, spelled, PLAIN_AMOUNTS);
    rows.set(change.target.id, row);
  }
  return [...rows.values()];
}

function missingColumn(layout: TemplateLayout, { field }: Change): string {
  const known = Object.keys(layout.columns).join(', ') || 'none';
  return `${layout.name}: row ${layout.headerLine} names no column for ${field} (it has: ${known}). Download the template that holds it.`;
}

const SHOWN = 5;

function missingKey(layout: TemplateLayout, missing: readonly Change[], count: number): string {
  const columns = [layout.product, layout.listing, ...layout.skus]
    .filter((column) => column !== null)
    .map((column) => `"${layout.header[column]}"`);
  const ids = [...new Set(missing.map(({ target }) => target.id))];
  const shown = ids.slice(0, SHOWN).join(', ') + (ids.length > SHOWN ? ` and ${ids.length - SHOWN} more` : '');
  return `${layout.name}: none of its ${count} rows from row ${layout.firstLine} on has ${shown} in ${[...new Set(columns)].join(' or ')}. Download the template with these items in it; nothing was written.`;
}
