/** Charts: what is drawn is what the values say, in every format, whatever the texts are. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Chart } from '../../src/core/chart.js';
import type { Page } from '../../src/core/page.js';
import { draw } from '../../src/output/chart-draw.js';
import { scaleOf, ticksOf } from '../../src/output/chart-scale.js';
import { htmlWriter } from '../../src/output/html.js';
import { render } from '../../src/output/index.js';
import { CHARTS } from './chartSample.js';

const PLAIN = { color: false, width: null };

function pageOf(...charts: Chart[]): Page {
  return { title: 'T', blocks: charts.map((chart) => ({ type: 'chart', chart })), data: { id: 'test.page/1', columns: [], rows: [] } };
}

function htmlOf(...charts: Chart[]): string {
  return htmlWriter(draw)(pageOf(...charts), PLAIN);
}

function wide(chart: Chart): string {
  return /<svg class="wide".*?<\/svg>/s.exec(htmlOf(chart))?.[0] ?? '';
}

/** Start and end of the bars of a chart of rows, from above: `M x y l w 0 …`. */
function bars(svg: string): { from: number; to: number; color: string }[] {
  const paths = [...svg.matchAll(/<path d="M([\d.-]+) ([\d.-]+)l([\d.-]+) 0[^"]*" class="f-(c1|c2|dim)"/g)];
  return paths
    .map(([, x, y, width, color]) => {
      const ends = [Number(x), Number(x) + Number(width)];
      return { from: Math.min(...ends), to: Math.max(...ends), top: Number(y), color: color as string };
    })
    .sort((a, b) => a.top - b.top || a.from - b.from)
    .map(({ from, to, color }) => ({ from, to, color }));
}

const row = (label: string, value: number | null) => ({ label, value });

describe('as text', () => {
  test.each([
    ['table', 80],
    ['table', 100],
    ['md', null],
  ] as const)('%s %s', async (format, width) => {
    const extension = format === 'md' ? 'md' : `${width}.txt`;
    await expect(await render(pageOf(...CHARTS), format, { color: false, width })).toMatchFileSnapshot(`./golden/charts.${extension}`);
  });

  test('a long time is shown by its end', async () => {
    const labels = Array.from({ length: 365 }, (_, at) => `d${at + 1}`);
    const chart: Chart = { type: 'line', title: 'L', kind: 'integer', labels, lines: [{ name: 'n', values: labels.map((_, at) => at) }] };
    const text = await render(pageOf(chart), 'table', { color: false, width: 100 });
    expect(text).toMatch(/L {3}d306 – d365\n {2}n {2}▁.*█ {2}low 305, high 364/);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

describe('drawn', () => {
  test('the same chart is the same bytes, wherever it stands', () => {
    expect(htmlOf(...CHARTS)).toBe(htmlOf(...CHARTS));
    for (const chart of CHARTS) expect(htmlOf(...CHARTS)).toContain(wide(chart));
  });

  test('with a picture for a screen, one for a phone, a sentence and a table of all figures', () => {
    const html = htmlOf(CHARTS[0] as Chart);
    expect(html.match(/<svg class="(wide|phone)" role="img" viewBox="0 0 (760 260|350 230)"/g)).toHaveLength(2);
    expect(html).toContain('<desc>this year: 1 Nov – 21 Nov, low $4,000.00, high $4,460.00, 2 unknown; a year ago: 1 Nov');
    expect(html.match(/<th scope="row">/g)).toHaveLength(21);
    expect(html).toContain('<tr><th scope="row">5 Nov</th><td class="n">–</td>');
    // A pointer over a day finds its figures.
    expect(html).toContain('<title>5 Nov: this year –, a year ago $3,920.00</title>');
  });

  test('what is compared with is dashed, and the key says so', () => {
    const html = htmlOf(CHARTS[0] as Chart);
    expect(html.match(/stroke-dasharray="4,4"/g)).toHaveLength(3);
    expect(html).toContain('</svg>a year ago</li>');
    expect(html).toContain('<li><b>1</b> title changed &quot;&gt;&lt;img src=x onerror=alert(1)&gt; (11 Nov)</li>');
    expect(html).toContain('ad sales still arrive</li>');
  });

  test('bars are as long as their values, from one zero to both sides; what is unknown has none', () => {
    const rows = [row('a', 300), row('b', null), row('c', -100), row('d', 0)];
    const [a, c] = bars(wide({ type: 'bars', title: 'B', kind: 'integer', rows })) as [Bar, Bar];
    expect([a.color, c.color]).toEqual(['c1', 'c2']);
    expect((a.to - a.from) / (c.to - c.from)).toBeCloseTo(3, 2);
    expect(a.from).toBeCloseTo(c.to, 0);
  });

  test('a waterfall goes from the first sum to the last, also through zero', () => {
    // 20,000 − 35,000 + 5,000 + 28,000 = 18,000: the second bar crosses zero and is two pieces of one colour.
    const pieces = bars(wide(CHARTS[2] as Chart));
    expect(pieces.map((piece) => piece.color)).toEqual(['dim', 'c2', 'c2', 'c1', 'c1', 'c1', 'dim']);
    const [start, below, above, second, thirdBelow, thirdAbove, end] = pieces as [Bar, Bar, Bar, Bar, Bar, Bar, Bar];
    const perCent = (start.to - start.from) / 20_000;
    expect((above.to - below.from) / perCent).toBeCloseTo(35_000, -3);
    expect(above.to).toBeCloseTo(start.to, 0);
    expect(second.from).toBeCloseTo(below.from, 0);
    expect(thirdBelow.from).toBeCloseTo(second.to, 0);
    expect(thirdAbove.to).toBeCloseTo(end.to, 0);
    expect((end.to - end.from) / perCent).toBeCloseTo(18_000, -3);
  });

  test('parts stand on one another, and a column with an unknown part is marked', () => {
    const svg = wide(CHARTS[1] as Chart);
    const heights = [...svg.matchAll(/<path d="M[\d.]+ [\d.]+l[\d.]+ 0l0 (-?[\d.]+)l[^"]*"[^>]* class="f-(c\d)/g)].map(
      ([, height, color]) => [color, Math.abs(Number(height))],
    ) as [string, number][];
    // September, October and November for sales and fees, two months for costs.
    expect(heights.map(([color]) => color).sort()).toEqual(['c1', 'c1', 'c1', 'c2', 'c2', 'c2', 'c3', 'c3']);
    const of = (color: string) => heights.filter(([each]) => each === color)[0]?.[1] as number;
    expect(of('c1') / of('c2')).toBeCloseTo(900 / 140, 0);
    expect(svg.match(/<text [^>]*>–<\/text>/g)).toHaveLength(1);
  });
});

interface Bar {
  readonly from: number;
  readonly to: number;
  readonly color: string;
}

const TAG = /<\/?(?:svg|title|desc|g|path|text|rect|line|polyline|polygon|circle)((?: [a-z0-9-]+="[^"<>]*")*)\/?>/gi;

const NASTY = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '\u202eabc', '\u001b[31m', '\u0000', '选品', ']]>', '&amp;'];
const text = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 3 })
  .map((parts) => parts.join(''));
const value = fc.option(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), { freq: 5 });

test('no tag and no attribute comes of data, and no value is lost to a number that is none', () => {
  const rows = fc.array(fc.record({ label: text, value }), { maxLength: 5 });
  const shared = { kind: 'money', currency: 'USD' } as const;
  const chart: fc.Arbitrary<Chart> = fc.oneof(
    fc.record({ title: text, rows }).map((each): Chart => ({ ...each, ...shared, type: 'bars' })),
    fc.record({ title: text, rows }).map((each): Chart => ({ ...each, ...shared, type: 'funnel' })),
    fc
      .record({ title: text, start: fc.record({ label: text, value }), steps: rows, end: fc.record({ label: text, value }) })
      .map((each): Chart => ({ ...each, ...shared, type: 'waterfall' })),
    fc
      .record({
        title: text,
        labels: fc.array(text, { minLength: 4, maxLength: 4 }),
        name: text,
        values: fc.array(value, { minLength: 4, maxLength: 4 }),
      })
      .map(
        ({ title, labels, name, values }): Chart => ({
          ...shared,
          type: 'line',
          title,
          labels,
          lines: [{ name, values }],
          events: [{ at: 1, text: name }],
        }),
      ),
  );
  fc.assert(
    fc.property(chart, (each) => {
      const svg = wide(each);
      expect(svg.replace(TAG, '')).not.toMatch(/[<>]/);
      const tags = (svg.match(TAG) ?? []).join('');
      expect(tags).not.toMatch(/ (style|id|on[a-z]+|href)=|NaN|Infinity|undefined/);
      expect(svg).not.toMatch(/[^\P{Cc}\n]/u);
    }),
    { numRuns: 40 },
  );
});

test('a scale holds all values, is round, and has few steps; counts have no halves', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 8 }), fc.boolean(), fc.boolean(), (values, fromZero, whole) => {
      const scale = scaleOf(values, { fromZero, whole, steps: 5 });
      const known = values.filter((each) => each !== null);
      for (const each of known) expect(each >= scale.low && each <= scale.high).toBe(true);
      if (fromZero) expect(scale.low <= 0 && scale.high >= 0).toBe(true);
      if (whole) expect([scale.low, scale.high, scale.step].every(Number.isInteger)).toBe(true);
      const ticks = ticksOf(scale);
      expect(ticks.length).toBeGreaterThanOrEqual(2);
      expect(ticks.length).toBeLessThanOrEqual(8);
      expect(ticks.at(-1)).toBeCloseTo(scale.high, 6);
    }),
  );
  expect(scaleOf([0.041, 0.058], { fromZero: false, whole: false, steps: 5 })).toMatchObject({ low: 0.04, high: 0.06 });
  expect(scaleOf([], { fromZero: true, whole: true, steps: 5 })).toMatchObject({ low: 0, high: 1 });
});
