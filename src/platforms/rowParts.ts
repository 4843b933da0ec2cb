/** Values that several columns of a row make together: the parts of an amount, and columns collected into one. */
import type { FieldName, FieldValue } from '../core/fields.js';
import { minorFromMicros } from '../core/money.js';
import type { Binding } from './binding.js';
import { CellProblem, isMissing, parseInteger, parseMicros } from './cells/index.js';

/** What the columns of parts leave of the row's amount. */
export const NOT_ITEMISED = 'not itemised';

export interface PartProblem {
  readonly header: string;
  readonly cell: string;
  readonly problem: CellProblem;
}

/**
 * The parts of a row that are not zero, as JSON: `[["FBA fees", -335], …]`, money in minor units. `amount` is what they should come to, where
 * the row says it.
 */
export function readParts(
  binding: Binding,
  cellOf: (column: number) => string,
  currency: string | null,
  amount: FieldValue,
): string | PartProblem {
  const { format, header } = binding;
  const isMoney = format.parts?.kind === 'money';
  const parts: [string, number][] = [];
  let rest = isMoney && typeof amount === 'number' ? amount : 0;
  for (const { part, column, isDeducted } of binding.parts) {
    const cell = cellOf(column);
    const written = isMoney ? minorOf(cell, currency, format.noGrouping === true) : parseInteger(cell);
    if (written instanceof CellProblem) return { header: header[column] ?? part, cell, problem: written };
    if (written === null || written === 0) continue;
    const value = isDeducted === 'either' ? -Math.abs(written) : isDeducted ? -written : written;
    parts.push([part, value]);
    rest -= value;
  }
  if (isMoney && typeof amount === 'number' && rest !== 0) parts.push([NOT_ITEMISED, rest]);
  return JSON.stringify(parts);
}

function minorOf(cell: string, currency: string | null, noGrouping: boolean): number | null | CellProblem {
  const amount = parseMicros(cell, { decimal: noGrouping && cell.includes(',') ? ',' : 'auto' });
  if (amount === null || amount instanceof CellProblem) return amount;
  return minorFromMicros(amount.micros, currency) ?? new CellProblem(`an amount that ${currency ?? 'the currency'} can write`);
}

/** The columns that are collected into a field, as JSON by what their headers name; null where none is filled. */
export function readCollected(binding: Binding, into: FieldName, cellOf: (column: number) => string): string | null {
  const found: Record<string, string> = {};
  for (const { into: field, name, column } of binding.collected) {
    const cell = cellOf(column).trim();
    if (field === into && !isMissing(cell)) found[name] = cell;
  }
  const text = JSON.stringify(found);
  return text === '{}' ? null : text;
}
