/** The rows that a format says to leave out: footers, totals, what is blank. */
import type { FieldName } from '../core/fields.js';
import type { Binding } from './binding.js';
import type { IgnoreRule } from './define.js';

export interface IgnoreRules {
  /** The rule by which a row is left out, by its wanted cells; null where none says so. */
  ofRow(wanted: readonly string[]): string | null;
  /** The same for a row with another number of cells than the header, by all of its cells. */
  ofIrregular(cells: readonly string[]): string | null;
}

/** `slotOf`: the wanted cell of a column. */
export function ignoreRules(binding: Binding, slotOf: ReadonlyMap<number, number>): IgnoreRules {
  const rules = binding.format.ignore ?? [];
  const rows = rules.filter(({ shortRow }) => !shortRow).map((rule) => ({ name: rule.rule, fits: rowTest(rule, binding, slotOf) }));
  const footers = rules.filter(({ shortRow, firstCell, anyCell }) => shortRow || firstCell || anyCell);
  return {
    ofRow(wanted) {
      for (let at = 0; at < rows.length; at++) {
        const { name, fits } = rows[at] as (typeof rows)[number];
        if (fits(wanted)) return name;
      }
      return null;
    },
    // What can be told from the cells alone: a footer has not the header's columns.
    ofIrregular: (cells) =>
      footers.find(
        ({ firstCell, anyCell }) => (firstCell?.test(cells[0] ?? '') ?? true) && (!anyCell || cells.some((cell) => anyCell.test(cell))),
      )?.rule ?? null,
  };
}

/** Everything that the rule asks for, with the cells that it asks about found once a file. */
function rowTest(rule: IgnoreRule, binding: Binding, slotOf: ReadonlyMap<number, number>): (cells: readonly string[]) => boolean {
  const { firstCell, anyCell, where, emptyHeaders, blank, filled } = rule;
  const slot = (name: FieldName) => {
    const column = binding.bound.get(name);
    return column === undefined ? -1 : (slotOf.get(column) as number);
  };
  const trimmed = (cells: readonly string[], at: number) => (at < 0 ? '' : (cells[at] as string).trim());
  const first = slotOf.get(0) ?? 0;
  const whereSlot = where ? slot(where.field) : -1;
  const blankSlots = (blank ?? []).map(slot);
  const filledSlots = (filled ?? []).map(slot);
  const emptySlots = emptyHeaders
    ? binding.wanted.filter((column) => emptyHeaders.test(binding.header[column] ?? '')).map((column) => slotOf.get(column) as number)
    : [];
  return (cells) => {
    if (firstCell && !firstCell.test(cells[first] ?? '')) return false;
    if (anyCell && !cells.some((cell) => anyCell.test(cell))) return false;
    if (where && !where.matches.test(trimmed(cells, whereSlot))) return false;
    if (emptyHeaders && (emptySlots.length === 0 || emptySlots.some((at) => trimmed(cells, at) !== ''))) return false;
    if (blankSlots.some((at) => trimmed(cells, at) !== '')) return false;
    return !filled || filledSlots.some((at) => trimmed(cells, at) !== '');
  };
}
