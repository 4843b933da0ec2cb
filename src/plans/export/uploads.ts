/**
 * From changes to the files that their platforms take: which upload carries which change, the rows it needs from the imports, the files.
 * Writes nothing.
 *
 * All plans of an export go into one parcel for each store and upload, and the rows that a parcel carries hold what eco has sent off
 * since the last export, and what goes out with it (laidOver.ts): in whatever order files are uploaded, none takes another back.
 * A change that must be left out is out of every file; so parcels are made again without it, until nothing more is left out.
 */
import type { Change } from '../../core/plan.js';
import type { Database } from '../../db/connection.js';
import type { Store } from '../../facts/stores.js';
import type { LeftOut, UploadFormat, UploadSheet } from '../../platforms/upload.js';
import { linksOf, listingRows } from '../standing/listingQueries.js';
import { type Catalogue, catalogueOf, earlierRows } from './catalogueRows.js';
import { filesOf, type Respelled, type UploadFile } from './files.js';
import { type Laid, laidOver } from './laidOver.js';
import { elsewhereNote, oneEach, type Parcel, parcelsOf } from './parcels.js';
import { type OfPlan, type Sent, sentChanges } from './sent.js';
import { spellings } from './spellings.js';

export interface ExportRequest {
  /** The changes of one plan, or of several that go out together. */
  readonly items: readonly OfPlan[];
  /** `--for`; null: for each change the upload that carries it. */
  readonly upload: UploadFormat | null;
  /** What the plan or the group is called in names of files. */
  readonly name: string;
}

/** A checklist, to be written for people. */
export interface ChecklistOf {
  readonly store: string;
  readonly sheet: UploadSheet;
  readonly changeIds: readonly string[];
}

/** Changes are named by their ids in the request. */
export interface PreparedExport {
  readonly files: readonly UploadFile[];
  readonly lists: readonly ChecklistOf[];
  readonly leftOut: readonly LeftOut[];
  readonly respelled: readonly Respelled[];
  readonly notes: readonly string[];
  /** Store → when the export was made whose cells its files carry, epoch seconds. */
  readonly carriedFrom: ReadonlyMap<string, number>;
}

/** What a parcel is made from. */
interface Source {
  readonly catalogue: Catalogue;
  readonly spelled: ReadonlyMap<string, string>;
  /** What was sent off before; not what goes out again now. */
  readonly sent: readonly Sent[];
}

/** Makes the files. */
export function prepareExport(db: Database, request: ExportRequest): PreparedExport {
  const { first, twice } = oneEach(request.items);
  const { parcels, elsewhere } = parcelsOf(db, first, request.upload);
  const ids = new Set(request.items.map(({ change }) => change.id));
  const sources = new Map(parcels.map((parcel) => [parcel, sourceOf(db, parcel, ids)]));
  const left: LeftOut[] = [...twice];
  for (;;) {
    const out = new Set(left.map(({ change }) => change.id));
    const made = attempt(db, request.name, parcels, sources, out);
    left.push(...made.leftOut);
    if (made.leftOut.length === 0) return { ...made, leftOut: left, notes: [...elsewhereNote(elsewhere), ...made.notes] };
  }
}

/** The files without the changes that are out. */
function attempt(
  db: Database,
  name: string,
  parcels: readonly Parcel[],
  sources: ReadonlyMap<Parcel, Source>,
  out: ReadonlySet<string>,
): PreparedExport {
  const files: UploadFile[] = [];
  const lists: ChecklistOf[] = [];
  const left: LeftOut[] = [];
  const respelled: Respelled[] = [];
  const notes: string[] = [];
  const carriedFrom = new Map<string, number>();
  const going = parcels.flatMap(({ items }) => items.filter(({ change }) => !out.has(change.id)));
  const spelled = new Map([...sources.values()].flatMap((source) => [...source.spelled]));
  for (const parcel of parcels) {
    const { store, upload, items } = parcel;
    const { catalogue, sent } = sources.get(parcel) as Source;
    const rows = laidOver(catalogue.rows, sent.length === 0 ? [] : together(sent), spelled);
    const own = items.map(({ change }) => change).filter(({ id }) => !out.has(id));
    const untold = untoldOf(rows, own);
    left.push(...untold);
    const changes = untold.length === 0 ? own : own.filter((change) => !untold.some((each) => each.change === change));
    if (changes.length === 0) continue;
    const after = laidOver(rows, together(going.filter(({ change }) => change.target.store === store.name)), spelled);
    const result = upload.write({ changes, spelled, rows, after, last: catalogue.last, store });
    left.push(...result.leftOut);
    notes.push(...result.notes.map((note) => `${store.name}: ${note}`));
    if (upload.file.kind === 'list') {
      for (const sheet of result.sheets)
        lists.push({ store: store.name, sheet: withLinks(db, store, sheet), changeIds: sheet.rows.flatMap((row) => row.changeIds) });
      continue;
    }
    const withStore = parcels.filter((other) => other.upload === upload).length > 1;
    const made = filesOf(
      upload,
      result.sheets,
      changes,
      { spelled, exported: catalogue.dialect },
      { store: store.name, plan: name, withStore },
    );
    files.push(...made.files);
    left.push(...made.leftOut);
    respelled.push(...made.respelled);
    if (!result.sheets.some((sheet) => sheet.carried.length > 0)) continue;
    notes.push(...sentNote(store, sent, rows.length));
    if (catalogue.asOf !== null) carriedFrom.set(store.name, catalogue.asOf);
  }
  return { files, lists, leftOut: left, respelled, notes, carriedFrom };
}

