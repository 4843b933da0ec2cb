/**
 * Whose rows are these? Rows go to the store that their sales channel names; where the file cannot tell, to the store that
 * the user, the name of the file's folder, or the only possibility names. A store is made where there is none, and that is said.
 */
import { basename, dirname } from 'node:path';
import { UserError } from '../core/errors.js';
import { zone } from '../core/zone.js';
import type { Database } from '../db/connection.js';
import type { StoreRef } from '../facts/fold.js';
import { lastStoreOfFamily } from '../facts/imports.js';
import { adoptStore, createStore, type Store, storesOf } from '../facts/stores.js';
import { mayMean } from '../platforms/cells/index.js';
import type { Platform, ReportFormat } from '../platforms/define.js';
import { type Marketplace, marketplaceOf, PLATFORM_NAMES, platformZone } from '../platforms/marketplaces.js';

export interface StoreHints {
  /** `--store`. */
  readonly store: string | null;
  /** `--client`. */
  readonly client: string | null;
  /** Values of the format's store column in the first rows, the most frequent first. */
  readonly channels: readonly string[];
  /** The one currency that the first rows name, if they name exactly one. */
  readonly currency: string | null;
  /** Glyphs at amounts of the first rows that several currencies share: `$` is dollars of some country, and no rupees. */
  readonly glyphs: readonly string[];
  readonly path: string;
  /** Time zone of this machine: the best guess for a new store whose platform does not say. */
  readonly localZone: () => string;
}

export interface StoreChoice {
  readonly store: Store;
  /** What was assumed, for the user to read. */
  readonly notes: readonly string[];
}

/** The store of the file as a whole, made if there is none. */
export function chooseStore(db: Database, format: ReportFormat, hints: StoreHints): StoreChoice {
  const stores = servedStores(db, format, hints.client);
  if (hints.store !== null) return named(db, format, hints, stores);
  const marketplaces = hints.channels.map((channel) => marketplaceOf(servedPlatform(format), channel)).filter((found) => found !== null);
  const first = marketplaces.find((found) => !found.delivery) ?? marketplaces[0];
  // What a shop pays for its ads, or a tool shows, may be in another currency than it sells in.
  const inCurrency = format.serves === undefined ? hints.currency : null;
  const sellsIn = soldIn(format, hints);
  const possible = stores.filter((store) =>
    first
      ? store.marketplace === first.name
      : (!inCurrency || !store.currency || store.currency === inCurrency) && (format.serves !== undefined || maySellFor(store, hints)),
  );
  const byPath = namedByPath(hints.path, possible);
  if (byPath) return { store: learnCurrency(db, byPath, sellsIn), notes: [] };
  if (format.platform === 'other') return ofFamily(db, format, hints, stores);
  if (possible.length > 1 || (possible.length === 1 && !first && mayBeAnothers(db, hints))) throw new UserError(whoseMessage(possible));
  if (first) return atMarketplace(db, format, first, hints, stores);
  if (possible.length === 1) return { store: learnCurrency(db, possible[0] as Store, sellsIn), notes: [] };
  return make(db, format, hints, null);
}

function maySellFor({ currency }: Pick<Store, 'currency'>, { glyphs }: Pick<StoreHints, 'glyphs'>): boolean {
  return currency === null || glyphs.every((glyph) => mayMean(glyph, currency));
}

/** Shops that eco knows nothing of are told apart by what their profiles are called: those of one shop share the part before the dot. */
function ofFamily(db: Database, format: ReportFormat, hints: StoreHints, stores: readonly Store[]): StoreChoice {
  const last = lastStoreOfFamily(db, familyOf(format));
  const store = stores.find((each) => each.storeId === last) ?? stores.find((each) => each.name === familyOf(format));
  return store ? { store: learnCurrency(db, store, hints.currency), notes: [] } : make(db, format, hints, null);
}

function familyOf({ id }: ReportFormat): string {
  return id.split('.')[0] as string;
}

/** Shops of one's own on the web, for which companies that serve any shop work. */
const WEB_SHOPS: readonly string[] = ['shopify', 'woocommerce', 'square'];

/** The stores that a report can be about. Once a company that serves any shop has a store of its own, its reports stay there. */
function servedStores(db: Database, { platform, serves }: ReportFormat, client: string | null): Store[] {
  const own = storesOf(db, { platform, client });
  if (serves === undefined || own.length > 0) return own;
  const platforms: readonly string[] = serves === 'any' ? WEB_SHOPS : serves;
  return storesOf(db, { client }).filter((store) => platforms.includes(store.platform));
}

/** The platform whose marketplaces a report names. */
function servedPlatform({ platform, serves }: ReportFormat): string {
  return serves === undefined || serves === 'any' ? platform : (serves[0] ?? platform);
}

/** Among clients, that there is only one store of the platform does not say that the file is its. */
function mayBeAnothers(db: Database, hints: StoreHints): boolean {
  return hints.client === null && storesOf(db, {}).some((store) => store.client !== null);
}

function whoseMessage(stores: readonly Store[]): string {
  const names = stores.map((store) => (store.client === null ? store.name : `${store.name} of ${store.client}`)).join(', ');
  return `the file does not say which store it is of. Say it: --store NAME (${stores.length === 1 ? 'there is' : 'one of'} ${names}), or put it into a folder of that name`;
}

