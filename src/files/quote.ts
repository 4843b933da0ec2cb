/** A cell in quotes (RFC 4180): for every dialect that knows quotes. */
export function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** A cell as a row of text holds it: in quotes only where the strict reader would otherwise read something else, or need the judge. */
export function quotedIfNeeded(cell: string, delimiter: string): string {
  if (cell === '') return cell;
  return MARKS.test(cell) || cell.includes(delimiter) ? quoted(cell) : cell;
}

const MARKS = /["\n\r]|^\ufeff/;
