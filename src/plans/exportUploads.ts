/**
 * From a plan's changes to the files that its platforms take: which upload carries which change, the rows it needs from the imports,
 * the files. Writes nothing.
 */
import { UserError } from '../core/errors.js';
import type { Change } from '../core/plan.js';
import type { Database } from '../db/connection.js';
import { type Store, storesOf } from '../facts/stores.js';
import { REPORT_FORMATS } from '../platforms/registry.js';
import type { LeftOut, UploadFormat, UploadInput, UploadSheet } from '../platforms/upload.js';
import { uploadFor } from '../platforms/uploads.js';
import { type Catalogue, catalogueOf, earlierRows } from './catalogueRows.js';
import { filesOf, type Respelled, type UploadFile } from './exportFiles.js';
import { spellings } from './exportSpellings.js';
import { listingRows } from './listingQueries.js';

export interface ExportRequest {
  readonly changes: readonly Change[];
  /** `--for`; null: for each change the upload that carries it. */
  readonly upload: UploadFormat | null;
  /** What the plan is called in names of files. */
  readonly plan: string;
  /** The plan takes another back: values go out as they were spelled. */
  readonly restores: boolean;
}

/** A checklist, to be written for people. */
export interface ChecklistOf {
  readonly store: string;
  readonly sheet: UploadSheet;
  readonly changeIds: readonly string[];
}

export interface PreparedExport {
  readonly files: readonly UploadFile[];
  readonly lists: readonly ChecklistOf[];
  readonly leftOut: readonly LeftOut[];
  readonly respelled: readonly Respelled[];
  readonly notes: readonly string[];
  /** Store → when the export was made whose cells its files carry, epoch seconds. */
  readonly carriedFrom: ReadonlyMap<string, number>;
}

/** One upload of one store. */
interface Parcel {
  readonly store: Store;
  readonly upload: UploadFormat;
  readonly changes: Change[];
}

/** Makes the files. */
export function prepareExport(db: Database, request: ExportRequest): PreparedExport {
  const { parcels, elsewhere } = parcelsOf(db, request);
  const files: UploadFile[] = [];
  const lists: ChecklistOf[] = [];
  const left: LeftOut[] = [];
  const respelled: Respelled[] = [];
  const notes = elsewhereNote(elsewhere);
  const carriedFrom = new Map<string, number>();
  for (const { store, upload, changes } of parcels) {
    const { input, catalogue } = inputOf(db, store, upload, changes, request.restores);
    const result = upload.write(input);
    left.push(...result.leftOut);
    notes.push(...result.notes.map((note) => `${store.name}: ${note}`));
    if (upload.file.kind === 'list') {
      for (const sheet of result.sheets)
        lists.push({ store: store.name, sheet: withLinks(db, store, sheet), changeIds: sheet.rows.flatMap((row) => row.changeIds) });
      continue;
    }
    const withStore = parcels.filter((other) => other.upload === upload).length > 1;
    const made = filesOf(upload, result.sheets, changes, catalogue.dialect, { store: store.name, plan: request.plan, withStore });
    files.push(...made.files);
    left.push(...made.leftOut);
    respelled.push(...made.respelled);
    if (catalogue.asOf !== null && result.sheets.some((sheet) => sheet.carried.length > 0)) carriedFrom.set(store.name, catalogue.asOf);
  }
  return { files, lists, leftOut: left, respelled, notes, carriedFrom };
}

function parcelsOf(db: Database, { changes, upload }: ExportRequest): { parcels: Parcel[]; elsewhere: Change[] } {
  const stores = new Map(storesOf(db, {}).map((store) => [store.name, store]));
  const parcels = new Map<string, Parcel>();
  const elsewhere: Change[] = [];
  for (const change of changes) {
    if (upload !== null && !takes(upload, change)) {
      elsewhere.push(change);
      continue;
    }
    const chosen = upload ?? uploadFor(change.target.platform, change.field);
    const store = stores.get(change.target.store);
    if (!store) throw new UserError(`There is no store "${change.target.store}" any more. "eco store list" shows them.`);
    const key = `${store.name}\n${chosen.id}`;
    const parcel = parcels.get(key) ?? { store, upload: chosen, changes: [] };
    parcel.changes.push(change);
    parcels.set(key, parcel);
  }
  return { parcels: [...parcels.values()], elsewhere };
}

/** Whether an upload that was asked for carries a change. */
function takes(upload: UploadFormat, { target, field }: Change): boolean {
  return (upload.platform === null || upload.platform === target.platform) && upload.carries.includes(field);
}

function elsewhereNote(changes: readonly Change[]): string[] {
  if (changes.length === 0) return [];
  const ids = [...new Set(changes.map(({ target, field }) => uploadFor(target.platform, field).id))];
  return [
    `${changes.length} ${changes.length === 1 ? 'change goes' : 'changes go'} by another upload (${ids.join(', ')}): export again without --for`,
  ];
}

const NO_CATALOGUE: Catalogue = { rows: [], last: null, dialect: null, asOf: null };

function inputOf(
  db: Database,
  store: Store,
  upload: UploadFormat,
  changes: readonly Change[],
  restores: boolean,
): { input: UploadInput; catalogue: Catalogue } {
  const products = productsOf(db, changes);
  const catalogue = upload.reads.length === 0 ? NO_CATALOGUE : catalogueOf(db, store, upload.reads, products);
  const spelled = restores ? spellings(changes, earlierRows(db, store, upload.reads, products)) : new Map<string, string>();
  return { input: { changes, spelled, rows: catalogue.rows, last: catalogue.last, store }, catalogue };
}

/** The products that changes touch: their own, or that of the listing. */
function productsOf(db: Database, changes: readonly Change[]): Set<string> {
  const found = new Set(changes.filter(({ target }) => target.entity === 'product').map(({ target }) => target.id));
  const listings = changes
    .filter(({ target }) => target.entity === 'listing')
    .map(({ target }) => ({ store: target.store, key: target.id }));
  for (const row of listingRows(db, 'listing_key', listings)) found.add(row.productId);
  return found;
}

/** Where a catalogue names the address of an item, its link is that one. */
function withLinks(db: Database, store: Store, sheet: UploadSheet): UploadSheet {
  const links = new Map(
    db
      .prepare(
        `SELECT value AS id, coalesce(max(l.url), max(p.url)) AS url FROM json_each(?)
         LEFT JOIN listings l ON l.store_id = @store AND l.listing_key = value LEFT JOIN listings p ON p.store_id = @store AND p.product_key = value
         GROUP BY value`,
      )
      .raw()
      .all(JSON.stringify(sheet.rows.map(({ unit }) => unit)), { store: store.storeId }) as [string, string | null][],
  );
  const at = sheet.header.indexOf('link');
  const rows = sheet.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, index) => (index === at ? (links.get(row.unit) ?? cell) : cell)),
  }));
  return { ...sheet, rows };
}

/** How an undo's values were spelled in earlier exports, whatever they go out in. */
export function undoSpellings(db: Database, changes: readonly Change[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const store of storesOf(db, {})) {
    const own = changes.filter(({ target }) => target.store === store.name);
    const formats = REPORT_FORMATS.filter(({ platform, fills }) => platform === store.platform && fills.includes('listings')).map(
      ({ id }) => id,
    );
    if (own.length === 0) continue;
    for (const [id, cell] of spellings(own, earlierRows(db, store, formats, productsOf(db, own)))) found.set(id, cell);
  }
  return found;
}
