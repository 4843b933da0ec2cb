/**
 * The platforms' own templates, recognised by what stands in their first rows: where their columns are named, where data begins,
 * which columns tell a row and which hold a field. Filling one changes the cells of these columns in the rows of a plan, and nothing
 * else.
 */
import type { ListingFieldName } from '../core/listingField.js';
import { TEMPLATE_KINDS, type TemplateKind, type TemplateRow } from './templateKinds.js';

export type { TemplateRow } from './templateKinds.js';

export interface TemplateLayout {
  readonly platform: string;
  readonly name: string;
  readonly header: readonly string[];
  readonly headerLine: number;
  /** Rows above this line are the platform's own. */
  readonly firstLine: number;
  /** Columns that tell a row, as indexes. */
  readonly product: number | null;
  readonly listing: number | null;
  /** With the product, it tells a variation: "Color=Red". */
  readonly variation: number | null;
  readonly skus: readonly number[];
  /** `Variation` on the rows of variations. */
  readonly relationship: number | null;
  /** Field → its columns: one, or one for each marketplace that the template is for. */
  readonly columns: Readonly<Partial<Record<ListingFieldName, readonly number[]>>>;
  /** The template lacks this column, without which its rows would say more than they must; null where it lacks none. */
  readonly lacks: string | null;
  readonly blankKeeps: boolean;
  /** What buyers pay where the row fills it: then it is the price. */
  readonly salePrice: number | null;
  /** What a changed row must say besides; a cell that matches `keep` says it already. */
  readonly set: readonly { readonly column: number; readonly text: string; readonly keep: RegExp }[];
  /** Whether rows for units that the template does not have may be added below. */
  readonly mayAppend: boolean;
}

/** The templates that eco can fill, for messages and documentation. */
export const TEMPLATE_NAMES: readonly { readonly platform: string; readonly name: string }[] = TEMPLATE_KINDS.map(({ platform, name }) => ({
  platform,
  name,
}));

/** What a template is, by its first rows; null where it is none that is known. */
export function templateLayout(rows: readonly TemplateRow[]): TemplateLayout | null {
  for (const kind of TEMPLATE_KINDS) {
    const place = kind.find(rows);
    const header = place && rows.find(({ line }) => line === place.header)?.cells.map((cell) => cell.trim());
    if (place && header) return layoutOf(kind, header, place, rows[0]?.cells[0]?.trim() ?? '');
  }
  return null;
}

const MARKETPLACE = /\[marketplace_id=([A-Z0-9]+)\]/;

/**
 * The column of a field for a marketplace (Amazon's id): the one that names it, for all buyers. `none`: the template is for other
 * marketplaces; `unknown`: it names several, and the store's is not known.
 */
export function templateColumn(
  layout: TemplateLayout,
  field: ListingFieldName,
  marketplaceId: string | null,
): number | 'absent' | 'none' | 'unknown' {
  const columns = layout.columns[field] ?? [];
  if (columns.length === 0) return 'absent';
  const name = (column: number) => layout.header[column] ?? '';
  const all = columns.filter((column) => (/\[audience=(\w+)\]/.exec(name(column))?.[1] ?? 'ALL') === 'ALL');
  const plain = all.find((column) => !MARKETPLACE.test(name(column)));
  if (plain !== undefined) return plain;
  const marketplace = (column: number) => MARKETPLACE.exec(name(column))?.[1];
  // A template of one marketplace was downloaded for it.
  if (marketplaceId === null) return new Set(all.map(marketplace)).size === 1 ? (all[0] as number) : 'unknown';
  return all.find((column) => marketplace(column) === marketplaceId) ?? 'none';
}

function layoutOf(kind: TemplateKind, header: readonly string[], place: { header: number; data: number }, opening: string): TemplateLayout {
  const at = (pattern: RegExp | undefined) => {
    const found = pattern ? header.findIndex((cell) => pattern.test(cell)) : -1;
    return found < 0 ? null : found;
  };
  const columns: Partial<Record<ListingFieldName, readonly number[]>> = {};
  for (const [field, pattern] of Object.entries(kind.columns)) {
    const found = header.flatMap((cell, column) => (pattern.test(cell) ? [column] : []));
    const [first] = found;
    // Only names that say which marketplace they are of stand for several columns.
    if (first !== undefined) columns[field as ListingFieldName] = MARKETPLACE.test(header[first] ?? '') ? found : [first];
  }
  const lacking = (kind.set ?? []).find(({ column, unless }) => at(column) === null && !unless?.test(opening));
  return {
    platform: kind.platform,
    name: kind.name,
    header,
    headerLine: place.header,
    firstLine: place.data,
    product: at(kind.product),
    listing: at(kind.listing),
    variation: at(kind.variation),
    skus: (kind.skus ?? []).map(at).filter((column) => column !== null),
    relationship: at(kind.relationship),
    columns,
    lacks: lacking?.name ?? null,
    blankKeeps: kind.blankKeeps,
    salePrice: at(kind.salePrice),
    set: (kind.set ?? []).flatMap(({ column, text, keep }) => {
      const found = at(column);
      return found === null ? [] : [{ column: found, text, keep }];
    }),
    mayAppend: kind.mayAppend,
  };
}