/** The store of one row, by the value of its store column. Remembers each answer. */
export function rowStores(
  db: Database,
  format: ReportFormat,
  home: Store,
  hints: StoreHints,
  notes: string[],
): (value: string | null) => StoreRef {
  const known = new Map<string | null, StoreRef>([[null, refOf(home)]]);
  // An account's rows are never those of another client, whatever stores that one has.
  const siblings = () => storesOf(db, { platform: home.platform }).filter((store) => store.accountId === home.accountId);
  return (value) => {
    let found = known.get(value);
    if (!found) {
      const marketplace = value === null || hints.store !== null || format.oneStore ? null : marketplaceOf(home.platform, value);
      if (!marketplace) found = refOf(home);
      else if (marketplace.delivery) found = refOf(siblings().find((store) => store.marketplace === marketplace.name) ?? home);
      else {
        const choice = atMarketplace(db, format, marketplace, hints, siblings());
        notes.push(...choice.notes);
        found = refOf(choice.store);
      }
      known.set(value, found);
    }
    return found;
  };
}

function refOf(store: Store): StoreRef {
  return { storeId: store.storeId, dayOf: zone(store.timeZone).dayOf };
}

function named(db: Database, format: ReportFormat, hints: StoreHints, stores: readonly Store[]): StoreChoice {
  const found = stores.find((store) => store.name === hints.store);
  if (found && format.serves === undefined && !maySellFor(found, hints))
    throw new UserError(
      `has amounts in ${hints.glyphs.join(', ')}, but the store "${found.name}" sells in ${found.currency}. Name another store with --store, or mend its currency: eco store edit ${found.name} --currency …`,
    );
  if (found) return { store: learnCurrency(db, found, soldIn(format, hints)), notes: [] };
  const elsewhere = storesOf(db, {}).find((store) => store.name === hints.store);
  const isServed = (store: Store) =>
    store.platform === format.platform || format.serves === 'any' || format.serves?.some((platform) => platform === store.platform);
  if (elsewhere && format.serves !== undefined && isServed(elsewhere) && (hints.client ?? elsewhere.client) === elsewhere.client)
    return { store: elsewhere, notes: [] };
  if (elsewhere && isServed(elsewhere)) {
    const whose = elsewhere.client === null ? 'your own' : `of client "${elsewhere.client}"`;
    throw new UserError(
      `the store "${elsewhere.name}" is ${whose}, not of client "${hints.client}". Name another with --store, or leave --client out`,
    );
  }
  if (elsewhere) {
    throw new UserError(
      `is a report of ${format.platform}, but the store "${elsewhere.name}" is on ${elsewhere.platform}. Name another store with --store`,
    );
  }
  return make(db, format, hints, null);
}

function atMarketplace(
  db: Database,
  format: ReportFormat,
  marketplace: Marketplace,
  hints: StoreHints,
  stores: readonly Store[],
): StoreChoice {
  const found = stores.find((store) => store.marketplace === marketplace.name);
  if (found) return { store: found, notes: [] };
  const unplaced = stores.filter(
    (store) => store.assumed && store.marketplace === null && (store.currency ?? marketplace.currency) === marketplace.currency,
  );
  if (unplaced.length === 1) {
    const store = adoptStore(db, unplaced[0] as Store, marketplace);
    return { store, notes: [`${store.name} is ${marketplace.name}: ${marketplace.currency}, ${marketplace.timeZone}`] };
  }
  return make(db, format, hints, marketplace);
}

function make(db: Database, format: ReportFormat, hints: StoreHints, marketplace: Marketplace | null): StoreChoice {
  const platform = format.serves === 'any' ? format.platform : servedPlatform(format);
  const store = createStore(db, {
    platform,
    client: hints.client,
    name: hints.store ?? marketplace?.storeName ?? (platform === 'other' ? familyOf(format) : platform),
    marketplace: marketplace?.name ?? null,
    currency: marketplace?.currency ?? hints.currency ?? format.currency ?? null,
    timeZone: marketplace?.timeZone ?? platformZone(platform) ?? hints.localZone(),
    assumed: true,
  });
  const what = [
    marketplace?.name ?? PLATFORM_NAMES[platform as Platform],
    store.currency ?? 'its currency is not known',
    store.timeZone,
  ].join(', ');
  const ask = store.currency === null ? 'Say it' : 'Not right?';
  return {
    store,
    notes: [`${store.name} is new: ${what}. ${ask}: eco store edit ${store.name} --currency … --timezone …`.replace('?:', '?')],
  };
}

/** What the file tells of the currency that its shop sells in; null where it is of a company that serves shops. */
function soldIn({ serves, currency }: ReportFormat, hints: StoreHints): string | null {
  return serves === undefined ? (hints.currency ?? currency ?? null) : null;
}

/** The first file that names one decides, also where a user made the store or said another thing of it. */
function learnCurrency(db: Database, store: Store, currency: string | null): Store {
  return store.currency === null && currency !== null ? adoptStore(db, store, { currency }) : store;
}

/** The store that a folder above the file is called after, else the one whose name is a word of the file's or the folders' names. */
function namedByPath(path: string, stores: readonly Store[]): Store | null {
  const folder = dirname(path);
  const folders = [basename(folder), basename(dirname(folder))].map((name) => name.toLowerCase());
  const called = stores.filter((store) => folders.includes(store.name.toLowerCase()));
  const words = [basename(path), ...folders]
    .join(' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const mentioned = stores.filter((store) => words.includes(store.name.toLowerCase()));
  return [called, mentioned].find((found) => found.length === 1)?.[0] ?? null;
}
