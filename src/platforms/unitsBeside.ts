/**
 * Units that a row may belong to of which nothing but its place in the file tells: the rows of an order or a product stand side by side.
 */
export interface UnitsBeside {
  /** A row of this unit is stored. */
  stored(unit: string): void;
  /**
   * A row cannot be read, nor what it belongs to. `either`: it may belong with the row above or below; `between`: only where these two
   * belong together, since it may be a total or a note.
   */
  unread(how: 'either' | 'between'): void;
  readonly found: ReadonlySet<string>;
}

export function unitsBeside(): UnitsBeside {
  const found = new Set<string>();
  let above: string | null = null;
  let waiting: 'either' | 'between' | null = null;
  return {
    stored(unit) {
      if (waiting !== null && (waiting === 'either' || unit === above)) found.add(unit);
      waiting = null;
      above = unit;
    },
    unread(how) {
      if (how === 'either' && above !== null) found.add(above);
      if (waiting === null || how === 'either') waiting = how;
    },
    found,
  };
}
