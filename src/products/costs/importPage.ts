/** What came of a cost file: each of its rows, counted, and by line those that need a look. */

import { counted, thousands } from '../../core/count.js';
import { decimalFromMicros } from '../../core/money.js';
import type { Block, Page } from '../../core/page.js';
import { shellWord } from '../../core/shellWord.js';
import type { Column, Row, Table } from '../../core/table.js';
import type { FileCost, OwnCost } from '../../facts/ownCosts.js';
import type { ReadCost } from './costFile.js';

export const IMPORT_COLUMNS: readonly Column[] = [
  { key: 'line', header: 'Line', kind: 'integer' },
  { key: 'listing', header: 'Listing', kind: 'text' },
  { key: 'store', header: 'Store', kind: 'text' },
  { key: 'from_on', header: 'From', kind: 'day' },
  { key: 'quantity', header: 'Pieces', kind: 'integer', detail: true },
  { key: 'batch', header: 'Delivery', kind: 'text', detail: true },
  { key: 'cost_amount', header: 'Unit cost', kind: 'unitAmount' },
  { key: 'currency', header: 'Currency', kind: 'text' },
  { key: 'outcome', header: 'Outcome', kind: 'text' },
  { key: 'column', header: 'Column', kind: 'text' },
  { key: 'value', header: 'Found', kind: 'text' },
  { key: 'message', header: 'Message', kind: 'text', wraps: true },
];

type Outcome = 'new' | 'same' | 'changed' | 'ignored' | 'refused';

export interface CostImport {
  /** As it was named. */
  readonly file: string;
  readonly rows: readonly ReadCost[];
  /** What the file said before, by `costKey`. */
  readonly before: ReadonlyMap<string, FileCost>;
  /** What is said by hand, by `costKey`; it counts more. */
  readonly byHand: ReadonlyMap<string, OwnCost>;
  readonly keyOf: (cost: OwnCost) => string;
  readonly storeName: (storeId: number) => string;
  /** Whether any listing or sale of the store goes by that name. */
  readonly isKnown: (storeId: number, listing: string) => boolean;
  readonly unread: readonly string[];
  readonly dryRun: boolean;
}

export interface CostImportResult {
  readonly page: Page;
  readonly refused: number;
  /** Costs that the file did not say before, or said otherwise. */
  readonly changes: number;
}

export function importPage(input: CostImport): CostImportResult {
  const rows = input.rows.flatMap((row) => rowsOf(row, input));
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length;
  const now = new Set(input.rows.flatMap(({ costs }) => costs.map(input.keyOf)));
  const stays = [...input.before.keys()].filter((key) => !now.has(key)).length;
  const notes = [
    ...(input.unread.length > 0 ? [`columns not read: ${input.unread.join(', ')}`] : []),
    ...(stays > 0
      ? [
          `${counted(stays, 'cost', 'costs')} that the file said before and says no more: still there. Only what it says now: eco products costs remove --file ${shellWord(input.file)}, then import it again`,
        ]
      : []),
  ];
  const data: Table = {
    id: 'products.costs-import/1',
    columns: IMPORT_COLUMNS,
    rows,
    params: { file: input.file, dry_run: input.dryRun },
    notes,
  };
  const parts = (['new', 'same', 'changed', 'ignored', 'refused'] as const)
    .map((outcome) => [outcome, count(outcome)] as const)
    .filter(([, number]) => number > 0)
    .map(([outcome, number]) => `${thousands(number)} ${outcome}`);
  const toSee = rows.filter((row) => row.message !== null);
  const blocks: Block[] = [
    { type: 'sentence', parts: [`${counted(input.rows.length, 'row', 'rows')}, costs of listings: ${parts.join(', ') || 'none'}.`] },
    ...notes.map((note): Block => ({ type: 'sentence', parts: [note], tone: 'dim' })),
    ...(toSee.length > 0 ? [{ type: 'table', table: { ...data, rows: toSee, notes: [] } } as Block] : []),
    {
      type: 'steps',
      steps: input.dryRun
        ? [{ text: ['Do it'], command: `eco products costs import ${shellWord(input.file)}` }]
        : [{ text: ['What has no cost yet, and the sales it hides'], command: 'eco products costs list --missing' }],
    },
  ];
  return {
    page: { title: input.dryRun ? `${input.file}: dry run, nothing was changed` : input.file, blocks, data },
    refused: count('refused'),
    changes: count('new') + count('changed'),
  };
}

const NOTHING = { from_on: null, quantity: null, batch: null, cost_amount: null, currency: null, column: null, value: null, message: null };

function rowsOf(row: ReadCost, input: CostImport): Row[] {
  const said = { ...NOTHING, line: row.line, listing: row.item, store: row.store };
  if (row.refused !== null) {
    const { column, value, reason } = row.refused;
    return [{ ...said, outcome: 'refused', column, value, message: reason }];
  }
  if (row.ignored !== null) return [{ ...said, outcome: 'ignored', message: row.ignored === 'no cost' ? null : row.ignored }];
  return row.costs.map((cost) => ({
    ...said,
    listing: cost.listing,
    store: input.storeName(cost.storeId),
    from_on: cost.from,
    quantity: cost.quantity,
    batch: cost.batch,
    cost_amount: cost.unitCostMicros,
    currency: cost.currency,
    ...outcomeOf(cost, input),
  }));
}

function outcomeOf(cost: FileCost, input: CostImport): { outcome: Outcome; message: string | null } {
  const before = input.before.get(input.keyOf(cost));
  const byHand = input.byHand.get(input.keyOf(cost));
  const outcome = before === undefined ? 'new' : sameCost(before, cost) ? 'same' : 'changed';
  const remarks = [
    ...(outcome === 'changed' && before !== undefined ? [`before: ${written(before)}`] : []),
    ...(byHand !== undefined && !sameCost(byHand, cost) ? [`by hand it is ${written(byHand)}, which counts more`] : []),
    ...(input.isKnown(cost.storeId, cost.listing)
      ? []
      : [`nothing in ${input.storeName(cost.storeId)} goes by that name yet; it counts as soon as something does`]),
  ];
  return { outcome, message: remarks.length === 0 ? null : remarks.join('; ') };
}

function written(cost: OwnCost): string {
  const amount = `${decimalFromMicros(cost.unitCostMicros, cost.currency)} ${cost.currency}`;
  return cost.quantity === null ? amount : `${amount} for ${counted(cost.quantity, 'piece', 'pieces')}`;
}

function sameCost(a: OwnCost, b: OwnCost): boolean {
  const content = ({ unitCostMicros, currency, quantity, parts }: OwnCost) => JSON.stringify([unitCostMicros, currency, quantity, parts]);
  return content(a) === content(b);
}
