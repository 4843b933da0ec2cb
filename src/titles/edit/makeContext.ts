/** The context of rules for one text after the other: what they share by store, brand and place is made once. */
import type { Day } from '../../core/day.js';
import type { ListingFieldName } from '../../core/listingField.js';
import { type LintOptions, type LintSubject, lengthLimit, lintText } from '../../measures/listingRules/lint.js';
import { countryOf } from '../../measures/listingRules/rule.js';
import { languageOf } from '../../measures/words/language.js';
import { sharedBeginning } from '../keywords/brand.js';
import type { OwnedText, TextListing } from '../textListing.js';
import type { Span } from './cut.js';
import type { EditFacts } from './facts.js';
import { type PhraseFinder, phraseFinder } from './phrases.js';
import type { EditContext, TextLimit } from './rule.js';
import type { EditSettings } from './ruleFile.js';
import { searchedFigure } from './searched.js';
import { type SubjectSources, subjectOf } from './subject.js';
import { type TermIndex, termIndex } from './termIndex.js';
import { KNOWN_ACRONYMS } from './vocabulary.js';
import { wordWorth } from './worth.js';
import { writtenForms } from './writtenForms.js';

/** The context of a text; of another field of the same listing where one is named. */
export type ContextMaker = (owned: OwnedText, field?: ListingFieldName) => EditContext;

export interface ContextOrder {
  readonly field: ListingFieldName;
  readonly settings: EditSettings;
  readonly asOf: Day;
}

export function contextMaker(texts: readonly OwnedText[], order: ContextOrder, facts: EditFacts): ContextMaker {
  const { settings, asOf } = order;
  const lint: LintOptions = { asOf, only: (rule) => ABOUT_PHRASES.test(rule) };
  const acronyms = new Map([...KNOWN_ACRONYMS, ...settings.acronyms.map((word) => [word.toLowerCase(), word] as const)]);
  const writtenIn = remembered((storeId: number) => writtenForms(texts, storeId));
  const indexOf = remembered((storeId: number, language: string) => storeIndex(facts, storeId, language));
  const brandsOf = brandFinders(texts, settings.brands, facts);
  // Only of listings that name none are the brands of the seller asked for.
  let named: PhraseFinder | null = null;
  const namedBrands: PhraseFinder = (text) => {
    named ??= phraseFinder([...settings.brands, ...facts.brands]);
    return named(text);
  };
  const makePlace = (field: ListingFieldName, listing: TextListing) => {
    const language = settings.language ?? languageOf(listing.platform, countryOf(listing.marketplace));
    const index = () => indexOf(listing.storeId, language);
    const currency = facts.terms.get(listing.storeId)?.currency ?? null;
    const brands = brandsOf(listing.brand, listing.storeId);
    const sources: SubjectSources = {
      figures: facts.figures,
      terms: (of, name) => (of.text === null ? null : searchedFigure(index(), of.text, language, name)),
      defaults: settings.defaults,
      brands: namedBrands,
      ...(facts.stated ? { stated: facts.stated } : {}),
    };
    const limit: TextLimit | null = lengthLimit(lintPlace(listing), field, asOf);
    const written = writtenIn(listing.storeId);
    const worth = (text: string) => wordWorth(index(), text, language, currency);
    const forbidden = (text: string) => forbiddenIn(lintPlace(listing), field, text, lint);
    return { sources, shared: { field, language, brands, acronyms, written, limit, worth, forbidden } };
  };
  // Places repeat over many listings; found without making a key of all their parts.
  type Known = { readonly field: ListingFieldName; readonly of: TextListing; readonly place: ReturnType<typeof makePlace> };
  const places = new Map<string | null, Map<string | null, Known[]>>();
  const placeOf = (field: ListingFieldName, listing: TextListing) => {
    const ofBrand = entryOf(places, listing.brand, () => new Map<string | null, Known[]>());
    const ofType = entryOf(ofBrand, listing.productType, () => []);
    for (const known of ofType) if (known.field === field && isSamePlace(known.of, listing)) return known.place;
    const place = makePlace(field, listing);
    ofType.push({ field, of: listing, place });
    return place;
  };
  return (owned, field = order.field) => {
    const { sources, shared } = placeOf(field, owned.listings[0]);
    const { language, brands, limit, worth, forbidden, written } = shared;
    // Field by field: a copy of the shared object takes longer than many a rule.
    return { subject: subjectOf(owned, sources), field, language, brands, acronyms, written, limit, worth, forbidden };
  };
}

/** Of one brand and product type. */
function isSamePlace(a: TextListing, b: TextListing): boolean {
  return a.storeId === b.storeId && a.marketplace === b.marketplace;
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

function remembered<Args extends readonly unknown[], Value>(
  make: (...args: Args) => Value,
  keyOf: (...args: Args) => string = (...args) => args.join('\u001f'),
): (...args: Args) => Value {
  const known = new Map<string, Value>();
  return (...args) => {
    const key = keyOf(...args);
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as Value;
    const made = make(...args);
    known.set(key, made);
    return made;
  };
}

function lintPlace(listing: TextListing): LintSubject {
  const { platform, marketplace, productType, brand } = listing;
  return { platform, marketplace, productType, brand, variation: null, role: null };
}

function storeIndex(facts: EditFacts, storeId: number, language: string): TermIndex {
  const own = facts.terms.get(storeId);
  return termIndex(own?.terms ?? [], own?.days ?? 0, language);
}

/**
 * What is protected as a brand: the brands of the settings, and the listing's own; where it has none, those of the seller's catalogues,
 * and the words with which most titles of its store begin.
 */
function brandFinders(
  texts: readonly OwnedText[],
  named: readonly string[],
  facts: Pick<EditFacts, 'brands'>,
): (brand: string | null, storeId: number) => PhraseFinder {
  const finders = new Map<string, PhraseFinder>();
  return (brand, storeId) => {
    const key = brand === null ? `\u001f${storeId}` : brand;
    let finder = finders.get(key);
    if (!finder) {
      const beginning = brand === null ? beginningOf(texts, storeId) : null;
      finder = phraseFinder([...named, ...(brand === null ? facts.brands : [brand]), ...(beginning === null ? [] : [beginning])]);
      finders.set(key, finder);
    }
    return finder;
  };
}

function beginningOf(texts: readonly OwnedText[], storeId: number): string | null {
  const titles = texts.flatMap(({ listings: [listing] }) => (listing.storeId === storeId && listing.title !== null ? [listing.title] : []));
  return sharedBeginning(titles);
}

/** Rules about phrases, whose words no template takes over. */
const ABOUT_PHRASES = /(?:promotional|subjective)-phrase|ad-law|ad-words|-contact|other-platform|promotion-outside/u;

/** `options`: only those rules. */
function forbiddenIn(subject: LintSubject, field: ListingFieldName, text: string, options: LintOptions): Span[] {
  return lintText(subject, field, text, options).flatMap(({ found, span }) => {
    // A rule marks the first place and names all words.
    const named = typeof found === 'string' ? phraseFinder(found.split(', '))(text).map((place) => place.span) : [];
    return span === null ? named : [span, ...named];
  });
}