/** Changes that were sent at one time by one plan, in the order of time. */
function together(items: readonly (OfPlan & { readonly at?: number })[]): Laid[] {
  const groups = new Map<string, { changes: Change[]; at: number | null }>();
  for (const { planId, change, at } of items) {
    // What goes out now goes out together, whichever plan it is of.
    const key = at === undefined ? '' : `${at} ${planId}`;
    const known = groups.get(key);
    if (known) known.changes.push(change);
    else groups.set(key, { changes: [change], at: at ?? null });
  }
  return [...groups.values()];
}

/** The changes of products of which a row cannot tell what stands there. */
function untoldOf(rows: ReturnType<typeof laidOver>, changes: readonly Change[]): LeftOut[] {
  const reasons = new Map(rows.flatMap((row) => (row.untold === undefined ? [] : [[row.productId, row.untold] as const])));
  if (reasons.size === 0) return [];
  const products = new Map(rows.map((row) => [row.listingId, row.productId]));
  return changes.flatMap((change) => {
    const { entity, id } = change.target;
    const reason = reasons.get(entity === 'product' ? id : (products.get(id) ?? id));
    return reason === undefined
      ? []
      : [
          {
            change,
            reason: `a price was sent off since the last export, and how it stands there is not known (${reason}): import a newer export`,
          },
        ];
  });
}

function sentNote(store: Store, sent: readonly Sent[], rows: number): string[] {
  if (sent.length === 0 || rows === 0) return [];
  const names = (isMarked: boolean) => [...new Set(sent.filter((each) => each.isMarked === isMarked).map(({ planId }) => planId))];
  const said = [
    ...(names(true).length > 0 ? [`${names(true).join(', ')} (uploaded)`] : []),
    ...(names(false).length > 0 ? [`${names(false).join(', ')} (exported, not marked as uploaded)`] : []),
  ];
  return [`${store.name}: columns that are carried hold what has changed since the last export: ${said.join('; ')}`];
}

const NO_CATALOGUE: Catalogue = { rows: [], last: null, dialect: null, asOf: null };

function sourceOf(db: Database, { store, upload, items }: Parcel, ids: ReadonlySet<string>): Source {
  const changes = items.map(({ change }) => change);
  const products = productsOf(db, changes);
  const catalogue = upload.reads.length === 0 ? NO_CATALOGUE : catalogueOf(db, store, upload.reads, products);
  const listings = catalogue.rows.flatMap(({ listingId, productId }) => [listingId, productId]);
  const sent = sentChanges(db, store.name, listings).filter(({ change }) => !ids.has(change.id));
  const restored = [...items, ...sent].filter(({ restores }) => restores).map(({ change }) => change);
  const spelled =
    restored.length === 0 ? new Map<string, string>() : spellings(restored, earlierRows(db, store, upload.reads, productsOf(db, restored)));
  return { catalogue, spelled, sent };
}

/** The products that changes touch: their own, or that of the listing. */
export function productsOf(db: Database, changes: readonly Change[]): Set<string> {
  const found = new Set(changes.filter(({ target }) => target.entity === 'product').map(({ target }) => target.id));
  const listings = changes
    .filter(({ target }) => target.entity === 'listing')
    .map(({ target }) => ({ store: target.store, key: target.id }));
  for (const row of listingRows(db, 'listing_key', listings)) found.add(row.productId);
  return found;
}

/** Where a catalogue names the address of an item, its link is that one. */
function withLinks(db: Database, store: Store, sheet: UploadSheet): UploadSheet {
  const links = linksOf(
    db,
    store.storeId,
    sheet.rows.map(({ unit }) => unit),
  );
  const at = sheet.header.indexOf('link');
  const rows = sheet.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, index) => (index === at ? (links.get(row.unit) ?? cell) : cell)),
  }));
  return { ...sheet, rows };
}
