/**
 * The JSON Schema (draft 2020-12) of a table's JSON, made from its columns, so that what a command publishes about its
 * output and what it prints cannot drift apart. The envelope that all tables share is docs/schemas/table.schema.json.
 */
import type { CellKind, Column, Table } from '../core/table.js';

type JsonSchema = { readonly [key: string]: unknown };

const DECIMAL = { type: ['string', 'null'], pattern: '^-?[0-9]+(\\.[0-9]+)?$' };

// Patterns rather than `format`: a validator checks them without any add-on.
const KINDS: Readonly<Record<CellKind, JsonSchema>> = {
  text: { type: ['string', 'null'] },
  integer: { type: ['integer', 'null'] },
  decimal: { type: ['number', 'null'] },
  money: DECIMAL,
  unitAmount: DECIMAL,
  ratio: { type: ['number', 'null'] },
  day: { type: ['string', 'null'], pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' },
  instant: {
    type: ['string', 'null'],
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$',
  },
  boolean: { type: ['boolean', 'null'] },
  measure: { type: ['number', 'string', 'null'], pattern: DECIMAL.pattern },
  trend: { type: ['array', 'null'], items: { type: ['number', 'null'] } },
};

/** The exact schema of what `--format json` prints for a table of these columns. A line of jsonl is its `$defs/row`. */
export function jsonSchemaOf(table: Pick<Table, 'id' | 'columns'>): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `eco.${table.id}`,
    type: 'object',
    required: ['schema', 'as_of', 'params', 'rows', 'totals', 'notes'],
    additionalProperties: false,
    properties: {
      schema: { const: `eco.${table.id}` },
      as_of: { type: ['string', 'null'] },
      params: { type: 'object' },
      rows: { type: 'array', items: { $ref: '#/$defs/row' } },
      totals: { type: 'array', items: { $ref: '#/$defs/row' } },
      notes: { type: 'array', items: { type: 'string' } },
    },
    $defs: {
      row: {
        type: 'object',
        required: table.columns.map((column) => column.key),
        additionalProperties: false,
        properties: Object.fromEntries(table.columns.map((column) => [column.key, cellSchema(column)])),
      },
    },
  };
}

function cellSchema(column: Column): JsonSchema {
  return { description: describe(column), ...KINDS[column.kind] };
}

function describe(column: Column): string {
  const unit = column.unit ? `, in ${column.unit}` : '';
  if (column.kind === 'measure')
    return `${column.header}${unit}; what it is stands in "${column.unitKey ?? 'unit'}", and amounts are decimals`;
  const isAmount = column.kind === 'money' || column.kind === 'unitAmount';
  return `${column.header}${unit}${isAmount ? `; a decimal in the currency of "${column.currencyKey ?? 'currency'}"` : ''}`;
}
