/**
 * One way through a file: its rows to the writers of its subjects, its cells to be kept, its rejected rows to the list. The
 * simplest way is tried first; where a writer finds that it is not enough, everything is taken back and gone through again.
 */
import type { Subject } from '../core/fields.js';
import { type Database, usualCache } from '../db/connection.js';
import { BehindNewer, noCounts, ScatteredUnits, type StepCounts, type SubjectWriter } from '../facts/fold.js';
import { setPeriod } from '../facts/imports.js';
import type { OrdersWriter } from '../facts/orders.js';
import type { Binding } from '../platforms/binding.js';
import type { RejectedRow } from '../platforms/rowReader.js';
import { type FoldInput, foldContext } from './folding.js';
import { MOST_REJECTIONS } from './importResult.js';
import { chunkWriter } from './keptCells.js';
import { type LeftOut, leftOut } from './leftOut.js';
import type { ReadEvents, ReadStats, ReadTask } from './reading.js';
import { sortedBatches, spool } from './sorting.js';
import type { Source } from './source.js';
import { subjectWriter } from './subjects.js';
import { unitTies, wholeClaim } from './unitTies.js';

/** Everything about the file that stays the same however often it is gone through. */
export interface FileRun {
  readonly db: Database;
  readonly source: Source;
  readonly binding: Binding;
  readonly task: ReadTask;
  readonly input: Omit<FoldInput, 'rejectedUnits'>;
  /** For these the file is newer than all others; to the others it may add only what nothing stands in the way of. */
  readonly newest: readonly Subject[];
  readonly onProgress: (bytes: number) => void;
}

export interface Pass {
  readonly stats: ReadStats;
  readonly step: StepCounts;
  readonly rejections: RejectedRow[];
  /** Units that a rejected row may belong to. */
  readonly rejectedUnits: ReadonlySet<string>;
  /** What was left out with them. */
  readonly leftOut: LeftOut;
  /** The subjects that were written; the others are to be folded. */
  readonly applied: readonly Subject[];
  /** What was assumed on the way. */
  readonly notes: readonly string[];
}

/** How a file is gone through: sorted by unit, and with or without subjects that have something newer. */
interface PassChoices {
  readonly sorted: boolean;
  readonly late: boolean;
}

/** Goes through the file in the simplest way; where a writer finds that it is not enough, takes everything back and goes again. */
export async function goThrough(run: FileRun, rejectedUnits: ReadonlySet<string>): Promise<Pass> {
  run.db.exec('SAVEPOINT pass');
  let choices: PassChoices = { sorted: false, late: true };
  for (;;) {
    try {
      return await pass(run, rejectedUnits, choices);
    } catch (error) {
      // A writer of orders that does not get to its end leaves a small one.
      usualCache(run.db);
      if (error instanceof ScatteredUnits && !choices.sorted) choices = { ...choices, sorted: true };
      else if (error instanceof BehindNewer && choices.late) choices = { ...choices, late: false };
      else throw error;
      takeBack(run);
    }
  }
}

/** Takes back what the last pass wrote. */
export function takeBack(run: FileRun): void {
  run.db.exec('ROLLBACK TO pass');
}

async function pass(run: FileRun, rejectedUnits: ReadonlySet<string>, { sorted, late }: PassChoices): Promise<Pass> {
  const { db, binding, input, newest } = run;
  const { fills } = binding.format;
  const applied = late ? fills : newest;
  const left = leftOut(rejectedUnits);
  const ties = unitTies(binding);
  const notes: string[] = [];
  const days = periodSpan();
  let span: ReadStats['span'] = null;
  const fold = foldContext(db, binding, { ...input, rejectedUnits }, notes, () => span);
  const writers = applied.map((subject) => subjectWriter(db, subject, { ...fold, newest: newest.includes(subject) }, binding));
  const rejections: RejectedRow[] = [];
  const spooled = sorted ? spool(db) : null;
  const stats = await run.source.read(run.task, {
    orders: sorted || fills.length > 1 ? undefined : ordersEvent(writers, left),
    batch(batch) {
      left.rows(batch.columns.unit ?? []);
      ties.add(batch);
      days.add(batch.columns);
      for (const store of new Set(batch.columns.storeBy ?? [])) fold.storeOf(store as string | null);
      if (spooled) spooled.add(batch);
      else for (const writer of writers) writer.apply(batch);
    },
    rejected(row) {
      if (rejections.length < MOST_REJECTIONS) rejections.push(row);
      if (row.unit !== null) ties.claim(row.unit, row.line);
    },
    kept: chunkWriter(db, input.importId),
    progress: run.onProgress,
  });
  for (const unit of stats.beside) ties.claim(wholeClaim(unit), null);
  span = stats.span;
  if (spooled) for (const batch of sortedBatches(db)) for (const writer of writers) writer.apply(batch);
  const steps = writers.map((writer) => writer.finish());
  const found = days.value() ?? span;
  if (found && input.period === null) setPeriod(db, input.importId, found.from, found.to);
  const first = applied[0] === fills[0] ? steps[0] : undefined;
  const counted = first ?? noCounts();
  // Rows without a day may share a unit of the writer's with rows of the only day that there is.
  const step = { ...counted, leftOut: Math.max(counted.leftOut, left.count) };
  return { stats, step, rejections, rejectedUnits: ties.leftOut(), leftOut: left, applied, notes };
}

/** A report of orders alone may come grouped by order, ready to be written. */
function ordersEvent(writers: readonly SubjectWriter[], left: ReturnType<typeof leftOut>): ReadEvents['orders'] {
  const orders = writers.find(isOrdersWriter);
  if (!orders) return undefined;
  return (groups) => {
    left.orders(groups);
    orders.applyOrders(groups);
  };
}

function isOrdersWriter(writer: SubjectWriter): writer is OrdersWriter {
  return 'applyOrders' in writer;
}

/** Days that the rows themselves cover. */
function periodSpan() {
  let from: string | null = null;
  let to: string | null = null;
  const widen = (values: readonly unknown[] | undefined) => {
    for (const value of values ?? []) {
      if (typeof value !== 'string') continue;
      if (from === null || value < from) from = value;
      if (to === null || value > to) to = value;
    }
  };
  return {
    add(columns: Readonly<Record<string, readonly unknown[]>>) {
      widen(columns.day);
      widen(columns.fromDay);
      widen(columns.toDay);
    },
    value: () => (from !== null && to !== null ? { from: from as string, to: to as string } : null),
  };
}
