/**
 * Taking imports back: they are marked as withdrawn, and what they touched is folded again from the others, in one transaction.
 * Their cells stay, so the record of what came in is whole; importing the file again brings it back.
 */
import { UserError } from '../../core/errors.js';
import { SUBJECTS } from '../../core/fields.js';
import type { Block, Page } from '../../core/page.js';
import type { Column, Table } from '../../core/table.js';
import { type Database, inTransaction } from '../../db/connection.js';
import { type ImportRow, type TakenBack, traceImports } from '../../facts/importQueries.js';
import { markFoldDue, setImportStatus } from '../../facts/imports.js';
import { formatsOf } from '../../importing/formats.js';
import type { Session } from '../../session.js';
import { importNamed } from './find.js';

export async function undoFiles(session: Session, numbers: readonly string[], flags: { dryRun?: boolean }): Promise<void> {
  const db = await session.existingDatabase();
  const imports = [...new Set(numbers)].map((number) => withdrawable(importNamed(db, number)));
  const { foldDue } = await import('../../importing/folding.js');
  const day = new Date(session.context.now()).toISOString().slice(0, 10);
  const taken = withdraw(db, imports, `withdrawn on ${day}`, () => foldDue(db), flags.dryRun === true);
  await session.print(undoPage(imports, taken, flags.dryRun === true));
}

function withdrawable(row: ImportRow): ImportRow {
  if (row.status === 'withdrawn')
    throw new UserError(`Import ${row.importId} (${row.file}) was withdrawn before. To have it back, import the file again.`);
  if (row.status === 'rejected')
    throw new UserError(`Import ${row.importId} (${row.file}) was rejected: nothing was taken from it, so there is nothing to take back.`);
  return row;
}

class DryRun extends Error {
  constructor(readonly taken: TakenBack[]) {
    super();
  }
}

function withdraw(db: Database, imports: readonly ImportRow[], message: string, fold: () => void, dryRun: boolean): TakenBack[] {
  try {
    return inTransaction(db, () => {
      const outcome = traceImports(
        db,
        imports.map((row) => row.importId),
      );
      for (const row of imports) {
        setImportStatus(db, row.importId, 'withdrawn', message);
        for (const subject of formatsOf(db).find(row.reportFormat ?? '')?.fills ?? SUBJECTS)
          markFoldDue(db, row.accountId as number, subject);
      }
      fold();
      const taken = outcome();
      if (dryRun) throw new DryRun(taken);
      return taken;
    });
  } catch (error) {
    if (error instanceof DryRun) return error.taken;
    throw error;
  }
}

const COLUMNS: readonly Column[] = [
  { key: 'facts', header: 'Facts', kind: 'text' },
  { key: 'gone', header: 'Gone', kind: 'integer' },
  { key: 'as_before', header: 'As other files say', kind: 'integer' },
];

function undoPage(imports: readonly ImportRow[], taken: readonly TakenBack[], dryRun: boolean): Page {
  const data: Table = {
    id: 'files.undo/1',
    columns: COLUMNS,
    rows: taken.map(({ what, gone, back }) => ({ facts: what, gone, as_before: back })),
  };
  const blocks: Block[] = imports.map((row) => ({
    type: 'sentence',
    parts: [`${row.importId}  ${row.file}  ${row.reportFormat}  ${row.store}`],
  }));
  if (taken.length > 0) blocks.push({ type: 'table', table: data });
  else blocks.push({ type: 'sentence', parts: ['No fact changes: other files say all that it said.'] });
  blocks.push({
    type: 'steps',
    steps: [
      {
        text: [dryRun ? 'Do it' : 'Back again'],
        command: dryRun ? `eco files undo ${imports.map((row) => row.importId).join(' ')}` : 'eco import FILE',
      },
    ],
  });
  return { title: dryRun ? 'Dry run: nothing was changed. These would be withdrawn' : 'Withdrawn', blocks, data };
}
