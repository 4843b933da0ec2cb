/** Loads what `titles keywords` and `titles suggest` both look at: titles, and search terms with their values, of the stores asked for. */

import { addDays, type Day, type Period, parseDay } from '../core/day.js';
import { UsageError, UserError } from '../core/errors.js';
import { adReports } from '../facts/adQueries.js';
import type { Store } from '../facts/stores.js';
import { countryOf } from '../measures/listingRules/rule.js';
import { languageOf } from '../measures/words/language.js';
import type { Dictionary } from '../measures/words/words.js';
import type { Session } from '../session.js';
import { adTermRows, listingExtras, newestAdDays } from './keywordQueries.js';
import { advertisedBy } from './keywords/advertised.js';
import { type BelongingTerm, belongingTerms } from './keywords/belonging.js';
import { type ChosenReports, chooseReports } from './keywords/chosenReports.js';
import { dictionaryFrom } from './keywords/dictionary.js';
import { type ListingText, listingTexts } from './keywords/listingText.js';
import type { AdTermRow } from './keywords/searchTerm.js';
import { type AdTerms, searchTerms } from './keywords/searchTerms.js';
import { fileTerms } from './keywords/termFile.js';
import { textListings } from './queries.js';
import { readTermFile } from './runTermFile.js';

export interface TermFlags {
  readonly terms?: string;
  readonly days?: string;
  readonly from?: string;
  readonly to?: string;
}

export interface LoadedTerms {
  readonly asOf: Day;
  readonly stores: readonly Store[];
  readonly storeNames: ReadonlyMap<number, string>;
  readonly period: Period;
  readonly texts: readonly ListingText[];
  readonly terms: readonly BelongingTerm[];
  readonly dictionary: Dictionary | undefined;
  /** Unit cost by listing, millionths. */
  readonly costs: ReadonlyMap<number, number>;
  readonly choice: ChosenReports;
  readonly rows: readonly AdTermRow[];
  readonly adTerms: AdTerms;
  readonly fileTerms: number;
}

export const USUAL_DAYS = 90;

/** Stores, catalogue and search terms. With `--terms` the file stands for stores without ad reports; its words are the dictionary of all. */
export async function loadTerms(session: Session, flags: TermFlags): Promise<LoadedTerms> {
  const db = await session.database();
  const stores = await session.stores(db);
  const asOf = session.asOf(stores);
  const storeIds = stores.map((store) => store.storeId);
  const ofFile = flags.terms === undefined ? [] : readTermFile(session.context.cwd, flags.terms);
  const newest = newestAdDays(db, storeIds, addDays(asOf, -1));
  const period = periodOf(
    flags,
    newest.map((store) => store.newest),
    asOf,
  );
  const withAds = newest.map((store) => store.storeId);
  const choice = chooseReports(adReports(db, withAds, period), withAds, period);
  const rows = adTermRows(db, choice.ids);
  const dictionary = dictionaryFrom([...ofFile.map((term) => term.term), ...rows.map((row) => row.term)]);
  const extras = listingExtras(db, storeIds);
  const texts = listingTexts(textListings(db, storeIds), dictionary);
  const asins = new Map(extras.flatMap(({ listingPk, asin }) => (asin === null ? [] : [[listingPk, asin] as const])));
  const languages = new Map(stores.map((store) => [store.storeId, languageOf(store.platform, countryOf(store.marketplace))]));
  const advertised = advertisedBy(texts, asins);
  const adTerms = searchTerms(rows, { days: choice.days, languages, dictionary, advertised });
  const listed = storesOfFile(storeIds, rows).flatMap((storeId) => fileTerms(ofFile, storeId, languages.get(storeId) ?? 'en', dictionary));
  return {
    asOf,
    stores,
    storeNames: new Map(stores.map((store) => [store.storeId, store.name])),
    period,
    texts,
    terms: belongingTerms([...adTerms.terms, ...listed], texts),
    dictionary,
    costs: costsOf(extras),
    choice,
    rows,
    adTerms,
    fileTerms: listed.length === 0 ? 0 : ofFile.length,
  };
}

/** The list is for the stores without search terms of their own; where all have some, for all: then it was meant for these. */
function storesOfFile(storeIds: readonly number[], rows: readonly AdTermRow[]): number[] {
  const withAds = new Set(rows.map((row) => row.storeId));
  const without = storeIds.filter((storeId) => !withAds.has(storeId));
  return without.length === 0 ? [...storeIds] : without;
}

function costsOf(extras: ReturnType<typeof listingExtras>): Map<number, number> {
  return new Map(extras.flatMap(({ listingPk, costMicros }) => (costMicros === null ? [] : [[listingPk, costMicros] as const])));
}

/** `--from` and `--to`; else the last `--days` days that an ad report speaks of. */
function periodOf(flags: TermFlags, newest: readonly Day[], asOf: Day): Period {
  const days = flags.days === undefined ? USUAL_DAYS : Number(flags.days);
  if (!Number.isInteger(days) || days < 1 || days > 3660)
    throw new UsageError(`--days ${flags.days}: a whole number of days expected, such as 90`);
  const to = dayOption('--to', flags.to) ?? [...newest].sort().at(-1) ?? addDays(asOf, -1);
  const from = dayOption('--from', flags.from) ?? addDays(to, 1 - days);
  if (from > to) throw new UsageError(`--from ${from} lies after --to ${to}: the earlier day first`);
  return { from, to };
}

function dayOption(name: string, text: string | undefined): Day | null {
  if (text === undefined) return null;
  const day = parseDay(text);
  if (!day) throw new UsageError(`${name} ${text}: a day such as 2026-11-22 expected`);
  return day;
}

/** The titles that `--sku` names: a SKU, listing id or product id, case aside. None: an error that names the nearest. */
export async function textsNamed(texts: readonly ListingText[], word: string): Promise<ListingText[]> {
  const wanted = word.toLowerCase();
  const found = texts.filter((text) =>
    [text.owned.id, ...text.owned.listings.flatMap((listing) => [listing.sku, listing.listingId])].some(
      (name) => name?.toLowerCase() === wanted,
    ),
  );
  if (found.length > 0) return found;
  const { nearestName } = await import('../output/nearest.js');
  const nearest = nearestName(
    word,
    texts.map((text) => text.label),
  );
  throw new UserError(
    `There is no listing with the SKU or id "${word}"${nearest === null ? '' : `. Nearest: ${nearest}`}. "eco products list" shows all.`,
  );
}
