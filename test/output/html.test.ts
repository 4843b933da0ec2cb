/** What a page promises a browser: nothing runs or loads but its own script, and it can be read, sorted and printed. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Block, Page } from '../../src/core/page.js';
import type { Row, Table } from '../../src/core/table.js';
import { draw } from '../../src/output/chart-draw.js';
import { htmlWriter } from '../../src/output/html.js';
import { PAGE, TABLE } from './sample.js';

const PLAIN = { color: false, width: null };

const writeHtml = (value: Table | Page) => htmlWriter(draw)(value, PLAIN);

function pageOf(...blocks: Block[]): Page {
  return { title: 'T', blocks, data: { id: 'test.page/1', columns: [], rows: [] } };
}

function hashOf(html: string, tag: 'style' | 'script'): string {
  const text = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html)?.[1] ?? '';
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

describe('the content security policy', () => {
  test('of a page without tables to sort allows exactly its style', () => {
    const html = writeHtml(PAGE);
    expect(html).toContain(`"default-src 'none'; style-src ${hashOf(html, 'style')}; base-uri 'none'; form-action 'none'"`);
    expect(html).not.toMatch(/ style="| on[a-z]+="|<script|<link|<img|<a |<use|url\(|href/);
  });

  test('of a table to sort allows its style and the script that sorts', () => {
    const html = writeHtml(TABLE);
    expect(html).toContain(
      `"default-src 'none'; style-src ${hashOf(html, 'style')}; script-src ${hashOf(html, 'script')}; base-uri 'none'; form-action 'none'"`,
    );
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html.indexOf('<script')).toBeGreaterThan(html.indexOf('</main>'));
  });
});

describe('a table', () => {
  const row = (sku: string, sales: number | null, currency: string): Row => ({ sku, sales_amount: sales, currency, trend: [1, null] });
  const table: Table = {
    id: 'test.sorted/1',
    title: 'Sales',
    columns: [
      { key: 'sku', header: 'SKU', kind: 'text' },
      { key: 'sales_amount', header: 'Sales', kind: 'money' },
      { key: 'trend', header: '8 weeks', kind: 'trend' },
    ],
    rows: [row('a', 1250, 'USD'), row('b', null, 'USD'), row('c', 980, 'JPY')],
  };

  test('carries the numbers that it is sorted by, and which of them are comparable', () => {
    const html = writeHtml(table);
    expect(html).toContain('<td class="n" data-v="1250" data-g="USD">12.50</td>');
    expect(html).toContain('<td class="n" data-v="980" data-g="JPY">980</td>');
    // What is unknown has no number, so it stays last.
    expect(html).toContain('<td class="n"><span class="dim">–</span></td>');
    expect(html).toContain('<th scope="col" class="n" data-sort="n">Sales</th>');
    // A trend has no order.
    expect(html).toMatch(/<th scope="col" class="k">8 weeks<\/th>/);
  });

  test('of one currency needs no currency beside its numbers', () => {
    const html = writeHtml({ ...table, rows: [row('a', 1, 'USD'), row('b', 2, 'USD'), row('c', 3, 'USD')] });
    expect(html).not.toContain('data-g');
  });

  test('has no empty header to press', () => {
    const nameless = table.columns.map((column) => (column.key === 'sales_amount' ? { ...column, header: '' } : column));
    const html = writeHtml({ ...table, columns: nameless });
    expect(html).toContain('<td></td>');
    expect(html).not.toContain('data-sort="n"');
  });

  test('of two rows is not sorted, and the page has no script', () => {
    const html = writeHtml({ ...table, rows: table.rows.slice(0, 2) });
    expect(html).not.toMatch(/<script|data-v|data-sort/);
  });

  test('is reached with the keyboard where it scrolls, and says its name and what each row is about', () => {
    const html = writeHtml(table);
    expect(html).toContain('<div class="scroll" role="group" tabindex="0" aria-label="Sales">');
    expect(html).toContain('<th scope="row" class="k">a</th>');
  });
});

describe('a series', () => {
  const series = (points: { label: string; value: number | null }[]) =>
    writeHtml(pageOf({ type: 'series', series: { label: 'S', kind: 'integer', points } }));

  test('is columns from zero: a gap is no column but a dash, a zero is a thin one', () => {
    const html = series([
      { label: 'a', value: 4 },
      { label: 'b', value: null },
      { label: 'c', value: 0 },
    ]);
    const wide = /<svg class="wide".*?<\/svg>/s.exec(html)?.[0] ?? '';
    expect(wide.match(/class="f-c1"/g)).toHaveLength(2);
    expect(wide).toMatch(/l0 -1\.5l/);
    expect(wide).toMatch(/<text [^>]*>–<\/text>/);
    expect(wide).toContain('<title>S</title><desc>S: a – c, low 0, high 4, 1 unknown</desc>');
    expect(html).toContain('<tr><th scope="row">b</th><td class="n">–</td></tr>');
  });

  test('of many points is a line, broken where nothing is known', () => {
    const points = Array.from({ length: 60 }, (_, index) => ({
      label: `${index}`,
      value: index === 10 || index === 12 ? null : 50 + index,
    }));
    const wide = /<svg class="wide".*?<\/svg>/s.exec(series(points))?.[0] ?? '';
    const line = /<path d="([^"]*)"[^>]*class="f-none s-c1"/.exec(wide)?.[1] ?? '';
    // Before the first gap, the point between both, and after the second.
    expect(line.match(/M/g)).toHaveLength(3);
    expect(wide.match(/class="f-c1/g)).toHaveLength(1);
  });

  test('without any point or known value is drawn empty', () => {
    for (const points of [[], [{ label: 'a', value: null }]]) expect(series(points)).not.toMatch(/NaN|Infinity|undefined/);
  });
});
