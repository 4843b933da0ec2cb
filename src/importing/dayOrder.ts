/**
 * Between which days a row stands whose own cannot be read. Where the days of a file are in order, its day lies between those of the rows
 * above and below it.
 */
import type { RecordBatch } from '../platforms/rowReader.js';

/** First and last day that it may be; null for an open end. */
export interface DayRange {
  readonly from: string | null;
  readonly to: string | null;
}

export interface DayOrder {
  /** Meets the rows that are stored, in the order of the file. */
  add(batch: RecordBatch): void;
  /** The days between which a line stands; open at both ends where the file has no order. */
  around(line: number): DayRange;
}

/** Rows of one day that follow each other. */
interface Run {
  readonly day: string;
  readonly first: number;
  last: number;
}

export function dayOrder(): DayOrder {
  const runs: Run[] = [];
  /** Rising (1), falling (-1), not known yet (0), or neither. */
  let direction: 1 | -1 | 0 | null = 0;

  function add({ columns, count }: RecordBatch): void {
    const { day, fromDay, line } = columns;
    if (direction === null || (day === undefined && fromDay === undefined)) return;
    for (let at = 0; at < count && direction !== null; at++) {
      const value = day?.[at] ?? fromDay?.[at] ?? null;
      if (typeof value === 'string') meet(value, line?.[at] as number);
    }
  }

  function meet(day: string, line: number): void {
    const run = runs.at(-1);
    if (run?.day === day) {
      run.last = line;
      return;
    }
    if (run !== undefined) {
      const turn = day > run.day ? 1 : -1;
      direction = direction === 0 || direction === turn ? turn : null;
    }
    runs.push({ day, first: line, last: line });
  }

  function around(line: number): DayRange {
    const at = direction === null ? -1 : runs.findLastIndex(({ first }) => first < line);
    const above = at < 0 ? null : (runs[at] as Run);
    if (above !== null && above.last > line) return { from: above.day, to: above.day };
    const below = direction === null ? null : (runs[at + 1]?.day ?? null);
    return direction === -1 ? { from: below, to: above?.day ?? null } : { from: above?.day ?? null, to: below };
  }

  return { add, around };
}
