import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, parseDay } from '../../../src/core/day.js';
import { decimalFromMicros } from '../../../src/core/money.js';
import type { DecimalMark } from '../../../src/platforms/cells/index.js';
import * as cells from '../../../src/platforms/cells/index.js';

/** A dialect prints groups and decimals its own way. */
const DIALECTS: readonly { readonly group: string; readonly point: string; readonly decimal: DecimalMark }[] = [
  { group: ',', point: '.', decimal: '.' },
  { group: '.', point: ',', decimal: ',' },
  { group: "'", point: '.', decimal: '.' },
  { group: ' ', point: ',', decimal: ',' },
  { group: '\u00a0', point: ',', decimal: ',' },
  { group: '\u202f', point: ',', decimal: ',' },
  { group: '', point: '.', decimal: 'auto' },
  { group: '', point: ',', decimal: ',' },
];

const dialect = fc.constantFrom(...DIALECTS);
const micros = fc.maxSafeInteger();
const around = fc.constantFrom(
  (text: string) => text,
  (text: string) => ` ${text}\t`,
  (text: string) => `'${text}`,
  (text: string) => `="${text}"`,
  (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  (text: string) => (text.startsWith('-') ? `(${text.slice(1)})` : text),
  (text: string) => (text.startsWith('-') ? `${text.slice(1)}-` : text),
  (text: string) => text.replace('-', '−'),
);

function printed(decimal: string, style: (typeof DIALECTS)[number]): string {
  const [whole = '', fraction] = decimal.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, style.group);
  return fraction === undefined ? grouped : grouped + style.point + fraction;
}

describe('what is printed is read back', () => {
  test('integers', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), dialect, around, (value, style, wrap) => {
        expect(cells.parseInteger(wrap(printed(String(value), style)), style)).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  test('amounts, to the millionth', () => {
    fc.assert(
      fc.property(micros, dialect, around, (value, style, wrap) => {
        const text = wrap(printed(decimalFromMicros(value, 'USD'), style));
        expect(cells.parseMicros(text, style)).toEqual({ micros: value === 0 ? 0 : value, currency: null });
      }),
    );
  });

  test('amounts with a currency on either side, in auto, where both separators or two decimals leave no doubt', () => {
    const glyphs = fc.constantFrom(['£', 'GBP'], ['€', 'EUR'], ['US$', 'USD'], ['$', null], ['EUR ', 'EUR'], ['￥', null]);
    fc.assert(
      fc.property(fc.integer(), glyphs, fc.boolean(), fc.boolean(), dialect, (cents, [glyph, currency], before, space, style) => {
        const number = printed((Math.abs(cents) / 100).toFixed(2), style);
        const gap = space ? '\u00a0' : '';
        const amount = before ? glyph + gap + number : number + gap + (glyph as string).trim();
        expect(cells.parseMicros((cents < 0 ? '-' : '') + amount)).toEqual({ micros: cents * 10_000 + 0, currency });
      }),
    );
  });

  test('doubles, and percentages of them', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
        expect(cells.parseDecimal(String(value))).toBe(value === 0 ? 0 : value);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 4 }), (digits, places) => {
        const expected = Number(`${digits}e${-places - 2}`);
        expect(cells.parseRatio(`${(digits / 10 ** places).toFixed(places)}%`)).toBe(expected === 0 ? 0 : expected);
      }),
    );
  });

  test('days, in every order', () => {
    const day = fc.tuple(fc.integer({ min: 1980, max: 2079 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }));
    fc.assert(
      fc.property(day, ([year, month, date]) => {
        const expected = dayOf(year, month, date);
        const shown = (value: unknown) => (value instanceof cells.CellProblem ? null : value);
        const pad = (value: number) => String(value).padStart(2, '0');
        const name = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2020, month - 1));
        expect(shown(cells.parseDate(`${year}-${pad(month)}-${pad(date)}`))).toBe(expected);
        expect(shown(cells.parseDate(` ${year}-${pad(month)}-${pad(date)}`))).toBe(expected);
        expect(shown(cells.parseDate(`${year}${pad(month)}${pad(date)}`))).toBe(expected);
        expect(shown(cells.parseDate(`${month}/${date}/${pad(year % 100)}`, { order: 'mdy' }))).toBe(expected);
        expect(shown(cells.parseDate(`${date}/${month}/${year}`, { order: 'dmy' }))).toBe(expected);
        expect(shown(cells.parseDate(`${name} ${date}, ${year}`))).toBe(expected);
        expect(shown(cells.parseDate(`${date}-${name}-${pad(year % 100)}`))).toBe(expected);
      }),
    );
  });

  test('every month name of six languages', () => {
    for (const language of ['en', 'de', 'fr', 'es', 'it', 'nl']) {
      for (let month = 1; month <= 12; month++) {
        for (const style of ['long', 'short'] as const) {
          const name = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' }).format(Date.UTC(2020, month - 1));
          expect([language, name, cells.parseDate(`3 ${name} 2026`)]).toEqual([language, name, dayOf(2026, month, 3)]);
        }
      }
    }
  });

  test('moments', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000, max: 7_000_000_000 }), (seconds) => {
        const iso = new Date(seconds * 1000).toISOString().slice(0, 19);
        expect(cells.parseInstantPlain(`${iso}Z`)).toBe(seconds);
        expect(cells.parseInstantPlain(`${iso}+00:00`)).toBe(seconds);
        expect(cells.parseInstant(` ${iso}Z`)).toEqual({ epochSeconds: seconds, dateOnly: false, zoned: true });
        expect(cells.parseInstant(iso.replace('T', ' '))).toEqual({
          epochSeconds: seconds,
          dateOnly: false,
          zoned: false,
        });
        expect(cells.parseInstant(iso.replace('T', '  '))).toEqual({
          epochSeconds: seconds,
          dateOnly: false,
          zoned: false,
        });
      }),
    );
  });
});

