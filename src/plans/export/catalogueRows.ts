/**
 * The rows of touched products as the store exported them last, from the cells that imports keep: an upload takes its column names,
 * dialect and the columns that a platform demands from them. Of each product the newest active import that has it counts.
 */
import type { FieldName, FieldValue } from '../../core/fields.js';
import { utcDay } from '../../core/zone.js';
import type { Database } from '../../db/connection.js';
import { type ActiveImport, activeImports } from '../../facts/imports.js';
import type { Store } from '../../facts/stores.js';
import type { TextDialect } from '../../files/dialect.js';
import { createTextReader } from '../../files/textReader.js';
import { formatsOf } from '../../importing/formats.js';
import { keptChunks, keptDialect } from '../../importing/keptCells.js';
import { type Binding, bind } from '../../platforms/binding.js';
import { matchHeader } from '../../platforms/header.js';
import { createRowReader } from '../../platforms/rowReader.js';
import type { LastExport } from '../../platforms/upload.js';
import { amountStyleOf } from '../../platforms/uploadAmounts.js';
import { type BareRow, isPartial, matchVariations, ownership, type ReadRow, type RowSource } from './matching.js';

export interface Catalogue {
  /** All rows of the wanted products, product by product. */
  readonly rows: readonly ReadRow[];
  readonly last: LastExport | null;
  /** How the last export's cells are written; null for a workbook, and where there is none. */
  readonly dialect: TextDialect | null;
  /** When the export was made whose cells the rows carry: the oldest of them. Null without rows. */
  readonly asOf: number | null;
}

/** What imports of these formats say of products. The newest import of the store decides names and dialect. */
export function catalogueOf(db: Database, store: Store, formats: readonly string[], productIds: ReadonlySet<string>): Catalogue {
  const imports = importsOf(db, store, formats);
  const found = new Map<string, readonly ReadRow[]>();
  let newest: Pick<Catalogue, 'last' | 'dialect'> | null = null;
  let asOf: number | null = null;
  for (const active of imports) {
    const open = new Set([...productIds].filter((id) => !found.has(id)));
    if (newest !== null && open.size === 0) break;
    const read = readImport(db, active, store, open);
    if (read.rowsOfStore === 0) continue;
    newest ??= { last: { header: read.header, names: read.source.names, amounts: read.source.style }, dialect: read.dialect };
    for (const [productId, rows] of read.products) found.set(productId, rows);
    if (read.products.size > 0) asOf = Math.min(asOf ?? active.evidenceAt, active.evidenceAt);
  }
  return { rows: [...found.values()].flat(), last: newest?.last ?? null, dialect: newest?.dialect ?? null, asOf };
}

/** Every import's rows of the products, the newest first: how a value was spelled in an earlier export. */
export function* earlierRows(
  db: Database,
  store: Store,
  formats: readonly string[],
  productIds: ReadonlySet<string>,
): Generator<readonly ReadRow[]> {
  for (const active of importsOf(db, store, formats)) yield [...readImport(db, active, store, productIds).products.values()].flat();
}

/** The active imports of the store's account, the newest first. */
function importsOf(db: Database, store: Store, formats: readonly string[]): ActiveImport[] {
  return activeImports(db, store.accountId)
    .filter((active) => formats.includes(active.reportFormat))
    .reverse();
}

interface ReadOne {
  readonly header: readonly string[];
  readonly source: RowSource;
  readonly dialect: TextDialect | null;
  readonly products: ReadonlyMap<string, readonly ReadRow[]>;
  readonly rowsOfStore: number;
}

interface StoredTask {
  readonly formatId: string;
  readonly header: readonly string[];
  readonly fileHeader?: readonly string[];
  readonly dialect: TextDialect;
  readonly workbook: boolean;
}

const PRICES: readonly FieldName[] = ['price', 'salePrice', 'compareAtPrice'];

