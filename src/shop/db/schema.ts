/** The views that queries may build on: they stay when the tables beneath them change. */
import { UsageError } from '../../core/errors.js';
import { viewColumns } from '../../db/maintenance.js';
import type { Session } from '../../session.js';
import { columnMeaning, VIEW_MEANINGS } from './viewMeanings.js';

export async function schema(session: Session, view: string | undefined): Promise<void> {
  const db = await session.database();
  const all = viewColumns(db).filter((column) => column.view.startsWith('v_'));
  const views = [...new Set(all.map((column) => column.view))];
  if (view !== undefined && !views.includes(view)) throw new UsageError(`There is no view "${view}". Views: ${views.join(', ')}.`);
  await session.print({
    id: 'db.schema/1',
    title: view === undefined ? undefined : `${view}: ${VIEW_MEANINGS[view] ?? ''}`,
    columns: [
      { key: 'view', header: 'View', kind: 'text' },
      { key: 'column', header: 'Column', kind: 'text' },
      { key: 'meaning', header: 'Meaning', kind: 'text' },
    ],
    rows: all
      .filter((column) => view === undefined || column.view === view)
      .map((column) => ({ ...column, meaning: columnMeaning(column.view, column.column) })),
    notes: ['amounts are decimals of their currency; times are UTC; unknown is NULL'],
  });
}