const ALPHABET = [...'0123456789012345.,-+()%$€¥£ \t\'"=/:~年月日万wkeEAMPTZ', '\u00a0', '－', '１', 'Jan', 'EUR', 'UTC', '2026'];
const anyCell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...ALPHABET), { maxLength: 14 }).map((parts) => parts.join('')),
);

describe('any text', () => {
  const options = { order: 'dmy', serial: true, percentHeader: true, round: true } as const;
  const PARSERS: readonly ((cell: string) => unknown)[] = [
    cells.parseInteger,
    cells.parseDecimal,
    cells.parseMicros,
    cells.parseRatio,
    cells.parseBand,
    cells.parseDate,
    cells.parseInstant,
    cells.parsePeriod,
    cells.parseIdentifier,
    cells.parseBoolean,
    cells.cleanText,
    (cell) => cells.parseDate(cell, options),
    (cell) => cells.parseInstant(cell, options),
    (cell) => cells.parseMicros(cell, options),
    (cell) => cells.parseBand(cell, options),
    cells.decodeEntities,
  ];

  test('is a value, null or a problem: nothing throws, nothing is NaN, infinite or minus zero', () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        for (const parse of PARSERS) {
          const result = parse(cell);
          expect(result).not.toBeUndefined();
          const numbers = typeof result === 'object' && result !== null ? Object.values(result) : [result];
          for (const value of numbers) {
            if (typeof value !== 'number') continue;
            expect(Number.isFinite(value)).toBe(true);
            expect(Object.is(value, -0)).toBe(false);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('is read the same by the fast path and, with a space in front, by the careful one', () => {
    const pairs: readonly ((cell: string) => unknown)[] = PARSERS.slice(0, 11);
    const plain = fc.oneof(
      anyCell,
      fc.stringMatching(/^-?\d{1,16}(\.\d{0,8})?%?$/),
      fc.stringMatching(/^20[0-2]\d-[01]\d-[0-3]\d( [0-2]\d:[0-5]\d:[0-5]\d)?$/),
    );
    fc.assert(
      fc.property(plain, (cell) => {
        for (const parse of pairs) {
          const careful = parse(` ${cell}`);
          const fast = parse(cell);
          // A band keeps the text it was read from, trimmed: the same.
          expect(careful).toEqual(fast);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('longer than any value is refused, however it begins or is padded inside', () => {
    const long = ['1'.repeat(200), `1${' '.repeat(100_000)}2`, `5 - ${'9-'.repeat(50_000)}`, `2026-11-20${' '.repeat(50_000)}x`];
    for (const cell of long) {
      for (const parse of PARSERS.slice(0, 8)) expect(parse(cell)).toBeInstanceOf(cells.CellProblem);
    }
    expect(cells.parseInteger(`${' '.repeat(500)}12`)).toBe(12);
  });

  test('a plain amount is the same amount', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^-?\d{1,10}(\.\d{1,7})?$/), (cell) => {
        const plain = cells.parseMicrosPlain(cell);
        if (!Number.isNaN(plain)) expect(cells.parseMicros(` ${cell}`)).toEqual({ micros: plain, currency: null });
      }),
    );
  });

  test('a day that is read exists', () => {
    fc.assert(
      fc.property(anyCell, (cell) => {
        const day = cells.parseDate(cell, options);
        if (typeof day === 'string') expect(parseDay(day)).toBe(day);
      }),
    );
  });
});
