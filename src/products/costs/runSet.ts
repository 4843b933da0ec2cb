/** `eco products costs set|remove`: what people say by hand that a unit costs, and how they take it back. */

import { resolve } from 'node:path';
import { counted } from '../../core/count.js';
import { type Day, parseDay } from '../../core/day.js';
import { UsageError, UserError } from '../../core/errors.js';
import { decimalFromMicros } from '../../core/money.js';
import { shellWord } from '../../core/shellWord.js';
import { COST_PARTS, type CostPart, type DatedCost } from '../../core/unitCost.js';
import type { Database } from '../../db/connection.js';
import { costEntries } from '../../facts/costQueries.js';
import { costFilePaths, costKey, findCostFile, forgetCostFile, removeHandCosts, setCosts } from '../../facts/ownCosts.js';
import { withCurrency } from '../../facts/salesQueries.js';
import type { Store } from '../../facts/stores.js';
import { nearestName } from '../../output/nearest.js';
import { parseMicros } from '../../platforms/cells/index.js';
import type { Session } from '../../session.js';
import type { ListedListing } from '../listing.js';
import { knownNames, listingsNamed } from '../queries.js';
import { costList } from './listTable.js';
import { handCosts, storesWithSku } from './queries.js';

export interface SetFlags {
  readonly cost?: string;
  readonly currency?: string;
  readonly from?: string;
  readonly quantity?: string;
  readonly batch?: string;
  readonly part?: readonly string[];
}

export async function setCost(session: Session, word: string, flags: SetFlags): Promise<void> {
  const amount = amountsOf(flags);
  const from = flags.from === undefined ? null : fromOption(flags.from);
  const quantity = quantityOption(flags.quantity);
  const batch = flags.batch?.trim() || null;
  const said = flags.currency === undefined ? amount.currency : currencyOption(flags.currency);
  if (said !== null && amount.currency !== null && amount.currency !== said)
    throw new UsageError(`--currency ${said}, but the amounts are in ${amount.currency}`);
  const db = await session.existingDatabase();
  const stores = withCurrency(db, await session.stores(db));
  const listings = namedThings(db, stores, word);
  const homes = [...new Set(listings.map(({ storeId }) => storeName(stores, storeId)))];
  if (quantity !== null && homes.length > 1)
    throw new UsageError(`--quantity: ${homes.join(', ')} have ${word}; to which of them did the delivery go? Add --store NAME`);
  const currency = said ?? storesCurrency(listings, stores, word);
  const before = new Map(
    handCosts(
      db,
      stores.map(({ storeId }) => storeId),
    ).map((cost) => [costKey(cost), cost]),
  );
  const costs = listings.map(({ storeId, listingId }) => ({
    storeId,
    listing: listingId,
    from,
    quantity,
    batch,
    currency,
    ...amount.cost,
  }));
  setCosts(db, costs, Math.floor(session.context.now() / 1000));
  const notes = costs.map((cost) => {
    const earlier = before.get(costKey(cost));
    const was = earlier === undefined ? '' : `; before: ${written(earlier)}`;
    return `${cost.listing} of ${storeName(stores, cost.storeId)}: ${written(cost)} ${since(from)}${was}`;
  });
  await show(session, db, stores, listings, notes);
}

export async function removeCost(
  session: Session,
  word: string | undefined,
  flags: { readonly from?: string; readonly file?: string },
): Promise<void> {
  if ((flags.file === undefined) === (word === undefined)) throw new UsageError('Say what to take back in one way: SKU, or --file FILE');
  const db = await session.existingDatabase();
  if (flags.file !== undefined) return forgetFile(session, db, flags.file);
  const stores = withCurrency(db, await session.stores(db));
  const from = flags.from === undefined ? undefined : flags.from === 'ever' ? null : fromOption(flags.from);
  const listings = namedThings(db, stores, word as string);
  const taken = listings.map((listing) => ({ listing, count: removeHandCosts(db, listing.storeId, listing.listingId, from) }));
  const some = taken.filter(({ count }) => count > 0);
  if (some.length === 0) {
    const when = from === undefined ? '' : ` ${since(from)}`;
    throw new UserError(
      `Nothing is said by hand of what ${word} costs${when}. "eco products costs list ${shellWord(word as string)}" shows who says what; what a file says goes with --file FILE.`,
    );
  }
  const notes = some.map(
    ({ listing, count }) => `${listing.listingId} of ${storeName(stores, listing.storeId)}: ${counted(count, 'cost', 'costs')} taken back`,
  );
  await show(session, db, stores, listings, notes);
}

function forgetFile(session: Session, db: Database, file: string): void {
  const known = findCostFile(db, resolve(session.context.cwd, file), null);
  if (known === null) {
    const files = costFilePaths(db);
    throw new UserError(`${file} was never read as a cost file. ${files.length === 0 ? 'None was.' : `Read were: ${files.join(', ')}.`}`);
  }
  const count = forgetCostFile(db, known.filePk);
  session.note(`${known.name}: ${counted(count, 'cost', 'costs')} taken back. Back again: eco products costs import ${shellWord(file)}`);
}

async function show(
  session: Session,
  db: Database,
  stores: readonly Store[],
  things: readonly Named[],
  notes: readonly string[],
): Promise<void> {
  const key = (of: { readonly storeId: number; readonly listingPk: number | null }, name: string) =>
    of.listingPk === null ? `${of.storeId}/${name}` : of.listingPk;
  const chosen = new Set(things.map((thing) => key(thing, thing.listingId)));
  const listings = things.flatMap(({ listing }) => listing ?? []);
  const costs = costEntries(
    db,
    stores.map(({ storeId }) => storeId),
  ).filter((cost) => chosen.has(key(cost, cost.listing)));
  const table = costList({ asOf: session.asOf(stores), stores, listings, costs, sales: [] }, false);
  const hidden = ['units_30d', 'sales_30d_amount', 'sales_currency'];
  await session.print({ ...table, columns: table.columns.filter(({ key }) => !hidden.includes(key)), notes });
}

