import { describe, expect, it } from 'vitest';
import { dateWitness } from '../../src/platforms/dateOrder.js';

describe('the order of the numbers of a file’s dates', () => {
  it.each([
    ['a day above 12 in front', ['05/12/2026', '25/12/2026 10:00'], 'dmy'],
    ['a day above 12 in the middle', ['05/12/26', '12/25/26'], 'mdy'],
    ['nothing above 12', ['05/12/2026', '06-12-2026'], null],
    ['both', ['25/12/2026', '12/25/2026'], null],
    ['dates with and without leading zeros, as a spreadsheet leaves them', ['5/12/2026', '25/02/2026'], null],
    ['other shapes of dates', ['2026-12-25', '25 Dec 2026', '20261225', ''], null],
  ])('%s', (_, cells, order) => {
    const witness = dateWitness();
    for (const cell of cells) witness.see(cell);
    expect(witness.order()).toBe(order);
  });
});
