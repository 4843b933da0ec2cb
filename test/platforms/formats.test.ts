/**
 * Every report format on every fixture: exactly the format of its folder recognises it, and the typed rows are those that were
 * written down beside it. `UPDATE_GOLDEN=1` writes them anew; read the difference before keeping it.
 *
 * fixtures/platforms/<platform>/<report>/<case>.<ext> with <case>.expected.json, whose `params` say what the store knows.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PERIOD_SUBJECTS } from '../../src/core/fields.js';
import { openSource } from '../../src/importing/source.js';
import { AD_UNIT } from '../../src/platforms/define.js';
import { foldHeader, isMatch, matchHeader } from '../../src/platforms/header.js';
import { REPORT_FORMATS } from '../../src/platforms/registry.js';
import { unitFields } from '../../src/platforms/rowUnits.js';
import { type Cells, NO_STORE, type ReadExport, readExport, type StoreParams } from './readExport.js';

const ROOT = 'fixtures/platforms';
const GOLDEN = '.expected.json';

interface Fixture {
  readonly formatId: string;
  readonly path: string;
  readonly golden: string;
}

const fixtures: Fixture[] = readdirSync(ROOT).flatMap((platform) =>
  readdirSync(join(ROOT, platform)).flatMap((report) =>
    readdirSync(join(ROOT, platform, report))
      .filter((file) => !file.endsWith(GOLDEN))
      .map((file) => ({
        formatId: `${platform}.${report}`,
        path: join(ROOT, platform, report, file),
        golden: join(ROOT, platform, report, file.replace(/\.\w+$/, '') + GOLDEN),
      })),
  ),
);

describe.each(fixtures)('$path', ({ formatId, path, golden }) => {
  it('is recognised by its own format alone', async () => {
    const { identified, problem } = await openSource(path, REPORT_FORMATS, null);
    expect(identified?.match.format.id ?? problem).toBe(formatId);
  });

  it('gives the rows written down', async () => {
    const params = existsSync(golden) ? (JSON.parse(readFileSync(golden, 'utf8')) as { params: StoreParams }).params : NO_STORE;
    const got = goldenText(params, await readExport(path, params));
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, got);
    expect(existsSync(golden), `${golden} is missing`).toBe(true);
    expect(got).toBe(readFileSync(golden, 'utf8'));
  });

  it('accounts for every row', async () => {
    const { rows, ignored, rejected, read } = await readExport(path);
    expect(read).toBe(rows.length + Object.values(ignored).reduce((sum, count) => sum + count, 0) + rejected.length);
  });
});

describe.each(REPORT_FORMATS)('$id', (format) => {
  it('has a fixture', () => {
    expect(fixtures.filter(({ formatId }) => formatId === format.id)).not.toEqual([]);
  });

  it('is declared consistently', () => {
    expect(format.id.startsWith(`${format.platform}.`)).toBe(true);
    const fields = new Set(format.columns.map((spec) => spec.field));
    const made = new Set<string>([...(format.days ?? []).map(({ day }) => day), ...(format.fromPreamble ?? []).map(({ field }) => field)]);
    for (const name of [...(format.unit === AD_UNIT ? [] : format.unit), ...(format.listingKey ?? [])])
      expect(fields.has(name) || made.has(name), `${name} has no column`).toBe(true);
    expect(unitFields(format), 'a unit is not finer than what its facts are about').toEqual(format.unit);
    expect(fields.size, 'a field has two columns').toBe(format.columns.length);
    const fills = (subject: string) => format.fills.some((filled) => filled === subject);
    if (fills('listings')) expect(format.listingKey, 'listings have a key').toBeDefined();
    expect(
      format.stock !== undefined || format.locationColumnsAfter !== undefined || format.locationHeaders !== undefined,
      'only stock has locations',
    ).toBe(fills('stock'));
    expect(format.period !== undefined, 'what belongs to a period has one').toBe(PERIOD_SUBJECTS.some(fills));
    for (const { day, of } of format.days ?? []) expect(fields, `${day} is made of ${of}, which has no column`).toContain(of);
    expect(format.parts === undefined || fills('transactions') || fills('movements'), 'parts are of amounts or movements').toBe(true);
  });

  it('is plain data, which a thread that reads is handed', () => {
    expect(structuredClone(format)).toEqual(format);
  });

  it('does not exclude itself', () => {
    const own = new Set(format.columns.flatMap((spec) => spec.names.map(foldHeader)));
    expect((format.not ?? []).filter((name) => own.has(foldHeader(name)))).toEqual([]);
  });
});

it('has no two formats of one id', () => {
  const ids = REPORT_FORMATS.map((format) => format.id);
  expect(ids).toEqual([...new Set(ids)]);
});

/** Headers of reports that look like one of ours and are another. */
const STRANGERS: Readonly<Record<string, string>> = {
  'somebody’s price list': 'sku,name,price,quantity,currency',
};

it.each(Object.entries(STRANGERS))('takes a report of %s for none of its own', (_, header) => {
  const matching = REPORT_FORMATS.filter((format) => isMatch(matchHeader(format, header.split(','))));
  expect(matching.map((format) => format.id)).toEqual([]);
});

/** What was read, one row a line. The hash is left out: any change of the values moves it. */
function goldenText(params: StoreParams, { dialect, binding, rows, ignored, rejected, span }: ReadExport): string {
  const facts = {
    params,
    format: binding.format.id,
    dialect,
    header_currency: binding.currency,
    attribution_days: binding.attributionDays,
    period: binding.period,
    complete: binding.complete,
    dropped: binding.dropped,
    ignored,
    span,
  };
  const lines = Object.entries(facts).map(([key, value]) => `  "${key}": ${JSON.stringify(value)}`);
  lines.push(`  "rejected": ${listText(rejected)}`, `  "rows": ${listText(rows.map(readable))}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

function listText(rows: readonly unknown[]): string {
  return rows.length === 0 ? '[]' : `[\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
}

function readable(row: Cells): Record<string, unknown> {
  const { hash: _, stock, attributes, item, unit, ...rest } = row;
  const parts = (value: string | number | undefined) => (value === undefined ? undefined : String(value).split('\u001f').join(' | '));
  const parsed = (value: string | number | undefined) => (value === undefined ? undefined : (JSON.parse(String(value)) as unknown));
  return { ...rest, unit: parts(unit), item: parts(item), stock: parsed(stock), attributes: parsed(attributes) };
}
