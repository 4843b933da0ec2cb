/** How a cost file writes its amounts, as far as its own cells tell. */

interface Row {
  readonly cells: readonly string[];
}

/** A comma before one or two last digits, or before more than three, is a decimal mark; then a dot groups. */
export function decimalMarkOf(rows: readonly Row[], columns: readonly number[]): ',' | 'auto' {
  const cells = rows.flatMap((row) => columns.map((at) => row.cells[at] ?? ''));
  const commas = cells.some((cell) => /\d,(?:\d{1,2}|\d{4,})(?!\d)(?![.,])/.test(cell));
  const dots = cells.some((cell) => /\d\.(?:\d{1,2}|\d{4,})(?!\d)(?![.,])/.test(cell));
  return commas && !dots ? ',' : 'auto';
}
