import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts, type Span } from '../../src/plans/shown/diff.js';
import { anyText } from './samplePlan.js';

const marked = (spans: readonly Span[]) => spans.map((span) => (span.changed ? `[${span.text}]` : span.text)).join('');

describe('the words that changed', () => {
  it.each([
    [
      'ACME Kettle kettle 1.7L BEST PRICE Electric Kettle Black',
      'ACME 1.7L Electric Kettle Black',
      'ACME [Kettle kettle] 1.7L [BEST PRICE] Electric Kettle Black',
      'ACME 1.7L Electric Kettle Black',
    ],
    ['Tea Caddy 150 g', 'Tea Caddy, 150 g', 'Tea Caddy 150 g', 'Tea Caddy[,] 150 g'],
    ['Tea  Caddy', 'Tea Caddy', 'Tea[  ]Caddy', 'Tea[ ]Caddy'],
    ['kettle', 'Kettle', '[kettle]', '[Kettle]'],
    ['全网最低价 保温杯', '保温杯', '[全网最低价] 保温杯', '保温杯'],
    ['新款保温杯', '保温杯 大', '[新款]保温杯', '保温杯 [大]'],
    ['Same', 'Same', 'Same', 'Same'],
    ['', 'New', '', '[New]'],
    ["Men's 1.7 L", "Women's 1.7 L", "[Men's] 1.7 L", "[Women's] 1.7 L"],
  ])('%j → %j', (before, after, old, now) => {
    const diff = diffTexts(before, after);
    // Where spaces go with a removed word is a matter of taste; the words are not.
    expect(marked(diff.before).replace(/\s+/g, ' ').trim()).toBe(old.replace(/\s+/g, ' '));
    expect(marked(diff.after).replace(/\s+/g, ' ').trim()).toBe(now.replace(/\s+/g, ' '));
  });

  it('loses no character, and marks nothing where nothing changed', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const diff = diffTexts(before, after);
        expect(diff.before.map((span) => span.text).join('')).toBe(before);
        expect(diff.after.map((span) => span.text).join('')).toBe(after);
        const kept = (spans: readonly Span[]) =>
          spans
            .filter((span) => !span.changed)
            .map((span) => span.text)
            .join('')
            .replace(/\s+/g, '');
        expect(kept(diff.before)).toBe(kept(diff.after));
        expect([...diff.before, ...diff.after].some((span) => span.changed)).toBe(before !== after);
      }),
    );
  });

  it('shows very long texts without finding the finest answer', () => {
    const long = (word: string) => Array.from({ length: 3000 }, (_, at) => `${word}${at}`).join(' ');
    const diff = diffTexts(long('a'), long('b'));
    expect(diff.before.every((span) => span.changed)).toBe(true);
  });
});
