/**
 * Text cells: titles, names, descriptions, search terms. Only the white space around them goes; an empty cell is null, and nothing else is:
 * a product may be called "None", a search term "n/a". A leading TAB (Douyin's guard) is white space.
 */

/** The text, null where the cell is empty. */
export function cleanText(cell: string): string | null {
  const last = cell.length - 1;
  if (last < 0) return null;
  if (isInk(cell.charCodeAt(0)) && isInk(cell.charCodeAt(last))) return cell;
  const text = cell.trim();
  return text === '' ? null : text;
}

/** Below U+00A0 only space and control characters are white, DEL and the C1 controls are not trimmed either. */
function isInk(code: number): boolean {
  return code > 32 && code < 160;
}
