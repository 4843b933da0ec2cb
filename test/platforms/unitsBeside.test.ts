import { describe, expect, it } from 'vitest';
import { unitsBeside } from '../../src/platforms/unitsBeside.js';

/** Units that are found in rows of these units; `!` and `?`: rows that cannot be read, the second perhaps no row of data at all. */
function found(...rows: readonly string[]): string[] {
  const beside = unitsBeside();
  for (const row of rows) {
    if (row === '!') beside.unread('either');
    else if (row === '?') beside.unread('between');
    else beside.stored(row);
  }
  return [...beside.found].sort();
}

describe('a row that does not say what it belongs to', () => {
  it('may belong with the row above or below', () => {
    expect(found('A', 'B', '!', 'C', 'D')).toEqual(['B', 'C']);
    expect(found('A', 'A', '!', 'A')).toEqual(['A']);
    expect(found('!', 'A', 'B')).toEqual(['A']);
    expect(found('A', '!')).toEqual(['A']);
    expect(found('A', '!', '!', 'B', 'C')).toEqual(['A', 'B']);
  });

  it('that may be a note belongs only where both belong together', () => {
    expect(found('A', '?', 'A', '?', 'B', '?')).toEqual(['A']);
    expect(found('A', '?', 'B')).toEqual([]);
    expect(found('A', '?', '!', 'B')).toEqual(['A', 'B']);
  });
});
