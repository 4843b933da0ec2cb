/**
 * How a cell of each kind looks, decided here and nowhere else: for people (`displayCell`, `displayValue`) and for
 * machines (`machineCell` in JSON, `machineText` in CSV and TSV). The kinds and their units are listed in
 * core/table.ts.
 *
 * Unknown (null) is "–" for people, null in JSON, an empty cell in CSV and TSV. A minus sign for people is U+2212.
 */
import { decimalFromMicros, decimalFromMinor } from '../core/money.js';
import type { Value } from '../core/page.js';
import type { Cell, CellKind, Column, PlainKind } from '../core/table.js';
import { displayMoney, displayUnitAmount, requireWhole } from './amount.js';
import { decimalText } from './decimal.js';
import { trendBlocks } from './trend.js';

export const UNKNOWN = '–';

type Look = Pick<Column, 'digits' | 'unit' | 'signed'> & { readonly kind: PlainKind; readonly sign?: boolean };

const NUMERIC: ReadonlySet<CellKind> = new Set(['integer', 'decimal', 'money', 'unitAmount', 'ratio', 'measure']);

/** Numbers stand on the right of their column. */
export function isNumeric(kind: CellKind): boolean {
  return NUMERIC.has(kind);
}

/** A cell of a table for people. Amounts have no sign here, unless they are measures: the row's currency column says the currency. */
export function displayCell(cell: Cell, look: Look, currency: string | null): string {
  return displayed(cell, look, currency, look.sign === true);
}

/** A value in a sentence for people. Amounts have their currency's sign: $4,812.40. */
export function displayValue(value: Value): string {
  return displayed(value.value, value, value.currency ?? null, true);
}

function displayed(cell: Cell, look: Look, currency: string | null, sign: boolean): string {
  if (isUnknown(cell)) return UNKNOWN;
  const unsigned = displayedKind(cell, look, currency, sign);
  const text = look.signed && (cell as number) > 0 && /[1-9]/.test(unsigned) ? `+${unsigned}` : unsigned;
  return look.unit ? `${text} ${look.unit}` : text;
}

function displayedKind(cell: Cell, look: Look, currency: string | null, sign: boolean): string {
  switch (look.kind) {
    case 'text':
    case 'day':
      return textOf(cell, look.kind);
    case 'integer':
      return number(numberOf(cell, look.kind), 0, 0);
    case 'decimal':
      return number(numberOf(cell, look.kind), look.digits ?? 0, look.digits ?? 2);
    case 'money':
      return displayMoney(numberOf(cell, look.kind), currency, {
        sign,
        digits: look.digits,
      });
    case 'unitAmount':
      return displayUnitAmount(numberOf(cell, look.kind), currency, {
        sign,
        digits: look.digits,
      });
    case 'ratio':
      return percent(numberOf(cell, look.kind), look.digits ?? 1);
    case 'instant':
      return `${isoInstant(cell).slice(0, 16).replace('T', ' ')} UTC`;
    case 'boolean':
      return booleanOf(cell) ? 'yes' : 'no';
    case 'trend':
      return trendBlocks(pointsOf(cell));
  }
}

/** A cell for JSON: amounts as decimal strings, instants as ISO 8601, everything else as it is. */
export function machineCell(cell: Cell, kind: PlainKind, currency: string | null): Cell {
  if (isUnknown(cell)) return null;
  switch (kind) {
    case 'text':
    case 'day':
      return textOf(cell, kind);
    case 'integer':
    case 'decimal':
    case 'ratio':
      return numberOf(cell, kind);
    case 'money':
      requireWhole(numberOf(cell, kind), 'money in minor units');
      return decimalFromMinor(numberOf(cell, kind), currency);
    case 'unitAmount':
      requireWhole(numberOf(cell, kind), 'a unit amount in millionths');
      return decimalFromMicros(numberOf(cell, kind), currency);
    case 'instant':
      return isoInstant(cell);
    case 'boolean':
      return booleanOf(cell);
    case 'trend':
      return pointsOf(cell);
  }
}

/**
 * A cell for CSV and TSV: as in JSON, null as nothing; a trend is its numbers joined by spaces, a gap in it the word
 * null.
 */
export function machineText(cell: Cell, kind: PlainKind, currency: string | null): string {
  const value = machineCell(cell, kind, currency);
  if (value === null) return '';
  return typeof value === 'object' ? value.map(String).join(' ') : String(value);
}

/** A number that is not finite cannot have been measured. */
function isUnknown(cell: Cell): cell is null {
  return cell === null || cell === undefined || (typeof cell === 'number' && !Number.isFinite(cell));
}

function number(value: number, least: number, most: number): string {
  return decimalText(value, least, most).replace('-', '−');
}

// Multiplied by 100 in decimal, so 0.285 is 28.5 % and not 28.499999999999996 %.
function percent(value: number, digits: number): string {
  return `${decimalText(value, digits, digits, 2).replace('-', '−')} %`;
}

function isoInstant(cell: Cell): string {
  return `${new Date(numberOf(cell, 'instant') * 1000).toISOString().slice(0, 19)}Z`;
}

function textOf(cell: Cell, kind: PlainKind): string {
  return typeof cell === 'string' ? cell : wrongType(cell, kind, 'a string');
}

function numberOf(cell: Cell, kind: PlainKind): number {
  return typeof cell === 'number' ? cell : wrongType(cell, kind, 'a number');
}

function booleanOf(cell: Cell): boolean {
  return typeof cell === 'boolean' ? cell : wrongType(cell, 'boolean', 'a boolean');
}

function pointsOf(cell: Cell): readonly (number | null)[] {
  if (typeof cell !== 'object' || cell === null) return wrongType(cell, 'trend', 'an array');
  return cell.map((point) => (isUnknown(point) ? null : point));
}

/** A cell that is not what its column promises is a defect of the analysis; printing it anyway would hide it. */
function wrongType(cell: Cell, kind: PlainKind, expected: string): never {
  throw new TypeError(`a cell of kind ${kind} must be ${expected}, found ${JSON.stringify(cell)}`);
}
