/** The proposal of `eco files map` as a table, and the fields that columns can mean. */
import { FIELDS, type FieldName } from '../../core/fields.js';
import type { Column, Table } from '../../core/table.js';
import { FAMILIES, hasField, hasPeople } from '../../platforms/mapping/families.js';
import type { Proposal } from '../../platforms/mapping/propose.js';
import type { ColumnProposal } from '../../platforms/mapping/resolve.js';
import { SYNONYMS } from '../../platforms/mapping/synonyms/index.js';

const COLUMNS: readonly Column[] = [
  { key: 'column', header: 'Column', kind: 'text' },
  { key: 'samples', header: 'For example', kind: 'text' },
  { key: 'field', header: 'Taken for', kind: 'text' },
  { key: 'certainty', header: 'How sure', kind: 'text' },
  { key: 'candidates', header: 'May be', kind: 'text' },
  { key: 'why', header: 'Why', kind: 'text' },
];

export function proposalTable(proposal: Proposal, params: Record<string, string>, notes: readonly string[]): Table {
  const family = proposal.families[0];
  const careful = family !== undefined && hasPeople(family);
  return {
    id: 'files.map/1',
    columns: COLUMNS,
    rows: proposal.columns.map((column) => ({
      column: column.header,
      // Beside orders, a column that nobody knows may be a person's.
      samples: column.verdict === 'personal' || (careful && column.verdict === 'unread') ? null : samplesOf(column),
      field: column.field,
      certainty: column.verdict,
      candidates: column.verdict === 'unsure' ? column.candidates.join(', ') : null,
      why: column.why,
    })),
    notes,
    params: { ...params, fills: proposal.fills.join(', ') },
  };
}

/** The first cells of a column, short. */
export function samplesOf({ values }: ColumnProposal): string | null {
  const distinct = [...new Set(values.filled)].slice(0, 3).map((cell) => (cell.length > 24 ? `${cell.slice(0, 23)}…` : cell));
  return distinct.length === 0 ? null : distinct.join(' · ');
}

export function fieldsTable(): Table {
  return {
    id: 'files.map.fields/1',
    columns: [
      { key: 'field', header: 'Field', kind: 'text' },
      { key: 'kind', header: 'Kind', kind: 'text' },
      { key: 'in', header: 'In files about', kind: 'text' },
      { key: 'words', header: 'Also called', kind: 'text' },
    ],
    rows: (Object.keys(FIELDS) as FieldName[]).map((field) => ({
      field,
      kind: FIELDS[field],
      in: subjectsOf(field),
      words: SYNONYMS[field]?.en?.split('|').slice(0, 4).join(', ') ?? null,
    })),
  };
}

function subjectsOf(field: FieldName): string {
  const found = FAMILIES.filter((family) => hasField(family, field));
  return found.length === FAMILIES.length ? 'any' : found.flatMap(({ subjects }) => subjects).join(', ');
}
