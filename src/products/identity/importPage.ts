/** What came of a mapping file: each of its rows, counted, and by line those that need a look. */
import { counted, thousands } from '../../core/count.js';
import type { Block, Page } from '../../core/page.js';
import type { Column, Row, Table } from '../../core/table.js';
import type { FileMapping, FileProduct } from '../../facts/identities.js';
import type { ReadRow } from './mappingFile.js';

export const IMPORT_COLUMNS: readonly Column[] = [
  { key: 'line', header: 'Line', kind: 'integer' },
  { key: 'own_sku', header: 'Own SKU', kind: 'text' },
  { key: 'own_name', header: 'Name', kind: 'text', detail: true },
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'listing', header: 'Listing', kind: 'text' },
  { key: 'units', header: 'Pieces', kind: 'integer', detail: true },
  { key: 'outcome', header: 'Outcome', kind: 'text' },
  { key: 'message', header: 'Message', kind: 'text' },
  { key: 'listing_id', header: 'Listing id', kind: 'text', detail: true },
];

/** The listing that a stored row names: how many fit, and which where it is one. */
export interface Found {
  readonly fits: number;
  readonly listingId: string | null;
}

export interface MappingImport {
  readonly file: string;
  readonly rows: readonly ReadRow[];
  /** What the file said before; null the first time. */
  readonly before: { readonly mappings: readonly FileMapping[]; readonly products: readonly FileProduct[]; readonly readOn: string } | null;
  /** By line. */
  readonly found: ReadonlyMap<number, Found>;
  readonly unread: readonly string[];
  readonly dryRun: boolean;
}

type Outcome = 'new' | 'same' | 'changed' | 'ignored' | 'refused';

export interface MappingResult {
  readonly page: Page;
  readonly refused: number;
}

export function importPage(input: MappingImport): MappingResult {
  const outcomes = outcomesOf(input);
  const rows = input.rows.map((row, at) => rowOf(row, outcomes[at] as Outcome, input));
  const count = (outcome: Outcome) => outcomes.filter((each) => each === outcome).length;
  const gone = goneFrom(input);
  const data: Table = {
    id: 'products.identity-import/1',
    columns: IMPORT_COLUMNS,
    rows,
    params: { file: input.file, dry_run: input.dryRun },
    notes: [
      ...(input.unread.length > 0 ? [`columns not read: ${input.unread.join(', ')}`] : []),
      ...(gone > 0 ? [`${counted(gone, 'row', 'rows')} that the file had on ${input.before?.readOn} and has no more: taken back`] : []),
    ],
  };
  const parts = (['new', 'same', 'changed', 'ignored', 'refused'] as const)
    .map((outcome) => [outcome, count(outcome)] as const)
    .filter(([, number]) => number > 0)
    .map(([outcome, number]) => `${thousands(number)} ${outcome}`);
  const toSee = rows.filter((row) => row.message !== null);
  const blocks: Block[] = [
    {
      type: 'sentence',
      parts: [`${counted(rows.length, 'row', 'rows')}: ${parts.join(', ')}${gone > 0 ? `; ${thousands(gone)} gone from the file` : ''}.`],
    },
    ...(data.notes?.slice(0, input.unread.length > 0 ? 1 : 0).map((note): Block => ({ type: 'sentence', parts: [note], tone: 'dim' })) ??
      []),
    ...(toSee.length > 0 ? [{ type: 'table', table: { ...data, rows: toSee, notes: [] } } as Block] : []),
    {
      type: 'steps',
      steps: input.dryRun
        ? [{ text: ['Do it'], command: `eco products identity import ${input.file}` }]
        : [{ text: ['What it makes of the listings, and what is left'], command: 'eco products identity check' }],
    },
  ];
  return {
    page: { title: input.dryRun ? `${input.file}: dry run, nothing was changed` : input.file, blocks, data },
    refused: count('refused'),
  };
}

function rowOf(row: ReadRow, outcome: Outcome, { found, rows }: MappingImport): Row {
  const target = found.get(row.line);
  return {
    line: row.line,
    own_sku: row.ownSku,
    own_name: row.name,
    store: row.store,
    listing: row.listing,
    units: row.units,
    outcome,
    message:
      row.refused ?? (row.ignored === 'repeats an earlier row' ? `repeats ${earlier(row, rows)}` : (unfound(row, target) ?? row.remark)),
    listing_id: target?.listingId ?? null,
  };
}

function earlier(row: ReadRow, rows: readonly ReadRow[]): string {
  const first = rows.find(
    (each) => each.ownSku === row.ownSku && each.listing === row.listing && each.store === row.store && each.ignored === null,
  );
  return first === undefined ? 'an earlier row' : `line ${first.line}`;
}

function unfound({ mapping, store, listing }: ReadRow, found: Found | undefined): string | null {
  if (mapping === null || found === undefined || found.fits === 1) return null;
  if (found.fits === 0) return `no listing of ${store} goes by "${listing}" yet; it counts as soon as one does`;
  return `${found.fits} listings of ${store} go by "${listing}", so it joins none: give the listing id (eco products list)`;
}

/** A stored row is compared with what the file said of the same listing, or of the same product, before. */
function outcomesOf({ rows, before }: MappingImport): Outcome[] {
  const mappings = new Set((before?.mappings ?? []).map(keyOf));
  const contents = new Set((before?.mappings ?? []).map(contentOf));
  const products = new Map((before?.products ?? []).map((row) => [JSON.stringify([row.clientId, row.ownSku]), row.name]));
  return rows.map(({ refused, ignored, mapping, product }) => {
    if (refused !== null) return 'refused';
    if (ignored !== null) return 'ignored';
    const named = product === null ? null : products.get(JSON.stringify([product.clientId, product.ownSku]));
    if (mapping === null) return product === null || named === product.name ? 'same' : named === undefined ? 'new' : 'changed';
    if (!mappings.has(keyOf(mapping))) return 'new';
    return contents.has(contentOf(mapping)) && (product === null || named === product.name) ? 'same' : 'changed';
  });
}

/** Listings of which the file says nothing any more, and products that it named without one. */
function goneFrom({ rows, before }: MappingImport): number {
  const mappings = new Set(rows.flatMap((row) => (row.mapping === null ? [] : [keyOf(row.mapping)])));
  const lines = new Set(before?.mappings.map((row) => row.line));
  const products = new Set(rows.flatMap(({ product }) => (product === null ? [] : [JSON.stringify([product.clientId, product.ownSku])])));
  const goneProducts = (before?.products ?? []).filter(
    (row) => !lines.has(row.line) && !products.has(JSON.stringify([row.clientId, row.ownSku])),
  );
  return (before?.mappings ?? []).filter((row) => !mappings.has(keyOf(row))).length + goneProducts.length;
}

function keyOf({ storeId, listing }: FileMapping): string {
  return JSON.stringify([storeId, listing]);
}

function contentOf({ ownSku, storeId, listing, units, note }: FileMapping): string {
  return JSON.stringify([ownSku, storeId, listing, units, note]);
}
