/** A template while it is filled: which rows are a change's, and the cells that are written into them. */
import type { Change } from '../../core/plan.js';
import type { CellEdit } from '../../files/templateText.js';
import type { TemplateLayout, TemplateRow } from '../../platforms/templates.js';

/** The cells of a template while they are filled. */
export interface Sheet {
  /** Lines that say something new of the plan. */
  readonly rows: ReadonlySet<number>;
  readonly changed: ReadonlySet<number>;
  readonly cell: (row: TemplateRow, column: number) => string;
  readonly change: (row: TemplateRow, column: number, text: string) => void;
  readonly renew: (row: TemplateRow, column: number, text: string) => void;
  readonly edits: () => CellEdit[];
}

/** Begins to fill a template. */
export function editing(layout: TemplateLayout): Sheet {
  const texts = new Map<string, CellEdit>();
  const rows = new Set<number>();
  const changed = new Set<number>();
  const put = (line: number, column: number, text: string) => texts.set(`${line}:${column}`, { line, column, text });
  const fields = Object.values(layout.columns).flat();
  /** Says what the row must say; the first time, what it need not say goes out of it. */
  const switchOn = ({ line, cells }: TemplateRow) => {
    const off = layout.set.filter(({ column, keep }) => !keep.test(cells[column] ?? ''));
    for (const { column, text } of off) put(line, column, text);
    if (off.length === 0 || !layout.blankKeeps) return;
    for (const column of fields) if ((cells[column] ?? '').trim() !== '') put(line, column, '');
  };
  return {
    rows,
    changed,
    cell: ({ line, cells }, column) => texts.get(`${line}:${column}`)?.text ?? cells[column] ?? '',
    change: (row, column, text) => {
      if (!rows.has(row.line)) switchOn(row);
      rows.add(row.line);
      changed.add(column);
      put(row.line, column, text);
    },
    renew: ({ line }, column, text) => put(line, column, text),
    edits: () => [...texts.values()],
  };
}

/** Finds the rows of a change: by the listing's or product's own id, else by its SKU. */
export function rowPlaces(layout: TemplateLayout, data: readonly TemplateRow[]): (change: Change) => readonly TemplateRow[] {
  const products = new Map<string, TemplateRow[]>();
  const listings = new Map<string, TemplateRow[]>();
  const skus = new Map<string, TemplateRow[]>();
  const put = (map: Map<string, TemplateRow[]>, key: string, row: TemplateRow) => {
    if (key !== '') map.set(key, [...(map.get(key) ?? []), row]);
  };
  let carriedProduct = '';
  for (const row of data) {
    const cell = (column: number | null) => (column === null ? '' : (row.cells[column] ?? '').trim());
    const details = cell(layout.variation);
    const variation = isVariation(layout, row, details) ? details : '';
    // Rows of variations may leave the product's number to the row above.
    if (cell(layout.product) !== '') carriedProduct = cell(layout.product);
    const product = cell(layout.product) === '' && variation !== '' ? carriedProduct : cell(layout.product);
    if (variation === '') put(products, product, row);
    put(listings, variation !== '' ? `${product}/${variation}` : layout.listing === null ? product : cell(layout.listing), row);
    if (layout.listing !== null && product !== '') put(listings, `${product}/${cell(layout.listing)}`, row);
    for (const column of layout.skus) put(skus, cell(column), row);
  }
  return ({ target, sku }) => {
    const own = (target.entity === 'product' ? products : listings).get(target.id) ?? [];
    if (own.length > 0) return own;
    const bySku = sku === null ? [] : (skus.get(sku) ?? []);
    return target.entity === 'product' || bySku.length === 1 ? bySku : [];
  };
}

/** A listing with variations has details too: all values of each (`Colour=Blue;Red`). */
function isVariation({ relationship }: TemplateLayout, { cells }: TemplateRow, details: string): boolean {
  return relationship === null ? !details.includes(';') : /^varia/i.test((cells[relationship] ?? '').trim());
}
