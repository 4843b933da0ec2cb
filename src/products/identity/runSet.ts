/** `eco products identity set|unset`: what people say of one listing by hand, and what follows from it. */

import { resolve } from 'node:path';
import { UsageError, UserError } from '../../core/errors.js';
import { shellWord } from '../../core/shellWord.js';
import type { Database } from '../../db/connection.js';
import { findMappingFile, forgetMappingFile, mappingsOfFile, setIdentity, unsetIdentity } from '../../facts/identities.js';
import { mappingFilePaths } from '../../facts/identityQueries.js';
import { selectedStores } from '../../facts/stores.js';
import { nearestName } from '../../output/nearest.js';
import type { Session } from '../../session.js';
import type { ListedListing } from '../listing.js';
import { knownNames, listingsNamed } from '../queries.js';
import { identityList } from './listTable.js';
import type { IdentityMap } from './map.js';
import { readMap } from './runList.js';
import { conflictSentence, pieces, setCommand } from './sentences.js';

export interface SetFlags {
  readonly units?: string;
  readonly name?: string;
  readonly note?: string;
}

export async function setOwnSku(session: Session, ownWord: string, storeName: string, word: string, flags: SetFlags): Promise<void> {
  const ownSku = ownWord.trim();
  if (ownSku === '') throw new UsageError('OWN_SKU is empty: your own number of the product expected');
  const units = unitsOption(flags.units);
  const db = await session.existingDatabase();
  const store = storeNamed(db, storeName);
  const listing = oneListing(db, store.storeId, store.name, word);
  const before = readMap(db, [store.storeId], [listing.listingPk]);
  const saidAt = Math.floor(session.context.now() / 1000);
  const mapping = { ownSku, storeId: store.storeId, listing: listing.listingId, units, note: flags.note ?? null, saidAt };
  setIdentity(db, mapping, flags.name ?? null);
  const after = readMap(db, [store.storeId], [listing.listingPk]);
  await show(session, after, listing.listingPk, was(before, after, listing.listingPk));
}

/** Takes back a word by hand, or with `--file` all that a mapping file says. */
export async function unsetOwnSku(
  session: Session,
  storeName: string | undefined,
  word: string | undefined,
  flags: { file?: string },
): Promise<void> {
  if ((flags.file === undefined) === (word === undefined))
    throw new UsageError('Say what to take back in one way: STORE LISTING, or --file FILE');
  const db = await session.existingDatabase();
  if (flags.file !== undefined) return forget(session, db, flags.file);
  const store = storeNamed(db, storeName as string);
  // What is said of a listing stays when the listing itself is gone.
  if (listingsNamed(db, [store.storeId], word as string).length === 0 && unsetIdentity(db, store.storeId, word as string)) {
    return session.note(`${word} of ${store.name}: taken back; no listing goes by that name now`);
  }
  const { listingPk, listingId } = oneListing(db, store.storeId, store.name, word as string);
  const before = readMap(db, [store.storeId], [listingPk]);
  if (!unsetIdentity(db, store.storeId, listingId)) throw new UserError(nothingByHand(before, listingPk));
  const after = readMap(db, [store.storeId], [listingPk]);
  await show(session, after, listingPk, was(before, after, listingPk));
}

async function forget(session: Session, db: Database, file: string): Promise<void> {
  const known = findMappingFile(db, resolve(session.context.cwd, file), null);
  if (known === null) {
    const files = mappingFilePaths(db);
    throw new UserError(
      `${file} was never read as a mapping file. ${files.length === 0 ? 'None was.' : `Read were: ${files.join(', ')}.`}`,
    );
  }
  const said = mappingsOfFile(db, known.filePk).length;
  forgetMappingFile(db, known.filePk);
  session.note(
    `${known.name}: ${said} ${said === 1 ? 'mapping' : 'mappings'} taken back. Back again: eco products identity import ${shellWord(file)}`,
  );
}

/** The product that the listing is now, as a table, with what came of it. */
async function show(session: Session, map: IdentityMap, listingPk: number, note: string): Promise<void> {
  const joined = map.place(listingPk)?.product.listings ?? [];
  const shown = new Set([listingPk, ...joined.map((listing) => listing.listingPk)]);
  const conflicts = map.conflicts
    .filter((conflict) => conflict.listings.some((each) => shown.has(each)))
    .flatMap((conflict) =>
      conflict.listings
        .filter((each) => map.conflictsOf(each).includes(conflict))
        .map((each) => `${map.listing(each).listingId} of ${map.listing(each).store}: ${conflictSentence(map, conflict, each)}`),
    );
  const keys = new Set([...shown].map((each) => map.listing(each)).map(({ store, listingId }) => JSON.stringify([store, listingId])));
  const table = identityList(map, { storeIds: null, all: true });
  const rows = table.rows.filter((row) => keys.has(JSON.stringify([row.store, row.listing_id])));
  await session.print({ ...table, rows, notes: [note, ...conflicts] });
}

function was(before: IdentityMap, after: IdentityMap, listingPk: number): string {
  const { store, listingId } = after.listing(listingPk);
  return `${listingId} of ${store}: ${standing(after, listingPk)}; before: ${standing(before, listingPk)}`;
}

const BY = { hand: 'by hand', file: 'by a mapping file', sku: 'by its SKU', gtin: 'by its GTIN' } as const;

function standing(map: IdentityMap, listingPk: number): string {
  const place = map.place(listingPk);
  if (place === null) return 'by itself';
  const { ownSku, units, gtin } = place.product;
  return `${ownSku === null ? `GTIN ${gtin}` : pieces({ ownSku, units })} ${BY[place.by]}`;
}

function nothingByHand(map: IdentityMap, listingPk: number): string {
  const { store, listingId } = map.listing(listingPk);
  const inFiles = map.saidOf(listingPk).map(({ file, line }) => `${file}, line ${line}`);
  const why =
    inFiles.length > 0
      ? `${inFiles.join(' and ')} ${inFiles.length === 1 ? 'says' : 'say'} what it is: change the file and import it again, or say by hand what it is instead`
      : `it is ${standing(map, listingPk)}. To keep it apart, give it a SKU of its own: ${setCommand(null, store, listingId)}`;
  return `Nothing is said by hand of ${listingId} of ${store}; ${why}.`;
}

function storeNamed(db: Database, name: string): { storeId: number; name: string } {
  return selectedStores(db, [name], null)[0] as { storeId: number; name: string };
}

function oneListing(db: Database, storeId: number, store: string, word: string): ListedListing {
  const found = listingsNamed(db, [storeId], word);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (only !== undefined) {
    const ids = found.slice(0, 5).map((listing) => listing.listingId);
    throw new UserError(
      `"${word}" is ${found.length} listings of ${store}: ${ids.join(', ')}${found.length > 5 ? ', …' : ''}. Give the listing id of one. Nothing was changed.`,
    );
  }
  const nearest = nearestName(word, knownNames(db, [storeId]));
  const hint =
    nearest === null
      ? 'It has no listings yet: import its catalogue'
      : `The nearest is "${nearest}"; "eco products list --store ${store}" shows all`;
  throw new UserError(`There is no listing "${word}" in ${store}. ${hint}. Nothing was changed.`);
}

function unitsOption(text: string | undefined): number {
  if (text === undefined) return 1;
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw new UsageError(`--units ${text}: a whole number from 1 on expected, the pieces of OWN_SKU in one unit of the listing`);
  return Number(text);
}
