/**
 * Reports whose rows go on with the one above: values that stand only on the first row of what they belong to are filled down. A row that
 * cannot be read takes those that go on with it along.
 */
import type { FieldValue } from '../core/fields.js';
import { CellProblem } from './cells/index.js';
import type { ReportFormat } from './define.js';
import type { BoundField } from './rowFields.js';
import type { Place } from './rowValues.js';

export interface GoingOn {
  /** Looks at the key of a row before it is read; what is wrong where it goes on with a row that was rejected. */
  begin(cells: readonly string[]): CellProblem | null;
  /** Fills the values of the row read; what is wrong where its key stands in no row above either. */
  fill(): CellProblem | null;
  /** The header of the key. */
  readonly header: string;
  /** Values of the rows above, by place. */
  readonly carried: ReadonlyMap<number, FieldValue>;
  /** The row was rejected while it was read: rows that go on with it belong to it, not to the row above it. */
  past(cells: readonly string[]): void;
  /** The row that `begin` saw was rejected. */
  rejected(): void;
  /** A row was rejected that may have begun something, wherever its key stands. */
  rejectedWhole(): void;
}

export function goingOn(
  rule: NonNullable<ReportFormat['fillDown']>,
  fields: readonly BoundField[],
  values: FieldValue[],
  place: Place,
): GoingOn {
  const blankKey = rule.blankKey === true;
  const key = fields.find(({ name }) => name === rule.by);
  const keyAt = place(rule.by);
  const places = rule.fields.map(place).filter((at) => at > 0);
  const filled = fields.filter((field) => places.includes(field.place));
  const carried = new Map<number, FieldValue>();
  let carriedKey: FieldValue = null;
  /** Whether the row being read begins something, and whether what was begun last was rejected. */
  let hasOwnKey = false;
  let isHeadless = false;

  const keyCell = (cells: readonly string[]) => (key === undefined ? '' : (cells[key.slot] as string).trim());

  return {
    header: key?.header ?? '',
    carried,
    begin(cells) {
      if (!blankKey) return null;
      hasOwnKey = keyCell(cells) !== '';
      if (!hasOwnKey && isHeadless) return new CellProblem('a row above that can be read', 'this one goes on with it');
      isHeadless = false;
      return null;
    },
    fill() {
      const own = values[keyAt] as FieldValue;
      const continues = own === null ? blankKey : own === carriedKey;
      for (const at of places) {
        if (continues && values[at] === null) values[at] = carried.get(at) ?? null;
        carried.set(at, values[at] as FieldValue);
      }
      if (own !== null || !blankKey) carriedKey = own;
      return blankKey && values[keyAt] === null ? new CellProblem('a value', 'it stands in no row above either') : null;
    },
    past(cells) {
      if (!blankKey || keyCell(cells) === '') return;
      carriedKey = null;
      for (const field of filled) {
        const parsed = field.parse(cells[field.slot] as string, { currency: null });
        carried.set(field.place, parsed instanceof CellProblem ? null : parsed);
      }
    },
    rejected() {
      if (hasOwnKey) isHeadless = true;
    },
    rejectedWhole() {
      isHeadless = true;
    },
  };
}
