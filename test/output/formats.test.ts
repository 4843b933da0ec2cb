/** What single formats promise beyond their goldens. */
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Block, Grid, Page } from '../../src/core/page.js';
import type { Table } from '../../src/core/table.js';
import { htmlWriter } from '../../src/output/html.js';
import { OUTPUT_FORMATS } from '../../src/output/index.js';
import { writeMarkdown } from '../../src/output/md.js';
import { renderNotes } from '../../src/output/notes.js';
import { writeTable } from '../../src/output/table.js';
import { measureGraphemesWith } from '../../src/output/width.js';
import { PAGE, TABLE } from './sample.js';

const PLAIN = { color: false, width: null };

measureGraphemesWith(stringWidth);

function pageOf(...blocks: Block[]): Page {
  return { title: 'T', blocks, data: { id: 'test.page/1', columns: [], rows: [] } };
}

const NO_ROWS: Table = {
  id: 'test.none/1',
  columns: [{ key: 'a', header: 'A', kind: 'text', detail: true }],
  rows: [],
};

describe('md', () => {
  test('what begins a paragraph begins no list, heading, quote or rule', () => {
    const begins = ['- a', '+ a', '# a', '> a', '1. a', '12) a', '---', '===', '    code'];
    const blocks = begins.map((text): Block => ({ type: 'sentence', parts: [text] }));
    expect(
      writeMarkdown(pageOf(...blocks))
        .split('\n\n')
        .slice(1)
        .map((line) => line.trim()),
    ).toEqual(['\\- a', '\\+ a', '\\# a', '&gt; a', '1\\. a', '12\\) a', '\\---', '\\===', 'code']); // prettier-ignore
  });

  test('an ampersand is escaped only where an entity would come of it', () => {
    expect(writeMarkdown(pageOf({ type: 'sentence', parts: ['A & B &lt; &#60; R&D'] }))).toContain('A & B &amp;lt; &amp;#60; R&amp;D');
  });
});

describe('table', () => {
  test('says that there are no rows', () => {
    expect(writeTable(NO_ROWS, PLAIN)).toBe('A\n─\nno rows\n');
    expect(writeMarkdown(NO_ROWS)).toContain('No rows.');
    expect(htmlWriter(null)(NO_ROWS, PLAIN)).toContain('No rows.');
  });

  test('a value in a sentence is not broken apart', () => {
    const parts = ['ACOS is at ', { value: 0.31, kind: 'ratio' }, ' now'] as const;
    expect(writeTable(pageOf({ type: 'sentence', parts }), { color: false, width: 14 })).toBe('T\n\nACOS is at\n  31.0 % now\n');
  });

  test('tones are colours, and only where colour is on', () => {
    const page = pageOf({ type: 'sentence', parts: [{ value: -5, kind: 'integer', tone: 'bad' }] });
    expect(writeTable(page, { color: true, width: null })).toContain('\u001b[31m−5\u001b[39m');
    expect(writeTable(page, PLAIN)).toContain('\n−5\n');
  });
});

describe('a grid on a terminal', () => {
  const grid: Grid = {
    columns: [
      { header: '', align: 'left' },
      { header: '14 days', align: 'left', yields: true },
      { header: '', align: 'left', wraps: true },
      { header: 'vs usual Saturday', align: 'right' },
    ],
    rows: [[['Sales'], ['▁▂▃▄▅▆▇█▁▂▃▄▅▆'], ['22 orders · 25 units of goods'], ['+572 %']]],
  };
  const at = (width: number) =>
    writeTable(pageOf({ type: 'grid', grid }), { color: false, width })
      .split('\n')
      .slice(2, -1);

  test('as it is where there is room', () => {
    expect(at(80)).toEqual([
      '       14 days                                        vs usual Saturday',
      'Sales  ▁▂▃▄▅▆▇█▁▂▃▄▅▆  22 orders · 25 units of goods             +572 %',
    ]);
  });

  test('breaks what wraps, then headers, then leaves what can be done without', () => {
    expect(at(62)).toEqual([
      '       14 days                               vs usual Saturday',
      'Sales  ▁▂▃▄▅▆▇█▁▂▃▄▅▆  22 orders · 25 units             +572 %',
      '                       of goods',
    ]);
    expect(at(56)).toEqual([
      '                                                vs usual',
      '       14 days                                  Saturday',
      'Sales  ▁▂▃▄▅▆▇█▁▂▃▄▅▆  22 orders · 25 units of    +572 %',
      '                       goods',
    ]);
    expect(at(46)).toEqual([
      '                             vs usual Saturday',
      'Sales  22 orders · 25 units             +572 %',
      '       of goods',
    ]);
  });
});

describe('notes', () => {
  test('are lines for standard error', () => {
    expect(renderNotes(TABLE.notes ?? [], { color: false })).toBe('note: fees are estimated for 4 % of sales\nnote: bad ␛[2Jnote <b>\n');
    expect(renderNotes(['a'], { color: true })).toBe('\u001b[2mnote: a\u001b[22m\n');
    expect(renderNotes([], { color: true })).toBe('');
  });

  test.each(Object.entries(OUTPUT_FORMATS))('%s carries them itself or not, as its entry says', async (_, format) => {
    const write = await format.load(PAGE);
    const text = (value: Table | Page) => [...write(value, PLAIN)].join('');
    const marked = { ...TABLE, notes: ['the marked note'] };
    expect(text(marked).includes('the marked note')).toBe(format.carriesNotes);
    expect(text({ ...PAGE, data: marked }).includes('the marked note')).toBe(format.carriesNotes);
  });
});
