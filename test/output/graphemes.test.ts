/** What measures rare texts must not have been loaded by another test, so the modules are loaded anew. */
import { expect, test, vi } from 'vitest';
import type { Table } from '../../src/core/table.js';

const RARE = '👍🏽 ชุดน้ำชา e\u0301';

test('the measure of rare texts is loaded with the first of them', async () => {
  vi.resetModules();
  const { render } = await import('../../src/output/index.js');
  const { displayWidth, UnmeasuredText } = await import('../../src/output/width.js');
  const table: Table = {
    id: 'test.rare/1',
    columns: [
      { key: 'title', header: 'Title', kind: 'text' },
      { key: 'units', header: 'Units', kind: 'integer' },
    ],
    rows: [
      { title: 'kettle', units: 1 },
      { title: RARE, units: 20 },
    ],
  };
  const plain = await render({ ...table, rows: table.rows.slice(0, 1) }, 'table', { color: false, width: null });
  expect(plain).toBe('Title   Units\n─────────────\nkettle      1\n');
  expect(() => displayWidth(RARE)).toThrow(UnmeasuredText);
  expect(await render(table, 'table', { color: false, width: null })).toBe(
    `Title       Units\n─────────────────\nkettle          1\n${RARE}     20\n`,
  );
  expect(displayWidth(RARE)).toBe(10);
});
