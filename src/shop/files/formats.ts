/** The reports that eco can read, and the columns of each in every spelling seen. */
import { UsageError } from '../../core/errors.js';
import { FIELDS } from '../../core/fields.js';
import type { Table } from '../../core/table.js';
import type { ReportFormat } from '../../platforms/define.js';
import { BUILT_IN } from '../../platforms/formats.js';
import type { Session } from '../../session.js';

export async function listFormats(session: Session, id: string | undefined): Promise<void> {
  const db = await session.databaseIfAny();
  const formats = db ? (await import('../../importing/formats.js')).formatsOf(db) : BUILT_IN;
  if (id === undefined) return session.print(formatTable(formats.all));
  const format = formats.find(id);
  if (format) return session.print(columnTable(format));
  const { nearestName } = await import('../../output/nearest.js');
  const ids = formats.all.map((known) => known.id);
  throw new UsageError(`There is no report "${id}". The nearest is "${nearestName(id, ids)}"; "eco files formats" lists all.`);
}

export function formatTable(formats: readonly ReportFormat[]): Table {
  return {
    id: 'files.formats/1',
    columns: [
      { key: 'report_format', header: 'Name', kind: 'text' },
      { key: 'platform', header: 'Platform', kind: 'text', detail: true },
      { key: 'report', header: 'Report', kind: 'text' },
      { key: 'fills', header: 'Fills', kind: 'text' },
      { key: 'columns', header: 'Columns', kind: 'text', detail: true },
      { key: 'certainty', header: 'Certainty', kind: 'text' },
      { key: 'where_to_download', header: 'Where to download', kind: 'text' },
    ],
    rows: [...formats]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((format) => ({
        report_format: format.id,
        platform: format.platform,
        report: format.report,
        fills: format.fills.join(', '),
        columns: format.columns.map((column) => column.names[0] ?? '').join(' | '),
        certainty: format.certainty,
        where_to_download: format.download,
      })),
  };
}

export function columnTable(format: ReportFormat): Table {
  return {
    id: 'files.formats.columns/1',
    title: `${format.id}: ${format.report}`,
    columns: [
      { key: 'field', header: 'Meaning', kind: 'text' },
      { key: 'kind', header: 'Kind', kind: 'text' },
      { key: 'required', header: 'Required', kind: 'boolean' },
      { key: 'names', header: 'Names of the column, newest first', kind: 'text' },
    ],
    rows: [
      ...format.columns.map((column) => ({
        field: column.field,
        kind: FIELDS[column.field] as string,
        required: column.required,
        names: column.names.join(' | '),
      })),
      ...(format.parts?.columns ?? []).map(({ part, names }) => ({
        field: part,
        kind: `part (${format.parts?.kind})`,
        required: false,
        names: names.join(' | '),
      })),
    ],
    notes: format.notes ?? [],
    params: { report_format: format.id, where_to_download: format.download },
  };
}
