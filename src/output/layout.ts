/**
 * Lines of aligned columns, two spaces between them, laid out by cli-table3.
 *
 * cli-table3 measures text by an older table of widths (it misjudges Thai and Indic marks and newer emoji), and its time grows
 * with the square of the rows. So it lays out two rows of stand-ins, ASCII of known width: one that fills every column, which
 * shows where the columns are, and one of single characters, which shows on which side a shorter text stands. The texts take
 * their places afterwards, with the widths that string-width finds and with their colours.
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

const BORDERS = [
  ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
  ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'],
];
const CHARS = { ...Object.fromEntries(BORDERS.map((name) => [name, ''])), middle: GAP };

/**
 * Where columns of these widths (at least one) stand: makes one line of each row, without trailing spaces. A cell is at most as
 * wide as its column.
 */
export function layout(widths: readonly number[], aligns: readonly Align[]): (rows: readonly (readonly LaidOutCell[])[]) => string[] {
  const places = placesOf(widths, aligns);
  return (rows) =>
    rows.map((row) => {
      // A text may end with spaces of its own (a trend with a gap), so it is not the line that is trimmed.
      const last = row.findLastIndex((cell) => cell.width > 0);
      return row.slice(0, last + 1).reduce((line, cell, column) => line + placed(cell, places[column] as Place, column < last), '');
    });
}

interface Place {
  /** What stands between this column and the one before. */
  readonly gap: string;
  readonly width: number;
  /** Whether a text shorter than the column stands at its end. */
  readonly atEnd: boolean;
}

function placesOf(widths: readonly number[], aligns: readonly Align[]): Place[] {
  const [filled = '', single = ''] = tableLines([widths, widths.map(() => 1)], widths, aligns);
  let end = 0;
  return [...filled.matchAll(/x+/g)].map(({ 0: text, index }) => {
    const gap = filled.slice(end, index);
    end = index + text.length;
    return { gap, width: text.length, atEnd: single[index] !== STAND_IN };
  });
}

function placed({ painted, width }: LaidOutCell, place: Place, isFollowed: boolean): string {
  const space = ' '.repeat(place.width - width);
  return place.gap + (place.atEnd ? space + painted : painted + (isFollowed ? space : ''));
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
