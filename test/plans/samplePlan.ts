/** Plans for tests. */
import fc from 'fast-check';
import type { Day } from '../../src/core/day.js';
import { LISTING_FIELDS, type ListingFieldName } from '../../src/core/listingField.js';
import { type Change, type ChangePlan, PLAN_KINDS, PLAN_SCHEMA } from '../../src/core/plan.js';

export function change(id: string, values: Partial<Change> = {}): Change {
  return {
    id,
    action: 'set',
    target: { platform: 'amazon', store: 'us', entity: 'listing', id: `SKU-${id}` },
    sku: `SKU-${id}`,
    field: 'title',
    before: `Old ${id}`,
    after: `New ${id}`,
    currency: null,
    reason: { code: 'test', text: 'for the test' },
    expected: null,
    inverse: 'exact',
    ...values,
  };
}

export function planOf(changes: readonly Change[], values: Partial<ChangePlan> = {}): ChangePlan {
  return {
    schema: PLAN_SCHEMA,
    id: null,
    kind: 'titles',
    title: `${changes.length} titles of us`,
    group: null,
    asOf: '2026-11-22' as Day,
    createdFrom: { imports: [], params: {} },
    changes,
    notes: [],
    ...values,
  };
}

/** Any text without half characters, with what spreadsheets and CSV stumble over more often than chance has it. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }).filter((text) => !/\p{Surrogate}/u.test(text)),
  fc
    .array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '\r\n', '"', ',', ';', ' ', 'a', '水', '🫖', '\ufeff'), {
      maxLength: 8,
    })
    .map((parts) => parts.join('')),
);

const figures = fc.dictionary(fc.string({ minLength: 1 }), fc.oneof(fc.string(), fc.integer(), fc.constant(null)), {
  noNullPrototype: true,
});
const reason = fc.record({ code: anyText, text: anyText, values: fc.option(figures, { nil: undefined }) }).map(({ values, ...rest }) => {
  return values === undefined ? rest : { ...rest, values };
});

/** Any plan that is well formed; whether a shop has its listings is another matter. */
export const anyPlan: fc.Arbitrary<ChangePlan> = fc
  .record({
    id: fc.constantFrom(null, 't-0042'),
    kind: fc.constantFrom(...PLAN_KINDS),
    title: anyText,
    group: fc.option(anyText),
    notes: fc.array(anyText, { maxLength: 3 }),
    imports: fc.array(fc.string(), { maxLength: 2 }),
    changes: fc.array(
      fc.record({
        platform: fc.constantFrom('amazon', 'shopify'),
        entity: fc.constantFrom('product' as const, 'listing' as const),
        target: anyText,
        sku: fc.option(anyText),
        field: fc.constantFrom(...(Object.keys(LISTING_FIELDS) as ListingFieldName[])),
        before: fc.option(anyText),
        after: fc.option(anyText),
        reason,
        expected: fc.option(reason),
        inverse: fc.constantFrom('exact' as const, 'partial' as const, 'none' as const),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ changes, imports, ...plan }) =>
    planOf(
      changes.map(({ platform, entity, target, ...rest }, at) =>
        change(`c${at + 1}`, { ...rest, target: { platform, store: 'us', entity, id: target } }),
      ),
      { ...plan, createdFrom: { imports, params: { rules: imports, limit: 75, note: null } } },
    ),
  );
