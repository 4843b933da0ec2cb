/**
 * Which line of the statement each name gets that the reports about money book under: every booking of every fixture, in words.txt, to be
 * read; and rules that hold for all of them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Booking, classify, MONEY_REPORTS, moneyReport } from '../../../src/measures/profit/classify.js';
import { isUnknownFee, lineOf } from '../../../src/measures/profit/lines.js';
import { REPORT_FORMATS } from '../../../src/platforms/registry.js';
import { expectGolden } from '../../cli/transcript.js';

const FIXTURES = fileURLToPath(new URL('../../../fixtures/platforms/', import.meta.url));

interface Told {
  readonly format: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

function bookings(): (Booking & { readonly event: string })[] {
  const files = (readdirSync(FIXTURES, { recursive: true }) as string[]).filter((name) => name.endsWith('.expected.json')).sort();
  return files.flatMap((name) => {
    const told = JSON.parse(readFileSync(`${FIXTURES}${name}`, 'utf8')) as Told;
    const report = moneyReport(told.format);
    if (!report) return [];
    return told.rows.flatMap((row) => {
      const text = (field: string) => (row[field] as string | undefined) ?? null;
      const type = text('transactionType');
      const names = [type ?? '', `${type ?? ''}/${text('amountType') ?? ''}`];
      const named = (types: readonly string[]) => names.filter((name) => types.includes(name)).length;
      expect(named(report.sale) + named(report.refund), `${told.format}: ${names}`).toBeLessThan(2);
      const event = named(report.refund) > 0 ? 'refund' : named(report.sale) > 0 ? 'sale' : '-';
      const description = report.readsTexts || text('orderId') === null ? text('description') : null;
      const parts = row.parts === undefined ? [] : (JSON.parse(String(row.parts)) as [string, number][]);
      if (parts.length === 0 && row.amount === undefined) return [];
      const booked = parts.length === 0 ? [text('amountPart')] : parts.map(([part]) => part);
      return booked.map((part) => ({ reportFormat: told.format, type, amountType: text('amountType'), part, description, event }));
    });
  });
}

describe('names of money', () => {
  it('every report that fills transactions is known', () => {
    const formats = REPORT_FORMATS.filter((format) => format.fills.includes('transactions')).map((format) => format.id);
    expect(MONEY_REPORTS.map((report) => report.format).sort()).toEqual(formats.sort());
  });

  it('gets the line that words.txt says', () => {
    const lines = bookings().map(({ event, ...booking }) => {
      const { reportFormat, type, amountType, part, description } = booking;
      const { line } = classify(booking, event === 'refund');
      return `${reportFormat} | ${event} | ${type ?? ''} | ${amountType ?? ''} | ${part ?? ''} | ${description ?? ''} → ${line}`;
    });
    expectGolden(fileURLToPath(new URL('words.txt', import.meta.url)), `${[...new Set(lines)].sort().join('\n')}\n`);
  });

  it('a word never names a line that no statement has', () => {
    for (const { words } of MONEY_REPORTS)
      for (const { line, refunded } of words)
        for (const key of [line, refunded ?? line]) expect(lineOf(key).label === key && isUnknownFee(key), key).toBe(false);
  });

  it('names what it does not know by its own name', () => {
    const unknown = (booking: Partial<Booking>) =>
      classify({ reportFormat: 'amazon.settlement', type: null, amountType: null, part: null, description: null, ...booking }, false).line;
    expect(unknown({ type: 'Order', amountType: 'ItemFees', part: 'MoonPhaseFee' })).toBe('fee: MoonPhaseFee');
    expect(unknown({ type: 'other-transaction', amountType: 'other-transaction', part: 'Odd parcels' })).toBe('fee: Odd parcels');
    expect(unknown({ reportFormat: 'profile.my-bank', type: 'Toll', part: 'Amount' })).toBe('fee: Toll');
    expect(unknown({})).toBe('fee: without a name');
  });
});