function readImport(db: Database, active: ActiveImport, store: Store, wanted: ReadonlySet<string>): ReadOne {
  const task = JSON.parse(active.dialect) as StoredTask;
  const format = formatsOf(db).find(task.formatId);
  if (!format) throw new Error(`no report format ${task.formatId}`);
  const binding = bind(matchHeader(format, task.header), task.header);
  const isOurs = ownership(active, store);
  const products = new Map<string, BareRow[]>();
  const amounts: string[] = [];
  let rowsOfStore = 0;
  eachRow(db, active, task, binding, store, (values, cells) => {
    if (!isOurs(values)) return;
    rowsOfStore++;
    for (const field of PRICES) amounts.push(...cellOf(binding, field, cells));
    const productId = values.productKey as string;
    if (!wanted.has(productId)) return;
    products.set(productId, [...(products.get(productId) ?? []), readRow(binding, values, cells)]);
  });
  if (isPartial(binding)) matchVariations(db, store, products);
  for (const rows of products.values()) markParents(binding, rows);
  const source: RowSource = {
    evidenceAt: active.evidenceAt,
    names: Object.fromEntries([...binding.bound].map(([field, at]) => [field, binding.header[at] ?? ''])),
    style: amountStyleOf(amounts.filter((cell) => cell.trim() !== '')),
    isPaired: format.columns.some(({ field }) => field === 'salePrice'),
  };
  return {
    header: task.fileHeader ?? task.header,
    source,
    dialect: task.workbook ? null : task.dialect,
    products: new Map([...products].map(([id, rows]) => [id, rows.map((row): ReadRow => ({ ...row, source }))])),
    rowsOfStore,
  };
}

function cellOf(binding: Binding, field: FieldName, cells: readonly string[]): string[] {
  const at = binding.bound.get(field);
  return at === undefined ? [] : [cells[at] as string];
}

/** Hands over every kept row: its typed values and all of its cells. */
function eachRow(
  db: Database,
  active: ActiveImport,
  task: StoredTask,
  binding: Binding,
  store: Store,
  visit: (values: Readonly<Record<string, FieldValue>>, cells: readonly string[]) => void,
): void {
  let waiting: (readonly string[])[] = [];
  const reader = createRowReader(
    binding,
    {
      currency: binding.format.currency ?? store.currency,
      workbook: task.workbook,
      zoneOffset: () => 0,
      dayOf: utcDay,
      hashBuyer: () => '',
    },
    {
      batch({ count, columns }) {
        for (let at = 0; at < count; at++) {
          const values: Record<string, FieldValue> = {};
          for (const name in columns) values[name] = columns[name]?.[at] ?? null;
          visit(values, waiting[at] as readonly string[]);
        }
        waiting = waiting.slice(count);
      },
      rejected: () => undefined,
    },
  );
  eachKept(db, active.importId, task, (line, cells) => {
    // A full batch is handed over before its row is counted, so the row waits first.
    // The reader fills the same array with the next row.
    waiting.push([...cells]);
    const wanted = binding.wanted.map((at) => cells[at] as string);
    if (reader.row(line, wanted) !== 'stored') waiting.pop();
  });
  reader.end();
}

/** Hands over the cells of every kept row. */
function eachKept(db: Database, importId: number, task: StoredTask, row: (line: number, cells: string[]) => void): void {
  const all = task.header.map((_, at) => at);
  const layout = { columnCount: all.length, wanted: all, kept: [] };
  for (const { text } of keptChunks(db, importId)) {
    const lines = createTextReader(keptDialect(task.dialect), layout, { row, irregular: () => undefined }, { firstLine: 1, skipRows: 0 });
    lines.pushText(text);
    lines.end();
  }
}

function readRow(binding: Binding, values: Readonly<Record<string, FieldValue>>, cells: readonly string[]): BareRow {
  const fields: Partial<Record<FieldName, string>> = {};
  for (const [field, at] of binding.bound) fields[field] = cells[at] as string;
  return {
    listingId: values.listingKey as string,
    productId: values.productKey as string,
    isParent: binding.format.parentRole?.test(String(values.role ?? '')) ?? false,
    cells: Object.fromEntries(binding.header.map((name, at) => [name, cells[at] as string])),
    fields,
    values,
  };
}

/** Of several rows of a product, the first may hold the others. */
function markParents(binding: Binding, rows: BareRow[]): void {
  if (binding.format.firstRowIsParent && rows.length > 1) rows[0] = { ...(rows[0] as BareRow), isParent: true };
}