function amountsOf(flags: SetFlags): { cost: Pick<DatedCost, 'unitCostMicros' | 'parts'>; currency: string | null } {
  const currencies = new Set<string>();
  const amount = (option: string, text: string): number => {
    const found = parseMicros(text);
    if (found === null || !('micros' in found) || found.micros < 0) throw new UsageError(`${option}: an amount such as 4.20 expected`);
    if (found.currency !== null) currencies.add(found.currency);
    return found.micros;
  };
  const parts = new Map<CostPart, number>();
  for (const word of flags.part ?? []) {
    const [name = '', text = ''] = word.split('=');
    if (!isPart(name)) throw new UsageError(`--part ${word}: ${COST_PARTS.join(', ')} expected before "=", as in freight=0.30`);
    if (parts.has(name)) throw new UsageError(`--part ${name} is given twice`);
    parts.set(name, amount(`--part ${word}`, text));
  }
  if (flags.cost !== undefined) {
    if (parts.has('goods')) throw new UsageError('Say what the goods cost in one way: --cost, or --part goods=…');
    parts.set('goods', amount(`--cost ${flags.cost}`, flags.cost));
  }
  if (!parts.has('goods'))
    throw new UsageError('What does a piece cost? --cost AMOUNT expected; other parts of it with --part freight=0.30');
  if (currencies.size > 1) throw new UsageError(`The amounts are in ${[...currencies].join(' and ')}: one currency expected`);
  const unitCostMicros = [...parts.values()].reduce((sum, micros) => sum + micros, 0);
  const told = COST_PARTS.flatMap((part) => (parts.has(part) ? [[part, parts.get(part) as number] as const] : []));
  return { cost: { unitCostMicros, parts: flags.part === undefined ? [] : told }, currency: [...currencies][0] ?? null };
}

function isPart(word: string): word is CostPart {
  return (COST_PARTS as readonly string[]).includes(word);
}

/** A listing, or a SKU that is none of its own: a variation that is sold under the listing of its product. */
interface Named {
  readonly storeId: number;
  readonly listingPk: number | null;
  /** As costs name it. */
  readonly listingId: string;
  readonly currency: string | null;
  readonly listing: ListedListing | null;
}

/** What goes by the name in all chosen stores: the same goods cost the same everywhere. */
function namedThings(db: Database, stores: readonly Store[], word: string): Named[] {
  const storeIds = stores.map(({ storeId }) => storeId);
  const found = listingsNamed(db, storeIds, word);
  const listed = new Set(found.map(({ storeId }) => storeId));
  const skus = storesWithSku(db, storeIds, word)
    .filter((storeId) => !listed.has(storeId))
    .map((storeId) => ({ storeId, listingPk: null, listingId: word, currency: null, listing: null }));
  const things = [...found.map((listing) => ({ ...listing, listing })), ...skus];
  if (things.length > 0) return things;
  const nearest = nearestName(word, knownNames(db, storeIds));
  const hint =
    nearest === null
      ? 'There are no listings yet: import a catalogue'
      : `The nearest is "${nearest}". What is in no catalogue can be said in a file: eco products costs import FILE`;
  throw new UserError(`There is no listing with the SKU, id or ASIN "${word}". ${hint}. Nothing was changed.`);
}

function storesCurrency(listings: readonly Named[], stores: readonly Store[], word: string): string {
  const each = listings.map(({ storeId, currency }) => ({
    store: storeName(stores, storeId),
    currency: currency ?? stores.find((store) => store.storeId === storeId)?.currency ?? null,
  }));
  const currencies = [...new Set(each.map(({ currency }) => currency))];
  const [only] = currencies;
  if (typeof only === 'string' && currencies.length === 1) return only;
  const where = each.map(({ store, currency }) => `${store} in ${currency ?? 'no currency that is known'}`);
  throw new UsageError(`In which currency? ${word} is sold by ${[...new Set(where)].join(', ')}: add --currency USD, or --store NAME`);
}

function storeName(stores: readonly Store[], storeId: number): string {
  return stores.find((store) => store.storeId === storeId)?.name ?? '';
}

function since(from: Day | null): string {
  return from === null ? 'for as long as anybody knows' : `from ${from} on`;
}

function written(cost: DatedCost): string {
  const amount = `${decimalFromMicros(cost.unitCostMicros, cost.currency)} ${cost.currency}`;
  const parts =
    cost.parts.length < 2
      ? ''
      : ` (${cost.parts.map(([part, micros]) => `${part} ${decimalFromMicros(micros, cost.currency)}`).join(', ')})`;
  return `${amount}${parts}${cost.quantity === null ? '' : `, ${counted(cost.quantity, 'piece', 'pieces')}`}`;
}

export function fromOption(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new UsageError(`--from ${text}: a day such as 2026-11-01 expected`);
  return day;
}

export function currencyOption(text: string): string {
  if (!/^[A-Za-z]{3}$/.test(text)) throw new UsageError(`--currency ${text}: three letters such as USD expected`);
  return text.toUpperCase();
}

function quantityOption(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new UsageError(`--quantity ${text}: a whole number from 1 on expected, the pieces that came at this cost`);
  return Number(text);
}
