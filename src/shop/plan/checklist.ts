/**
 * The checklist for people: a CSV file for spreadsheets and an HTML page with links and boxes to tick, which prints well. Both hold the
 * same lines; the page runs no script and loads nothing.
 */
import type { Table } from '../../core/table.js';
import { fileSafe } from '../../plans/export/names.js';
import type { ChecklistOf } from '../../plans/export/uploads.js';
import { checklist as format } from '../../platforms/uploadChecklist.js';
import type { NewFile } from './exportWrite.js';

/** Whose changes a checklist holds: one plan's, or those of a group. */
export interface ChecklistName {
  readonly name: string;
  readonly planIds: readonly string[];
}

export async function checklistFiles(named: ChecklistName, list: ChecklistOf, withStore: boolean): Promise<NewFile[]> {
  const { render } = await import('../../output/index.js');
  const { checklistPage } = await import('./checklistPage.js');
  const stem = [format.fileName, fileSafe(named.name), ...(withStore ? [fileSafe(list.store)] : [])].join('-');
  const table: Table = {
    id: 'plan.checklist/1',
    columns: list.sheet.header.map((key) => ({ key, header: key, kind: 'text' })),
    rows: list.sheet.rows.map(({ cells }) => Object.fromEntries(list.sheet.header.map((key, at) => [key, cells[at] ?? '']))),
  };
  const about = {
    uploadId: format.id,
    steps: format.steps,
    store: list.store,
    rows: list.sheet.rows.length,
    changed: list.sheet.changed,
    carried: list.sheet.carried,
  };
  // A byte order mark: Excel takes the file for Latin-1 without it.
  const csv = await render(table, 'csv', { color: false, width: null, bom: true });
  const page = checklistPage(named, list);
  return [
    { ...about, name: `${stem}.csv`, bytes: Buffer.from(csv), changeIds: list.changeIds },
    { ...about, name: `${stem}.html`, bytes: Buffer.from(page), changeIds: [], beside: true },
  ];
}
