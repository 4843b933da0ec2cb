/** Several tables in one text, melted into one: each row and metric once, with the line of the file. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isBlockText, meltBlocks } from '../../src/files/tableBlocks.js';

const melted = (text: string) => meltBlocks(text).map(({ line, cells }) => `${line}: ${cells.join('|')}`);

const PREAMBLE = '# ----------------------------------------\n# Report CSV Export\n# ----------------------------------------\n';
const AUGUST = '# Start date: 20260801\n# End date: 20260831\n';

describe('a text of several tables', () => {
  it('is told by its comments, not by its name or its language', () => {
    expect(isBlockText(`${PREAMBLE}${AUGUST}Nth day,Users\n0000,1\n`)).toBe(true);
    expect(isBlockText('\r\n# Startdatum: 20260801\r\n# Enddatum: 20260831\r\nDatum,Nutzer\r\n')).toBe(true);
    expect(isBlockText('# ----------,\n# Export,\n# Start date: 20260801,\n')).toBe(true);
    expect(isBlockText('# a comment\nsku,price\nA,1\n')).toBe(false);
    expect(isBlockText('Nth day,Users\n# Start date: 20260801\n')).toBe(false);
  });

  it('gives each of its rows on its own line; days stand in start and end', () => {
    expect(melted(`${PREAMBLE}#  \n${AUGUST}Nth day,Users,New users\n0000,40,12\n0030,38,9\n`)).toEqual([
      '1: block|start|end|dimension|value|Users|New users',
      '8: 1|2026-08-01|2026-08-01|||40|12',
      '9: 1|2026-08-31|2026-08-31|||38|9',
    ]);
  });

  it('keeps the blocks apart, by blank lines or comments, with their own dates and titles', () => {
    const text = `${PREAMBLE}#  \n${AUGUST}Nth day,Users\n0000,1\n\n# Where from?\n# Start date: 20260701\n# End date: 20260731\nCountry ID,Views\nAD,2\n\nDate,Users\n20260801,3\n# The last\nCity,Users,Users\nNice,4,5\n`;
    expect(melted(text)).toEqual([
      '1: block|start|end|dimension|value|Users|Views|Users (3)',
      '8: 1|2026-08-01|2026-08-01|||1||',
      '14: split 2 Where from?|2026-07-01|2026-07-31|Country ID|AD||2|',
      '17: 3|2026-08-01|2026-08-01|||3||',
      '20: split 4 The last|2026-07-01|2026-07-31|City|Nice|4||5',
    ]);
  });

  it('reads explorations: one range for all, several dimensions, a row of totals with a cell of its own', () => {
    const text = `# ----------\n# Free form 1\n# 20260801-20260802\n# ----------\n\nDate,Channel,Item ID,Sessions\n,,,9,Grand total\n20260801,Direct,1001,4\n20260802,"Organic, paid",1002,5\n`;
    expect(melted(text)).toEqual([
      '1: block|start|end|dimension|value|Sessions',
      '7: totals 1 Free form 1|2026-08-01|2026-08-02|Date / Channel / Item ID| /  / |9',
      '8: split 1 Free form 1|2026-08-01|2026-08-01|Channel / Item ID|Direct / 1001|4',
      '9: split 1 Free form 1|2026-08-02|2026-08-02|Channel / Item ID|Organic, paid / 1002|5',
    ]);
  });

  it('says which tables have no dates, and takes months and weeks for no days', () => {
    expect(melted('# ----------\n# Free form 1\n# ----------\nCity,Sessions\nNice,1\n')[1]).toBe('5: undated 1 Free form 1|||City|Nice|1');
    expect(melted(`${AUGUST}Nth month,Sessions\n0000,1\n`)[1]).toBe('4: split 1|2026-08-01|2026-08-31|Nth month|0000|1');
    expect(melted(`${AUGUST}Nth day,Sessions\n0031,1\n`)[1]).toBe('4: split 1|2026-08-01|2026-08-31|Nth day|0031|1');
  });

  it('refuses a row that its table has no columns for', () => {
    expect(() => meltBlocks(`${AUGUST}Nth day,Users,New users\n0000,1,1\n0001,2`)).toThrow(
      'line 5: the row has 2 cells, the header of its table has 3. If it is the last row, the download was cut off: download the report again.',
    );
  });

  const real = '../shared/exports/ga4/data-export_multiblock.csv';
  it.skipIf(!existsSync(real))('counts every row and figure of a real export (needs ../shared/exports)', () => {
    const text = readFileSync(real, 'utf8');
    let header = true;
    let count = 0;
    let sum = 0;
    for (const line of text.split('\n')) {
      if (line === '' || line.startsWith('#')) header = true;
      else if (header) header = false;
      else {
        count++;
        for (const cell of line.split(',').slice(1)) sum += Number(cell);
      }
    }
    const [, ...rows] = meltBlocks(text);
    const figures = rows.flatMap(({ cells }) => cells.slice(5)).filter((cell) => cell !== '');
    expect(rows).toHaveLength(count);
    expect(figures.reduce((total, cell) => total + Number(cell), 0)).toBeCloseTo(sum, 6);
    expect(rows.filter(({ cells }) => cells[3] === '' && cells[1] === cells[2])).toHaveLength(5 * 544);
  });
});
