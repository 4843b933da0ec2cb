/** Which texts nobody may write into a plan: counted as the platform counts. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/core/day.js';
import { textJudge } from '../../src/plans/handText.js';
import { change } from './samplePlan.js';

const NOTHING = { marketplace: null, productType: null, brand: null, variation: null, role: null };

function judged(
  platform: string,
  before: string | null,
  after: string,
  made: Parameters<typeof change>[1] = {},
  params = {},
): string | null {
  const judge = textJudge(
    { imports: [], params },
    () => ({ asOf: '2026-11-22' as Day }),
    () => () => ({ ...NOTHING, platform }),
  );
  return judge(change('c1', { target: { platform, store: 's', entity: 'listing', id: '1' }, before, after, ...made }));
}

describe('a text by hand', () => {
  it('is counted in the unit of its platform', () => {
    expect(judged('taobao', '茶', '茶'.repeat(30))).toBeNull();
    expect(judged('taobao', '茶', `${'茶'.repeat(30)}a`)).toBe(
      'found 61 bytes (a Chinese character counts 2), 1 over the limit of 60. Books on Tmall may have 120. Write at most 60 (taobao/title-length)',
    );
    expect(judged('ebay', 'Mug', 'é'.repeat(80))).toBeNull();
    expect(judged('ebay', 'Mug', 'é'.repeat(81))).toBe('found 81 characters, 1 over the limit of 80. Write at most 80 (ebay/title-length)');
    // No source for Shopify's limit is at hand: nothing to refuse by.
    expect(judged('shopify', 'Mug', 'x'.repeat(300))).toBeNull();
    expect(judged('amazon', 'Mug', 'x'.repeat(300), { field: 'price' })).toBeNull();
  });

  it('may be too long where what it replaces was longer, or eco proposed as much', () => {
    expect(judged('amazon', 'x'.repeat(100), 'x'.repeat(99))).toBeNull();
    expect(judged('amazon', 'x'.repeat(100), 'x'.repeat(101))).toMatch(/^found 101 characters/);
    expect(judged('amazon', null, 'x'.repeat(76))).toMatch(/^found 76 characters/);
    const reason = { code: 'edit.append', text: 'append', values: { length_after: 76 } };
    expect(judged('amazon', 'Mug', 'x'.repeat(76), { reason })).toBeNull();
    expect(judged('amazon', 'Mug', 'x'.repeat(77), { reason })).toMatch(/^found 77 characters/);
  });

  it('may break the rules that the plan was made to break; words that a suggestion may use are no rules', () => {
    const long = 'x'.repeat(76);
    expect(judged('amazon', 'Mug', long, {}, { rules: null, allow: ['amazon/title-length'] })).toBeNull();
    expect(judged('amazon', 'Mug', long, {}, { rules: null, allow: ['ebay'] })).toMatch(/^found 76/);
    expect(judged('amazon', 'Mug', long, {}, { from: '2026-10-01', allow: ['all'] })).toMatch(/^found 76/);
  });

  it('has the characters that the platform takes; what is a matter of judgement is only warned of', () => {
    expect(judged('etsy', 'Mug', 'Mug 🫖')).toMatch(/^found .*🫖.* is not allowed: .*\(etsy\/title-characters\)$/);
    expect(judged('etsy', 'Mug', 'A & B & C')).toBe('found "&" stands twice; it may stand once. (etsy/title-once-only)');
    expect(judged('etsy', 'A & B & C', 'A & B & D')).toBeNull();
    expect(judged('amazon', 'Mug', 'Best seller! Free shipping')).toBeNull();
  });
});
