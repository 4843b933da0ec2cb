/**
 * A cost file, row by row: what a piece of which listing costs from which day on. Every row is stored, ignored by a named rule, or
 * refused with its column, what stands there, and the reason.
 *
 * What a piece costs altogether (landed) is the sum of its parts. A "cost" beside columns of other parts is what the goods cost; a
 * "landed cost" is the sum, and what its parts leave is the goods. Ignored: rows without any cost (lists made to be filled in), and rows
 * that repeat an earlier one.
 */
import type { Day } from '../../core/day.js';
import { COST_PARTS, type CostPart, type DatedCost } from '../../core/unitCost.js';
import type { FileCost } from '../../facts/ownCosts.js';
import type { CostColumns } from './costHeader.js';

export interface CostStore {
  readonly storeId: number;
  readonly name: string;
  readonly platform: string;
  readonly marketplace: string | null;
  readonly currency: string | null;
}

type Problem = { readonly problem: string };

/** Cells as exports have them; null for an empty one. */
export interface CostCells {
  readonly identifier: (cell: string) => string | null | Problem;
  /** With the header's word in brackets, for its currency. */
  readonly amount: (
    cell: string,
    unit: string | undefined,
  ) => { readonly micros: number; readonly currency: string | null } | null | Problem;
  readonly day: (cell: string) => Day | null | Problem;
}

export interface CostAsk {
  readonly columns: CostColumns;
  readonly header: readonly string[];
  readonly cells: CostCells;
  readonly stores: readonly CostStore[];
  /** How the store calls what goes by this name; null where it has nothing of it. */
  readonly nameIn: (storeId: number, word: string) => string | null;
  /** What rows without a day or currency of their own are of. */
  readonly from: Day | null;
  readonly currency: string | null;
}

export interface Refusal {
  readonly column: string | null;
  readonly value: string | null;
  readonly reason: string;
}

export interface ReadCost {
  readonly line: number;
  readonly item: string | null;
  readonly store: string | null;
  /** One for each store that has the listing; empty where nothing is stored. */
  readonly costs: readonly FileCost[];
  readonly ignored: 'no cost' | 'repeats an earlier row' | null;
  readonly refused: Refusal | null;
}

