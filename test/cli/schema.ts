/**
 * The published JSON Schemas, docs/schemas/<table>.schema.json: made from a table's columns, held against the file, and used to
 * check what a command prints. After a wanted change run the test with UPDATE_GOLDEN=1.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import type { Table } from '../../src/core/table.js';
import { jsonSchemaOf } from '../../src/output/schema.js';
import { expectGolden } from './transcript.js';

interface RowSchema {
  readonly $defs: { readonly row: { readonly required: readonly string[] } };
}

/** Holds the schema of a table against its file. `optional`: columns that a row has only when they are asked for. */
export function expectPublishedSchema(table: Pick<Table, 'id' | 'columns'>, optional: readonly string[] = []): void {
  const schema = jsonSchemaOf(table) as unknown as RowSchema;
  const required = schema.$defs.row.required.filter((key) => !optional.includes(key));
  const published = { ...schema, $defs: { row: { ...schema.$defs.row, required } } };
  expectGolden(fileOf(table.id), `${JSON.stringify(published, null, 2)}\n`);
}

/** Checks what `--format json` printed against the published schemas: its table's own and the envelope of all tables. */
export function expectValidJson(text: string): void {
  const printed = JSON.parse(text) as { readonly schema: string };
  const id = printed.schema.replace(/^eco\./, '');
  for (const file of [fileOf(id), fileOf('table/1')]) {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(file, 'utf8')) as object);
    expect(validate(printed), `${file}: ${JSON.stringify(validate.errors)}`).toBe(true);
  }
}

function fileOf(id: string): string {
  return fileURLToPath(new URL(`../../docs/schemas/${id.replace(/\/\d+$/, '')}.schema.json`, import.meta.url));
}
