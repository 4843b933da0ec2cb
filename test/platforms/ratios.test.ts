/**
 * Ratios that a report prints and eco computes from the sums instead (`ratios` of a format): the two agree to the digits that are
 * printed, on every fixture and on every real export that lies beside the repository. A column is in percent or not as a whole.
 *
 * A printed ratio was rounded (or cut off, or raised, where its platform does that), and made of an amount before that was rounded: half a unit of its last digit, and half a cent of
 * the amount, are allowed.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIELDS, type FieldName } from '../../src/core/fields.js';
import { currencyDigits } from '../../src/core/money.js';
import { openSource } from '../../src/importing/source.js';
import type { RatioSpec } from '../../src/platforms/define.js';
import { bareHeader, foldHeader } from '../../src/platforms/header.js';
import { REPORT_FORMATS } from '../../src/platforms/registry.js';
import { type Cells, type ReadExport, readExport } from './readExport.js';

const WITH_RATIOS = REPORT_FORMATS.filter((format) => format.ratios !== undefined);
const REAL = resolve('../shared/exports');

const fixtures = WITH_RATIOS.flatMap(({ id }) => {
  const folder = join('fixtures/platforms', ...id.split('.'));
  return readdirSync(folder)
    .filter((name) => !name.endsWith('.expected.json'))
    .map((name) => join(folder, name));
});
if (!existsSync(REAL)) process.stderr.write(`platforms/ratios.test.ts reads fixtures only: there is no ${REAL}\n`);
const real = existsSync(REAL)
  ? (readdirSync(REAL, { recursive: true }) as string[])
      .filter((name) => /\.(csv|txt|tsv|xlsx?)$/.test(name))
      .map((name) => join(REAL, name))
  : [];

describe.each(fixtures)('%s', (path) => {
  it('prints the ratios of its sums', async () => expectAgreement(await readExport(path)));
});

describe.each(real)('%s', (path) => {
  it('prints the ratios of its sums', async () => {
    const { identified } = await openSource(path, REPORT_FORMATS, null);
    if (identified?.match.format.ratios) expectAgreement(await readExport(path));
  });
});

it.each(WITH_RATIOS)('$id has a fixture for each of its ratios', async (format) => {
  const folder = join('fixtures/platforms', ...format.id.split('.'));
  const headers = new Set<string>();
  for (const name of readdirSync(folder).filter((file) => !file.endsWith('.expected.json'))) {
    for (const cell of (await readExport(join(folder, name))).binding.header) headers.add(bareHeader(cell)).add(foldHeader(cell));
  }
  const unseen = (format.ratios ?? []).filter(({ names }) => !names.some((name) => headers.has(foldHeader(name))));
  expect(unseen.map(({ names }) => names[0])).toEqual([]);
});

function expectAgreement({ binding, rows, cells }: ReadExport): void {
  for (const spec of binding.format.ratios ?? []) {
    const names = spec.names.map(foldHeader);
    const column = binding.header.findIndex((cell) => names.includes(foldHeader(cell)) || names.includes(bareHeader(cell)));
    if (column < 0 || ![...spec.of, ...spec.by].every((field) => binding.bound.has(field))) continue;
    const pairs = rows.flatMap((row) => {
      const printed = printedNumber(cells.get(row.line as number)?.[column] ?? '');
      const computed = ratioOf(spec, row);
      return printed === null || computed === null ? [] : [{ line: row.line, printed, ...computed }];
    });
    const wrong = [1, 100].map((scale) =>
      pairs.filter(({ printed, value, slack }) => {
        const factor = printed.isPercent ? 100 : scale;
        // Amazon rounds twice (0.2548 % is printed as 0.26 %); a workbook keeps 15 digits, however many stand behind the point.
        const lastDigit = Math.max(0.5500001 * 10 ** -printed.decimals, Math.abs(printed.value) * 1e-14);
        const [below, above] = allowance(spec, printed.decimals, lastDigit);
        const off = value * factor - printed.value;
        return off < -(below + slack * factor) || off > above + slack * factor;
      }),
    );
    const fewest = wrong.reduce((a, b) => (a.length <= b.length ? a : b));
    expect(fewest.slice(0, 3), `"${binding.header[column]}" is ${spec.of.join(' + ')} ÷ ${spec.by.join(' + ')}`).toEqual([]);
  }
}

/** How far the ratio may lie below and above the printed one. */
function allowance({ rounds }: RatioSpec, decimals: number, lastDigit: number): [below: number, above: number] {
  const unit = 10 ** -decimals;
  if (rounds === 'down') return [1e-9, unit];
  return rounds === 'up' ? [unit, 1e-9] : [lastDigit, lastDigit];
}

/** The ratio, and how far half a unit of the amount's last digit moves it. */
function ratioOf(spec: RatioSpec, row: Cells): { value: number; slack: number } | null {
  const of = spec.of.map((field) => amountOf(row, field));
  const by = spec.by.map((field) => amountOf(row, field));
  if (of.includes(null) || by.includes(null)) return null;
  const divisor = (by as number[]).reduce((sum, value) => sum + value, 0);
  if (divisor === 0) return null;
  const times = spec.times ?? 1;
  const value = ((of as number[]).reduce((sum, each) => sum + each, 0) / divisor) * times;
  const blur = (fields: readonly FieldName[]) => (fields.some((field) => /^(money|unitAmount)$/.test(FIELDS[field])) ? 0.005 : 0);
  return { value, slack: (blur(spec.of) * times + blur(spec.by) * Math.abs(value)) / Math.abs(divisor) };
}

function amountOf(row: Cells, field: FieldName): number | null {
  const value = row[field];
  if (typeof value !== 'number') return null;
  if (FIELDS[field] === 'unitAmount') return value / 1e6;
  return FIELDS[field] === 'money' ? value / 10 ** currencyDigits((row.currency as string | undefined) ?? null) : value;
}

function printedNumber(cell: string): { value: number; decimals: number; isPercent: boolean } | null {
  const isComma = /^-?\d{1,3}(?:\.\d{3})*,(?:\d{1,2}\s*%?|\d+%)$/.test(cell.trim());
  const plain = isComma ? cell.replaceAll('.', '').replace(',', '.') : cell;
  const text = plain.replace(/[\s,\p{Sc}]|Rs\.|[A-Z]{2,3}/gu, '');
  const match = /^(-?\d+(?:\.(\d+))?)(%?)$/.exec(text);
  return match ? { value: Number(match[1]), decimals: match[2]?.length ?? 0, isPercent: match[3] === '%' } : null;
}
