/**
 * eBay's Revise file (Seller Hub Reports, File Exchange): the first header cell carries action, site, country, currency and version;
 * a row a listing. Price and quantity of a variation stand on a row of their own below the listing's, told by `RelationshipDetails`
 * as the active listings report writes them; variations that the file does not name stay as they are.
 */
import type { Change } from '../../core/plan.js';
import { marketplaceOf } from '../marketplaces.js';
import {
  type CatalogueRow,
  defineUpload,
  type LeftOut,
  type UploadInput,
  type UploadResult,
  type UploadRow,
  type UploadSheet,
} from '../upload.js';
import { newCell, PLAIN_AMOUNTS } from '../uploadAmounts.js';
import { type Cell, leftOut, partOf, rowFinder, sheetsOf, targetsOf } from '../uploadSheets.js';

const COLUMNS: Readonly<Record<string, string>> = { title: '*Title', price: '*StartPrice', quantity: '*Quantity' };
const ORDER = Object.values(COLUMNS);

export const ebayReviseUpload = defineUpload({
  id: 'ebay.revise',
  platform: 'ebay',
  upload: 'Revise (CSV of Seller Hub Reports)',
  carries: ['title', 'price', 'quantity'],
  reads: ['ebay.active-listings'],
  file: {
    kind: 'text',
    encoding: 'utf-8',
    bom: false,
    delimiter: ',',
    quoting: 'double',
    lineEnd: '\r\n',
    follows: ['delimiter'],
  },
  fileName: 'ebay-revise',
  extension: 'csv',
  key: 'ItemID; of a variation also Relationship and RelationshipDetails',
  demands: 'the action with site, country, currency and version in the first header cell',
  blank: {
    text: 'a blank cell leaves the value as it is (seen in revise files that were uploaded; not documented)',
    source: 'public writers of the file',
    certainty: 'B',
  },
  missing: {
    text: 'a missing column is left as it is; variations that are not named stay',
    source: 'public writers of the file; Trading API user guide, updating variations',
    certainty: 'B',
  },
  steps: [
    'Seller Hub > Reports > Uploads > Upload template: choose the file',
    'Country in the first cell is where the items lie: change it if that is not the site’s country',
    'the result file says which rows were refused',
  ],
  limits: { rows: null, bytes: 15_000_000, source: 'File Exchange took files up to 15 MB (certainty M)' },
  refuses,
  write,
});

function write(input: UploadInput): UploadResult {
  const { changes, rows, store, spelled } = input;
  const site = marketplaceOf('ebay', store.marketplace ?? '');
  if (!site) {
    return {
      sheets: [],
      leftOut: leftOut(changes, `eBay must be told the site, which is not known: eco store edit ${store.name} --marketplace US`),
      notes: [],
    };
  }
  const action = `*Action(SiteID=${site.name}|Country=${site.country}|Currency=${site.currency}|Version=1193|CC=UTF-8)`;
  const find = rowFinder(rows);
  const left: LeftOut[] = [];
  const ofItem: Change[] = [];
  const ofVariation: { change: Change; row: CatalogueRow }[] = [];
  for (const change of changes) {
    const row = find(change.target);
    const problem = change.target.entity === 'listing' && !row ? NO_REPORT : refuses(change, row);
    if (problem !== null) left.push(...leftOut([change], problem));
    else if (change.target.entity === 'listing' && row && variationOf(row) !== '') ofVariation.push({ change, row });
    else ofItem.push(change);
  }
  const assignments = targetsOf(ofItem).map(({ target, changes: own }) => ({
    unit: target.id,
    key: [
      [action, 'Revise'],
      ['ItemID', find(target)?.productId ?? target.id],
    ] as Cell[],
    changed: own.map((change): Cell => [COLUMNS[change.field] as string, newCell(change, spelled, PLAIN_AMOUNTS)]),
    changes: own,
  }));
  const order = [action, 'ItemID', ...ORDER];
  return { sheets: [...sheetsOf(assignments, order), ...variationSheets(action, ofVariation, spelled)], leftOut: left, notes: [] };
}

const NO_REPORT = 'the listing is in no imported active listings report, so its variations are not known: import one';

function refuses({ target }: Change, row: CatalogueRow | undefined): string | null {
  if (!row || target.entity === 'product') return null;
  if (Object.values(row.cells).some((cell) => /^(auction|chinese)$/i.test(cell.trim())))
    return 'it is an auction: its price is the standing bid';
  return row.isParent ? 'a listing with variations has no price or quantity of its own: change its variations' : null;
}

/** The older report writes "[Size=S]". */
function variationOf(row: CatalogueRow): string {
  return (row.fields.variation ?? '').trim().replace(/^\[(.*)\]$/, '$1');
}

function variationSheets(
  action: string,
  entries: readonly { readonly change: Change; readonly row: CatalogueRow }[],
  spelled: ReadonlyMap<string, string>,
): UploadSheet[] {
  const groups = new Map<string, Map<string, { row: CatalogueRow; own: Change[] }>>();
  const fieldsOf = new Map<string, string>();
  for (const { change, row } of entries)
    fieldsOf.set(row.listingId, [fieldsOf.get(row.listingId), change.field].filter(Boolean).sort().join());
  for (const { change, row } of entries) {
    const fields = fieldsOf.get(row.listingId) as string;
    const group = groups.get(fields) ?? new Map<string, { row: CatalogueRow; own: Change[] }>();
    groups.set(fields, group);
    const known = group.get(row.listingId);
    if (known) known.own.push(change);
    else group.set(row.listingId, { row, own: [change] });
  }
  return [...groups].map(([fields, group]) => variationSheet(action, fields.split(','), [...group.values()], spelled));
}

function variationSheet(
  action: string,
  fields: readonly string[],
  variations: readonly { readonly row: CatalogueRow; readonly own: readonly Change[] }[],
  spelled: ReadonlyMap<string, string>,
): UploadSheet {
  const columns = ['title', 'price', 'quantity'].filter((field) => fields.includes(field));
  const byItem = new Map<string, (typeof variations)[number][]>();
  for (const variation of variations) byItem.set(variation.row.productId, [...(byItem.get(variation.row.productId) ?? []), variation]);
  const rows = [...byItem].flatMap(([item, own]): UploadRow[] => [
    { unit: item, cells: ['Revise', item, '', '', ...columns.map(() => '')], changeIds: [] },
    ...own.map(({ row, own: changes }) => ({
      unit: item,
      cells: [
        '',
        '',
        'Variation',
        variationOf(row),
        ...columns.map((field) => newCell(changes.find((change) => change.field === field) as Change, spelled, PLAIN_AMOUNTS)),
      ],
      changeIds: changes.map(({ id }) => id),
    })),
  ]);
  return {
    part: `variations-${partOf(variations.flatMap(({ own }) => own))}`,
    above: [],
    header: [action, 'ItemID', 'Relationship', 'RelationshipDetails', ...columns.map((field) => COLUMNS[field] as string)],
    below: [],
    rows,
    changed: columns.map((field) => COLUMNS[field] as string),
    carried: [],
  };
}
