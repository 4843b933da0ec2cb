/**
 * A mapping file, row by row: which listing of which store is which product of one's own, and how many pieces of it. Every row is
 * stored, ignored by a named rule, or refused with its reason.
 *
 * Ignored: rows without own SKU (lists made to be filled in), and rows that repeat an earlier one to the letter. A row with a name and no
 * listing names a product. Rows that contradict each other are all stored: which of them holds is for a person to say.
 */
import { nearestName } from '../../core/nearest.js';
import type { FileMapping, FileProduct } from '../../facts/identities.js';
import type { MappingColumns } from './mappingHeader.js';

export interface MappingStore {
  readonly storeId: number;
  readonly name: string;
  readonly platform: string;
  readonly marketplace: string | null;
  readonly clientId: number | null;
}

export interface FileRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface ReadRow {
  readonly line: number;
  /** As far as the row says. */
  readonly ownSku: string | null;
  readonly name: string | null;
  readonly store: string | null;
  readonly listing: string | null;
  readonly units: number | null;
  readonly mapping: FileMapping | null;
  readonly product: FileProduct | null;
  readonly ignored: 'no own SKU' | 'repeats an earlier row' | null;
  readonly refused: string | null;
  /** What of a stored row was not taken. */
  readonly remark: string | null;
}

/** An identifier as exports have it; null for an empty cell, or what is wrong with it. */
export type ReadIdentifier = (cell: string) => string | null | { readonly problem: string };

export interface MappingAsk {
  readonly columns: MappingColumns;
  readonly stores: readonly MappingStore[];
  /** What a row without a store is of. */
  readonly defaultStore: MappingStore | null;
  readonly readIdentifier: ReadIdentifier;
}

/** Most pieces that a listing can be sold by: beyond it, the column holds something else. */
const MOST_UNITS = 100_000;

class Refusal extends Error {}

export function readMappings(rows: readonly FileRow[], ask: MappingAsk): ReadRow[] {
  const seen = new Map<string, number>();
  const names = new Map<string, { name: string; line: number }>();
  return rows.map((row) => {
    const said = cellsOf(row, ask);
    const { mapping, product, refused } = meant(row.line, said, ask);
    const empty = { mapping: null, product: null, ignored: null, refused: null, remark: null };
    if (said.ownSku === null && refused === null) return { ...said, ...empty, line: row.line, ignored: 'no own SKU' };
    if (refused !== null) return { ...said, ...empty, line: row.line, refused };
    const content = JSON.stringify([mapping && { ...mapping, line: 0 }, product && { ...product, line: 0 }]);
    const store = mapping === null ? said.store : (ask.stores.find((each) => each.storeId === mapping.storeId)?.name ?? said.store);
    const clear = { ...said, store, line: row.line };
    if (seen.has(content)) return { ...clear, ...empty, ignored: 'repeats an earlier row' };
    seen.set(content, row.line);
    return { ...clear, ...empty, mapping, ...onceNamed(product, names) };
  });
}

/** One name a product: the first in the file. */
function onceNamed(product: FileProduct | null, names: Map<string, { name: string; line: number }>): Pick<ReadRow, 'product' | 'remark'> {
  if (product === null) return { product: null, remark: null };
  const key = JSON.stringify([product.clientId, product.ownSku]);
  const before = names.get(key);
  if (before === undefined) {
    names.set(key, product);
    return { product, remark: null };
  }
  const differs = before.name !== product.name;
  return { product: null, remark: differs ? `the name "${product.name}" was not taken: line ${before.line} says "${before.name}"` : null };
}

type Said = Pick<ReadRow, 'ownSku' | 'name' | 'store' | 'listing' | 'units'> & {
  readonly note: string | null;
  readonly problem: string | null;
};

function cellsOf({ cells }: FileRow, { columns, readIdentifier }: MappingAsk): Said {
  let problem: string | null = null;
  // What eco itself guards, so that no spreadsheet runs it.
  const text = (at: number) => (cells[at] ?? '').trim().replace(/^'(?=[=+\-@])/, '') || null;
  const identifier = (at: number, what: string) => {
    const found = at === -1 ? null : readIdentifier(cells[at] ?? '');
    if (found === null || typeof found === 'string') return found;
    problem ??= `the ${what} is "${text(at)}": ${found.problem}`;
    return text(at);
  };
  const ownSku = identifier(columns.ownSku, 'own SKU');
  const listingAt = columns.listing.find((at) => text(at) !== null) ?? -1;
  const listing = identifier(listingAt, 'listing');
  const units = text(columns.units);
  const isUnits = units === null || (/^[1-9]\d*$/.test(units) && Number(units) <= MOST_UNITS);
  if (!isUnits)
    problem ??= `the units are "${units}", a whole number from 1 on expected: pieces of your own SKU in one unit of the listing`;
  return {
    ownSku,
    name: text(columns.name),
    store: text(columns.store),
    listing,
    units: isUnits ? Number(units ?? '1') : null,
    note: text(columns.note),
    problem,
  };
}

function meant(
  line: number,
  said: Said,
  ask: MappingAsk,
): { mapping: FileMapping | null; product: FileProduct | null; refused: string | null } {
  const none = { mapping: null, product: null };
  const { ownSku, name, listing, units, note } = said;
  if (ownSku === null) return { ...none, refused: null };
  if (said.problem !== null) return { ...none, refused: said.problem };
  if (listing === null && name === null) return { ...none, refused: 'it names neither a listing nor a product name' };
  try {
    if (listing === null)
      return { ...none, product: { line, clientId: clientOf(said.store, ask), ownSku, name: name as string }, refused: null };
    const store = storeOf(said.store, ask);
    return {
      mapping: { line, ownSku, storeId: store.storeId, listing, units: units as number, note },
      product: name === null ? null : { line, clientId: store.clientId, ownSku, name },
      refused: null,
    };
  } catch (error) {
    if (error instanceof Refusal) return { ...none, refused: error.message };
    throw error;
  }
}

/** By the name of the store, else by its marketplace, else by its platform, where only one fits; in any case. */
function storeOf(word: string | null, { stores, defaultStore }: MappingAsk): MappingStore {
  if (word === null) {
    if (defaultStore !== null) return defaultStore;
    throw new Refusal(`it names no store, one of ${stores.map((store) => store.name).join(', ')} expected`);
  }
  const folded = word.toLowerCase();
  for (const nameOf of [
    (store: MappingStore) => store.name,
    (store: MappingStore) => store.marketplace ?? '',
    (store: MappingStore) => store.platform,
  ]) {
    const exact = stores.filter((store) => nameOf(store) === word);
    const found = exact.length > 0 ? exact : stores.filter((store) => nameOf(store).toLowerCase() === folded);
    if (found.length === 1) return found[0] as MappingStore;
    if (found.length > 1) throw new Refusal(`"${word}" is ${found.map((store) => store.name).join(' or ')}: name the store`);
  }
  const names = stores.map((store) => store.name);
  throw new Refusal(`there is no store "${word}", the nearest is "${nearestName(word, names)}" of ${names.join(', ')}`);
}

function clientOf(word: string | null, ask: MappingAsk): number | null {
  if (word !== null) return storeOf(word, ask).clientId;
  const clients = [...new Set((ask.defaultStore === null ? ask.stores : [ask.defaultStore]).map((store) => store.clientId))];
  if (clients.length === 1) return clients[0] as number | null;
  throw new Refusal('whose product it is cannot be told: name a store in the row, or say --client NAME');
}
