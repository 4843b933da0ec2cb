/**
 * The value on the right of a `--where` condition, read as the kind of its column: an amount is a decimal in the row's
 * currency (12.50), a ratio 0.3 or 30%, a day 2026-11-22, an instant 2026-11-22 or 2026-11-22T06:00Z (UTC), a boolean
 * yes, no, true or false.
 */
import { parseDay } from '../core/day.js';
import { UsageError } from '../core/errors.js';
import { MICRO } from '../core/money.js';
import type { CellKind } from '../core/table.js';

const EXPECTED: Readonly<Record<CellKind, string>> = {
  text: 'a text',
  integer: 'a whole number such as 12',
  decimal: 'a number such as 1.5',
  money: 'an amount such as 12.50, without sign or thousands separators',
  unitAmount: 'an amount such as 0.54, without sign or thousands separators',
  ratio: 'a ratio such as 0.3 or 30%',
  day: 'a day such as 2026-11-22',
  instant: 'a day or time in UTC such as 2026-11-22 or 2026-11-22T06:00Z',
  boolean: 'yes or no',
  measure: 'a number such as 12.50, a ratio as 0.3 or 30%',
  trend: 'nothing: a trend can only be tested for being known (key= or key!=)',
};

const BOOLEANS: Readonly<Record<string, boolean>> = { yes: true, true: true, no: false, false: false };
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** The operand in the form that `comparableIn` gives to cells of the kind. */
export function parseOperand(text: string, kind: CellKind, condition: string): string | number | bigint | boolean {
  const value = parsed(text, kind);
  if (value !== null) return value;
  throw new UsageError(`--where "${condition}": expected ${EXPECTED[kind]}, found "${text}".`);
}

function parsed(text: string, kind: CellKind): string | number | bigint | boolean | null {
  switch (kind) {
    case 'text':
      return text;
    case 'integer':
    case 'decimal':
      return DECIMAL.test(text) ? Number(text) : null;
    case 'money':
    case 'unitAmount':
      return micros(text);
    case 'ratio':
    case 'measure':
      return ratio(text);
    case 'day':
      return parseDay(text);
    case 'instant':
      return epochSeconds(text);
    case 'boolean':
      return BOOLEANS[text.toLowerCase()] ?? null;
    case 'trend':
      return null;
  }
}

/** Exact millionths of a decimal; null where it has more than six fraction digits. */
function micros(text: string): bigint | null {
  const match = /^([+-]?)(\d*)(?:\.(\d{0,6}))?$/.exec(text);
  if (!match || !DECIMAL.test(text)) return null;
  const [, sign, whole = '', fraction = ''] = match;
  const size = BigInt(whole || '0') * BigInt(MICRO) + BigInt(fraction.padEnd(6, '0'));
  return sign === '-' ? -size : size;
}

function ratio(text: string): number | null {
  const match = /^(.*?)(\s*%)?$/.exec(text);
  const plain = match?.[1] ?? '';
  if (!DECIMAL.test(plain)) return null;
  // Shifted in the text: 31.1e-2 is the number nearest to 0.311, a division by 100 may be its neighbour.
  return match?.[2] ? Number(`${plain}e-2`) : Number(plain);
}

function epochSeconds(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:Z| UTC)?)?$/.exec(text);
  const day = parseDay(match?.[1] ?? '');
  if (!match || day === null) return null;
  const [hours, minutes, seconds] = [match[2], match[3], match[4]].map((part) => Number(part ?? 0)) as [number, number, number];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return Date.parse(`${day}T00:00:00Z`) / 1000 + hours * 3600 + minutes * 60 + seconds;
}
