/** A report format written as a profile and read back is the same format: all that eco has built in, and made-up ones. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS, type FieldName } from '../../../src/core/fields.js';
import type { ColumnSpec, IgnoreRule, ReportFormat, StockRule } from '../../../src/platforms/define.js';
import { profileOf, profileValues } from '../../../src/platforms/profile/profile.js';
import { readProfile } from '../../../src/platforms/profile/readProfile.js';
import { writeProfile } from '../../../src/platforms/profile/writeProfile.js';
import { REPORT_FORMATS } from '../../../src/platforms/registry.js';

describe.each(REPORT_FORMATS)('$id', (format) => {
  it('is the same after it was written as a profile', () => {
    const text = writeProfile(format);
    expect(text).toContain(`replaces: ${format.id}\n`);
    expect(readProfile(text, 'x.yaml')).toEqual({ ...format, certainty: 'yours' });
  });

  it('is the same after it was kept as plain values', () => {
    const kept: unknown = JSON.parse(JSON.stringify(profileValues(format)));
    expect(profileOf(kept, 'x')).toEqual({ ...format, certainty: 'yours' });
  });
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    'Art.-Nr.',
    'yes',
    '12',
    '1.5',
    '- a',
    '# b',
    'a: b',
    '"',
    "'",
    '在庫数',
    '{x}',
    'null',
    ' padded ',
    'line\nbreak',
    '\u2028',
    '~',
  ),
);
const texts = fc.array(text, { minLength: 1, maxLength: 4 });
const pattern = fc.constantFrom(/^total/i, /a\/b/, /["'\\]/u, /^(?:小计|合計)$/iu, /x: # y/);
const field = fc.constantFrom(...(Object.keys(FIELDS) as FieldName[]));
const fields = fc.uniqueArray(field, { minLength: 1, maxLength: 3 });
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const column = fc.record(
  {
    field,
    names: texts,
    required: fc.boolean(),
    only: pattern,
    strip: pattern,
    words: fc.dictionary(text, fc.oneof(text, fc.constant(''))),
    firstFilled: fc.boolean(),
  },
  { requiredKeys: ['field', 'names', 'required'] },
) as fc.Arbitrary<ColumnSpec>;
const ignore = fc.record(
  { rule: text, firstCell: pattern, anyCell: pattern, blank: fields, filled: fields, shortRow: fc.boolean() },
  { requiredKeys: ['rule'] },
) as fc.Arbitrary<IgnoreRule>;
const age = fc.record({ from: fc.nat(500), to: fc.option(fc.nat(900)), fields });
const stock = fc.record(
  {
    location: fc.oneof(fc.record({ name: text }), fc.record({ field })),
    onlyIf: field,
    available: fields,
    onHand: fields,
    reservedWithOrders: fields,
    ages: fc.array(age, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['location'] },
) as fc.Arbitrary<StockRule>;

const format = fc
  .record(
    {
      id: fc.constantFrom('my-erp', 'erp.stock', '我的店', 'amazon.orders'),
      platform: fc.constantFrom('other', 'amazon', 'taobao'),
      report: text,
      fills: fc.constant(['listings', 'stock']),
      source: text,
      download: text,
      notes: texts,
      columns: fc.uniqueArray(column, { selector: (each) => each.field, minLength: 2, maxLength: 6 }),
      hasOneOf: texts,
      not: texts,
      quoting: fc.constantFrom('double', 'none'),
      rowsAfterHeader: fc.nat(3),
      ragged: fc.boolean(),
      ignore: fc.array(ignore, { minLength: 1, maxLength: 3 }),
      fillDown: fc.record({ by: field, fields }),
      people: fc.oneof(fc.constant({}), fc.record({ buyer: texts })),
      personal: texts,
      keyOr: fields,
      productKey: fc.oneof(field, fields),
      variationOf: fc.record({ role: pattern, headers: pattern }),
      firstRowIsParent: fc.boolean(),
      parentRole: pattern,
      complete: fc.oneof(fc.boolean(), field),
      stock: fc.array(stock, { minLength: 1, maxLength: 3 }),
      locationColumnsAfter: text,
      states: fc
        .record({ cancelled: pattern, pending: optional(pattern) })
        .map(({ cancelled, pending }) => (pending ? { cancelled, pending } : { cancelled })),
      noSaleChannel: pattern,
      currency: fc.constantFrom('EUR', 'CNY'),
      storeBy: field,
      noGrouping: fc.boolean(),
      rounded: fc.boolean(),
      zeroIsNone: fields,
      stamp: field,
      period: fc.constantFrom('rows', 'none', 'span', 'preamble', 'snapshot'),
      periodIn: pattern,
      daysFrom: text,
      days: fc.constant([{ day: 'day', of: 'postedAt' }]),
      parts: fc.record({
        kind: fc.constantFrom('money', 'integer'),
        columns: fc.array(fc.record({ part: text, names: texts }), { minLength: 1 }),
      }),
      collect: fc.array(fc.record({ into: field, headers: pattern }), { minLength: 1, maxLength: 2 }),
      ratios: fc.array(
        fc.record({ names: texts, of: fields, by: fields, times: fc.constant(1000) }, { requiredKeys: ['names', 'of', 'by'] }),
        {
          minLength: 1,
          maxLength: 2,
        },
      ),
      locationHeaders: pattern,
      serves: fc.constantFrom('any', ['amazon', 'shopify']),
      grain: text,
      attribution: fc.oneof(fc.boolean(), fc.nat(60)),
      dateOrder: fc.constantFrom('dmy', 'mdy', 'ymd'),
      noText: pattern,
      htmlEntities: fc.boolean(),
      noAttributes: fc.array(pattern, { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ['id', 'platform', 'report', 'fills', 'source', 'download', 'columns', 'stock'] },
  )
  .map((drawn): ReportFormat => {
    // What a profile must have to be one: two columns that tell it, a unit and a key with columns.
    const columns = (drawn.columns as ColumnSpec[]).map((each, at) => (at < 2 ? { ...each, required: true } : each));
    const key = [(columns[0] as ColumnSpec).field];
    return { ...(drawn as unknown as ReportFormat), certainty: 'yours', columns, unit: key, listingKey: key };
  });

it('is the same for any format that a profile can express', () => {
  fc.assert(
    fc.property(format, (made) => {
      expect(readProfile(writeProfile(made, { unread: ['a # b', 'c\nd'] }), 'x.yaml')).toEqual(made);
      expect(profileOf(JSON.parse(JSON.stringify(profileValues(made))), 'x')).toEqual(made);
    }),
    { numRuns: 200 },
  );
});
