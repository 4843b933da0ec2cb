/**
 * Tables of exchange rates. Two kinds are read:
 *
 * - The wide table of the European Central Bank (eurofxref-hist.csv, eurofxref.csv): a column `Date`, then one a currency, each with its units for one euro.
 *   Source: https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/; "N/A" where a currency had no rate.
 * - A plain one: day, from, to, rate, the units of `to` for one of `from`.
 *
 * A rate is kept digit for digit. Every cell is a rate, no rate, or refused with its line, column and reason.
 */

import { type Day, parseDay } from '../../core/day.js';
import { UserError } from '../../core/errors.js';
import type { TableRate } from '../../facts/rates.js';

export interface RefusedRate {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

export interface RateTable {
  readonly kind: 'ecb' | 'plain';
  readonly rates: readonly TableRate[];
  /** Cells that say that there is no rate. */
  readonly without: number;
  /** Rows before the first day that was asked for. */
  readonly earlier: number;
  readonly refused: readonly RefusedRate[];
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

const DAY = /^(day|date|日期|日付|datum|fecha|data|jour)$/;
const FROM = /^(from|from currency|base|base currency|源币种|原币|von|de|da)$/;
const TO = /^(to|to currency|quote|quote currency|target|目标币种|目标货币|nach|à|a)$/;
const RATE = /^(rate|exchange rate|汇率|为替レート|レート|kurs|wechselkurs|taux|taux de change|tipo de cambio|tasso|cambio)$/;
const CODE = /^[A-Z]{3}$/;

/** `since`: earlier days are left out. */
export function readRates(file: string, header: readonly string[], rows: readonly Row[], since: Day | null): RateTable {
  const folded = header.map((cell) =>
    cell
      .trim()
      .toLowerCase()
      .replace(/[_\s]+/g, ' '),
  );
  const find = (name: RegExp) => folded.findIndex((cell) => name.test(cell));
  const [day, from, to, rate] = [find(DAY), find(FROM), find(TO), find(RATE)];
  if (day !== -1 && from !== -1 && to !== -1 && rate !== -1) return plain(header, rows, { day, from, to, rate }, since);
  const codes = header.flatMap((cell, at) => (CODE.test(cell.trim()) ? [{ code: cell.trim(), at }] : []));
  const others = header.filter((cell, at) => at !== day && cell.trim() !== '' && !CODE.test(cell.trim()));
  if (day !== -1 && codes.length > 0 && others.length === 0) return wide(header, rows, day, codes, since);
  const found = header.map((cell) => `"${cell}"`).join(', ');
  throw new UserError(
    `${file}: its columns are ${found}. A table of rates expected: the ECB's (Date, USD, JPY, …; eurofxref-hist.zip), or day, from, to, rate. Nothing was taken from the file.`,
  );
}

type Gathered = { rates: TableRate[]; without: number; earlier: number; refused: RefusedRate[] };

function wide(
  header: readonly string[],
  rows: readonly Row[],
  dayAt: number,
  codes: readonly { code: string; at: number }[],
  since: Day | null,
): RateTable {
  const table: Gathered = { rates: [], without: 0, earlier: 0, refused: [] };
  const seen = new Map<string, TableRate>();
  for (const { line, cells } of rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const day = dayOf(table, line, header[dayAt] as string, cells[dayAt] ?? '', since);
    if (day === null) continue;
    for (const { code, at } of codes) add(table, seen, { line, from: 'EUR', to: code, day }, header[at] as string, cells[at] ?? '');
  }
  return { kind: 'ecb', ...table };
}

function plain(
  header: readonly string[],
  rows: readonly Row[],
  at: Readonly<Record<'day' | 'from' | 'to' | 'rate', number>>,
  since: Day | null,
): RateTable {
  const table: Gathered = { rates: [], without: 0, earlier: 0, refused: [] };
  const seen = new Map<string, TableRate>();
  for (const { line, cells } of rows) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const day = dayOf(table, line, header[at.day] as string, cells[at.day] ?? '', since);
    if (day === null) continue;
    const codes = [at.from, at.to].map((column) => {
      const value = (cells[column] ?? '').trim().toUpperCase();
      if (CODE.test(value)) return value;
      table.refused.push({
        line,
        column: header[column] as string,
        value: cells[column] ?? '',
        reason: 'a currency of three letters expected: USD, EUR, CNY',
      });
      return null;
    });
    const [from, to] = codes;
    if (typeof from !== 'string' || typeof to !== 'string') continue;
    if (from === to) table.refused.push({ line, column: header[at.to] as string, value: to, reason: 'both currencies are the same' });
    else add(table, seen, { line, from, to, day }, header[at.rate] as string, cells[at.rate] ?? '');
  }
  return { kind: 'plain', ...table };
}

/** Null where the row is left out. */
function dayOf(table: Gathered, line: number, column: string, cell: string, since: Day | null): Day | null {
  const day = parseDay(cell.trim()) ?? ecbDay(cell.trim());
  if (day === null) table.refused.push({ line, column, value: cell, reason: 'a day such as 2026-11-20 expected' });
  else if (since !== null && day < since) table.earlier++;
  else return day;
  return null;
}

/** The ECB's table of one day writes "20 November 2026". */
function ecbDay(text: string): Day | null {
  const match = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(text);
  const month = match === null ? -1 : MONTHS.indexOf(match[2] as string);
  return match === null || month === -1
    ? null
    : parseDay(`${match[3]}-${String(month + 1).padStart(2, '0')}-${(match[1] as string).padStart(2, '0')}`);
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const NONE = /^(|n\/?a|-+)$/i;

function add(table: Gathered, seen: Map<string, TableRate>, pair: Omit<TableRate, 'rate'>, column: string, cell: string): void {
  const value = cell.trim();
  if (NONE.test(value)) {
    table.without++;
    return;
  }
  const rate = /^\d+,\d+$/.test(value) ? value.replace(',', '.') : value;
  const refuse = (reason: string) => table.refused.push({ line: pair.line, column, value: cell, reason });
  if (!/^\d{1,9}(\.\d{1,18})?$/.test(rate) || /^[0.]+$/.test(rate)) {
    refuse('a rate above zero expected, such as 1.0801');
    return;
  }
  const key = `${pair.from}/${pair.to}/${pair.day}`;
  const before = seen.get(key);
  if (before !== undefined && before.rate !== rate) {
    refuse(`line ${before.line} says ${before.rate} for the same day`);
    return;
  }
  if (before !== undefined) return;
  const entry = { ...pair, rate };
  seen.set(key, entry);
  table.rates.push(entry);
}
