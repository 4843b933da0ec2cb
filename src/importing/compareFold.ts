/**
 * Facts in a form that does not depend on the order of imports: every row of every imported table as JSON, with its surrogate
 * numbers replaced by what they stand for (an import by its content, an item by its name, a unit by its period). Two databases
 * that know the same say the same, line for line.
 *
 * What people made (stores, exclusions) and the imports themselves are left out. So are items and ad targets that no fact
 * mentions: a fold forgets them, a single step has no reason to look for them.
 */
import { PERIOD_SUBJECTS } from '../core/fields.js';
import type { Database } from '../db/connection.js';
import { copyInMemory } from '../db/maintenance.js';
import { MENTIONS } from '../facts/items.js';
import { PERIOD_TABLES } from '../facts/periods.js';
import { foldEverything } from './folding.js';

interface FactTable {
  readonly name: string;
  /** Surrogate keys of its own, which nothing outside this database knows. */
  readonly own?: string;
  readonly where?: string;
}

const FACT_TABLES: readonly FactTable[] = [
  { name: 'listings', own: 'listing_pk' },
  { name: 'listing_changes' },
  {
    name: 'items',
    own: 'item_pk',
    where: ['stock', 'order_lines', ...MENTIONS].map((table) => `item_pk IN (SELECT item_pk FROM ${table})`).join(' OR '),
  },
  { name: 'stock' },
  { name: 'orders', own: 'order_pk' },
  { name: 'order_lines' },
  { name: 'order_parts' },
  { name: 'order_days' },
  { name: 'period_units', own: 'unit_pk' },
  {
    name: 'ad_targets',
    own: 'target_pk',
    where: ['ads', 'ad_entities', 'ad_changes'].map((table) => `target_pk IN (SELECT target_pk FROM ${table})`).join(' OR '),
  },
  ...PERIOD_SUBJECTS.flatMap((subject) => PERIOD_TABLES[subject]).map((name) => ({ name })),
  { name: 'superseded_units' },
];

const IMPORT = (column: string) => `(SELECT sha256 || ' ' || params FROM imports WHERE imports.import_id = ${column})`;
const STORE = (column: string) => `(SELECT name FROM stores WHERE stores.store_id = ${column})`;

/** What stands for a surrogate number in a column of this name. */
const NATURAL: Readonly<Record<string, string>> = {
  import_id: IMPORT('t.import_id'),
  superseded_by: IMPORT('t.superseded_by'),
  store_id: STORE('t.store_id'),
  account_id: `(SELECT platform || ' ' || name FROM accounts WHERE accounts.account_id = t.account_id)`,
  item_pk: `(SELECT ident FROM items WHERE items.item_pk = t.item_pk)`,
  listing_pk: `(SELECT listing_key FROM listings WHERE listings.listing_pk = t.listing_pk)`,
  order_pk: `(SELECT a.platform || ' ' || a.name || ' ' || h.order_id FROM order_heads h JOIN accounts a USING (account_id) WHERE h.order_pk = t.order_pk)`,
  target_pk: `(SELECT ident FROM ad_targets WHERE ad_targets.target_pk = t.target_pk)`,
  profile_pk: `(SELECT json_array(status, state, is_sale, sales_channel, fulfilment, currency) FROM order_profiles p WHERE p.profile_pk = t.profile_pk)`,
  unit_pk: `(SELECT json_array(subject, ${STORE('u.store_id')}, grain, about, period_from, period_to, channel, ${IMPORT('u.import_id')})
             FROM period_units u WHERE u.unit_pk = t.unit_pk)`,
};

/** Whether a line counts is also what people say of the order today, which an earlier version of it does not follow. */
const EARLIER_LINES = `(SELECT json_group_array(json_remove(value, '$.counts')) FROM json_each(t.content, '$.lines'))`;

const EARLIER_ORDER = `json_set(t.content, '$.store_id', ${STORE("json_extract(t.content, '$.store_id')")},
  '$.import_id', ${IMPORT("json_extract(t.content, '$.import_id')")}, '$.lines', json(${EARLIER_LINES}))`;

/** One column, `row`, in its own order. */
function factQuery(db: Database, table: FactTable): string {
  const columns = (db.pragma(`table_info(${table.name})`) as { name: string }[]).map((column) => column.name);
  const parts = columns
    .filter((column) => column !== table.own)
    .map((column) => (column === 'content' ? EARLIER_ORDER : (NATURAL[column] ?? `t.${column}`)));
  const where = table.where ? ` WHERE ${table.where}` : '';
  return `SELECT json_array(${parts.join(', ')}) AS row FROM ${table.name} t${where} ORDER BY row`;
}

/** All facts by table, each row as one text. For databases that fit into memory. */
export function dumpFacts(db: Database): Map<string, string[]> {
  return new Map(FACT_TABLES.map((table) => [table.name, db.prepare(factQuery(db, table)).pluck().all() as string[]]));
}

export interface FactDifference {
  readonly table: string;
  /** Rows that only the first database has. */
  readonly onlyHere: number;
  /** Rows that only the second has. */
  readonly onlyThere: number;
  /** One of them. */
  readonly example: string;
}

/** Tables whose rows differ; reads both a row at a time. */
export function compareFacts(here: Database, there: Database): FactDifference[] {
  return FACT_TABLES.flatMap((table) => {
    const left = here.prepare(factQuery(here, table)).pluck().iterate() as IterableIterator<string>;
    const right = there.prepare(factQuery(there, table)).pluck().iterate() as IterableIterator<string>;
    const found = compareSorted(left, right);
    return found.example === null ? [] : [{ table: table.name, ...found, example: found.example }];
  });
}

function compareSorted(left: Iterator<string>, right: Iterator<string>): { onlyHere: number; onlyThere: number; example: string | null } {
  let onlyHere = 0;
  let onlyThere = 0;
  let example: string | null = null;
  let a = left.next();
  let b = right.next();
  while (!a.done || !b.done) {
    const order = a.done ? 1 : b.done ? -1 : byteOrder(a.value, b.value);
    if (order < 0) {
      onlyHere++;
      example ??= a.value as string;
    }
    if (order > 0) {
      onlyThere++;
      example ??= b.value as string;
    }
    if (order <= 0) a = left.next();
    if (order >= 0) b = right.next();
  }
  return { onlyHere, onlyThere, example };
}

/** As SQLite sorts text. */
function byteOrder(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** How the facts that stand differ from what a fresh fold of the kept cells makes of them. Needs memory for a copy of the database. */
export function compareWithFold(db: Database, onProgress: (file: string) => void = () => undefined): FactDifference[] {
  const copy = copyInMemory(db);
  try {
    foldEverything(copy, onProgress);
    return compareFacts(db, copy);
  } finally {
    copy.close();
  }
}