class Refused extends Error {
  constructor(
    readonly column: number,
    reason: string,
  ) {
    super(reason);
  }
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

export function readCosts(rows: readonly Row[], ask: CostAsk): ReadCost[] {
  const seen = new Map<string, { line: number; content: string }>();
  return rows.map((row) => {
    const text = (at: number) => (row.cells[at] ?? '').trim() || null;
    const itemAt = ask.columns.item.find((at) => text(at) !== null) ?? (ask.columns.item[0] as number);
    const said = { line: row.line, item: text(itemAt), store: text(ask.columns.store), costs: [], ignored: null, refused: null };
    try {
      const costs = costsOf(row, itemAt, ask);
      if (costs === null) return { ...said, ignored: 'no cost' };
      const fresh = costs.filter((cost) => isFresh(cost, seen, ask));
      for (const cost of fresh) seen.set(keyOf(cost), { line: row.line, content: contentOf(cost) });
      return fresh.length === 0 ? { ...said, ignored: 'repeats an earlier row' } : { ...said, costs: fresh };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { column, message } = error;
      return { ...said, refused: { column: ask.header[column] ?? null, value: text(column), reason: message } };
    }
  });
}

function keyOf({ storeId, listing, from, batch }: FileCost): string {
  return JSON.stringify([storeId, listing, from, batch]);
}

function contentOf({ quantity, unitCostMicros, currency, parts }: FileCost): string {
  return JSON.stringify([quantity, unitCostMicros, currency, parts]);
}

function isFresh(cost: FileCost, seen: ReadonlyMap<string, { line: number; content: string }>, { columns }: CostAsk): boolean {
  const before = seen.get(keyOf(cost));
  if (before === undefined) return true;
  if (before.content === contentOf(cost)) return false;
  const { listing, from } = cost;
  const at = columns.landed === -1 ? columns.cost : columns.landed;
  const when = from === null ? 'without a day' : `from ${from} on`;
  throw new Refused(
    at,
    `line ${before.line} says otherwise about ${listing} ${when}: give each its own day, or each delivery a number in a column "batch"`,
  );
}

/** Null where the row tells no cost. */
function costsOf({ line, cells }: Row, itemAt: number, ask: CostAsk): FileCost[] | null {
  const { columns } = ask;
  const read = <Value>(at: number, how: (cell: string) => Value | null | Problem): Value | null => {
    if (at === -1) return null;
    const found = how(cells[at] ?? '');
    if (found !== null && typeof found === 'object' && 'problem' in found) throw new Refused(at, found.problem);
    return found as Value | null;
  };
  const told = amountsOf(read, ask);
  if (told === null) return null;
  const item = read(itemAt, ask.cells.identifier);
  if (item === null) throw new Refused(itemAt, 'it is empty: the SKU, listing id or ASIN expected');
  const currency = read(columns.currency, ask.cells.identifier);
  if (currency !== null && !/^[A-Za-z]{3}$/.test(currency))
    throw new Refused(columns.currency, 'a currency of three letters expected: USD, EUR, CNY');
  const from = read(columns.from, ask.cells.day) ?? ask.from;
  const cost = { ...told.cost, from, quantity: quantityOf(cells, columns), batch: read(columns.batch, ask.cells.identifier), line };
  const said = currency?.toUpperCase() ?? told.currency ?? ask.currency;
  if (currency !== null && told.currency !== null && told.currency !== said) {
    throw new Refused(columns.currency, `the amounts of the row are in ${told.currency}`);
  }
  const homes = homesOf(item, read(columns.store, ask.cells.identifier), itemAt, ask);
  // One delivery is not as many deliveries as stores sell the SKU.
  if (cost.quantity !== null && homes.length > 1) {
    throw new Refused(
      columns.quantity,
      `${homes.map(({ store }) => store.name).join(', ')} have ${item}: to which of them did the delivery go? Name it in a column "store", or with --store`,
    );
  }
  const currencies = [...new Set(homes.map(({ store }) => said ?? store.currency))];
  const [one] = currencies;
  if (one === null || one === undefined || currencies.length > 1) {
    const each = homes.map(({ store }) => `${store.name} ${store.currency ?? 'none'}`).join(', ');
    throw new Refused(
      columns.currency,
      `in which currency? The stores that have ${item} sell in different ones or in none that is known (${each}): a column "currency", or --currency for the whole file`,
    );
  }
  return homes.map(({ store, listing }) => ({ ...cost, storeId: store.storeId, listing, currency: one }));
}

type Read = <Value>(at: number, how: (cell: string) => Value | null | Problem) => Value | null;

function amountsOf(
  read: Read,
  { columns, cells }: CostAsk,
): { cost: Pick<DatedCost, 'unitCostMicros' | 'parts'>; currency: string | null } | null {
  const named = new Set<string>();
  const amount = (at: number): number | null => {
    const found = read(at, (cell) => cells.amount(cell, columns.unitOf.get(at)));
    if (found === null) return null;
    if (found.micros < 0) throw new Refused(at, 'a cost is not negative');
    if (found.currency !== null) named.add(found.currency);
    return found.micros;
  };
  const goods = amount(columns.cost);
  const landed = amount(columns.landed);
  const others = columns.parts.flatMap(([part, at]) => {
    const micros = amount(at);
    return micros === null ? [] : [[part, micros] as const];
  });
  if (goods === null && landed === null) {
    if (others.length === 0) return null;
    throw new Refused(
      columns.cost === -1 ? columns.landed : columns.cost,
      'it is empty, while other parts of the cost are told: what the goods cost expected',
    );
  }
  if (named.size > 1)
    throw new Refused(
      columns.cost === -1 ? columns.landed : columns.cost,
      `its amounts are in ${[...named].join(' and ')}: one currency a row expected`,
    );
  return { cost: landedCost(goods, landed, others, columns), currency: [...named][0] ?? null };
}

/** The landed cost and its parts, of what is told of them. */
function landedCost(
  goods: number | null,
  landed: number | null,
  others: readonly (readonly [CostPart, number])[],
  columns: CostColumns,
): Pick<DatedCost, 'unitCostMicros' | 'parts'> {
  const rest = others.reduce((sum, [, micros]) => sum + micros, 0);
  // A cost beside a landed cost, of which nothing tells what lies between them.
  if (goods !== null && landed !== null && others.length === 0) {
    if (landed < goods) throw new Refused(columns.landed, 'it is less than the cost of the goods alone');
    const between = landed - goods;
    return { unitCostMicros: landed, parts: ordered([['goods', goods], ...(between > 0 ? [['other', between] as const] : [])]) };
  }
  if (landed === null) {
    const all = (goods as number) + rest;
    return { unitCostMicros: all, parts: others.length === 0 ? [] : ordered([['goods', goods as number], ...others]) };
  }
  const own = goods ?? landed - rest;
  if (own < 0 || own + rest !== landed) throw new Refused(columns.landed, 'it is not the sum of the parts beside it');
  return { unitCostMicros: landed, parts: others.length === 0 ? [] : ordered([['goods', own], ...others]) };
}

function ordered(parts: readonly (readonly [CostPart, number])[]): DatedCost['parts'] {
  return [...parts].sort(([a], [b]) => COST_PARTS.indexOf(a) - COST_PARTS.indexOf(b));
}

function quantityOf(cells: readonly string[], { quantity }: CostColumns): number | null {
  const text = quantity === -1 ? '' : (cells[quantity] ?? '').trim();
  if (text === '') return null;
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Refused(quantity, 'a whole number from 1 on expected: the pieces that came at this cost');
  return Number(text);
}

/** The stores that a row is about, and how they call what it names. */
function homesOf(
  item: string,
  store: string | null,
  itemAt: number,
  { stores, nameIn, columns }: CostAsk,
): { store: CostStore; listing: string }[] {
  const meant = store === null ? stores : storesNamed(store, stores, columns.store);
  const found = meant.flatMap((each) => {
    const listing = nameIn(each.storeId, item);
    return listing === null ? [] : [{ store: each, listing }];
  });
  if (found.length > 0) return found;
  // One store is meant: the cost counts as soon as that one has a listing of the name.
  const [only] = meant;
  if (only !== undefined && meant.length === 1) return [{ store: only, listing: item }];
  throw new Refused(
    itemAt,
    'no store has a listing or a sale of that name: correct it, or name the store in a column "store" or with --store',
  );
}

function storesNamed(word: string, stores: readonly CostStore[], at: number): readonly CostStore[] {
  const folded = word.toLowerCase();
  for (const nameOf of [(each: CostStore) => each.name, (each: CostStore) => each.marketplace ?? '', (each: CostStore) => each.platform]) {
    const found = stores.filter((each) => nameOf(each).toLowerCase() === folded);
    if (found.length > 0) return found;
  }
  throw new Refused(at, `there is no store of that name: one of ${stores.map(({ name }) => name).join(', ')} expected`);
}
