/**
 * Lines of aligned columns, two spaces between them, laid out by cli-table3.
 *
 * cli-table3 measures text by an older table of widths (it misjudges Thai and Indic marks and newer emoji), so it lays
 * out stand-ins, ASCII of the width that string-width finds, and the texts take their places afterwards. Colours come
 * in with the texts, which keeps them out of the measuring too. It is also slow on long tables, so it lays out every
 * width that occurs in a column once, not every cell.
 */
import CliTable from 'cli-table3';

interface LaidOutCell {
  /** One line, coloured or not. */
  readonly painted: string;
  /** Its width on the terminal; at most that of its column. */
  readonly width: number;
}

type Align = 'left' | 'right';

export const GAP = '  ';
const STAND_IN = 'x';

// cli-table3's time grows with the square of the rows of one table.
const ROWS_AT_ONCE = 32;

const BORDERS = [
  ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
  ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'],
];
const CHARS = { ...Object.fromEntries(BORDERS.map((name) => [name, ''])), middle: GAP };

/** One line a row, without trailing spaces. Columns are at least one wide. */
export function layOut(rows: readonly (readonly LaidOutCell[])[], widths: readonly number[], aligns: readonly Align[]): string[] {
  const fields = fieldsByWidth(rows, widths, aligns);
  return rows.map((row) => {
    const line = row.map((cell, column) => fields[column]?.get(cell.width) ?? '').join(GAP);
    const texts = row.filter((cell) => cell.width > 0);
    let next = 0;
    return line.trimEnd().replace(/x+/g, () => texts[next++]?.painted ?? '');
  });
}

/** For each column, its stand-ins by their width, filled up with spaces on the side that its alignment asks for. */
function fieldsByWidth(
  rows: readonly (readonly LaidOutCell[])[],
  widths: readonly number[],
  aligns: readonly Align[],
): Map<number, string>[] {
  const occurring = widths.map((_, column) => [...new Set(rows.map((row) => row[column]?.width ?? 0))]);
  const starts = widths.map((_, column) => widths.slice(0, column).reduce((sum, width) => sum + width + GAP.length, 0));
  const fields = widths.map(() => new Map<number, string>());
  const height = Math.max(0, ...occurring.map((list) => list.length));
  for (let first = 0; first < height; first += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, height - first);
    const specimens = Array.from({ length: count }, (_, index) => occurring.map((list) => list[first + index] ?? 0));
    const lines = tableLines(specimens, widths, aligns);
    specimens.forEach((specimen, index) => {
      specimen.forEach((width, column) => {
        const start = starts[column] as number;
        fields[column]?.set(width, (lines[index] ?? '').slice(start, start + (widths[column] as number)));
      });
    });
  }
  return fields;
}

function tableLines(rows: readonly (readonly number[])[], widths: readonly number[], aligns: readonly Align[]): string[] {
  const table = new CliTable({
    chars: CHARS,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colWidths: [...widths],
    colAligns: [...aligns],
  });
  table.push(...rows.map((row) => row.map((width) => STAND_IN.repeat(width))));
  return table.toString().split('\n');
}
