/**
 * The fold: imported tables are what the active imports say, applied in the order of their evidence. A file that is newer than
 * all others is one step; after anything else (a late old file, an undo, another time zone) the account is folded again from
 * the kept cells.
 */
import { SUBJECTS, type Subject } from '../core/fields.js';
import { zone } from '../core/zone.js';
import type { Database } from '../db/connection.js';
import type { FoldContext, StepCounts } from '../facts/fold.js';
import { ScatteredUnits } from '../facts/fold.js';
import { type ActiveImport, activeImports, clearFoldsDue, foldsDue, setStepCounts } from '../facts/imports.js';
import { type Store, storesOf } from '../facts/stores.js';
import type { Binding } from '../platforms/binding.js';
import type { RecordBatch } from '../platforms/rowReader.js';
import { formatsOf } from './formats.js';
import { keptChunks } from './keptCells.js';
import { bindTask, type ReadTask, readKept } from './reading.js';
import { sortedBatches, spool } from './sorting.js';
import { rowStores } from './stores.js';
import { clearSubject, pruneAccount, saleChannelReader, settleAccount, stateReader, subjectWriter } from './subjects.js';
import { unitsLeftOut } from './unitsLeftOut.js';

/** What the fold of an import depends on besides its rows. */
export interface FoldInput {
  readonly importId: number;
  readonly store: Store;
  readonly evidenceAt: number;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly rejectedUnits: ReadonlySet<string>;
  /** The store that the user named for the whole file, which its rows cannot contradict. */
  readonly namedStore: string | null;
  readonly path: string;
  readonly expectedRows: number;
}

export function foldContext(
  db: Database,
  binding: Binding,
  input: FoldInput,
  notes: string[],
  periodAtEnd: FoldContext['periodAtEnd'] = () => input.period,
): FoldContext {
  const { format } = binding;
  const hints = {
    store: input.namedStore,
    client: input.store.client,
    channels: [],
    currency: null,
    glyphs: [],
    path: input.path,
    localZone: () => input.store.timeZone,
  };
  return {
    importId: input.importId,
    accountId: input.store.accountId,
    storeOf: rowStores(db, format, input.store, hints, notes),
    dayOf: zone(input.store.timeZone).dayOf,
    evidenceAt: input.evidenceAt,
    newest: true,
    period: input.period,
    periodAtEnd,
    grain: format.grain ?? '',
    channel: format.channel ?? (format.serves === undefined ? '' : format.platform),
    attributionDays: binding.attributionDays,
    wholeOrders: format.wholeOrders === true,
    stateOf: stateReader(format.states),
    isSaleChannel: saleChannelReader(format),
    rejectedUnits: input.rejectedUnits,
    expectedRows: input.expectedRows,
  };
}

/** Folds again what is due. Returns what the fold did with each import it applied. */
export function foldDue(db: Database, onProgress: (file: string) => void = () => undefined): Map<number, StepCounts> {
  const done = new Map<number, StepCounts>();
  for (const { accountId, subjects } of foldsDue(db)) {
    for (const [importId, counts] of foldAccount(db, accountId, subjects, onProgress)) done.set(importId, counts);
    clearFoldsDue(db, accountId);
  }
  return done;
}

/** Folds every account from its kept cells. */
export function foldEverything(db: Database, onProgress: (file: string) => void = () => undefined): void {
  const accounts = db.prepare('SELECT account_id FROM accounts ORDER BY account_id').pluck().all() as number[];
  for (const accountId of accounts) {
    foldAccount(db, accountId, SUBJECTS, onProgress);
    clearFoldsDue(db, accountId);
  }
}

function foldAccount(
  db: Database,
  accountId: number,
  subjects: readonly Subject[],
  onProgress: (file: string) => void,
): Map<number, StepCounts> {
  const done = new Map<number, StepCounts>();
  for (const subject of subjects) clearSubject(db, subject, accountId);
  const stores = new Map(storesOf(db, {}).map((store) => [store.storeId, store]));
  for (const active of activeImports(db, accountId)) {
    const fills = formatsOf(db).find(active.reportFormat)?.fills ?? [];
    const due = fills.filter((subject) => subjects.includes(subject));
    if (due.length === 0) continue;
    onProgress(active.file);
    const counts = foldImport(db, active, due, stores.get(active.storeId) as Store);
    if (due[0] === fills[0]) {
      setStepCounts(db, active.importId, counts);
      done.set(active.importId, counts);
    }
  }
  settleAccount(db, accountId);
  pruneAccount(db, accountId);
  return done;
}

/** Applies one import from its kept cells. */
function foldImport(db: Database, active: ActiveImport, subjects: readonly Subject[], store: Store): StepCounts {
  const stored = JSON.parse(active.dialect) as ReadTask;
  const format = formatsOf(db).find(stored.formatId);
  const task: ReadTask = { ...stored, format, currency: format?.currency ?? store.currency, timeZone: store.timeZone };
  const binding = bindTask(task);
  const said = JSON.parse(active.params) as { store?: string; period?: string };
  const namedStore = said.store === undefined ? null : store.name;
  // The days that a file of orders spans are read off its orders, again in another time zone.
  const isKept =
    active.periodFrom !== null && active.periodTo !== null && (said.period !== undefined || !binding.format.fills.includes('orders'));
  const input: FoldInput = {
    importId: active.importId,
    store,
    evidenceAt: active.evidenceAt,
    period: isKept ? { from: active.periodFrom as string, to: active.periodTo as string } : null,
    rejectedUnits: unitsLeftOut(JSON.parse(active.rejectedUnits) as string[], binding.format, stored.timeZone !== store.timeZone),
    namedStore,
    path: active.file,
    expectedRows: active.rowsRead,
  };
  return applySorted(db, binding, input, subjects, (batch) => {
    readKept(task, keptChunks(db, active.importId), { batch, rejected: () => undefined });
  });
}

/**
 * Applies rows in the order they come; when a unit turns out to be scattered over the file, takes back what was written and
 * applies them sorted by unit.
 */
function applySorted(
  db: Database,
  binding: Binding,
  input: FoldInput,
  subjects: readonly Subject[],
  read: (batch: (batch: RecordBatch) => void) => void,
): StepCounts {
  const apply = (feed: (batch: (batch: RecordBatch) => void) => void) => {
    const fold = foldContext(db, binding, input, []);
    const writers = subjects.map((subject) => subjectWriter(db, subject, fold, binding));
    feed((batch) => {
      for (const writer of writers) writer.apply(batch);
    });
    return writers.map((writer) => writer.finish())[0] as StepCounts;
  };
  db.exec('SAVEPOINT step');
  try {
    const counts = apply(read);
    db.exec('RELEASE step');
    return counts;
  } catch (error) {
    db.exec('ROLLBACK TO step');
    db.exec('RELEASE step');
    if (!(error instanceof ScatteredUnits)) throw error;
  }
  const spooled = spool(db);
  read(spooled.add);
  return apply((batch) => {
    for (const sorted of sortedBatches(db)) batch(sorted);
  });
}
