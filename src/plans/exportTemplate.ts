/**
 * A plan filled into a platform's own template: the cells of the changed fields in the rows of the plan's items, and what the platform
 * wants such a row to say (partial update, Revise). Everything else of the file is written back as it was.
 *
 * A template that lists the items (a download) is newer evidence than any import: a cell that holds neither the old nor the new value
 * was changed by somebody else, and is left alone.
 */
import { UserError } from '../core/errors.js';
import { LISTING_FIELDS } from '../core/listingField.js';
import type { Change } from '../core/plan.js';
import type { CellEdit } from '../files/templateText.js';
import { type TemplateLayout, type TemplateRow, templateLayout } from '../platforms/templates.js';
import type { LeftOut } from '../platforms/upload.js';
import { newCell, PLAIN_AMOUNTS } from '../platforms/uploadAmounts.js';

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
  /** Rows that change or are new. */
  readonly rows: number;
}

/** First rows by which a template is told. */
const HEAD = 40;

/** The layout of the rows of a file; null where it is no template that is known. */
export function layoutIn(rows: readonly TemplateRow[]): TemplateLayout | null {
  return templateLayout(rows.slice(0, HEAD));
}

/** Places changes in the rows of a template. What the template does not have is an error that names it. */
export function fillTemplate(
  layout: TemplateLayout,
  rows: readonly TemplateRow[],
  changes: readonly Change[],
  spelled: ReadonlyMap<string, string>,
): TemplateFill {
  const { carried, leftOut } = carriedBy(layout, changes);
  const data = rows.filter(({ line }) => line >= layout.firstLine);
  const places = rowPlaces(layout, data);
  const missing = carried.filter((change) => places(change).length === 0);
  if (missing.length > 0 && !layout.mayAppend) throw new UserError(missingKey(layout, missing, data.length));
  const edits: CellEdit[] = [];
  const filled: Change[] = [];
  const said = new Set<string>();
  const absent = new Set(missing);
  for (const change of carried.filter((each) => !absent.has(each))) {
    const at = places(change);
    const foreign = at.find((row) => !isExpected(row.cells[columnIn(layout, row, change)] ?? '', change));
    if (foreign) leftOut.push({ change, reason: changedSince(layout, foreign, change) });
    else {
      filled.push(change);
      for (const row of at) edits.push(...editsOf(layout, row, change, newCell(change, spelled, PLAIN_AMOUNTS), said));
    }
  }
  const words = new Set(layout.set.map(({ column }) => column));
  const added = newRows(layout, missing, spelled);
  return {
    layout,
    edits,
    added,
    filled: [...filled, ...missing],
    leftOut,
    changed: columnNames(layout, [
      ...edits.map(({ column }) => column).filter((column) => !words.has(column)),
      ...missing.map(({ field }) => layout.columns[field] as number),
    ]),
    rows: new Set(edits.map(({ line }) => line)).size + added.length,
  };
}

/** The changes of the template's platform and columns; the others are left out by name. */
function carriedBy(layout: TemplateLayout, changes: readonly Change[]): { carried: Change[]; leftOut: LeftOut[] } {
  const fitting = changes.filter((change) => change.target.platform === layout.platform);
  const [first] = fitting;
  if (!first) throw new UserError(`${layout.name}: no change of the plan is of ${layout.platform}.`);
  const carried = fitting.filter(({ field }) => layout.columns[field] !== undefined);
  if (carried.length === 0) throw new UserError(missingColumn(layout, first));
  const taken = new Set(carried);
  const leftOut = changes
    .filter((change) => !taken.has(change))
    .map((change) => ({
      change,
      reason:
        change.target.platform === layout.platform
          ? `the template (${layout.name}) has no column for ${change.field}`
          : `is of ${change.target.platform}, the template of ${layout.platform}`,
    }));
  return { carried, leftOut };
}

/** What a row must say for a change; `said` remembers the words that it says already. */
function editsOf(layout: TemplateLayout, row: TemplateRow, change: Change, text: string, said: Set<string>): CellEdit[] {
  const { line, cells } = row;
  const words = layout.set.filter(({ column, keep }) => {
    const place = `${line}:${column}`;
    const isNew = !keep.test(cells[column] ?? '') && !said.has(place);
    said.add(place);
    return isNew;
  });
  return [{ line, column: columnIn(layout, row, change), text }, ...words.map(({ column, text: word }) => ({ line, column, text: word }))];
}

function changedSince(layout: TemplateLayout, row: TemplateRow, change: Change): string {
  const column = columnIn(layout, row, change);
  return `row ${row.line} of the template, ${layout.header[column]}, holds "${row.cells[column]}" and not "${change.before ?? ''}": somebody changed it since. Import a newer export, then eco plan rebase`;
}

function columnNames(layout: TemplateLayout, columns: readonly number[]): string[] {
  return [...new Set(columns)].map((column) => layout.header[column] as string);
}

/** The column of a change in a row: of two prices the one that buyers pay. */
function columnIn(layout: TemplateLayout, { cells }: TemplateRow, { field }: Change): number {
  const sale = field === 'price' && layout.salePrice !== null && Number(cells[layout.salePrice] ?? '') > 0;
  return (sale ? layout.salePrice : layout.columns[field]) as number;
}

function rowPlaces(layout: TemplateLayout, data: readonly TemplateRow[]): (change: Change) => readonly TemplateRow[] {
  const products = new Map<string, TemplateRow[]>();
  const listings = new Map<string, TemplateRow[]>();
  const skus = new Map<string, TemplateRow[]>();
  const put = (map: Map<string, TemplateRow[]>, key: string, row: TemplateRow) => {
    if (key !== '') map.set(key, [...(map.get(key) ?? []), row]);
  };
  let carriedProduct = '';
  for (const row of data) {
    const cell = (column: number | null) => (column === null ? '' : (row.cells[column] ?? '').trim());
    const variation = cell(layout.variation);
    // Rows of variations may leave the product's number to the row above.
    if (cell(layout.product) !== '') carriedProduct = cell(layout.product);
    const product = cell(layout.product) === '' && variation !== '' ? carriedProduct : cell(layout.product);
    if (variation === '') put(products, product, row);
    put(listings, variation !== '' ? `${product}/${variation}` : layout.listing === null ? product : cell(layout.listing), row);
    if (layout.listing !== null && product !== '') put(listings, `${product}/${cell(layout.listing)}`, row);
    for (const column of layout.skus) put(skus, cell(column), row);
  }
  return ({ target, sku }) => {
    const own = (target.entity === 'product' ? products : listings).get(target.id) ?? [];
    if (own.length > 0) return own;
    const bySku = sku === null ? [] : (skus.get(sku) ?? []);
    return target.entity === 'product' || bySku.length === 1 ? bySku : [];
  };
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

function newRows(layout: TemplateLayout, changes: readonly Change[], spelled: ReadonlyMap<string, string>): string[][] {
  const rows = new Map<string, string[]>();
  for (const change of changes) {
    const key = (layout.listing ?? layout.product) as number;
    const row = rows.get(change.target.id) ?? layout.header.map(() => '');
    row[key] = change.target.id;
    for (const { column, text } of layout.set) row[column] = text;
    row[layout.columns[change.field] as number] = newCell(change, spelled, PLAIN_AMOUNTS);
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
