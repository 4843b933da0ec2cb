/**
 * A cell that cannot be read. It is a value, not an exception: one bad cell rejects its row or unit, and the importer adds
 * file, line, column and what was found.
 */
export class CellProblem {
  /**
   * @param expected the kind of the cell in one or two words: "money", "integer", "day".
   * @param hint what is wrong with it and what to do, without the found text and without a full stop at the end.
   */
  constructor(
    readonly expected: string,
    readonly hint?: string,
  ) {}
}

/** The hint for numbers that a spreadsheet has shortened: their last digits are gone and cannot be guessed. */
export const DESTROYED_BY_EXCEL = 'destroyed by Excel: export again and do not open the file in Excel before the import';
