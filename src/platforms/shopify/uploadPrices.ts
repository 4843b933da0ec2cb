/** The price file of Shopify: all variants of every touched handle, with their options, so that none is deleted. */
import type { FieldName } from '../../core/fields.js';
import type { Change } from '../../core/plan.js';
import type { CatalogueRow, LastExport, LeftOut, UploadInput, UploadRow, UploadSheet } from '../upload.js';
import { newCell, PLAIN_AMOUNTS } from '../uploadAmounts.js';
import { leftOut, partOf } from '../uploadSheets.js';
import { shopifyColumn } from './uploadColumns.js';

/** Columns that carry what stands, in the order of Shopify's own export. */
const CARRIED: readonly FieldName[] = ['option1Name', 'option1', 'option2Name', 'option2', 'option3Name', 'option3', 'sku'];
/** Without these Shopify would delete or rename variants. */
const NEEDED: readonly FieldName[] = ['title', 'option1Name', 'option1'];

const COLUMN: Readonly<Record<string, 'price' | 'compareAtPrice'>> = { price: 'price', compare_at_price: 'compareAtPrice' };

export function priceSheets(
  input: UploadInput,
  changes: readonly Change[],
): { sheets: UploadSheet[]; leftOut: LeftOut[]; notes: string[] } {
  if (changes.length === 0) return { sheets: [], leftOut: [], notes: [] };
  const left: LeftOut[] = [];
  const byHandle = new Map<string, CatalogueRow[]>();
  for (const row of input.after) byHandle.set(row.productId, [...(byHandle.get(row.productId) ?? []), row]);
  const handleOf = new Map(input.after.map((row) => [row.listingId, row.productId]));
  const touched = new Map<string, Change[]>();
  for (const change of changes) {
    const handle = handleOf.get(change.target.id);
    if (handle === undefined) left.push(...leftOut([change], 'the variant is in no imported products export: import one with all columns'));
    else touched.set(handle, [...(touched.get(handle) ?? []), change]);
  }
  const groups = new Map<string, { handle: string; own: Change[]; rows: CatalogueRow[] }[]>();
  for (const [handle, own] of touched) {
    const rows = byHandle.get(handle) as CatalogueRow[];
    const fields = [...new Set(own.map(({ field }) => COLUMN[field] as 'price'))].sort();
    const problem = problemOf(rows, fields);
    if (problem !== null) left.push(...leftOut(own, problem));
    else {
      const group = groups.get(fields.join());
      if (group) group.push({ handle, own, rows });
      else groups.set(fields.join(), [{ handle, own, rows }]);
    }
  }
  const sheets = [...groups.entries()].map(([fields, units]) => sheetOf(input, fields.split(',') as FieldName[], units));
  const variants = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const asExported = variants - new Set(sheets.flatMap((sheet) => sheet.rows.filter((row) => row.changeIds.length > 0))).size;
  const notes =
    asExported === 0
      ? []
      : [`${asExported} of ${variants} variant rows carry the price that stands: Shopify deletes variants that are not in the file`];
  return { sheets, leftOut: left, notes };
}

/** Why the rows of a handle cannot be written without harm; null where they can. */
function problemOf(rows: readonly CatalogueRow[], fields: readonly FieldName[]): string | null {
  const [first] = rows as readonly [CatalogueRow, ...CatalogueRow[]];
  const missing = NEEDED.filter((field) => first.fields[field] === undefined);
  if (missing.length > 0) {
    return 'the last products export has no option columns, without which Shopify deletes the variants: import one with all columns';
  }
  if (rows.some((row) => (row.fields.option1 ?? '').trim() === '') || (first.fields.option1Name ?? '').trim() === '') {
    return 'the last products export leaves the options of a variant empty, without which Shopify deletes it: export the product again';
  }
  if (fields.some((field) => first.fields[field] === undefined)) {
    return 'the last products export has no column of these prices, so those of the other variants are not known: import one with all columns';
  }
  return null;
}

interface Column {
  readonly header: string;
  readonly field: FieldName | null;
  readonly cell: (row: CatalogueRow) => string;
}

function sheetOf(
  { last, spelled }: UploadInput,
  fields: readonly FieldName[],
  units: readonly { readonly handle: string; readonly own: readonly Change[]; readonly rows: readonly CatalogueRow[] }[],
): UploadSheet {
  const style = last?.amounts ?? PLAIN_AMOUNTS;
  const columns = columnsOf(
    last,
    fields,
    units.flatMap(({ rows }) => rows),
  );
  const rows = units.flatMap(({ handle, own, rows: variants }) => {
    const byVariant = new Map<string, Change[]>();
    for (const change of own) byVariant.set(change.target.id, [...(byVariant.get(change.target.id) ?? []), change]);
    return variants.map((row): UploadRow => {
      const changes = byVariant.get(row.listingId) ?? [];
      const cells = columns.map(({ field, cell }) => {
        const change = changes.find((candidate) => COLUMN[candidate.field] === field);
        return change ? newCell(change, spelled, style) : cell(row);
      });
      return { unit: handle, cells, changeIds: changes.map(({ id }) => id) };
    });
  });
  const isChanged = ({ field }: Column) => field !== null && fields.includes(field);
  return {
    part: partOf(units.flatMap(({ own }) => own)),
    above: [],
    header: columns.map(({ header }) => header),
    below: [],
    rows,
    changed: columns.filter(isChanged).map(({ header }) => header),
    carried: columns.filter((column) => column.field !== 'productId' && !isChanged(column)).map(({ header }) => header),
  };
}

/** The columns in the order of the last export. What links an option to a metafield is carried where a touched product has it. */
function columnsOf(last: LastExport | null, fields: readonly FieldName[], rows: readonly CatalogueRow[]): Column[] {
  const carried = CARRIED.filter((field) => rows.some((row) => row.fields[field] !== undefined));
  const own = (['productId', 'title', ...carried, ...fields] as FieldName[]).map(
    (field): Column => ({ header: shopifyColumn(field, last), field, cell: (row) => row.fields[field] ?? '' }),
  );
  const links = (last?.header ?? [])
    .filter((header) => LINK.test(header) && rows.some((row) => (row.cells[header] ?? '') !== ''))
    .map((header): Column => ({ header, field: null, cell: (row) => row.cells[header] ?? '' }));
  const place = ({ header }: Column) => (last?.header ?? []).indexOf(header);
  return [...own, ...links].sort((a, b) => place(a) - place(b));
}

const LINK = /^Option[123] Linked To$/i;
